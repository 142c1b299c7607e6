package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays a checked criteria set out as sheets; {@link CriteriaBook} reads them back. */
public final class CriteriaPages {

  private final Map<CriteriaSheets, List<List<Cell>>> rows = new EnumMap<>(CriteriaSheets.class);

  private CriteriaPages() {
    for (CriteriaSheets sheet : CriteriaSheets.values()) {
      rows.put(sheet, new ArrayList<>());
    }
  }

  /** The sheets of a set, given as the tree that was imported. */
  public static List<Page> of(Object tree) {
    var pages = new CriteriaPages();
    pages.set(map(tree));
    return pages.rows.entrySet().stream()
        .map(sheet ->
            new Page(
                sheet.getKey().title(),
                sheet.getKey().fields().stream().map(Field::column).toList(),
                sheet.getValue()))
        .toList();
  }

  private void set(Map<?, ?> set) {
    add(CriteriaSheets.SET, set);
    list(set, "levels").forEach(level -> add(CriteriaSheets.LEVELS, level, ""));
    for (Map<?, ?> group : list(set, "groups")) {
      String id = String.valueOf(group.get("id"));
      add(CriteriaSheets.PARTS, group, id, "");
      list(group, "levels").forEach(level -> add(CriteriaSheets.LEVELS, level, id));
      list(group, "subgroups")
          .forEach(part -> add(CriteriaSheets.PARTS, part, id, String.valueOf(part.get("id"))));
      list(group, "criteria").forEach(criterion -> criterion(criterion, id));
    }
  }

  private void criterion(Map<?, ?> criterion, String group) {
    String id = String.valueOf(criterion.get("id"));
    add(CriteriaSheets.CRITERIA, criterion, group);
    rule(map(criterion.get("scoring")), id, "");
    if (criterion.get("origin") instanceof Map<?, ?> origin) {
      add(CriteriaSheets.ORIGINS, origin, id);
    }
  }

  private void rule(Map<?, ?> scoring, String criterion, String place) {
    list(scoring, "inputs").forEach(input -> add(CriteriaSheets.INPUTS, input, criterion, place));
    for (Steps steps : Steps.values()) {
      list(scoring, steps.list())
          .forEach(step -> add(CriteriaSheets.STEPS, steps.row(step), criterion, place));
    }
    for (String parts : CriteriaBook.PARTS_OF.values()) {
      for (Map<?, ?> part : list(scoring, parts)) {
        add(CriteriaSheets.RULE_PARTS, part, criterion, place);
        String own = String.valueOf(part.get("key"));
        rule(map(part.get("scoring")), criterion, place.isEmpty() ? own : place + "." + own);
      }
    }
  }

  /** A row: the keys that tie it to other sheets, then what the object holds for each column. */
  private void add(CriteriaSheets sheet, Map<?, ?> object, String... keys) {
    var cells = new ArrayList<Cell>();
    int key = 0;
    for (Field field : sheet.fields()) {
      cells.add(field.path().isEmpty() ? Cell.text(keys[key++]) : cell(field, object));
    }
    rows.get(sheet).add(cells);
  }

  private static Cell cell(Field field, Map<?, ?> object) {
    Object value = object;
    for (String key : field.path()) {
      value = value instanceof Map<?, ?> inner ? inner.get(key) : null;
    }
    return switch (value) {
      case null -> Cell.EMPTY;
      case BigDecimal number -> Cell.number(number);
      case Number number -> Cell.number(new BigDecimal(number.toString()));
      case List<?> list -> Cell.text(joined(list));
      default -> Cell.text(field.words().word(value.toString()));
    };
  }

  // {"days": 5, "value": "late5"} as 5=late5.
  private static String joined(List<?> list) {
    return list.stream()
        .map(item ->
            item instanceof Map<?, ?> step
                ? step.get("days") + "=" + step.get("value")
                : String.valueOf(item))
        .collect(Collectors.joining("; "));
  }

  private static List<Map<?, ?>> list(Map<?, ?> object, String key) {
    var items = new ArrayList<Map<?, ?>>();
    if (object.get(key) instanceof List<?> list) {
      list.forEach(item -> items.add(map(item)));
    }
    return items;
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
