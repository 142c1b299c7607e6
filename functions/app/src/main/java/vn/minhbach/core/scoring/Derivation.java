package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.ScoringRule.Item;
import vn.minhbach.core.criteria.ScoringRule.Option;
import vn.minhbach.core.criteria.ScoringRule.Tier;

/** Why an answer scores what it scores: the part of the rule that applied, for a screen to word. */
public sealed interface Derivation {

  /**
   * As a plain tree for a reply: {@code rule} names the rule, numbers are texts, points have two
   * decimals.
   */
  SequencedMap<String, Object> tree();

  /**
   * The whole of the share is zero.
   *
   * @param dropped whether the criterion dropped out; else it scores zero
   */
  record ZeroDenominator(String rule, boolean dropped) implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      return map("rule", rule, "zeroDenominator", true, "dropped", dropped);
    }
  }

  /**
   * Rule {@code ratio}.
   *
   * @param full whether the share reaches the target and so gives full points
   */
  record ByRatio(BigDecimal numerator, BigDecimal denominator, BigDecimal target, boolean full)
      implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      return map(
          "rule",
          "ratio",
          "numerator",
          numerator.toPlainString(),
          "denominator",
          denominator.toPlainString(),
          "ratio",
          shown(numerator, denominator),
          "target",
          target.toPlainString(),
          "full",
          full);
    }
  }

  /**
   * Rule {@code tiers} on a share.
   *
   * @param tier the tier reached; empty where none was
   */
  record ByShareTier(BigDecimal numerator, BigDecimal denominator, Optional<Tier> tier)
      implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      var tree =
          map(
              "rule",
              "tiers",
              "numerator",
              numerator.toPlainString(),
              "denominator",
              denominator.toPlainString(),
              "ratio",
              shown(numerator, denominator));
      tier.ifPresent(reached -> tree.put("tier", reached.min().toPlainString()));
      return tree;
    }
  }

  /**
   * Rule {@code tiers} on a number.
   *
   * @param tier the tier reached; empty where none was
   */
  record ByAmountTier(BigDecimal value, Optional<Tier> tier) implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      var tree = map("rule", "tiers", "value", value.toPlainString());
      tier.ifPresent(reached -> tree.put("tier", reached.min().toPlainString()));
      return tree;
    }
  }

  /** Rule {@code boolean}. */
  record ByYesNo(boolean value) implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      return map("rule", "boolean", "value", value);
    }
  }

  /** Rule {@code choice}. */
  record ByOption(Option option) implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      return map("rule", "choice", "value", option.value(), "label", option.label());
    }
  }

  /**
   * Rule {@code count}.
   *
   * @param capped whether the maximum cut the points
   */
  record ByCount(BigDecimal count, Points pointsPerItem, boolean capped) implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      return map(
          "rule",
          "count",
          "count",
          count.toPlainString(),
          "pointsPerItem",
          pointsPerItem.toString(),
          "capped",
          capped);
    }
  }

  /** Rule {@code checklist}: what was ticked, with the points of each. */
  record ByItems(List<Item> ticked) implements Derivation {
    public ByItems {
      ticked = List.copyOf(ticked);
    }

    @Override
    public SequencedMap<String, Object> tree() {
      var items = new LinkedHashMap<String, Object>();
      ticked.forEach(item -> items.put(item.key(), item.points().toString()));
      return map("rule", "checklist", "items", items);
    }
  }

  /** What a part of a rule gave, and why. */
  record OfPart(String key, String label, Points max, Points points, Derivation why) {
    private SequencedMap<String, Object> tree() {
      return map(
          "key",
          key,
          "label",
          label,
          "maxPoints",
          max.toString(),
          "points",
          points.toString(),
          "why",
          why.tree());
    }
  }

  /** Rule {@code sum}: its parts, in the order of the set. */
  record BySum(List<OfPart> parts) implements Derivation {
    public BySum {
      parts = List.copyOf(parts);
    }

    @Override
    public SequencedMap<String, Object> tree() {
      return map("rule", "sum", "parts", parts.stream().map(OfPart::tree).toList());
    }
  }

  /**
   * Rule {@code best}: the alternatives that were given, in the order of the set.
   *
   * @param counted the key of the one that counts
   */
  record ByBestPart(String counted, List<OfPart> given) implements Derivation {
    public ByBestPart {
      given = List.copyOf(given);
    }

    @Override
    public SequencedMap<String, Object> tree() {
      return map(
          "rule",
          "best",
          "counted",
          counted,
          "alternatives",
          given.stream().map(OfPart::tree).toList());
    }
  }

  /**
   * Rule {@code relativeToBest}.
   *
   * @param best the group's best value; empty until the group's answers are closed
   */
  record ByGroupBest(Measured own, Optional<Measured> best) implements Derivation {
    @Override
    public SequencedMap<String, Object> tree() {
      var tree = map("rule", "relativeToBest", "own", value(own));
      best.ifPresentOrElse(
          known -> tree.put("best", value(known)), () -> tree.put("awaitsBest", true));
      return tree;
    }

    // A whole of one is an amount as declared.
    private static Object value(Measured measured) {
      return measured.whole().compareTo(BigDecimal.ONE) == 0
          ? measured.part().toPlainString()
          : map(
              "numerator",
              measured.part().toPlainString(),
              "denominator",
              measured.whole().toPlainString(),
              "ratio",
              shown(measured.part(), measured.whole()));
    }
  }

  // Cut, not rounded: 0.949999… must not be shown as 0.95 beside a tier of 0.95 that it misses.
  private static String shown(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, 6, RoundingMode.DOWN).toPlainString();
  }

  private static SequencedMap<String, Object> map(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
