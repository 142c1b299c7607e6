package vn.minhbach.core.prepare.source;

import java.util.regex.Pattern;

/** A source of figures, as {@code qlvb}: lower-case letters, digits, hyphens; 1 to 40. */
public record SourceId(String value) implements Comparable<SourceId> {

  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  public SourceId {
    if (!valid(value)) {
      throw new IllegalArgumentException("not a SourceId: " + value);
    }
  }

  /** Whether a text from outside may become one; the constructor throws where it may not. */
  public static boolean valid(String value) {
    return value != null && FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(SourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
