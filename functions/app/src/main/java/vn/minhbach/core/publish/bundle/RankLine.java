package vn.minhbach.core.publish.bundle;

import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.Measured;

/** The lines of {@code data/ranking}. */
final class RankLine {

  private RankLine() {}

  static Map<String, Object> tree(RankingRow row, boolean tied) {
    var line = new TreeMap<String, Object>();
    line.put("unit", row.unit().value());
    line.put("name", row.name());
    row.parent().ifPresent(parent -> line.put("parent", parent.value()));
    row.rank().ifPresent(rank -> line.put("rank", (long) rank));
    if (tied) {
      line.put("tied", true);
    }
    row.rankInDistrict().ifPresent(rank -> line.put("rankInDistrict", (long) rank));
    row.index().ifPresent(index -> line.put("index", index.toString()));
    line.put("points", row.points().toString());
    line.put("max", row.applicableMax().toString());
    line.put("groups", texts(row.groupPoints()));
    row.level().ifPresent(level -> line.put("level", level));
    row.unranked().ifPresent(cause -> line.put("unranked", cause));
    row.self().ifPresent(self -> line.put("self", self(self)));
    if (!row.groupResults().isEmpty()) {
      var results = new TreeMap<String, Object>();
      row.groupResults()
          .forEach((id, result) ->
              results.put(
                  id,
                  Map.of(
                      "max", result.max().toString(),
                      "percent", result.percent().toString(),
                      "converted", result.converted().toString(),
                      "level", result.level())));
      line.put("groupResults", results);
    }
    return line;
  }

  private static Map<String, Object> self(RankingRow.SelfScore self) {
    var own = new TreeMap<String, Object>();
    own.put("points", self.points().toString());
    own.put("max", self.max().toString());
    self.index().ifPresent(index -> own.put("index", index.toString()));
    return own;
  }

  private static Map<String, String> texts(Map<String, Points> groups) {
    var texts = new TreeMap<String, String>();
    groups.forEach((id, points) -> texts.put(id, points.toString()));
    return texts;
  }

  static Map<String, Object> bests(Map<String, Measured> bests) {
    var tree = new TreeMap<String, Object>();
    bests.forEach((place, best) ->
        tree.put(
            place, java.util.List.of(best.part().toPlainString(), best.whole().toPlainString())));
    return tree;
  }
}
