package vn.minhbach.core;

import java.util.regex.Pattern;

/** An assessed unit's code (<i>mã đơn vị</i>): text, since leading zeros count; 1 to 40. */
public record UnitCode(String value) implements Comparable<UnitCode> {

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

  @Override
  public int compareTo(UnitCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
