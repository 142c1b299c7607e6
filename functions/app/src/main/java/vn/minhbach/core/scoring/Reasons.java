package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.ScoringRule.Amount;
import vn.minhbach.core.criteria.ScoringRule.Best;
import vn.minhbach.core.criteria.ScoringRule.Checklist;
import vn.minhbach.core.criteria.ScoringRule.Choice;
import vn.minhbach.core.criteria.ScoringRule.Count;
import vn.minhbach.core.criteria.ScoringRule.Measure;
import vn.minhbach.core.criteria.ScoringRule.Part;
import vn.minhbach.core.criteria.ScoringRule.Ratio;
import vn.minhbach.core.criteria.ScoringRule.RelativeToBest;
import vn.minhbach.core.criteria.ScoringRule.Share;
import vn.minhbach.core.criteria.ScoringRule.Sum;
import vn.minhbach.core.criteria.ScoringRule.Tiers;
import vn.minhbach.core.criteria.ScoringRule.YesNo;
import vn.minhbach.core.criteria.WhenDenominatorZero;

/** Finds the derivation of an answer that was scored, from its normal form. */
final class Reasons {

  private final CriterionId criterion;
  private final Bests bests;

  private Reasons(CriterionId criterion, Bests bests) {
    this.criterion = criterion;
    this.bests = bests;
  }

  /**
   * @param normal see {@link Scored#inputs}
   */
  static Derivation of(Criterion criterion, Bests bests, Map<String, Object> normal) {
    return new Reasons(criterion.id(), bests)
        .why(criterion.rule(), "", criterion.maxPoints(), normal);
  }

  private Derivation why(ScoringRule rule, String place, Points max, Map<?, ?> figures) {
    return switch (rule) {
      case Ratio ratio ->
          ofShare(
              rule,
              ratio.share(),
              figures,
              (part, whole) ->
                  new Derivation.ByRatio(
                      part, whole, ratio.target(), part.compareTo(ratio.needed(whole)) >= 0));
      case Tiers tiers -> tiers(tiers, figures);
      case YesNo yesNo -> new Derivation.ByYesNo((Boolean) figures.get(yesNo.value().key()));
      case Choice choice ->
          new Derivation.ByOption(choice.named(figures.get(choice.value().key())));
      case Count count -> {
        BigDecimal number = number(count.value(), figures);
        var earned = new Points(number.multiply(count.pointsPerItem().value()));
        yield new Derivation.ByCount(number, count.pointsPerItem(), earned.compareTo(max) > 0);
      }
      case Checklist checklist -> {
        var ticked = (List<?>) figures.get(Checklist.ITEMS);
        yield new Derivation.ByItems(
            checklist.items().stream().filter(item -> ticked.contains(item.key())).toList());
      }
      case Sum sum -> new Derivation.BySum(parts(sum.parts(), place, figures));
      case Best best -> best(parts(best.alternatives(), place, figures));
      case RelativeToBest relative -> relative(relative.measure(), rule, place, figures);
    };
  }

  /** Makes a derivation of a part and its whole. */
  private interface OfShare {
    Derivation of(BigDecimal part, BigDecimal whole);
  }

  private static Derivation ofShare(
      ScoringRule rule, Share share, Map<?, ?> figures, OfShare derivation) {
    BigDecimal whole = number(share.denominator(), figures);
    return whole.signum() == 0
        ? new Derivation.ZeroDenominator(
            rule.type(), share.whenDenominatorZero() == WhenDenominatorZero.NOT_APPLICABLE)
        : derivation.of(number(share.numerator(), figures), whole);
  }

  private static Derivation tiers(Tiers rule, Map<?, ?> figures) {
    return switch (rule.measure()) {
      case Share share ->
          ofShare(
              rule,
              share,
              figures,
              (part, whole) ->
                  new Derivation.ByShareTier(
                      part, whole, Optional.ofNullable(rule.reached(part, whole))));
      case Amount amount -> {
        BigDecimal value = number(amount.value(), figures);
        yield new Derivation.ByAmountTier(value, Optional.ofNullable(rule.reached(value)));
      }
    };
  }

  private Derivation relative(Measure measure, ScoringRule rule, String leaf, Map<?, ?> figures) {
    Optional<Measured> best = bests.at(Bests.place(criterion, leaf));
    return switch (measure) {
      case Share share ->
          ofShare(
              rule,
              share,
              figures,
              (part, whole) -> new Derivation.ByGroupBest(new Measured(part, whole), best));
      case Amount amount ->
          new Derivation.ByGroupBest(Measured.amount(number(amount.value(), figures)), best);
    };
  }

  private List<Derivation.OfPart> parts(List<Part> parts, String place, Map<?, ?> figures) {
    var why = new ArrayList<Derivation.OfPart>();
    for (Part part : parts) {
      if (figures.get(part.key()) instanceof Map<?, ?> own) {
        String inside = Pass.inside(place, part);
        why.add(
            new Derivation.OfPart(
                part.key(),
                part.label(),
                part.maxPoints(),
                new Pass(criterion, bests)
                    .score(part.rule(), inside, part.maxPoints(), own, null)
                    .points(),
                why(part.rule(), inside, part.maxPoints(), own)));
      }
    }
    return why;
  }

  // Of equals the first of the set, whatever order they were sent in.
  private static Derivation best(List<Derivation.OfPart> given) {
    Derivation.OfPart most = given.getFirst();
    for (Derivation.OfPart one : given) {
      most = one.points().compareTo(most.points()) > 0 ? one : most;
    }
    return new Derivation.ByBestPart(most.key(), given);
  }

  private static BigDecimal number(Input input, Map<?, ?> figures) {
    return figures.get(input.key()) instanceof Long whole
        ? BigDecimal.valueOf(whole)
        : (BigDecimal) figures.get(input.key());
  }
}
