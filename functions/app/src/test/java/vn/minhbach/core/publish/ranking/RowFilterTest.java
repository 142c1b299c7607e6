package vn.minhbach.core.publish.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

class RowFilterTest {

  private static final List<RankingRow> ROWS =
      List.of(
          row("06649", "Phường Hà Khánh", "193", "ward", "TOT"),
          row("06652", "Phường Hà Phong", "193", "ward", "KHA"),
          row("07030", "Xã Đầm Hà", "200", "commune", "KHA"),
          row("193", "UBND thành phố Hạ Long", "", "district_city", "TOT"));

  private static RankingRow row(
      String code, String name, String parent, String kind, String level) {
    return new RankingRow(
        new UnitCode(code),
        name,
        Optional.of(parent).filter(told -> !told.isEmpty()).map(UnitCode::new),
        OptionalInt.of(1),
        OptionalInt.empty(),
        Optional.of(Points.of("80")),
        Points.of("80"),
        Points.of("100"),
        Map.of(),
        Optional.of(level),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.of(
            new RankingRow.Annex(
                Points.of("100"),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(kind))));
  }

  private static List<String> found(String district, String kind, String level, String words) {
    var filter =
        new RowFilter(
            told(district).map(UnitCode::new), told(kind), told(level), Optional.of(words));
    return ROWS.stream().filter(filter).map(row -> row.unit().value()).toList();
  }

  private static Optional<String> told(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  @Test
  void findsByDistrictKindLevelAndWords() {
    assertEquals(4, found("", "", "", " ").size());
    assertEquals(List.of("06649", "06652", "193"), found("193", "", "", ""));
    assertEquals(List.of("07030"), found("", "commune", "", ""));
    assertEquals(List.of("06649", "193"), found("", "", "TOT", ""));
    assertEquals(List.of("06652"), found("193", "ward", "KHA", "ha"));
    assertEquals(List.of(), found("200", "ward", "", ""));
  }

  @Test
  void findsNamesWithAndWithoutMarksInAnyOrderOfWordsAndCodes() {
    assertEquals(List.of("07030"), found("", "", "", "dam ha"));
    assertEquals(List.of("07030"), found("", "", "", "HÀ đầm"));
    assertEquals(List.of("193"), found("", "", "", "ha long"));
    assertEquals(List.of("06652"), found("", "", "", "06652"));
    assertEquals(List.of(), found("", "", "", "0665"));
    assertEquals(List.of(), found("", "", "", "ha khanh phong"));
  }
}
