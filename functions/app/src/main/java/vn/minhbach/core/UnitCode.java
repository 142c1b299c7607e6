package vn.minhbach.core;

import java.util.Locale;
import java.util.regex.Pattern;

/** An assessed unit's code (<i>mã đơn vị</i>): text, since leading zeros count; 1 to 40. */
public record UnitCode(String value) implements Comparable<UnitCode> {

  /** Addressee of what is written to the standing office. */
  public static final String OFFICE = "OFFICE-DIGEST";

  /** How an addressee begins that is a person and no unit. */
  public static final String PERSON = "PERSON-";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,39})");

  public UnitCode {
    if (!valid(value)) {
      throw new IllegalArgumentException("not a UnitCode: " + value);
    }
  }

  /** Whether a text from outside may become one; the constructor throws where it may not. */
  public static boolean valid(String value) {
    return value != null && FORM.matcher(value).matches();
  }

  /**
   * Whether a code looks like an addressee of the system's own, as the office or somebody who is a
   * contact of several units: no unit may be called so, in whatever case.
   */
  public static boolean reserved(String value) {
    String upper = value.toUpperCase(Locale.ROOT);
    return upper.equals(OFFICE) || upper.startsWith(PERSON);
  }

  @Override
  public int compareTo(UnitCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
