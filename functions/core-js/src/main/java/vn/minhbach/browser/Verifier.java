package vn.minhbach.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;
import vn.minhbach.core.publish.bundle.Findings;
import vn.minhbach.core.publish.bundle.Step;
import vn.minhbach.core.publish.bundle.Verification;
import vn.minhbach.core.publish.bundle.VerifyBundle;

/**
 * The module of verification: the files of an archive go in, what each step found comes out. The
 * page does what is not ours: it unzips, and it asks the browser whether signatures hold.
 */
public final class Verifier {

  /** Is told how far a step has come. */
  @JSFunctor
  public interface Watch extends JSObject {
    void at(int done, int of);
  }

  private final List<VerifyBundle.Named> archive = new ArrayList<>();
  private final AskedTools tools = new AskedTools();
  private final VerifyBundle verifier;
  private Verification verification;

  private Verifier(Watch watch) {
    verifier = new VerifyBundle(tools, watch::at);
  }

  /** A verifier of one archive. */
  @JSExport
  public static Verifier verifier(Watch watch) {
    return new Verifier(watch);
  }

  /** Adds a file under the name that stands in the archive. */
  @JSExport
  public void file(String name, Int8Array content) {
    archive.add(new VerifyBundle.Named(name, Optional.of(content.copyToJavaArray())));
  }

  /** Adds a file that cannot be unpacked. */
  @JSExport
  public void broken(String name) {
    archive.add(new VerifyBundle.Named(name, Optional.empty()));
  }

  /**
   * Begins.
   *
   * @param key the thumbprint that the office published; empty where it is not known
   */
  @JSExport
  public void begin(String key) {
    verification = verifier.begin(archive, key.isEmpty() ? Optional.empty() : Optional.of(key));
  }

  /**
   * Looks at the next part: {@code {"asks":[…]}} where signatures are to be answered before it can
   * go on; else the steps that are done, whether all are, and with the last the last line.
   */
  @JSExport
  public String look() {
    verification.look();
    List<Map<String, Object>> asks = tools.asks();
    if (!asks.isEmpty()) {
      verification.again();
      return Told.text(Told.members("asks", asks));
    }
    Findings findings = verification.findings();
    var tree = new TreeMap<String, Object>();
    tree.put("steps", verification.ended().stream().map(step -> step(step, findings)).toList());
    tree.put("done", verification.done());
    tree.put("key", findings.key());
    if (verification.done()) {
      tree.put("sound", findings.faults().isEmpty());
      tree.put("vi", findings.lastLine(true));
      tree.put("en", findings.lastLine(false));
    }
    return Told.text(tree);
  }

  /** Answers the question of that number among those asked. */
  @JSExport
  public void answer(int number, boolean holds) {
    tools.answer(number, holds);
  }

  /** The names of all steps, to show before they are done. */
  @JSExport
  public static String steps() {
    return Told.text(
        Told.members("steps", List.of(Step.values()).stream().map(Verifier::named).toList()));
  }

  /** What is said of a file that is no archive. */
  @JSExport
  public static String unopened(String name) {
    Findings findings = VerifyBundle.unopened(name);
    return Told.text(
        Told.members(
            "steps",
            List.of(step(Step.BAG, findings)),
            "done",
            true,
            "sound",
            false,
            "key",
            "",
            "vi",
            findings.lastLine(true),
            "en",
            findings.lastLine(false)));
  }

  private static Map<String, Object> named(Step step) {
    var tree = new TreeMap<String, Object>();
    tree.put("number", step.number());
    tree.put("vi", step.vietnamese());
    tree.put("en", step.english());
    return tree;
  }

  private static Map<String, Object> step(Step step, Findings findings) {
    Map<String, Object> tree = named(step);
    tree.put(
        "faults",
        findings.faults(step).stream()
            .map(fault ->
                Told.members(
                    "place", fault.place(), "vi", fault.vietnamese(), "en", fault.english()))
            .toList());
    return tree;
  }

  public static void main(String[] arguments) {
    // Nothing runs by itself: a page calls what is exported.
  }
}
