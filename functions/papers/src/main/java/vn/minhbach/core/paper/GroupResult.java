package vn.minhbach.core.paper;

import java.util.List;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.core.publish.ranking.RankingRow;

/**
 * The frozen result of a group, as papers tell it.
 *
 * @param rows in the order of the table; empty where the paper needs none
 */
record GroupResult(int group, CriteriaSet criteria, GroupReport report, List<RankingRow> rows) {

  GroupResult {
    rows = List.copyOf(rows);
  }

  /** A level by its code, in words. */
  String level(String code) {
    return criteria.levels().stream()
        .filter(level -> level.code().equals(code))
        .findFirst()
        .map(Level::label)
        .orElse(code);
  }

  /** Who is assessed here, as the beginning of a line. */
  String name() {
    return Frame.capital(Frame.group(group));
  }

  /** Names of the first of some units, and how many more there are. */
  static String first(Frame frame, List<UnitCode> units, int most) {
    String named = String.join(", ", units.stream().limit(most).map(frame::named).toList());
    return units.size() > most ? named + " và " + (units.size() - most) + " đơn vị khác" : named;
  }
}
