package vn.minhbach.browser;

import org.teavm.jso.JSExport;
import vn.minhbach.core.criteria.CriteriaSet;

/** The module of forms: reads a set of criteria, see {@link Form}. */
public final class Core {

  private Core() {}

  /** A form of a set as the API tells it; an error where the server would refuse the set. */
  @JSExport
  public static Form form(String criteria) {
    return CriteriaSet.read(JsonText.read(criteria))
        .fold(
            refusal -> {
              throw new IllegalArgumentException(Told.refused(refusal));
            },
            Form::new);
  }

  public static void main(String[] arguments) {
    // Nothing runs by itself: a page calls what is exported.
  }
}
