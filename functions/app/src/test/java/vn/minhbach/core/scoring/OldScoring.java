package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
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
 * How answers were scored before there was one pass for points and another for reasons: through a
 * node for each figure, everything at once. Slow and plain; the judge of what replaced it.
 */
final class OldScoring {

  /** The longest option or item name that is looked up; it comes back in the refusal. */
  private static final int NAME_MAX = 40;

  private static final int ITEMS_MAX = 100;

  private final CriterionId criterion;
  private final Bests bests;

  private OldScoring(CriterionId criterion, Bests bests) {
    this.criterion = criterion;
    this.bests = bests;
  }

  /**
   * Checks and scores the inputs of an answer, a plain tree as {@code {"a":187,"b":193}}. Refused
   * as {@link ScoringProblem#INVALID_ANSWER} with every fault at its place, as {@code inputs.a}.
   */
  static Outcome<Told> score(Criterion criterion, Object inputs) {
    return score(criterion, inputs, Bests.UNKNOWN);
  }

  /** The second pass: the same with the best values of the unit's group. */
  static Outcome<Told> score(Criterion criterion, Object inputs, Bests bests) {
    var answer = new HashMap<String, Object>();
    answer.put("inputs", inputs);
    return Node.read(
        answer,
        count -> ScoringProblem.INVALID_ANSWER.of(criterion.id(), count),
        root ->
            new OldScoring(criterion.id(), bests)
                .read(criterion.rule(), "", criterion.maxPoints(), root.field("inputs")));
  }

  private Supplier<Told> read(ScoringRule scoring, String place, Points max, Node inputs) {
    inputs.only(keys(scoring));
    return switch (scoring) {
      case Ratio rule -> ratio(rule, max, inputs);
      case Tiers rule ->
          switch (rule.measure()) {
            case Share share -> shareTiers(rule, share, inputs);
            case Amount amount -> amountTiers(rule, amount.value(), inputs);
          };
      case YesNo rule -> yesNo(rule, inputs);
      case Choice rule -> choice(rule, inputs);
      case Count rule -> count(rule, max, inputs);
      case Checklist rule -> checklist(rule, inputs);
      case Sum rule -> sum(rule, place, inputs);
      case Best rule -> best(rule, place, inputs);
      case RelativeToBest rule ->
          switch (rule.measure()) {
            case Share share -> relativeShare(rule, share, place, max, inputs);
            case Amount amount -> relativeAmount(amount.value(), place, max, inputs);
          };
    };
  }

  /** What it answers. */
  record Told(
      CriterionScore score,
      Map<String, Object> inputs,
      Derivation derivation,
      Map<String, Measured> measured) {}

  /** A part of a rule with what it scores. */
  private record Of(Part part, Supplier<Told> scored) {}

  private Of part(Part part, String place, Node inputs) {
    String own = place.isEmpty() ? part.key() : place + "." + part.key();
    return new Of(part, read(part.rule(), own, part.maxPoints(), inputs));
  }

  private Supplier<Told> sum(Sum rule, String place, Node inputs) {
    var parts = new ArrayList<Of>();
    for (Part part : rule.parts()) {
      Node own = inputs.field(part.key());
      if (own.raw() != null) {
        parts.add(part(part, place, own));
      }
    }
    return () -> {
      var figures = new LinkedHashMap<String, Object>();
      var measured = new LinkedHashMap<String, Measured>();
      var why = new ArrayList<Derivation.OfPart>();
      boolean awaits = false;
      for (Of one : parts) {
        Told scored = one.scored.get();
        figures.put(one.part.key(), scored.inputs());
        measured.putAll(scored.measured());
        why.add(told(one, scored));
        awaits |= scored.score() instanceof CriterionScore.AwaitsBest;
      }
      Points points = Points.sum(why.stream().map(Derivation.OfPart::points).toList());
      return new Told(
          awaits ? new CriterionScore.AwaitsBest(points) : new CriterionScore.Awarded(points),
          figures,
          new Derivation.BySum(why),
          measured);
    };
  }

  private Supplier<Told> best(Best rule, String place, Node inputs) {
    var given = new ArrayList<Of>();
    for (Part alternative : rule.alternatives()) {
      inputs.optional(alternative.key()).ifPresent(own -> given.add(part(alternative, place, own)));
    }
    if (given.isEmpty() && inputs.raw() instanceof Map) {
      inputs.fault(ScoringProblem.NO_ALTERNATIVE_GIVEN.of(List.of(keys(rule))));
    }
    return () -> {
      var figures = new LinkedHashMap<String, Object>();
      var why = new ArrayList<Derivation.OfPart>();
      for (Of one : given) {
        Told scored = one.scored.get();
        figures.put(one.part.key(), scored.inputs());
        why.add(told(one, scored));
      }
      // Of equals the first of the set, whatever order they were sent in.
      Derivation.OfPart most = why.getFirst();
      for (Derivation.OfPart one : why) {
        most = one.points().compareTo(most.points()) > 0 ? one : most;
      }
      return scored(most.points(), figures, new Derivation.ByBestPart(most.key(), why));
    };
  }

  private static Derivation.OfPart told(Of of, Told scored) {
    return new Derivation.OfPart(
        of.part.key(),
        of.part.label(),
        of.part.maxPoints(),
        scored.score().points(),
        scored.derivation());
  }

  private Supplier<Told> relativeShare(
      RelativeToBest rule, Share share, String place, Points max, Node inputs) {
    Supplier<Fraction> read = fraction(share, inputs);
    return () -> {
      Fraction fraction = read.get();
      return fraction.whole.signum() == 0
          ? zeroDenominator(rule.type(), fraction)
          : relative(new Measured(fraction.part, fraction.whole), fraction.inputs(), place, max);
    };
  }

  private Supplier<Told> relativeAmount(Input input, String place, Points max, Node inputs) {
    Optional<BigDecimal> value = number(input, inputs);
    return () -> {
      BigDecimal amount = value.orElseThrow();
      return relative(Measured.amount(amount), normal(input.key(), stored(amount)), place, max);
    };
  }

  private Told relative(
      Measured own, SequencedMap<String, Object> inputs, String leaf, Points max) {
    String place = Bests.place(criterion, leaf);
    Optional<Measured> best = bests.at(place);
    var measured = new LinkedHashMap<String, Measured>();
    measured.put(place, own);
    return new Told(
        best.<CriterionScore>map(known -> new CriterionScore.Awarded(own.points(max, known)))
            .orElseGet(() -> new CriterionScore.AwaitsBest(Points.ZERO)),
        inputs,
        new Derivation.ByGroupBest(own, best),
        measured);
  }

  private static String[] keys(ScoringRule rule) {
    if (rule instanceof Checklist) {
      return new String[] {"items"};
    }
    return rule.parts().isEmpty()
        ? rule.inputs().stream().map(Input::key).toArray(String[]::new)
        : rule.parts().stream().map(Part::key).toArray(String[]::new);
  }

  private static Supplier<Told> ratio(Ratio rule, Points max, Node inputs) {
    Supplier<Fraction> read = fraction(rule.share(), inputs);
    return () -> {
      Fraction fraction = read.get();
      if (fraction.whole.signum() == 0) {
        return zeroDenominator(rule.type(), fraction);
      }
      // max × (part / whole) / target as one fraction, so that it is rounded once.
      BigDecimal needed = fraction.whole.multiply(rule.target());
      boolean full = fraction.part.compareTo(needed) >= 0;
      Points points =
          full
              ? max
              : new Points(
                  max.value().multiply(fraction.part).divide(needed, 2, RoundingMode.HALF_UP));
      return scored(
          points,
          fraction.inputs(),
          new Derivation.ByRatio(fraction.part, fraction.whole, rule.target(), full));
    };
  }

  private static Supplier<Told> shareTiers(Tiers rule, Share share, Node inputs) {
    Supplier<Fraction> read = fraction(share, inputs);
    return () -> {
      Fraction fraction = read.get();
      if (fraction.whole.signum() == 0) {
        return zeroDenominator(rule.type(), fraction);
      }
      // part / whole ≥ min, without dividing.
      Optional<Tier> reached =
          first(rule, tier -> fraction.part.compareTo(tier.min().multiply(fraction.whole)) >= 0);
      return scored(
          reached.map(Tier::points).orElse(rule.otherwise()),
          fraction.inputs(),
          new Derivation.ByShareTier(fraction.part, fraction.whole, reached));
    };
  }

  private static Supplier<Told> amountTiers(Tiers rule, Input input, Node inputs) {
    Optional<BigDecimal> value = number(input, inputs);
    return () -> {
      BigDecimal amount = value.orElseThrow();
      Optional<Tier> reached = first(rule, tier -> amount.compareTo(tier.min()) >= 0);
      return scored(
          reached.map(Tier::points).orElse(rule.otherwise()),
          normal(input.key(), stored(amount)),
          new Derivation.ByAmountTier(amount, reached));
    };
  }

  private static Supplier<Told> yesNo(YesNo rule, Node inputs) {
    boolean value = inputs.field(rule.value().key()).bool();
    return () ->
        scored(
            value ? rule.pointsIfTrue() : rule.pointsIfFalse(),
            normal(rule.value().key(), value),
            new Derivation.ByYesNo(value));
  }

  private static Supplier<Told> choice(Choice rule, Node inputs) {
    Node node = inputs.field(rule.value().key());
    String value = node.code(NAME_MAX);
    Optional<ScoringRule.Option> option =
        rule.options().stream().filter(one -> one.value().equals(value)).findFirst();
    if (option.isEmpty() && readable(node, value)) {
      String known =
          rule.options().stream().map(ScoringRule.Option::value).collect(Collectors.joining(", "));
      node.fault(ScoringProblem.UNKNOWN_OPTION.of(value, known));
    }
    return () ->
        scored(
            option.orElseThrow().points(),
            normal(rule.value().key(), value),
            new Derivation.ByOption(option.orElseThrow()));
  }

  private static Supplier<Told> count(Count rule, Points max, Node inputs) {
    Optional<BigDecimal> value = number(rule.value(), inputs);
    return () -> {
      BigDecimal count = value.orElseThrow();
      var earned = new Points(count.multiply(rule.pointsPerItem().value()));
      boolean capped = earned.compareTo(max) > 0;
      return scored(
          capped ? max : earned,
          normal(rule.value().key(), stored(count)),
          new Derivation.ByCount(count, rule.pointsPerItem(), capped));
    };
  }

  private static Supplier<Told> checklist(Checklist rule, Node inputs) {
    List<String> known = rule.items().stream().map(Item::key).toList();
    var ticked = new HashSet<String>();
    for (Node item : inputs.field("items").items(ITEMS_MAX)) {
      String key = item.code(NAME_MAX);
      if (!readable(item, key)) {
        continue;
      }
      if (!known.contains(key)) {
        item.fault(ScoringProblem.UNKNOWN_ITEM.of(key, known));
      } else if (!ticked.add(key)) {
        item.fault(ScoringProblem.REPEATED_ITEM.of(key));
      }
    }
    List<Item> items = rule.items().stream().filter(item -> ticked.contains(item.key())).toList();
    return () ->
        scored(
            Points.sum(items.stream().map(Item::points).toList()),
            normal("items", items.stream().map(Item::key).toList()),
            new Derivation.ByItems(items));
  }

  /** A part of a whole, with the keys under which the two are stored. */
  private record Fraction(BigDecimal part, BigDecimal whole, Share share) {
    SequencedMap<String, Object> inputs() {
      var inputs = normal(share.numerator().key(), stored(part));
      inputs.put(share.denominator().key(), stored(whole));
      return inputs;
    }
  }

  private static Supplier<Fraction> fraction(Share share, Node inputs) {
    Optional<BigDecimal> part = number(share.numerator(), inputs);
    Optional<BigDecimal> whole = number(share.denominator(), inputs);
    if (part.isPresent() && whole.isPresent() && part.get().compareTo(whole.get()) > 0) {
      inputs.faultAt(
          share.numerator().key(),
          ScoringProblem.NUMERATOR_OVER_DENOMINATOR.of(part.get(), whole.get()));
    }
    return () -> new Fraction(part.orElseThrow(), whole.orElseThrow(), share);
  }

  private static Told zeroDenominator(String rule, Fraction fraction) {
    boolean dropped = fraction.share.whenDenominatorZero() == WhenDenominatorZero.NOT_APPLICABLE;
    return new Told(
        dropped ? new CriterionScore.NotApplicable() : new CriterionScore.Awarded(Points.ZERO),
        fraction.inputs(),
        new Derivation.ZeroDenominator(rule, dropped),
        Map.of());
  }

  private static Told scored(
      Points points, SequencedMap<String, Object> inputs, Derivation derivation) {
    return new Told(new CriterionScore.Awarded(points), inputs, derivation, Map.of());
  }

  private static Optional<Tier> first(Tiers rule, Predicate<Tier> reached) {
    return rule.tiers().stream().filter(reached).findFirst();
  }

  private static Optional<BigDecimal> number(Input input, Node inputs) {
    return inputs.field(input.key()).decimal(input.min(), Input.MAX, input.decimals());
  }

  private static boolean readable(Node node, String text) {
    return node.raw() instanceof String && !text.isBlank() && text.length() <= NAME_MAX;
  }

  private static Object stored(BigDecimal number) {
    return number.scale() <= 0 ? (Object) number.longValueExact() : number;
  }

  private static SequencedMap<String, Object> normal(String key, Object value) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put(key, value);
    return inputs;
  }
}
