package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;

/**
 * The tables of a bundle (RFC 4180, UTF-8, lines end with LF): the same as its JSON, for whoever
 * reads tables. Written once, from the JSON's own trees, so that a verifier writes them again and
 * compares.
 */
final class Csv {

  static final List<String> UNITS = List.of("code", "group", "kind", "name", "parent");

  static final List<String> POINTS =
      List.of("unit", "criterion", "max", "self", "final", "basis", "proof", "public");

  static final List<String> RANKING =
      List.of(
          "unit",
          "name",
          "parent",
          "rank",
          "tied",
          "rankInDistrict",
          "index",
          "points",
          "max",
          "level",
          "unranked");

  private Csv() {}

  static String line(List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    // A spreadsheet takes these for a formula (OWASP, CSV injection); names come from people.
    String safe =
        !cell.isEmpty() && "=+-@＝＋－＠\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  static String units(List<Doc> units) {
    return line(UNITS)
        + units.stream().map(unit -> line(cells(unit, UNITS))).collect(Collectors.joining());
  }

  /** The columns of a ranking: the points of each group of criteria come last. */
  static List<String> rankingColumns(CriteriaSet criteria) {
    return Stream.concat(
            RANKING.stream(), criteria.groups().stream().map(group -> "points." + group.id()))
        .toList();
  }

  static String ranking(CriteriaSet criteria, List<Doc> rows) {
    var text = new StringBuilder(line(rankingColumns(criteria)));
    for (Doc row : rows) {
      var cells = new ArrayList<>(cells(row, RANKING));
      Map<String, Object> groups = row.map("groups");
      criteria
          .groups()
          .forEach(group -> cells.add(String.valueOf(groups.getOrDefault(group.id(), ""))));
      text.append(line(cells));
    }
    return text.toString();
  }

  private static List<String> cells(Doc from, List<String> columns) {
    return columns.stream()
        .map(
            column -> Optional.<Object>ofNullable(from.members().get(column)).orElse("").toString())
        .toList();
  }

  /** The lines of one unit, without the head. */
  static String points(UnitScores unit, CriteriaSet criteria) {
    var text = new StringBuilder();
    for (Criterion criterion : criteria.criteria().values()) {
      Optional<Cell> cell = Optional.ofNullable(unit.cells().get(criterion.id()));
      text.append(
          line(
              List.of(
                  unit.unit().value(),
                  criterion.id().value(),
                  criterion.maxPoints().toString(),
                  cell.map(one -> told(one.self())).orElse(""),
                  cell.map(one -> told(one.finals())).orElse(""),
                  cell.map(one -> one.basis().name()).orElse(""),
                  cell.map(one -> one.proof().name()).orElse(""),
                  criterion.disclosure().code())));
    }
    return text.toString();
  }

  private static String told(Said said) {
    return said.is() == Said.Is.POINTS ? said.points().toString() : said.is().name();
  }

  /** Names of columns that are numbers, for the description of the tables. */
  static boolean number(String column) {
    return new TreeSet<>(List.of("max", "index", "points")).contains(column)
        || column.startsWith("points.");
  }
}
