package vn.minhbach.core.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;

/** Declared figures in words: each with its label, options and items as the set calls them. */
final class Figures {

  private Figures() {}

  /** One line for each figure. */
  static List<String> lines(Criterion criterion, Map<String, Object> inputs) {
    var lines = new ArrayList<String>();
    if (criterion.rule() instanceof ScoringRule.Checklist checklist) {
      List<?> ticked = inputs.get("items") instanceof List<?> list ? list : List.of();
      checklist.items().stream()
          .filter(item -> ticked.contains(item.key()))
          .forEach(item -> lines.add("– " + item.label()));
      return lines.isEmpty() ? List.of("Không có mục nào") : lines;
    }
    for (Input input : criterion.inputs()) {
      Object value = inputs.get(input.key());
      if (value != null) {
        String shown = shown(criterion, value);
        lines.add(
            criterion.rule() instanceof ScoringRule.Choice ? shown : input.label() + ": " + shown);
      }
    }
    return lines;
  }

  /** A decimal as Vietnamese write it. */
  static String comma(Object number) {
    return number.toString().replace('.', ',');
  }

  private static String shown(Criterion criterion, Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "có" : "không";
    }
    if (value instanceof Number number) {
      return comma(number);
    }
    return label(criterion, value.toString()).orElse(value.toString());
  }

  private static Optional<String> label(Criterion criterion, String value) {
    return criterion.rule() instanceof ScoringRule.Choice choice
        ? choice.options().stream()
            .filter(option -> option.value().equals(value))
            .map(option -> option.label())
            .findFirst()
        : Optional.empty();
  }
}
