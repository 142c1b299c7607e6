package vn.minhbach.function.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.function.http.Sheet;

/** A page of a ranking as a table. */
final class RankingSheet {

  private RankingSheet() {}

  static Sheet of(CampaignId campaign, ReadResult.Page page) {
    List<String> groups =
        page.rows().stream()
            .flatMap(row -> row.groupPoints().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    List<String> header =
        Stream.of(
                Stream.of("rank", "unit", "name", "parent", "rankInDistrict", "index", "points"),
                Stream.of("max", "maximum", "notAssessed"),
                groups.stream().map(group -> "points_" + group),
                Stream.of("level", "unranked", "label", "tieBreak", "decision"),
                Stream.of("lastYearIndex", "lastYearRank", "exceptions", "kind"))
            .flatMap(cells -> cells)
            .toList();
    return new Sheet(
        "xep-hang-" + campaign + "-nhom-" + page.table().group(),
        header,
        page.rows().stream().map(row -> cells(row, groups)).toList());
  }

  private static List<Object> cells(RankingRow row, List<String> groups) {
    boolean ranked = row.unranked().isEmpty();
    Optional<Points> maximum = row.annex().map(RankingRow.Annex::maximum);
    Map<String, Points> points = row.groupPoints();
    var cells = new ArrayList<Object>();
    cells.add(number(row.rank()));
    cells.add(row.unit().value());
    cells.add(row.name());
    cells.add(row.parent().map(Object::toString).orElse(""));
    cells.add(number(row.rankInDistrict()));
    cells.add(or(row.index()));
    cells.add(ranked ? row.points() : "");
    cells.add(ranked ? row.applicableMax() : "");
    cells.add(or(maximum));
    cells.add(or(maximum.filter(all -> ranked).map(all -> all.minus(row.applicableMax()))));
    groups.forEach(group -> cells.add(or(Optional.ofNullable(points.get(group)))));
    cells.add(row.level().orElse(""));
    cells.add(row.unranked().orElse(""));
    annex(row, cells);
    cells.add(row.kind().orElse(""));
    return cells;
  }

  private static void annex(RankingRow row, List<Object> cells) {
    Optional<RankingRow.Former> former = row.annex().flatMap(RankingRow.Annex::former);
    cells.add(AnnexReply.label(row).orElse(""));
    cells.add(
        row.annex().stream()
            .flatMap(annex -> annex.tieBreak().stream())
            .map(looked -> looked.group() + " " + looked.points())
            .collect(Collectors.joining("; ")));
    cells.add(row.excused().map(one -> one.number() + " " + one.date()).orElse(""));
    cells.add(or(former.flatMap(RankingRow.Former::index)));
    cells.add(number(former.map(RankingRow.Former::rank).orElse(OptionalInt.empty())));
    cells.add(
        row.annex()
            .flatMap(RankingRow.Annex::exceptions)
            .<Object>map(counted -> counted.counts().stream().mapToInt(Integer::intValue).sum())
            .orElse(""));
  }

  private static Object or(Optional<Points> points) {
    return points.<Object>map(value -> value).orElse("");
  }

  private static Object number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : "";
  }
}
