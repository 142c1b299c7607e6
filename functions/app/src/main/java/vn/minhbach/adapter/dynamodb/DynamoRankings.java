package vn.minhbach.adapter.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;

/**
 * Ranking tables: a partition for each version, with pages of {@value #PAGE_ROWS} rows by rank and
 * by name, a row for each unit, and a header that is written last, so that a table is found only
 * when it is whole.
 */
public final class DynamoRankings implements Rankings {

  /** A row takes about 400 bytes, 1 KB at most: a page stays far below DynamoDB's 400 KB. */
  private static final int PAGE_ROWS = 50;

  private final DynamoTable items;

  public DynamoRankings(DynamoTable items) {
    this.items = items;
  }

  /** Rows of one page, in order. */
  record Page(List<RankingRow> rows) {}

  @Override
  public void stage(Table table, List<RankingRow> rows) {
    if (table.count() != rows.size()) {
      throw new IllegalArgumentException(
          "a table of " + table.count() + " rows with " + rows.size());
    }
    var staged = new ArrayList<Item>();
    pages(table, Order.RANK, rows, staged);
    pages(table, Order.NAME, rows.stream().sorted(RankingRow.BY_NAME).toList(), staged);
    for (RankingRow row : rows) {
      staged.add(
          Item.of(
              Keys.rankingRow(table.campaign(), table.group(), table.version(), row.unit()),
              Kind.RANKING_ROW,
              Documents.write(row)));
    }
    items.putAll(staged);
    items.put(
        Item.of(
            Keys.rankingTable(table.campaign(), table.group(), table.version()),
            Kind.RANKING_TABLE,
            Documents.write(table)));
  }

  private static void pages(Table table, Order order, List<RankingRow> rows, List<Item> staged) {
    for (int from = 0; from < rows.size(); from += PAGE_ROWS) {
      Page page = new Page(rows.subList(from, Math.min(from + PAGE_ROWS, rows.size())));
      staged.add(
          Item.of(
              Keys.rankingPage(
                  table.campaign(), table.group(), table.version(), order, from / PAGE_ROWS),
              Kind.RANKING_PAGE,
              Documents.write(page)));
    }
  }

  @Override
  public Optional<Table> staged(CampaignId campaign, int group, long version) {
    return items.get(Keys.rankingTable(campaign, group, version)).map(DynamoRankings::read);
  }

  @Override
  public Optional<Table> draft(CampaignId campaign, int group) {
    return items.get(Keys.draft(campaign, group)).map(DynamoRankings::read);
  }

  @Override
  public boolean switchDraft(Table next, Optional<Table> before) {
    Item pointer =
        Item.of(
                Keys.draft(next.campaign(), next.group()),
                Kind.RANKING_DRAFT,
                Documents.write(next))
            .with(Item.VERSION, next.version());
    return items.put(
        pointer,
        before
            .map(old -> Condition.number(Item.VERSION, "=", old.version()))
            .orElseGet(Condition::absent));
  }

  @Override
  public List<RankingRow> rows(Table table, Order order, int from, int limit) {
    if (from < 0 || limit > ROWS_MAX) {
      throw new IllegalArgumentException(
          "no part of a ranking: " + limit + " rows from position " + from);
    }
    int to = (int) Math.min((long) from + limit, table.count());
    if (from >= to) {
      return List.of();
    }
    int firstPage = from / PAGE_ROWS;
    List<RankingRow> rows =
        items
            .all(
                Keys.rankingPages(
                    table.campaign(),
                    table.group(),
                    table.version(),
                    order,
                    firstPage,
                    (to - 1) / PAGE_ROWS))
            .stream()
            .flatMap(item -> Documents.read(item, Page.class).rows().stream())
            .toList();
    int offset = firstPage * PAGE_ROWS;
    return rows.subList(from - offset, to - offset);
  }

  @Override
  public Optional<RankingRow> row(Table table, UnitCode unit) {
    return items
        .get(Keys.rankingRow(table.campaign(), table.group(), table.version(), unit))
        .map(item -> Documents.read(item, RankingRow.class));
  }

  private static Table read(Item item) {
    return Documents.read(item, Table.class);
  }
}
