package vn.minhbach.core.appraise.queue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * Who gave itself far more in the year before than its appraisal found (<i>tự chấm cao hơn kết quả
 * thẩm định</i>). Pure. It says where to look, and nothing of this year's figures: a unit may have
 * learned.
 *
 * @param before points of the index, 0 to 100, that the appraisal took off then
 * @param typical what it took off at the unit in the middle of the group
 */
public record OverScoring(Points before, Points typical) {

  /** Less than so many points of the index are a matter of reading. */
  public static final Points LEAST = Points.of("5.00");

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * Those that stand out: at least {@link #LEAST}, and at least twice what was taken off at the
   * middle of the group, so that a strict team makes nobody suspect. Nobody in a group of fewer
   * than {@value Spread#LEAST}.
   *
   * @param cuts self-score less appraised, in points of the index, of all that can be compared;
   *     below zero where the appraisal found more
   */
  public static Map<UnitCode, OverScoring> of(Map<UnitCode, Points> cuts) {
    var found = new TreeMap<UnitCode, OverScoring>();
    if (cuts.size() < Spread.LEAST) {
      return found;
    }
    BigDecimal middle = middle(cuts).max(BigDecimal.ZERO);
    cuts.forEach((unit, cut) -> {
      if (cut.compareTo(LEAST) >= 0 && cut.value().compareTo(middle.multiply(TWO)) >= 0) {
        found.put(unit, new OverScoring(cut, new Points(middle.setScale(2, RoundingMode.HALF_UP))));
      }
    });
    return found;
  }

  private static BigDecimal middle(Map<UnitCode, Points> cuts) {
    List<BigDecimal> sorted = cuts.values().stream().map(Points::value).sorted().toList();
    BigDecimal upper = sorted.get(sorted.size() / 2);
    return sorted.size() % 2 == 1
        ? upper
        : sorted.get(sorted.size() / 2 - 1).add(upper).divide(TWO);
  }
}
