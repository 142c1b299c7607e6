package vn.minhbach.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Points, or a percentage, with exactly two decimals (design.md "Numbers"): rounded HALF_UP once,
 * when made; sums add the rounded numbers. Written as {@code 81.62}.
 */
public record Points(BigDecimal value) implements Comparable<Points> {

  public static final Points ZERO = new Points(BigDecimal.ZERO);

  public Points {
    value = value.setScale(2, RoundingMode.HALF_UP);
  }

  /** Reads {@code 81.62}; an exception when it is no number, which only a bug can cause. */
  public static Points of(String text) {
    return new Points(new BigDecimal(text));
  }

  /** So many hundredths of a point. */
  public static Points ofHundredths(long hundredths) {
    return new Points(BigDecimal.valueOf(hundredths, 2));
  }

  /** Itself in hundredths, for sums: a number for each of a hundred lines would be thrown away. */
  public long hundredths() {
    return value.movePointRight(2).longValueExact();
  }

  public static Points sum(Collection<Points> parts) {
    Points sum = ZERO;
    for (Points part : parts) {
      sum = sum.plus(part);
    }
    return sum;
  }

  public Points plus(Points other) {
    return new Points(value.add(other.value));
  }

  public Points minus(Points other) {
    return new Points(value.subtract(other.value));
  }

  @Override
  public int compareTo(Points other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
