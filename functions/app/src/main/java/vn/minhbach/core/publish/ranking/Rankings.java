package vn.minhbach.core.publish.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.scoring.Measured;

/**
 * Port: ranking tables. A table is staged whole under a version of its own; readers see it once a
 * pointer names that version: the draft's own pointer, or the campaign's result.
 */
public interface Rankings {

  /** The most rows that one call gives. */
  int ROWS_MAX = 1_000;

  /**
   * A table that can be read.
   *
   * @param version names the staged rows
   * @param digest SHA-256 over what the table was computed from, so that nothing is rebuilt in vain
   * @param count number of rows
   * @param bests by place, the best value of the group that its points were measured by; empty for
   *     most sets
   */
  record Table(
      CampaignId campaign,
      int group,
      long version,
      Instant builtAt,
      String digest,
      int count,
      Map<String, Measured> bests) {

    public Table {
      bests = new TreeMap<>(bests);
    }
  }

  /** How the rows of a table follow each other. */
  enum Order {
    /** As they are ranked. */
    RANK,
    /** By name, as the Vietnamese alphabet has it, then by code. */
    NAME
  }

  /**
   * Writes rows (pages in either order, and one item for each unit) under the table's version;
   * repeatable.
   */
  void stage(Table table, List<RankingRow> rows);

  /** A staged table. */
  Optional<Table> staged(CampaignId campaign, int group, long version);

  /** The draft in force. */
  Optional<Table> draft(CampaignId campaign, int group);

  /**
   * Makes a staged table the draft in place of the one before.
   *
   * @return false when another hand was faster
   */
  boolean switchDraft(Table next, Optional<Table> before);

  /**
   * Up to {@code limit} rows from a position (0 is the first), in a constant number of reads.
   *
   * @param limit no more than {@value #ROWS_MAX}; a caller that asks for more would miss the rest
   * @throws IllegalArgumentException where it is more, or where {@code from} is no position
   */
  List<RankingRow> rows(Table table, Order order, int from, int limit);

  /** Every row as it is ranked, page by page: for what is computed once from the whole table. */
  default List<RankingRow> all(Table table) {
    var rows = new ArrayList<RankingRow>();
    while (rows.size() < table.count()) {
      List<RankingRow> page = rows(table, rows.size(), ROWS_MAX);
      if (page.isEmpty()) {
        throw new IllegalStateException(
            "a table of " + table.count() + " rows ends at " + rows.size());
      }
      rows.addAll(page);
    }
    return rows;
  }

  /** The same as they are ranked. */
  default List<RankingRow> rows(Table table, int from, int limit) {
    return rows(table, Order.RANK, from, limit);
  }

  /** One unit's row, in one read. */
  Optional<RankingRow> row(Table table, UnitCode unit);
}
