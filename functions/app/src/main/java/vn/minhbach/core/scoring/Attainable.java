package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.ScoringRule.Share;
import vn.minhbach.core.criteria.WhenDenominatorZero;

/**
 * The points that a rule can give at all, where they are few. Whoever judges a cell by points alone
 * is shown them: 1.3 for a criterion that gives 1 or 2 is a slip more often than a judgement.
 */
public final class Attainable {

  /** More than these nobody looks through. */
  public static final int MOST = 30;

  private Attainable() {}

  /**
   * Every score that some answer gets, the least first; empty where the rule gives whatever a
   * figure comes to, or more than {@link #MOST} different ones.
   */
  public static Optional<SortedSet<Points>> of(Criterion criterion) {
    return Optional.ofNullable(of(criterion.rule(), criterion.maxPoints()));
  }

  private static SortedSet<Points> of(ScoringRule rule, Points max) {
    SortedSet<Points> found =
        switch (rule) {
          case ScoringRule.Ratio ratio -> null;
          case ScoringRule.RelativeToBest relative -> null;
          case ScoringRule.Tiers tiers -> tiers(tiers);
          case ScoringRule.YesNo yesNo -> {
            SortedSet<Points> both = only(yesNo.pointsIfTrue());
            both.add(yesNo.pointsIfFalse());
            yield both;
          }
          case ScoringRule.Choice choice -> {
            var each = new TreeSet<Points>();
            choice.options().forEach(option -> each.add(option.points()));
            yield each;
          }
          case ScoringRule.Count count -> count(count, max);
          case ScoringRule.Checklist checklist -> {
            SortedSet<Points> sums = only(Points.ZERO);
            for (ScoringRule.Item item : checklist.items()) {
              SortedSet<Points> ticked = only(Points.ZERO);
              ticked.add(item.points());
              sums = sums == null ? null : each(sums, ticked);
            }
            yield sums;
          }
          case ScoringRule.Sum sum -> {
            SortedSet<Points> sums = only(Points.ZERO);
            for (ScoringRule.Part part : sum.parts()) {
              sums = sums == null ? null : each(sums, of(part.rule(), part.maxPoints()));
            }
            yield sums;
          }
          // Several may be given, and the best of them counts: each can be it.
          case ScoringRule.Best best -> {
            SortedSet<Points> all = new TreeSet<>();
            for (ScoringRule.Part part : best.alternatives()) {
              SortedSet<Points> own = of(part.rule(), part.maxPoints());
              all = all == null || own == null ? null : union(all, own);
            }
            yield all;
          }
        };
    return found == null || found.size() > MOST ? null : found;
  }

  private static SortedSet<Points> tiers(ScoringRule.Tiers rule) {
    SortedSet<Points> each = only(rule.otherwise());
    rule.tiers().forEach(tier -> each.add(tier.points()));
    if (rule.measure() instanceof Share share
        && share.whenDenominatorZero() == WhenDenominatorZero.ZERO) {
      each.add(Points.ZERO);
    }
    return each;
  }

  private static SortedSet<Points> count(ScoringRule.Count rule, Points max) {
    BigDecimal step = rule.pointsPerItem().value();
    if (rule.value().decimals() > 0 || step.signum() == 0) {
      return step.signum() == 0 ? only(Points.ZERO) : null;
    }
    var each = new TreeSet<Points>();
    BigDecimal n = rule.value().min().setScale(0, RoundingMode.CEILING);
    while (each.size() <= MOST && !each.contains(max)) {
      var earned = new Points(n.multiply(step));
      each.add(earned.compareTo(max) > 0 ? max : earned);
      n = n.add(BigDecimal.ONE);
    }
    return each;
  }

  private static SortedSet<Points> only(Points points) {
    var set = new TreeSet<Points>();
    set.add(points);
    return set;
  }

  private static SortedSet<Points> union(SortedSet<Points> one, SortedSet<Points> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Every sum of one of these and one of those; null where they are many. */
  private static SortedSet<Points> each(SortedSet<Points> these, SortedSet<Points> those) {
    if (those == null) {
      return null;
    }
    var sums = new TreeSet<Points>();
    for (Points one : these) {
      for (Points other : those) {
        sums.add(one.plus(other));
      }
    }
    return sums.size() > MOST ? null : sums;
  }
}
