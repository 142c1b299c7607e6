package vn.minhbach.core.appraise.marking;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.ScoringRule.Best;
import vn.minhbach.core.criteria.ScoringRule.Checklist;
import vn.minhbach.core.criteria.ScoringRule.Choice;
import vn.minhbach.core.criteria.ScoringRule.Count;
import vn.minhbach.core.criteria.ScoringRule.Part;
import vn.minhbach.core.criteria.ScoringRule.Ratio;
import vn.minhbach.core.criteria.ScoringRule.RelativeToBest;
import vn.minhbach.core.criteria.ScoringRule.Sum;
import vn.minhbach.core.criteria.ScoringRule.Tiers;
import vn.minhbach.core.criteria.ScoringRule.YesNo;

/**
 * Which points a rule can give at all, whatever is declared. A hand may give those by itself; any
 * other figure is a bargain, and the lead signs it too.
 *
 * <p>Points have two decimals, so they are counted in hundredths: a bit each, from 0 to the
 * maximum. Of a rule that is nearly continuous (a ratio, a share of the best) every hundredth
 * counts as one that it can give.
 */
final class RuleValues {

  private static final int PER_POINT = 100;

  private RuleValues() {}

  /** Whether the criterion's rule can give just these points. */
  static boolean gives(Criterion criterion, Points points) {
    return points.compareTo(Points.ZERO) >= 0
        && points.compareTo(criterion.maxPoints()) <= 0
        && of(criterion.rule(), cents(criterion.maxPoints())).get(cents(points));
  }

  private static BitSet of(ScoringRule scoring, int max) {
    var values = new BitSet(max + 1);
    switch (scoring) {
      case Ratio rule -> values.set(0, max + 1);
      case RelativeToBest rule -> values.set(0, max + 1);
      case Tiers rule -> {
        rule.tiers().forEach(tier -> add(values, tier.points(), max));
        add(values, rule.otherwise(), max);
        if (rule.partOfWhole().isPresent()) {
          // A whole of nothing scores nothing.
          values.set(0);
        }
      }
      case YesNo rule -> {
        add(values, rule.pointsIfTrue(), max);
        add(values, rule.pointsIfFalse(), max);
      }
      case Choice rule -> rule.options().forEach(option -> add(values, option.points(), max));
      case Count rule -> counted(rule, max, values);
      case Checklist rule -> {
        values.set(0);
        for (ScoringRule.Item item : rule.items()) {
          values.or(sums(values, only(item.points()), max));
        }
      }
      case Sum rule -> {
        values.set(0);
        for (Part part : rule.parts()) {
          BitSet more = sums(values, of(part.rule(), cents(part.maxPoints())), max);
          values.clear();
          values.or(more);
        }
      }
      case Best rule -> alternatives(rule.alternatives(), max, values);
    }
    return values;
  }

  private static void counted(Count rule, int max, BitSet values) {
    int each = cents(rule.pointsPerItem());
    if (rule.value().kind() != InputKind.INTEGER) {
      values.set(0, max + 1);
      return;
    }
    for (long points = 0; each > 0 && points < max; points += each) {
      values.set((int) points);
    }
    values.set(0);
    values.set(max, max + (each > 0 ? 1 : 0));
  }

  private static void alternatives(List<Part> parts, int max, BitSet values) {
    for (Part part : parts) {
      BitSet own = of(part.rule(), cents(part.maxPoints()));
      own.stream().filter(points -> points <= max).forEach(values::set);
    }
  }

  // By runs of neighbouring bits, so that two continuous parts cost one step and not a million.
  private static BitSet sums(BitSet some, BitSet others, int max) {
    var sums = new BitSet(max + 1);
    for (int from = some.nextSetBit(0); from >= 0; ) {
      int to = some.nextClearBit(from) - 1;
      for (int low = others.nextSetBit(0); low >= 0; ) {
        int high = others.nextClearBit(low) - 1;
        int first = Math.min(from + low, max);
        sums.set(first, Math.min(to + high, max) + 1);
        low = others.nextSetBit(high + 1);
      }
      from = some.nextSetBit(to + 1);
    }
    return sums;
  }

  private static BitSet only(Points points) {
    var one = new BitSet();
    one.set(cents(points));
    return one;
  }

  private static void add(BitSet values, Points points, int max) {
    if (cents(points) <= max) {
      values.set(cents(points));
    }
  }

  private static int cents(Points points) {
    return points.value().multiply(BigDecimal.valueOf(PER_POINT)).intValueExact();
  }
}
