package vn.minhbach.core.publish.ranking;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/**
 * All that a reader sees of a row, as the tree whose canonical JSON is hashed: the table's digest,
 * and by it the code that the paper prints, say just this.
 */
public final class CanonicalRow {

  private CanonicalRow() {}

  /**
   * The digest of a table: SHA-256, hex, over its rows in their order, and the best values where
   * points were measured by them.
   *
   * @param bests by place, {@code [part, whole]}
   */
  public static String digest(List<? extends Map<String, ?>> rows, Map<String, ?> bests) {
    return Sha256.hex(
        CanonicalJson.bytes(bests.isEmpty() ? rows : Map.of("bests", bests, "rows", rows)));
  }

  /** A row. */
  public static Map<String, Object> of(RankingRow row) {
    var line = new TreeMap<String, Object>();
    line.put("unit", row.unit().value());
    line.put("name", row.name());
    row.rank().ifPresent(rank -> line.put("rank", (long) rank));
    row.rankInDistrict().ifPresent(rank -> line.put("rankInDistrict", (long) rank));
    row.index().ifPresent(index -> line.put("index", index.toString()));
    line.put("points", row.points().toString());
    line.put("max", row.applicableMax().toString());
    var groups = new TreeMap<String, Object>();
    row.groupPoints().forEach((id, points) -> groups.put(id, points.toString()));
    line.put("groups", groups);
    row.level().ifPresent(level -> line.put("level", level));
    row.unranked().ifPresent(cause -> line.put("unranked", cause));
    row.self()
        .ifPresent(self -> {
          var own = new TreeMap<String, Object>();
          own.put("points", self.points().toString());
          own.put("max", self.max().toString());
          self.index().ifPresent(index -> own.put("index", index.toString()));
          line.put("self", own);
        });
    if (!row.groupResults().isEmpty()) {
      var results = new TreeMap<String, Object>();
      row.groupResults()
          .forEach((id, result) ->
              results.put(
                  id,
                  Map.of(
                      "max",
                      result.max().toString(),
                      "percent",
                      result.percent().toString(),
                      "converted",
                      result.converted().toString(),
                      "level",
                      result.level())));
      line.put("groupResults", results);
    }
    row.annex().ifPresent(annex -> line.put("annex", annex(annex)));
    return line;
  }

  private static Map<String, Object> annex(RankingRow.Annex annex) {
    var beside = new TreeMap<String, Object>();
    beside.put("maximum", annex.maximum().toString());
    beside.put("noForm", annex.noForm());
    beside.put(
        "tieBreak",
        annex.tieBreak().stream()
            .map(one -> List.of(one.group(), one.points().toString()))
            .toList());
    annex
        .excused()
        .ifPresent(one ->
            beside.put(
                "excused",
                Map.of(
                    "number",
                    one.number(),
                    "date",
                    one.date().toString(),
                    "reason",
                    one.reason())));
    annex
        .former()
        .ifPresent(former -> {
          var then = new TreeMap<String, Object>();
          then.put("campaign", former.campaign().value());
          then.put("unit", former.unit().value());
          former.index().ifPresent(index -> then.put("index", index.toString()));
          former.rank().ifPresent(rank -> then.put("rank", rank));
          former.level().ifPresent(level -> then.put("level", level));
          beside.put("former", then);
        });
    annex.exceptions().ifPresent(counts -> beside.put("exceptions", counts.counts()));
    return beside;
  }
}
