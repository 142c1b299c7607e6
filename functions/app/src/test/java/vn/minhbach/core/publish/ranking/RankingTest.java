package vn.minhbach.core.publish.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;

class RankingTest {

  @Test
  void ranksDenseWithoutAGapAfterATie() {
    assertEquals(
        "1:A 2:B= 2:C= 3:D",
        shown(
            Ranking.rank(
                List.of(at("D", "60"), at("C", "70"), at("A", "80"), at("B", "70")),
                TieRule.DENSE)));
  }

  @Test
  void ranksByCompetitionWithAGapAfterATie() {
    assertEquals(
        "1:A 2:B= 2:C= 4:D",
        shown(
            Ranking.rank(
                List.of(at("D", "60"), at("C", "70"), at("A", "80"), at("B", "70")),
                TieRule.COMPETITION)));
  }

  @Test
  void goesByThePrintedIndexAloneNotByPoints() {
    Standing more = standing("MORE", "Sở A", "75.00", "75.00", "100", "50");
    Standing less = standing("LESS", "Sở B", "75.00", "61.50", "82", "40");

    List<Ranked> lines = Ranking.rank(List.of(less, more), TieRule.DENSE);

    assertEquals("1:MORE= 1:LESS=", shown(lines));
  }

  @Test
  void ordersATieByResultsThenByNameThenByCode() {
    List<Ranked> lines =
        Ranking.rank(
            List.of(
                standing("5", "Xã Đầm Hà", "70", "70", "100", "40"),
                standing("4", "Xã Đầm Hà", "70", "70", "100", "40"),
                standing("3", "Xã Dực Yên", "70", "70", "100", "40"),
                standing("2", "Xã Ý Yên", "70", "70", "100", "41")),
            TieRule.DENSE);

    assertEquals("1:2= 1:3= 1:4= 1:5=", shown(lines));
  }

  @Test
  void breaksATieByWhatIsDeclaredAndSaysHowFarItHadToLook() {
    List<Ranked> lines =
        Ranking.rank(
            List.of(
                broken("A", "70", "30", "5"),
                broken("B", "70", "40", "1"),
                broken("C", "70", "40", "2"),
                broken("D", "70", "30", "5"),
                broken("E", "60", "50", "9")),
            TieRule.COMPETITION);

    assertEquals("1:C 2:B 3:A= 3:D= 5:E", shown(lines));
    assertEquals(List.of(2, 2, 2, 2, 0), lines.stream().map(Ranked::breakers).toList());
  }

  private static Standing broken(String code, String index, String first, String second) {
    Standing plain = at(code, index);
    return new Standing(
        plain.unit(),
        plain.name(),
        plain.points(),
        plain.max(),
        plain.index(),
        plain.level(),
        plain.results(),
        plain.cause(),
        List.of(Points.of(first), Points.of(second)));
  }

  @Test
  void listsTheUnrankedLastWithTheirCauseAndNotAsZero() {
    List<Ranked> lines =
        Ranking.rank(
            List.of(
                Standing.unranked(new UnitCode("U2"), "Sở Y tế", Unranked.NOT_SUBMITTED),
                at("Z", "0"),
                Standing.unranked(new UnitCode("U1"), "Sở Công Thương", Unranked.NOT_APPRAISED)),
            TieRule.DENSE);

    assertEquals("1:Z -:U1 -:U2", shown(lines));
    assertEquals(Optional.of(Unranked.NOT_APPRAISED), lines.get(1).standing().cause());
    assertEquals(OptionalInt.empty(), lines.get(2).rank());
    assertFalse(lines.get(2).tied());
  }

  @Test
  void takesItsFiguresFromAScorecard() {
    var set = CriteriaFixture.district();
    Scorecard card =
        Scorecard.of(
            set,
            Map.of(
                new CriterionId("II.12"),
                new CriterionScore.Awarded(Points.of("4.80")),
                new CriterionId("I.1"),
                new CriterionScore.Awarded(Points.of("3.88"))));

    Standing standing =
        Standing.of(new UnitCode("193"), "UBND thành phố Hạ Long", card, List.of("II", "IX"));

    assertEquals(Points.of("8.68"), standing.points());
    assertEquals(Points.of("4.80"), standing.results());
    assertEquals(Optional.of(Points.of("5.11")), standing.index());
    assertEquals("YEU", standing.level().orElseThrow().code());
    assertEquals(List.of(Points.of("4.80"), Points.ZERO), standing.breakers());
  }

  @Test
  void leavesAUnitUnrankedToWhichNothingApplies() {
    var set = CriteriaFixture.department();
    var none = new HashMap<CriterionId, CriterionScore>();
    set.criteria().keySet().forEach(id -> none.put(id, new CriterionScore.NotApplicable()));

    Standing standing = Standing.of(new UnitCode("X"), "X", Scorecard.of(set, none), List.of());

    assertEquals(Optional.of(Unranked.NOTHING_APPLICABLE), standing.cause());
    assertEquals(Optional.empty(), standing.index());
  }

  @Test
  void ranksTheCommunesOfOneDistrictByTheSameFunction() {
    Map<String, String> districts = Map.of("06652", "193", "06655", "193", "06709", "194");
    List<Standing> communes = List.of(at("06652", "70"), at("06655", "75"), at("06709", "90"));

    List<Standing> haLong =
        communes.stream().filter(it -> districts.get(it.unit().value()).equals("193")).toList();

    assertEquals("1:06709 2:06655 3:06652", shown(Ranking.rank(communes, TieRule.DENSE)));
    assertEquals("1:06655 2:06652", shown(Ranking.rank(haLong, TieRule.DENSE)));
  }

  @Test
  void ranksNobodyWhereThereIsNobody() {
    assertEquals(List.of(), Ranking.rank(List.of(), TieRule.COMPETITION));
  }

  @Test
  void takesEachUnitOnce() {
    List<Standing> twice = List.of(at("A", "1"), at("A", "2"));

    assertThrows(IllegalArgumentException.class, () -> Ranking.rank(twice, TieRule.DENSE));
  }

  @Test
  void needsAnIndexOrACause() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Standing(
                new UnitCode("A"),
                "A",
                Points.ZERO,
                Points.ZERO,
                Optional.empty(),
                Optional.empty(),
                Points.ZERO,
                Optional.empty()));
  }

  static Standing at(String code, String index) {
    return standing(code, code, index, index, "100", "0");
  }

  static Standing standing(
      String code, String name, String index, String points, String max, String results) {
    return new Standing(
        new UnitCode(code),
        name,
        Points.of(points),
        Points.of(max),
        Optional.of(Points.of(index)),
        Optional.of(CriteriaFixture.district().levelOf(Points.of(index))),
        Points.of(results),
        Optional.empty());
  }

  private static String shown(List<Ranked> lines) {
    return String.join(
        " ",
        lines.stream()
            .map(line ->
                (line.rank().isPresent() ? line.rank().getAsInt() : "-")
                    + ":"
                    + line.standing().unit()
                    + (line.tied() ? "=" : ""))
            .toList());
  }
}
