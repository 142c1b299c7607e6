package vn.minhbach.core.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Points;

/** How the declared inputs of a criterion become points (domain/README.md section 4). */
public sealed interface ScoringRule {

  /** The rule's name in a criteria set, as {@code ratio}. */
  String type();

  /**
   * The inputs that an answer must give by themselves; none for a checklist, which takes {@code
   * items}, and none for a rule of parts, where each part has its own.
   */
  List<Input> inputs();

  /** The rules that it is made of; none for a rule that looks at figures itself. */
  default List<Part> parts() {
    return List.of();
  }

  /** Whether its points, or those of a part, hang on what the rest of the group answers. */
  default boolean relative() {
    for (Part part : parts()) {
      if (part.rule().relative()) {
        return true;
      }
    }
    return false;
  }

  /** The part of a whole that the rule looks at by itself; empty where it looks at none. */
  default Optional<Share> partOfWhole() {
    return switch (this) {
      case Ratio ratio -> Optional.of(ratio.share);
      case Tiers tiers -> tiers.measure.partOfWhole();
      case RelativeToBest best -> best.measure.partOfWhole();
      default -> Optional.empty();
    };
  }

  /** {@code maxPoints × min(1, share / target)}. */
  record Ratio(Share share, BigDecimal target) implements ScoringRule {
    /** How much of a whole gives full points. */
    public BigDecimal needed(BigDecimal whole) {
      return whole.multiply(target);
    }

    @Override
    public String type() {
      return "ratio";
    }

    @Override
    public List<Input> inputs() {
      return share.inputs();
    }
  }

  /** The points of the first tier, top down, that the measure reaches, else {@code otherwise}. */
  record Tiers(Measure measure, List<Tier> tiers, Points otherwise) implements ScoringRule {
    public Tiers {
      tiers = List.copyOf(tiers);
    }

    /** The tier that an amount reaches; null where it reaches none. */
    public Tier reached(BigDecimal amount) {
      for (Tier tier : tiers) {
        if (amount.compareTo(tier.min) >= 0) {
          return tier;
        }
      }
      return null;
    }

    /** The tier that {@code part / whole} reaches, without dividing; null where it reaches none. */
    public Tier reached(BigDecimal part, BigDecimal whole) {
      for (Tier tier : tiers) {
        if (part.compareTo(tier.min.multiply(whole)) >= 0) {
          return tier;
        }
      }
      return null;
    }

    @Override
    public String type() {
      return "tiers";
    }

    @Override
    public List<Input> inputs() {
      return measure.inputs();
    }
  }

  /** Type {@code boolean}: points for yes, points for no. */
  record YesNo(Input value, Points pointsIfTrue, Points pointsIfFalse) implements ScoringRule {
    @Override
    public String type() {
      return "boolean";
    }

    @Override
    public List<Input> inputs() {
      return List.of(value);
    }
  }

  /** The points of the one chosen option. */
  record Choice(Input value, List<Option> options) implements ScoringRule {
    public Choice {
      options = List.copyOf(options);
    }

    /** The option of this value. */
    public Optional<Option> option(String value) {
      return Optional.ofNullable(named(value));
    }

    /** The same of anything that was sent; null where it is no option. */
    public Option named(Object sent) {
      for (Option option : options) {
        if (option.value.equals(sent)) {
          return option;
        }
      }
      return null;
    }

    @Override
    public String type() {
      return "choice";
    }

    @Override
    public List<Input> inputs() {
      return List.of(value);
    }
  }

  /** {@code min(maxPoints, n × pointsPerItem)}. */
  record Count(Input value, Points pointsPerItem) implements ScoringRule {
    @Override
    public String type() {
      return "count";
    }

    @Override
    public List<Input> inputs() {
      return List.of(value);
    }
  }

  /** The sum of the ticked items. */
  record Checklist(List<Item> items) implements ScoringRule {

    /** What an answer names its ticked items by. */
    public static final String ITEMS = "items";

    public Checklist {
      items = List.copyOf(items);
    }

    /** Where in the list the item of this key stands; negative where it is none. */
    public int at(Object key) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).key.equals(key)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public String type() {
      return "checklist";
    }

    @Override
    public List<Input> inputs() {
      return List.of();
    }
  }

  /**
   * The sum of the points of its parts; their maxima make up the criterion's. Each part has its own
   * figures, nested in an answer under its key.
   */
  record Sum(List<Part> parts) implements ScoringRule {
    public Sum {
      parts = List.copyOf(parts);
    }

    @Override
    public String type() {
      return "sum";
    }

    @Override
    public List<Input> inputs() {
      return List.of();
    }

    @Override
    public List<Part> parts() {
      return parts;
    }
  }

  /**
   * The points of the best of its alternatives. An answer gives one of them or several, nested
   * under their keys; where two are worth the same, the first of the set counts.
   */
  record Best(List<Part> alternatives) implements ScoringRule {
    public Best {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public String type() {
      return "best";
    }

    @Override
    public List<Input> inputs() {
      return List.of();
    }

    @Override
    public List<Part> parts() {
      return alternatives;
    }
  }

  /**
   * {@code maxPoints × value / the group's best value}: what a unit reached, measured by the unit
   * of its group that reached most. Known only when the answers of the whole group are.
   */
  record RelativeToBest(Measure measure) implements ScoringRule {
    @Override
    public String type() {
      return "relativeToBest";
    }

    @Override
    public List<Input> inputs() {
      return measure.inputs();
    }

    @Override
    public boolean relative() {
      return true;
    }
  }

  /**
   * A part of a sum, or an alternative.
   *
   * @param key names it in an answer, as {@code tthc}
   * @param maxPoints the most that it can give
   */
  record Part(String key, String label, Points maxPoints, ScoringRule rule) {}

  /** What tiers look at. */
  sealed interface Measure {
    List<Input> inputs();

    /** Itself where it is a part of a whole. */
    default Optional<Share> partOfWhole() {
      return this instanceof Share share ? Optional.of(share) : Optional.empty();
    }
  }

  /** A part over its whole: {@code 0 ≤ numerator ≤ denominator}. */
  record Share(Input numerator, Input denominator, WhenDenominatorZero whenDenominatorZero)
      implements Measure {
    @Override
    public List<Input> inputs() {
      return List.of(numerator, denominator);
    }
  }

  /** A number as declared. */
  record Amount(Input value) implements Measure {
    @Override
    public List<Input> inputs() {
      return List.of(value);
    }
  }

  /** From {@code min}, inclusive, these points. */
  record Tier(BigDecimal min, Points points) {}

  /** One option of a choice; {@code value} names it in an answer. */
  record Option(String value, String label, Points points) {}

  /** One item of a checklist; {@code key} names it in an answer. */
  record Item(String key, String label, Points points) {}
}
