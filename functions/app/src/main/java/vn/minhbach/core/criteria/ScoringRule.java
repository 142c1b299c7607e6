package vn.minhbach.core.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Points;

/** How the declared inputs of a criterion become points (domain/README.md section 4). */
public sealed interface ScoringRule {

  /** The rule's name in a criteria set, as {@code ratio}. */
  String type();

  /** The inputs that an answer must give; none for a checklist, which takes {@code items}. */
  List<Input> inputs();

  /** {@code maxPoints × min(1, share / target)}. */
  record Ratio(Share share, BigDecimal target) implements ScoringRule {
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
      return options.stream().filter(option -> option.value().equals(value)).findFirst();
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
    public Checklist {
      items = List.copyOf(items);
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

  /** What tiers look at. */
  sealed interface Measure {
    List<Input> inputs();
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
