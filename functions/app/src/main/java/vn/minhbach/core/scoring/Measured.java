package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.minhbach.core.Points;

/**
 * What a unit reached in a criterion that is scored by the group's best, exact: a part over its
 * whole, or an amount over one.
 *
 * @param whole positive
 */
public record Measured(BigDecimal part, BigDecimal whole) implements Comparable<Measured> {

  /** An amount as declared. */
  static Measured amount(BigDecimal value) {
    return new Measured(value, BigDecimal.ONE);
  }

  /**
   * {@code max × this / best}, rounded once; the maximum for a value above the best, which a best
   * among others may be. Nothing where the best is nothing: nobody reached anything.
   */
  public Points points(Points max, Measured best) {
    if (best.part.signum() == 0) {
      return Points.ZERO;
    }
    if (compareTo(best) >= 0) {
      return max;
    }
    return new Points(
        max.value()
            .multiply(part)
            .multiply(best.whole)
            .divide(whole.multiply(best.part), 2, RoundingMode.HALF_UP));
  }

  /** The greater of two; the first where both are worth the same. */
  Measured or(Measured other) {
    return other.compareTo(this) > 0 ? other : this;
  }

  /** By value, without dividing: 1/2 is like 2/4, though the two are not equal. */
  @Override
  public int compareTo(Measured other) {
    return part.multiply(other.whole).compareTo(other.part.multiply(whole));
  }
}
