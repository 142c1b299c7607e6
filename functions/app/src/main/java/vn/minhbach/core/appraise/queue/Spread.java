package vn.minhbach.core.appraise.queue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How figures of a group lie: their median and the median of how far each lies from it (MAD).
 * Unlike mean and standard deviation, neither is moved by the very figure that is looked for.
 *
 * @param median in the figures' own unit
 * @param deviation MAD, not below zero
 * @param count of figures
 */
public record Spread(BigDecimal median, BigDecimal deviation, int count) {

  /** Fewer figures than this are no group to stand out from. */
  public static final int LEAST = 5;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  // Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): 0.6745 |x − median| / MAD >
  // 3.5.
  private static final BigDecimal NORMAL = new BigDecimal("0.6745");
  private static final BigDecimal FAR = new BigDecimal("3.5");

  /** Empty for fewer than {@link #LEAST}. */
  public static Optional<Spread> of(Collection<BigDecimal> figures) {
    if (figures.size() < LEAST) {
      return Optional.empty();
    }
    BigDecimal median = median(figures);
    BigDecimal deviation =
        median(figures.stream().map(figure -> figure.subtract(median).abs()).toList());
    return Optional.of(new Spread(median, deviation, figures.size()));
  }

  /**
   * Whether a figure stands out, above or below. Where more than half of the group is alike, the
   * deviation is zero and nothing does: every other figure would.
   */
  public boolean outlier(BigDecimal figure) {
    return deviation.signum() > 0
        && figure.subtract(median).abs().multiply(NORMAL).compareTo(deviation.multiply(FAR)) > 0;
  }

  private static BigDecimal median(Collection<BigDecimal> figures) {
    List<BigDecimal> sorted = figures.stream().sorted().toList();
    BigDecimal upper = sorted.get(sorted.size() / 2);
    return sorted.size() % 2 == 1
        ? upper
        : sorted.get(sorted.size() / 2 - 1).add(upper).divide(TWO);
  }
}
