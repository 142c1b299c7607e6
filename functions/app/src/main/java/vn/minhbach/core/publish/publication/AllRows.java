package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.List;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;

/** Every row of a table, page by page: for what is computed once from the whole of it. */
final class AllRows {

  private static final int PAGE = 500;

  private AllRows() {}

  static List<RankingRow> of(Rankings rankings, Rankings.Table table) {
    var rows = new ArrayList<RankingRow>();
    while (rows.size() < table.count()) {
      List<RankingRow> page = rankings.rows(table, rows.size(), PAGE);
      if (page.isEmpty()) {
        throw new IllegalStateException(
            "a table of " + table.count() + " rows ends at " + rows.size());
      }
      rows.addAll(page);
    }
    return rows;
  }
}
