package vn.minhbach.core.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.criteria.ScoringRule;

/** Declared figures in words: each with its label, options and items as the set calls them. */
final class Figures {

  private Figures() {}

  /** One line for each figure; those of a part under its name. */
  static List<String> lines(Criterion criterion, Map<String, Object> inputs) {
    var lines = new ArrayList<String>();
    for (Leaf leaf : Leaf.of(criterion)) {
      Optional<Map<String, Object>> figures = leaf.figures(inputs);
      if (figures.isPresent()) {
        if (!leaf.path().isEmpty()) {
          lines.add(leaf.label() + ":");
        }
        lines.addAll(lines(leaf.rule(), figures.get()));
      }
    }
    return lines;
  }

  private static List<String> lines(ScoringRule rule, Map<String, Object> inputs) {
    var lines = new ArrayList<String>();
    if (rule instanceof ScoringRule.Checklist checklist) {
      List<?> ticked = inputs.get("items") instanceof List<?> list ? list : List.of();
      checklist.items().stream()
          .filter(item -> ticked.contains(item.key()))
          .forEach(item -> lines.add("– " + item.label()));
      return lines.isEmpty() ? List.of("Không có mục nào") : lines;
    }
    for (Input input : rule.inputs()) {
      Object value = inputs.get(input.key());
      if (value != null) {
        String shown = shown(rule, value);
        lines.add(rule instanceof ScoringRule.Choice ? shown : input.label() + ": " + shown);
      }
    }
    return lines;
  }

  /** A decimal as Vietnamese write it. */
  static String comma(Object number) {
    return number.toString().replace('.', ',');
  }

  private static String shown(ScoringRule rule, Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "có" : "không";
    }
    if (value instanceof Number number) {
      return comma(number);
    }
    return label(rule, value.toString()).orElse(value.toString());
  }

  private static Optional<String> label(ScoringRule rule, String value) {
    return rule instanceof ScoringRule.Choice choice
        ? choice.options().stream()
            .filter(option -> option.value().equals(value))
            .map(option -> option.label())
            .findFirst()
        : Optional.empty();
  }
}
