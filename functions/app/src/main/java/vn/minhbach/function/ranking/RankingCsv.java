package vn.minhbach.function.ranking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                Stream.of("max", "maximum", "notAssessed"),
                groups.stream().map(group -> "points_" + group),
                Stream.of("level", "unranked", "label", "tieBreak", "decision"),
                Stream.of("lastYearIndex", "lastYearRank", "exceptions"))
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
                    ranked ? row.applicableMax().toString() : "",
                    row.annex().map(annex -> annex.maximum().toString()).orElse(""),
                    row.annex()
                        .filter(annex -> ranked)
                        .map(annex -> annex.maximum().minus(row.applicableMax()).toString())
                        .orElse("")),
                groups.stream()
                    .map(group -> points.containsKey(group) ? points.get(group).toString() : ""),
                Stream.of(row.level().orElse(""), row.unranked().orElse("")),
                annex(row))
            .flatMap(cells -> cells)
            .toList());
  }

  private static Stream<String> annex(RankingRow row) {
    Optional<RankingRow.Former> former = row.annex().flatMap(RankingRow.Annex::former);
    return Stream.of(
        AnnexReply.label(row).orElse(""),
        row.annex().stream()
            .flatMap(annex -> annex.tieBreak().stream())
            .map(looked -> looked.group() + " " + looked.points())
            .collect(Collectors.joining("; ")),
        row.excused().map(one -> one.number() + " " + one.date()).orElse(""),
        former.flatMap(RankingRow.Former::index).map(Points::toString).orElse(""),
        number(former.map(RankingRow.Former::rank).orElse(OptionalInt.empty())),
        row.annex()
            .flatMap(RankingRow.Annex::exceptions)
            .map(counted ->
                String.valueOf(counted.counts().stream().mapToInt(Integer::intValue).sum()))
            .orElse(""));
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? String.valueOf(value.getAsInt()) : "";
  }
}
