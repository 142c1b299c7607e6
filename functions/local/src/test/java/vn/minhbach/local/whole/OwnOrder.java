package vn.minhbach.local.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Looks through answers, whatever route gave them, for the order of some units: a figure beside the
 * units' codes, or the sequence in which they stand, that rises or falls with their points.
 */
final class OwnOrder {

  /** Fewer may stand in order by chance: five do once in sixty. */
  private static final int UNITS_MIN = 4;

  private final Map<String, BigDecimal> points;

  /**
   * An order to look for.
   *
   * @param points unit to its true points; no two the same
   */
  OwnOrder(Map<String, BigDecimal> points) {
    this.points = Map.copyOf(points);
  }

  /** Where an answer gives the order away; empty where it does not. */
  List<String> leaks(String contentType, String text) {
    var columns = new TreeMap<String, Map<String, BigDecimal>>();
    var sequences = new TreeMap<String, List<String>>();
    if (contentType.contains("json")) {
      walk(Http.JSON.readTree(text), "", columns, sequences);
    } else if (contentType.contains("csv")) {
      table(text, columns, sequences);
    }
    var leaks = new ArrayList<String>();
    columns.forEach((place, figures) -> {
      if (figures.size() >= UNITS_MIN && follows(figures)) {
        leaks.add(place + " " + new TreeMap<>(figures));
      }
    });
    sequences.forEach((place, units) -> {
      var places = new LinkedHashMap<String, BigDecimal>();
      units.forEach(unit -> places.putIfAbsent(unit, BigDecimal.valueOf(places.size())));
      if (places.size() >= UNITS_MIN && follows(places)) {
        leaks.add(place + " stands in the order " + units);
      }
    });
    return leaks;
  }

  /** Whether a figure rises, or falls, with the points: weakly, but not the same for all. */
  private boolean follows(Map<String, BigDecimal> figures) {
    List<BigDecimal> byPoints =
        figures.keySet().stream()
            .sorted((one, other) -> points.get(one).compareTo(points.get(other)))
            .map(figures::get)
            .toList();
    boolean rises = IntStream.range(1, byPoints.size()).allMatch(i -> step(byPoints, i) >= 0);
    boolean falls = IntStream.range(1, byPoints.size()).allMatch(i -> step(byPoints, i) <= 0);
    return rises != falls;
  }

  private static int step(List<BigDecimal> figures, int i) {
    return figures.get(i).compareTo(figures.get(i - 1));
  }

  // Every figure at or below an object that names a unit is that unit's.
  private void walk(
      JsonNode node,
      String place,
      Map<String, Map<String, BigDecimal>> columns,
      Map<String, List<String>> sequences) {
    if (node.isArray()) {
      node.forEach(element -> {
        String unit = element.isString() ? element.asString() : named(element);
        if (points.containsKey(unit)) {
          sequences.computeIfAbsent(place + "[]", p -> new ArrayList<>()).add(unit);
        }
        walk(element, place + "[]", columns, sequences);
      });
    } else if (node.isObject()) {
      String unit = named(node);
      if (points.containsKey(unit)) {
        figures(node, place, unit, columns);
      }
      node.forEachEntry((field, value) -> {
        if (points.containsKey(field)) {
          sequences.computeIfAbsent(place + ".*", p -> new ArrayList<>()).add(field);
          figures(value, place + ".*", field, columns);
        }
        walk(value, place + "." + field, columns, sequences);
      });
    }
  }

  private String named(JsonNode object) {
    if (object.isObject()) {
      for (String field : object.propertyNames()) {
        if (object.get(field).isString() && points.containsKey(object.get(field).asString())) {
          return object.get(field).asString();
        }
      }
    }
    return "";
  }

  private static void figures(
      JsonNode node, String place, String unit, Map<String, Map<String, BigDecimal>> columns) {
    if (node.isObject()) {
      node.forEachEntry((field, value) -> figures(value, place + "." + field, unit, columns));
    } else if (node.isArray()) {
      put(columns, place + ".size", unit, String.valueOf(node.size()));
    } else {
      put(columns, place, unit, node.asString());
    }
  }

  private void table(
      String text,
      Map<String, Map<String, BigDecimal>> columns,
      Map<String, List<String>> sequences) {
    List<String[]> rows =
        text.replace("\uFEFF", "").lines().map(line -> line.split(",", -1)).toList();
    for (String[] row : rows) {
      Arrays.stream(row)
          .filter(points::containsKey)
          .findFirst()
          .ifPresent(unit -> {
            sequences.computeIfAbsent("rows", p -> new ArrayList<>()).add(unit);
            for (int i = 0; i < row.length; i++) {
              put(
                  columns,
                  "column " + (i < rows.getFirst().length ? rows.getFirst()[i] : "" + i),
                  unit,
                  row[i]);
            }
          });
    }
  }

  // Times are figures too, as far as they can be compared.
  private static void put(
      Map<String, Map<String, BigDecimal>> columns, String place, String unit, String text) {
    String figure = text.matches("\\d{4}-\\d\\d-\\d\\d.*") ? text.replaceAll("\\D", "") : text;
    if (figure.matches("-?\\d{1,30}(\\.\\d{1,20})?")) {
      columns
          .computeIfAbsent(place, p -> new TreeMap<>())
          .merge(unit, new BigDecimal(figure), BigDecimal::max);
    }
  }
}
