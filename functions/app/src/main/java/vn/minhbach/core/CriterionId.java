package vn.minhbach.core;

import java.util.Optional;
import java.util.regex.Pattern;

/** A criterion's id within its set, as {@code II.12}; 1 to 40. */
public record CriterionId(String value) implements Comparable<CriterionId> {

  private static final int LENGTH_MAX = 40;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,39})");

  public CriterionId {
    if (!valid(value)) {
      throw new IllegalArgumentException("not a CriterionId: " + value);
    }
  }

  /** Whether a text from outside may become one; the constructor throws where it may not. */
  public static boolean valid(String value) {
    return value != null && FORM.matcher(value).matches();
  }

  /** As a request names one, without what no reader sees; empty where it is at fault. */
  public static Optional<CriterionId> read(Node node) {
    String id = node.raw() == null ? "" : node.code(LENGTH_MAX);
    if (valid(id)) {
      return Optional.of(new CriterionId(id));
    }
    if (!id.isBlank()) {
      node.fault(InputProblem.BAD_CODE.of(id));
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(CriterionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
