package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.publication.UnitCard;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Unit;

class DynamoRankingsTest {

  @RegisterExtension final EmbeddedTable embedded = somewhere();

  /** Where the table is; DynamoEndpointTest has it elsewhere. */
  EmbeddedTable somewhere() {
    return new EmbeddedTable();
  }

  private DynamoRankings rankings;

  @BeforeEach
  void start() {
    rankings = new DynamoRankings(embedded.table());
  }

  @Test
  void readsAnyPartOfATable() {
    List<RankingRow> rows = rows(177, "Phường số ");
    Rankings.Table table = table(1, 177);
    assertEquals(Optional.empty(), rankings.staged(CAMPAIGN, 3, 1));

    rankings.stage(table, rows);
    rankings.stage(table, rows);

    assertEquals(Optional.of(table), rankings.staged(CAMPAIGN, 3, 1));
    assertEquals(rows, rankings.rows(table, 0, 500));
    assertEquals(rows.subList(0, 20), rankings.rows(table, 0, 20));
    assertEquals(rows.subList(0, 50), rankings.rows(table, 0, 50));
    assertEquals(rows.subList(49, 51), rankings.rows(table, 49, 2));
    assertEquals(rows.subList(50, 60), rankings.rows(table, 50, 10));
    assertEquals(rows.subList(170, 177), rankings.rows(table, 170, 20));
    assertEquals(List.of(), rankings.rows(table, 177, 20));
    assertEquals(List.of(), rankings.rows(table, Integer.MAX_VALUE, Rankings.ROWS_MAX));
    assertEquals(List.of(), rankings.rows(table, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> rankings.rows(table, -1, 20));
    assertEquals(Optional.of(rows.get(76)), rankings.row(table, rows.get(76).unit()));
    assertEquals(Optional.empty(), rankings.row(table, new UnitCode("nobody")));
  }

  /** Whoever asks for a whole table at once would take its first thousand rows for all. */
  @Test
  void givesAWholeTableOfAnySizeAndNeverAPartForTheWhole() {
    int more = Rankings.ROWS_MAX + 1;
    List<RankingRow> rows = rows(more, "Xã ");
    Rankings.Table table = table(1, more);
    rankings.stage(table, rows);

    assertEquals(rows, rankings.all(table));
    assertThrows(IllegalArgumentException.class, () -> rankings.rows(table, 0, more));
  }

  @Test
  void readsByNameInTheVietnameseAlphabet() {
    List<String> names =
        new ArrayList<>(List.of("Đầm Hà", "Dực Yên", "Ân Thi", "An Biên", "Hạ Long", "Hà Lầm"));
    for (int i = 0; i < 60; i++) {
      names.add("Xã " + (char) ('A' + i / 26) + (char) ('A' + i % 26));
    }
    var rows = new ArrayList<RankingRow>();
    for (int i = 0; i < names.size(); i++) {
      rows.add(Sample.row(i, names.get(i)));
    }
    Rankings.Table table = table(1, rows.size());
    rankings.stage(table, rows);
    List<String> read =
        rankings.rows(table, Rankings.Order.NAME, 0, 500).stream().map(RankingRow::name).toList();
    assertEquals(
        List.of("An Biên", "Ân Thi", "Dực Yên", "Đầm Hà", "Hà Lầm", "Hạ Long"), read.subList(0, 6));
    assertEquals(names.size(), read.size());
    assertEquals(
        read.subList(48, 53),
        rankings.rows(table, Rankings.Order.NAME, 48, 5).stream().map(RankingRow::name).toList());
  }

  @Test
  void scorecardsLieBesideTheirTable() {
    var cards = new DynamoScorecards(embedded.table());
    UnitCard card = Sample.card(1, 99);
    cards.stage(CAMPAIGN, 1, List.of(card, Sample.card(2, 99)));
    assertEquals(Optional.of(card), cards.find(CAMPAIGN, 3, 1, card.unit()));
    assertEquals(Optional.empty(), cards.find(CAMPAIGN, 3, 2, card.unit()));
    assertEquals(Optional.empty(), cards.find(CAMPAIGN, 2, 1, card.unit()));
  }

  @Test
  void anEmptyTableIsATable() {
    Rankings.Table table = table(1, 0);
    rankings.stage(table, List.of());
    assertEquals(Optional.of(table), rankings.staged(CAMPAIGN, 3, 1));
    assertEquals(List.of(), rankings.rows(table, 0, 20));
    assertThrows(IllegalArgumentException.class, () -> rankings.stage(table(2, 1), List.of()));
  }

  @Test
  void keepsItemsSmallWithTheLongestNames() {
    rankings.stage(table(1, 60), rows(60, "ệ".repeat(Unit.NAME_MAX - 3)));
    for (Item item : embedded.everything()) {
      int bytes = item.document().getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes < 100_000, () -> item.key() + ": " + bytes);
    }
  }

  @Test
  void switchesTheDraftOnlyFromTheOneBefore() {
    Rankings.Table first = table(1, 0);
    Rankings.Table second = table(2, 0);
    assertEquals(Optional.empty(), rankings.draft(CAMPAIGN, 3));

    assertTrue(rankings.switchDraft(first, Optional.empty()));
    assertFalse(rankings.switchDraft(second, Optional.empty()));
    assertEquals(Optional.of(first), rankings.draft(CAMPAIGN, 3));
    assertTrue(rankings.switchDraft(second, Optional.of(first)));
    assertFalse(rankings.switchDraft(table(3, 0), Optional.of(first)));
    assertEquals(Optional.of(second), rankings.draft(CAMPAIGN, 3));
    assertEquals(Optional.empty(), rankings.draft(CAMPAIGN, 2));
  }

  private static List<RankingRow> rows(int count, String name) {
    var rows = new ArrayList<RankingRow>();
    for (int i = 0; i < count; i++) {
      rows.add(Sample.row(i, name + i));
    }
    return rows;
  }

  private static Rankings.Table table(long version, int count) {
    return new Rankings.Table(CAMPAIGN, 3, version, AT, "ef".repeat(32), count, Map.of());
  }
}
