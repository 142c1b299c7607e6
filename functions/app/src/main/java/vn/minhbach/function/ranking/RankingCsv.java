package vn.minhbach.function.ranking;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Points;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.function.http.CsvLine;

/**
 * A ranking as CSV, in UTF-8 with a byte order mark, since Excel takes it for another code else.
 */
final class RankingCsv {

  private RankingCsv() {}

  static String of(List<RankingRow> rows) {
    List<String> groups =
        rows.stream()
            .flatMap(row -> row.groupPoints().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    String header =
        Stream.of(
                Stream.of("rank", "unit", "name", "parent", "rankInDistrict", "index", "points"),
                Stream.of("max"),
                groups.stream().map(group -> "points_" + group),
                Stream.of("level", "unranked"))
            .flatMap(cells -> cells)
            .collect(Collectors.joining(","));
    return CsvLine.START
        + header
        + "\r\n"
        + rows.stream().map(row -> line(row, groups)).collect(Collectors.joining());
  }

  private static String line(RankingRow row, List<String> groups) {
    boolean ranked = row.unranked().isEmpty();
    Map<String, Points> points = row.groupPoints();
    return CsvLine.of(
        Stream.of(
                Stream.of(
                    number(row.rank()),
                    row.unit().value(),
                    row.name(),
                    row.parent().map(Object::toString).orElse(""),
                    number(row.rankInDistrict()),
                    row.index().map(Points::toString).orElse(""),
                    ranked ? row.points().toString() : "",
                    ranked ? row.applicableMax().toString() : ""),
                groups.stream()
                    .map(group -> points.containsKey(group) ? points.get(group).toString() : ""),
                Stream.of(row.level().orElse(""), row.unranked().orElse("")))
            .flatMap(cells -> cells)
            .toList());
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? String.valueOf(value.getAsInt()) : "";
  }
}
