package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Node;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.ScoringRule.Amount;
import vn.minhbach.core.criteria.ScoringRule.Best;
import vn.minhbach.core.criteria.ScoringRule.Checklist;
import vn.minhbach.core.criteria.ScoringRule.Choice;
import vn.minhbach.core.criteria.ScoringRule.Count;
import vn.minhbach.core.criteria.ScoringRule.Item;
import vn.minhbach.core.criteria.ScoringRule.Measure;
import vn.minhbach.core.criteria.ScoringRule.Part;
import vn.minhbach.core.criteria.ScoringRule.Ratio;
import vn.minhbach.core.criteria.ScoringRule.RelativeToBest;
import vn.minhbach.core.criteria.ScoringRule.Share;
import vn.minhbach.core.criteria.ScoringRule.Sum;
import vn.minhbach.core.criteria.ScoringRule.Tier;
import vn.minhbach.core.criteria.ScoringRule.Tiers;
import vn.minhbach.core.criteria.ScoringRule.YesNo;
import vn.minhbach.core.criteria.WhenDenominatorZero;

/**
 * One pass of a rule over an answer. A night of ranking makes some hundred thousand of them, so it
 * reads the figures where they lie, stops at the first that it cannot take, and makes nothing that
 * was not asked for. A method answers null for what it cannot take; {@link AnswerCheck} then says
 * what is wrong.
 *
 * <p>{@code normal}, where given, is filled with the answer's normal form, see {@link
 * Scored#inputs}.
 */
final class Pass {

  private static final CriterionScore NOTHING = new CriterionScore.Awarded(Points.ZERO);
  private static final CriterionScore NOT_APPLICABLE = new CriterionScore.NotApplicable();

  private final CriterionId criterion;
  private final Bests bests;
  private Map<String, Measured> measured = Map.of();

  Pass(CriterionId criterion, Bests bests) {
    this.criterion = criterion;
    this.bests = bests;
  }

  /** By place, what counts against the group's best; after {@link #score}. */
  Map<String, Measured> measured() {
    return measured;
  }

  CriterionScore score(Criterion criterion, Object inputs, Map<String, Object> normal) {
    return score(criterion.rule(), "", criterion.maxPoints(), inputs, normal);
  }

  /**
   * @param place keys of the parts down to this rule, as {@code p1.x}
   */
  CriterionScore score(
      ScoringRule rule, String place, Points max, Object inputs, Map<String, Object> normal) {
    if (!(inputs instanceof Map<?, ?> figures)) {
      return null;
    }
    return switch (rule) {
      case Ratio ratio -> ratio(ratio, max, figures, normal);
      case Tiers tiers -> tiers(tiers, figures, normal);
      case YesNo yesNo -> yesNo(yesNo, figures, normal);
      case Choice choice -> choice(choice, figures, normal);
      case Count count -> count(count, max, figures, normal);
      case Checklist checklist -> checklist(checklist, figures, normal);
      case Sum sum -> sum(sum, place, figures, normal);
      case Best best -> best(best, place, figures, normal);
      case RelativeToBest relative -> relative(relative.measure(), place, max, figures, normal);
    };
  }

  private static CriterionScore ratio(
      Ratio rule, Points max, Map<?, ?> figures, Map<String, Object> normal) {
    BigDecimal part = part(rule.share(), figures, normal);
    BigDecimal whole = whole(rule.share(), part, figures, normal);
    if (whole == null || whole.signum() == 0) {
      return nothing(rule.share(), whole);
    }
    // max × (part / whole) / target as one fraction, so that it is rounded once.
    BigDecimal needed = rule.needed(whole);
    return new CriterionScore.Awarded(
        part.compareTo(needed) >= 0
            ? max
            : new Points(max.value().multiply(part).divide(needed, 2, RoundingMode.HALF_UP)));
  }

  private static CriterionScore tiers(Tiers rule, Map<?, ?> figures, Map<String, Object> normal) {
    Tier reached;
    switch (rule.measure()) {
      case Share share -> {
        BigDecimal part = part(share, figures, normal);
        BigDecimal whole = whole(share, part, figures, normal);
        if (whole == null || whole.signum() == 0) {
          return nothing(share, whole);
        }
        reached = rule.reached(part, whole);
      }
      case Amount amount -> {
        BigDecimal value = only(amount.value(), figures, normal);
        if (value == null) {
          return null;
        }
        reached = rule.reached(value);
      }
    }
    return new CriterionScore.Awarded(reached == null ? rule.otherwise() : reached.points());
  }

  private static CriterionScore yesNo(YesNo rule, Map<?, ?> figures, Map<String, Object> normal) {
    if (figures.size() != 1 || !(figures.get(rule.value().key()) instanceof Boolean value)) {
      return null;
    }
    note(normal, rule.value().key(), value);
    return new CriterionScore.Awarded(value ? rule.pointsIfTrue() : rule.pointsIfFalse());
  }

  private static CriterionScore choice(Choice rule, Map<?, ?> figures, Map<String, Object> normal) {
    Object sent = figures.get(rule.value().key());
    ScoringRule.Option option = figures.size() == 1 ? rule.named(sent) : null;
    if (option == null && figures.size() == 1) {
      option = rule.named(seen(sent));
    }
    if (option == null) {
      return null;
    }
    note(normal, rule.value().key(), option.value());
    return new CriterionScore.Awarded(option.points());
  }

  private static CriterionScore count(
      Count rule, Points max, Map<?, ?> figures, Map<String, Object> normal) {
    BigDecimal count = only(rule.value(), figures, normal);
    if (count == null) {
      return null;
    }
    var earned = new Points(count.multiply(rule.pointsPerItem().value()));
    return new CriterionScore.Awarded(earned.compareTo(max) > 0 ? max : earned);
  }

  private static CriterionScore checklist(
      Checklist rule, Map<?, ?> figures, Map<String, Object> normal) {
    if (figures.size() != 1
        || !(figures.get(Checklist.ITEMS) instanceof List<?> sent)
        || sent.size() > AnswerCheck.ITEMS_MAX) {
      return null;
    }
    List<Item> items = rule.items();
    var ticked = new boolean[items.size()];
    for (Object one : sent) {
      int at = rule.at(one);
      at = at < 0 ? rule.at(seen(one)) : at;
      if (at < 0 || ticked[at]) {
        return null;
      }
      ticked[at] = true;
    }
    Points sum = Points.ZERO;
    List<String> keys = normal == null ? null : new ArrayList<>();
    for (int i = 0; i < ticked.length; i++) {
      if (ticked[i]) {
        sum = sum.plus(items.get(i).points());
        if (keys != null) {
          keys.add(items.get(i).key());
        }
      }
    }
    if (keys != null) {
      normal.put(Checklist.ITEMS, List.copyOf(keys));
    }
    return new CriterionScore.Awarded(sum);
  }

  private CriterionScore sum(
      Sum rule, String place, Map<?, ?> figures, Map<String, Object> normal) {
    if (figures.size() != rule.parts().size()) {
      return null;
    }
    Points sum = Points.ZERO;
    boolean awaits = false;
    for (Part part : rule.parts()) {
      CriterionScore score = part(part, place, figures.get(part.key()), normal);
      if (score == null) {
        return null;
      }
      sum = sum.plus(score.points());
      awaits |= score instanceof CriterionScore.AwaitsBest;
    }
    return awaits ? new CriterionScore.AwaitsBest(sum) : new CriterionScore.Awarded(sum);
  }

  private CriterionScore best(
      Best rule, String place, Map<?, ?> figures, Map<String, Object> normal) {
    Points most = null;
    int known = 0;
    for (Part alternative : rule.alternatives()) {
      Object given = figures.get(alternative.key());
      known += given != null || figures.containsKey(alternative.key()) ? 1 : 0;
      if (given == null) {
        continue;
      }
      CriterionScore score = part(alternative, place, given, normal);
      if (score == null) {
        return null;
      }
      most = most == null || score.points().compareTo(most) > 0 ? score.points() : most;
    }
    return most == null || known != figures.size() ? null : new CriterionScore.Awarded(most);
  }

  private CriterionScore part(Part part, String place, Object figures, Map<String, Object> normal) {
    // Only what hangs on the group's best is looked up by its place.
    String own = part.rule().relative() ? inside(place, part) : "";
    if (normal == null) {
      return score(part.rule(), own, part.maxPoints(), figures, null);
    }
    var inner = new LinkedHashMap<String, Object>();
    normal.put(part.key(), inner);
    return score(part.rule(), own, part.maxPoints(), figures, inner);
  }

  static String inside(String place, Part part) {
    return place.isEmpty() ? part.key() : place + "." + part.key();
  }

  private CriterionScore relative(
      Measure measure, String leaf, Points max, Map<?, ?> figures, Map<String, Object> normal) {
    Measured own;
    switch (measure) {
      case Share share -> {
        BigDecimal part = part(share, figures, normal);
        BigDecimal whole = whole(share, part, figures, normal);
        if (whole == null || whole.signum() == 0) {
          return nothing(share, whole);
        }
        own = new Measured(part, whole);
      }
      case Amount amount -> {
        BigDecimal value = only(amount.value(), figures, normal);
        if (value == null) {
          return null;
        }
        own = Measured.amount(value);
      }
    }
    String place = Bests.place(criterion, leaf);
    measured = measured.isEmpty() ? new LinkedHashMap<>() : measured;
    measured.put(place, own);
    Optional<Measured> best = bests.at(place);
    return best.isEmpty()
        ? new CriterionScore.AwaitsBest(Points.ZERO)
        : new CriterionScore.Awarded(own.points(max, best.get()));
  }

  private static BigDecimal part(Share share, Map<?, ?> figures, Map<String, Object> normal) {
    return figures.size() == 2 ? number(share.numerator(), figures, normal) : null;
  }

  private static BigDecimal whole(
      Share share, BigDecimal part, Map<?, ?> figures, Map<String, Object> normal) {
    BigDecimal whole = part == null ? null : number(share.denominator(), figures, normal);
    return whole == null || part.compareTo(whole) > 0 ? null : whole;
  }

  /** Of a whole that is zero, or that could not be taken. */
  private static CriterionScore nothing(Share share, BigDecimal whole) {
    if (whole == null) {
      return null;
    }
    return share.whenDenominatorZero() == WhenDenominatorZero.NOT_APPLICABLE
        ? NOT_APPLICABLE
        : NOTHING;
  }

  /** The one figure of a rule that has one. */
  private static BigDecimal only(Input input, Map<?, ?> figures, Map<String, Object> normal) {
    return figures.size() == 1 ? number(input, figures, normal) : null;
  }

  private static BigDecimal number(Input input, Map<?, ?> figures, Map<String, Object> normal) {
    BigDecimal number =
        Node.decimal(figures.get(input.key()), input.min(), Input.MAX, input.decimals());
    if (normal != null && number != null) {
      note(normal, input.key(), number.scale() <= 0 ? (Object) number.longValueExact() : number);
    }
    return number;
  }

  private static void note(Map<String, Object> normal, String key, Object value) {
    if (normal != null) {
      normal.put(key, value);
    }
  }

  // As a reader sees it: a code that came with signs nobody sees is still that code.
  private static Object seen(Object sent) {
    return AnswerCheck.code(sent);
  }
}
