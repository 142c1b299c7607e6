package vn.minhbach.core.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.ScoringRule;

/**
 * A cell with inputs, as {@code {"a":187,"b":193}} or, what a spreadsheet makes more easily, {@code
 * a=187;b=193}; the items of a checklist as {@code items=i1|i3}.
 */
final class FigureText {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(?:\\.\\d{1,20})?");

  private final ImportSource.JsonText json;

  FigureText(ImportSource.JsonText json) {
    this.json = json;
  }

  /**
   * The inputs as a plain tree, not yet held against the rule; empty when the cell cannot be read.
   * A value of the wrong kind stays a text, so that scoring refuses it at its place.
   */
  Optional<Object> read(String cell, Criterion criterion) {
    if (cell.startsWith("{")) {
      Outcome<Object> tree = json.tree(cell);
      return tree.fold(refusal -> Optional.empty(), Optional::of);
    }
    var inputs = new LinkedHashMap<String, Object>();
    for (String pair : cell.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      String key = pair.substring(0, equals).strip();
      Object value = value(key, pair.substring(equals + 1).strip(), criterion);
      if (inputs.putIfAbsent(key, value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(inputs);
  }

  private static Object value(String key, String text, Criterion criterion) {
    if (criterion.rule() instanceof ScoringRule.Checklist) {
      return text.isEmpty()
          ? List.of()
          : Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }
    Optional<InputKind> kind =
        criterion.inputs().stream()
            .filter(input -> input.key().equals(key))
            .map(Input::kind)
            .findFirst();
    if (kind.filter(InputKind::numeric).isPresent() && NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    boolean yesOrNo = kind.filter(InputKind.BOOLEAN::equals).isPresent();
    return yesOrNo && Map.of("true", true, "false", false).containsKey(text)
        ? (Object) Boolean.valueOf(text)
        : text;
  }
}
