package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
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
import vn.minhbach.core.criteria.ScoringRule.Tiers;
import vn.minhbach.core.criteria.ScoringRule.YesNo;

/** What is wrong with an answer that its rule cannot take: every fault, at its place. */
final class AnswerCheck {

  /** The longest option or item name that is looked up; it comes back in the refusal. */
  private static final int NAME_MAX = 40;

  /** The most items that are looked at. */
  static final int ITEMS_MAX = 100;

  private AnswerCheck() {}

  static <T> Outcome<T> refused(Criterion criterion, Object inputs) {
    return Node.read(
            Collections.singletonMap("inputs", inputs),
            count -> ScoringProblem.INVALID_ANSWER.of(criterion.id(), count),
            root -> {
              check(criterion.rule(), root.field("inputs"));
              return () -> Optional.<T>empty();
            })
        .fold(
            Outcome::refused,
            sound -> {
              throw new IllegalStateException(criterion.id() + " takes no " + inputs);
            });
  }

  /** A code as a reader sees it; empty where a text is none. */
  static String code(Object sent) {
    return Node.read(
            sent,
            count -> InputProblem.BLANK.of(),
            node -> {
              String code = node.code(NAME_MAX);
              return () -> code;
            })
        .fold(refusal -> "", code -> code);
  }

  private static void check(ScoringRule rule, Node inputs) {
    inputs.only(keys(rule));
    switch (rule) {
      case Ratio ratio -> measure(ratio.share(), inputs);
      case Tiers tiers -> measure(tiers.measure(), inputs);
      case RelativeToBest relative -> measure(relative.measure(), inputs);
      case YesNo yesNo -> inputs.field(yesNo.value().key()).bool();
      case Choice choice -> option(choice, inputs.field(choice.value().key()));
      case Count count -> number(count.value(), inputs);
      case Checklist checklist -> items(checklist, inputs.field(Checklist.ITEMS));
      case Sum sum -> parts(sum.parts(), inputs);
      case Best best -> alternatives(best, inputs);
    }
  }

  private static String[] keys(ScoringRule rule) {
    if (rule instanceof Checklist) {
      return new String[] {Checklist.ITEMS};
    }
    return rule.parts().isEmpty()
        ? rule.inputs().stream().map(Input::key).toArray(String[]::new)
        : rule.parts().stream().map(Part::key).toArray(String[]::new);
  }

  private static void parts(List<Part> parts, Node inputs) {
    for (Part part : parts) {
      Node own = inputs.field(part.key());
      if (own.raw() != null) {
        check(part.rule(), own);
      }
    }
  }

  private static void alternatives(Best rule, Node inputs) {
    boolean given = false;
    for (Part alternative : rule.alternatives()) {
      Optional<Node> own = inputs.optional(alternative.key());
      own.ifPresent(figures -> check(alternative.rule(), figures));
      given |= own.isPresent();
    }
    if (!given && inputs.raw() instanceof Map) {
      inputs.fault(ScoringProblem.NO_ALTERNATIVE_GIVEN.of(List.of(keys(rule))));
    }
  }

  private static void measure(Measure measure, Node inputs) {
    switch (measure) {
      case Amount amount -> number(amount.value(), inputs);
      case Share share -> {
        Optional<BigDecimal> part = number(share.numerator(), inputs);
        Optional<BigDecimal> whole = number(share.denominator(), inputs);
        if (part.isPresent() && whole.isPresent() && part.get().compareTo(whole.get()) > 0) {
          inputs.faultAt(
              share.numerator().key(),
              ScoringProblem.NUMERATOR_OVER_DENOMINATOR.of(part.get(), whole.get()));
        }
      }
    }
  }

  private static void option(Choice rule, Node node) {
    String value = node.code(NAME_MAX);
    if (rule.option(value).isEmpty() && readable(node, value)) {
      String known =
          rule.options().stream().map(ScoringRule.Option::value).collect(Collectors.joining(", "));
      node.fault(ScoringProblem.UNKNOWN_OPTION.of(value, known));
    }
  }

  private static void items(Checklist rule, Node items) {
    List<String> known = rule.items().stream().map(Item::key).toList();
    var ticked = new HashSet<String>();
    for (Node item : items.items(ITEMS_MAX)) {
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
  }

  private static Optional<BigDecimal> number(Input input, Node inputs) {
    return inputs.field(input.key()).decimal(input.min(), Input.MAX, input.decimals());
  }

  private static boolean readable(Node node, String text) {
    return node.raw() instanceof String && !text.isBlank() && text.length() <= NAME_MAX;
  }
}
