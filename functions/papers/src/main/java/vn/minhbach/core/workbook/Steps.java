package vn.minhbach.core.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The three lists that a rule may have, which share one sheet: what its columns mean in each. */
enum Steps {
  TIERS("tiers", "tiers", "", "", "min"),
  OPTIONS("choice", "options", "value", "label", ""),
  ITEMS("checklist", "items", "key", "label", "");

  private final String rule;
  private final String list;
  private final List<String> keys;

  Steps(String rule, String list, String code, String label, String min) {
    this.rule = rule;
    this.list = list;
    this.keys = List.of(code, label, min);
  }

  /** The one that a rule has, by its type. */
  static Optional<Steps> of(String rule) {
    return Stream.of(values()).filter(steps -> steps.rule.equals(rule)).findFirst();
  }

  String list() {
    return list;
  }

  /** The list's own name of a column; the column's where the list has none, which is a fault. */
  String key(String column) {
    int index = List.of("code", "label", "min").indexOf(column);
    return index < 0 || keys.get(index).isEmpty() ? column : keys.get(index);
  }

  /** An element under the names of the columns. */
  Map<String, Object> row(Map<?, ?> step) {
    var row = new LinkedHashMap<String, Object>();
    for (String column : List.of("code", "label", "min", "points")) {
      row.put(column, step.get(key(column)));
    }
    return row;
  }
}
