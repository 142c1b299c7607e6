package vn.minhbach.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.WhenDenominatorZero;

/**
 * The peer of scoring: what a programmer writes who knows that every figure is right. Exact
 * decimals from the same maps, points by criterion, groups, total and index; nothing is checked,
 * named or explained. The tables are laid out once.
 */
final class ByHand {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** One criterion; null for what leaves the maximum. */
  private interface Formula {
    BigDecimal points(Map<String, Object> figures);
  }

  private final Formula[][] groups;
  private final BigDecimal[][] maxima;

  ByHand(CriteriaSet set) {
    groups = new Formula[set.groups().size()][];
    maxima = new BigDecimal[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      CriteriaGroup group = set.groups().get(i);
      List<Formula> formulas = new ArrayList<>();
      List<BigDecimal> most = new ArrayList<>();
      for (Criterion criterion : group.criteria()) {
        formulas.add(formula(criterion.rule(), criterion.maxPoints().value()));
        most.add(criterion.maxPoints().value());
      }
      groups[i] = formulas.toArray(Formula[]::new);
      maxima[i] = most.toArray(BigDecimal[]::new);
    }
  }

  /** The index of a form, its criteria in the order of the set. */
  BigDecimal index(List<Map<String, Object>> form) {
    BigDecimal points = BigDecimal.ZERO;
    BigDecimal max = BigDecimal.ZERO;
    int at = 0;
    for (int i = 0; i < groups.length; i++) {
      BigDecimal group = BigDecimal.ZERO;
      for (int j = 0; j < groups[i].length; j++) {
        BigDecimal one = groups[i][j].points(form.get(at++));
        if (one != null) {
          group = group.add(one);
          max = max.add(maxima[i][j]);
        }
      }
      points = points.add(group);
    }
    return points.multiply(HUNDRED).divide(max, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof BigDecimal exact
        ? exact
        : BigDecimal.valueOf(((Number) value).longValue());
  }

  private static Formula formula(ScoringRule rule, BigDecimal max) {
    return switch (rule) {
      case ScoringRule.Ratio ratio -> {
        String a = ratio.share().numerator().key();
        String b = ratio.share().denominator().key();
        BigDecimal target = ratio.target();
        BigDecimal zero = zero(ratio.share());
        yield figures -> {
          BigDecimal whole = decimal(figures.get(b));
          if (whole.signum() == 0) {
            return zero;
          }
          BigDecimal part = decimal(figures.get(a));
          BigDecimal needed = whole.multiply(target);
          return part.compareTo(needed) >= 0
              ? max
              : max.multiply(part).divide(needed, 2, RoundingMode.HALF_UP);
        };
      }
      case ScoringRule.Tiers tiers -> tiers(tiers);
      case ScoringRule.YesNo yesNo -> {
        String key = yesNo.value().key();
        BigDecimal yes = yesNo.pointsIfTrue().value();
        BigDecimal no = yesNo.pointsIfFalse().value();
        yield figures -> (Boolean) figures.get(key) ? yes : no;
      }
      case ScoringRule.Choice choice -> {
        String key = choice.value().key();
        Map<String, BigDecimal> points = new java.util.HashMap<>();
        choice.options().forEach(option -> points.put(option.value(), option.points().value()));
        yield figures -> points.get(figures.get(key));
      }
      case ScoringRule.Count count -> {
        String key = count.value().key();
        BigDecimal each = count.pointsPerItem().value();
        yield figures -> decimal(figures.get(key)).multiply(each).min(max);
      }
      case ScoringRule.Checklist checklist -> {
        Map<String, BigDecimal> points = new java.util.HashMap<>();
        checklist.items().forEach(item -> points.put(item.key(), item.points().value()));
        yield figures -> {
          BigDecimal sum = BigDecimal.ZERO;
          for (Object key : (List<?>) figures.get("items")) {
            sum = sum.add(points.get(key));
          }
          return sum;
        };
      }
      default -> throw new IllegalArgumentException("not in the sets of the plan: " + rule.type());
    };
  }

  private static Formula tiers(ScoringRule.Tiers rule) {
    BigDecimal[] least =
        rule.tiers().stream().map(ScoringRule.Tier::min).toArray(BigDecimal[]::new);
    BigDecimal[] points =
        rule.tiers().stream().map(tier -> tier.points().value()).toArray(BigDecimal[]::new);
    BigDecimal otherwise = rule.otherwise().value();
    return switch (rule.measure()) {
      case ScoringRule.Amount amount -> {
        String key = amount.value().key();
        yield figures -> {
          BigDecimal value = decimal(figures.get(key));
          for (int i = 0; i < least.length; i++) {
            if (value.compareTo(least[i]) >= 0) {
              return points[i];
            }
          }
          return otherwise;
        };
      }
      case ScoringRule.Share share -> {
        String a = share.numerator().key();
        String b = share.denominator().key();
        BigDecimal zero = zero(share);
        yield figures -> {
          BigDecimal whole = decimal(figures.get(b));
          if (whole.signum() == 0) {
            return zero;
          }
          BigDecimal part = decimal(figures.get(a));
          for (int i = 0; i < least.length; i++) {
            if (part.compareTo(least[i].multiply(whole)) >= 0) {
              return points[i];
            }
          }
          return otherwise;
        };
      }
    };
  }

  private static BigDecimal zero(ScoringRule.Share share) {
    return share.whenDenominatorZero() == WhenDenominatorZero.NOT_APPLICABLE
        ? null
        : BigDecimal.ZERO;
  }
}
