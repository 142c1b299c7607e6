package vn.minhbach.function.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.function.http.ReplyPart;

/**
 * A figure that counts, in the words of the set: what a reader makes of {@code {"a":187}}.
 *
 * @param label of the input, the ticked item, or the part that it belongs to
 * @param value a number as a text, {@code true} or {@code false}, or the label of an option; absent
 *     of a ticked item
 */
record FigureReply(String label, Optional<String> value) implements ReplyPart {

  /** The figures of an answer, in the order of the rule; empty where nothing was stored. */
  static Optional<List<FigureReply>> of(ScoringRule rule, Map<?, ?> inputs) {
    var figures = new ArrayList<FigureReply>();
    collect(rule, "", inputs, figures);
    return Optional.of(List.copyOf(figures)).filter(some -> !some.isEmpty());
  }

  private static void collect(
      ScoringRule rule, String part, Map<?, ?> inputs, List<FigureReply> figures) {
    if (rule instanceof ScoringRule.Checklist list
        && inputs.get(ScoringRule.Checklist.ITEMS) instanceof List<?> keys) {
      list.items().stream()
          .filter(item -> keys.contains(item.key()))
          .forEach(item -> figures.add(new FigureReply(part + item.label(), Optional.empty())));
    }
    for (ScoringRule.Part one : rule.parts()) {
      if (inputs.get(one.key()) instanceof Map<?, ?> own) {
        collect(one.rule(), part + one.label() + ": ", own, figures);
      }
    }
    for (Input input : rule.parts().isEmpty() ? rule.inputs() : List.<Input>of()) {
      Optional.ofNullable(inputs.get(input.key()))
          .ifPresent(value ->
              figures.add(new FigureReply(part + input.label(), Optional.of(told(rule, value)))));
    }
  }

  private static String told(ScoringRule rule, Object value) {
    if (rule instanceof ScoringRule.Choice choice && value instanceof String chosen) {
      return choice.option(chosen).map(ScoringRule.Option::label).orElse(chosen);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}
