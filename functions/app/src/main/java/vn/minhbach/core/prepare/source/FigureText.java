package vn.minhbach.core.prepare.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.SeenText;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.criteria.ScoringRule;

/**
 * A cell with inputs, as {@code {"a":187,"b":193}} or, what a spreadsheet makes more easily, {@code
 * a=187;b=193}; the items of a checklist as {@code items=i1|i3}; a figure of a part as {@code
 * p1.a=187}.
 */
final class FigureText {

  private final ImportSource.JsonText json;

  FigureText(ImportSource.JsonText json) {
    this.json = json;
  }

  /** Where a number stands that can be read as two, and the number. */
  record Doubtful(String key, String value) {}

  /** The first number of inputs that were read which can mean a thousand or a fraction. */
  static Optional<Doubtful> doubtful(Object inputs) {
    return inputs instanceof Map<?, ?> map
        ? flat(map).entrySet().stream()
            .filter(input -> doubtfulValue(input.getValue()))
            .map(input -> new Doubtful(input.getKey().toString(), input.getValue().toString()))
            .findFirst()
        : Optional.empty();
  }

  private static Map<String, Object> flat(Map<?, ?> inputs) {
    var all = new LinkedHashMap<String, Object>();
    inputs.forEach((key, value) -> all.put(String.valueOf(key), value));
    return Leaf.flat(all);
  }

  // A number of JSON keeps its zeros: in a cell, people type 1.000 there as well.
  private static boolean doubtfulValue(Object value) {
    return (value instanceof BigDecimal || value instanceof String)
        && DigitGroups.ambiguous(value.toString());
  }

  /**
   * The inputs as a plain tree, not yet held against the rule; empty when the cell cannot be read.
   * A value of the wrong kind stays a text, so that scoring refuses it at its place; so does a
   * {@link #doubtful} one.
   */
  Optional<Object> read(String cell, Criterion criterion) {
    if (cell.startsWith("{")) {
      Outcome<Object> tree = json.tree(cell);
      return tree.fold(refusal -> Optional.empty(), Optional::of);
    }
    var inputs = new LinkedHashMap<String, Object>();
    var seen = new HashSet<String>();
    for (String pair : cell.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      String key = SeenText.of(pair.substring(0, equals));
      if (!seen.add(key)) {
        return Optional.empty();
      }
      put(inputs, key, SeenText.of(pair.substring(equals + 1)), criterion);
    }
    return Optional.of(inputs);
  }

  // A name that no rule has stays as it is, so that scoring refuses it.
  private static void put(
      Map<String, Object> inputs, String name, String text, Criterion criterion) {
    for (Leaf leaf : Leaf.of(criterion)) {
      if (leaf.rule() instanceof ScoringRule.Checklist && leaf.place("items").equals(name)) {
        leaf.put(inputs, "items", items(text));
        return;
      }
      for (Input input : leaf.rule().inputs()) {
        if (leaf.place(input.key()).equals(name)) {
          leaf.put(inputs, input.key(), value(input.kind(), text));
          return;
        }
      }
    }
    inputs.put(name, text);
  }

  private static List<String> items(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split("\\|", -1)).map(SeenText::of).toList();
  }

  private static Object value(InputKind kind, String text) {
    if (kind.numeric()) {
      return DigitGroups.number(text).map(number -> (Object) number).orElse(text);
    }
    return kind == InputKind.BOOLEAN && Map.of("true", true, "false", false).containsKey(text)
        ? (Object) Boolean.valueOf(text)
        : text;
  }
}
