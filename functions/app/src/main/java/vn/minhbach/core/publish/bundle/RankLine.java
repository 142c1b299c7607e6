package vn.minhbach.core.publish.bundle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.publish.ranking.CanonicalRow;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.Measured;

/** The lines of {@code data/ranking}. */
final class RankLine {

  private RankLine() {}

  static Map<String, Object> tree(RankingRow row, boolean tied) {
    var line = new TreeMap<String, Object>(CanonicalRow.of(row));
    row.parent().ifPresent(parent -> line.put("parent", parent.value()));
    if (tied) {
      line.put("tied", true);
    }
    return line;
  }

  /** The row of which the table's digest is made. */
  static Map<String, Object> canonical(Doc line) {
    var row = new TreeMap<String, Object>();
    line.members().forEach((name, value) -> row.put((String) name, value));
    row.remove("parent");
    row.remove("tied");
    return row;
  }

  static Map<String, Object> bests(Map<String, Measured> bests) {
    var tree = new TreeMap<String, Object>();
    bests.forEach((place, best) ->
        tree.put(place, List.of(best.part().toPlainString(), best.whole().toPlainString())));
    return tree;
  }
}
