package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.scoring.CriterionScore.Awarded;
import vn.minhbach.core.scoring.CriterionScore.NotApplicable;

class ScorecardTest {

  private static final CriteriaSet DISTRICT = CriteriaFixture.district();
  private static final CriteriaSet DEPARTMENT = CriteriaFixture.department();

  @Test
  void sumsUpTheWorkedExampleOfADistrict() {
    Scorecard card =
        Scorecard.of(
            DISTRICT, spread(DISTRICT, Map.of("I", "43.50", "II", "78.25", "III", "17.00")));

    assertEquals(
        List.of("I 43.50/50.00 = 87.00", "II 78.25/100.00 = 78.25", "III 17.00/20.00 = 85.00"),
        card.groups().stream()
            .map(group ->
                group.group()
                    + " "
                    + group.points()
                    + "/"
                    + group.max()
                    + " = "
                    + group.percent().orElseThrow())
            .toList());
    assertEquals(Points.of("138.75"), card.points());
    assertEquals(Points.of("170"), card.max());
    assertEquals(Optional.of(Points.of("81.62")), card.index());
    assertEquals("Tốt", card.level().orElseThrow().label());
    assertEquals(Points.of("78.25"), card.pointsOf("II"));
    assertEquals(Points.ZERO, card.pointsOf("IV"));
  }

  @Test
  void leavesOutWhatDoesNotApplyToADepartmentWithoutProcedures() {
    Map<CriterionId, CriterionScore> scores =
        spread(DEPARTMENT, Map.of("I", "15.00", "II", "32.00", "III", "14.50"));
    for (int i = 10; i <= 14; i++) {
      scores.put(new CriterionId("II." + i), new NotApplicable());
    }
    // What the five would have had goes to the others of their group: 61.50 of 82 remain.
    fill(scores, "II", "32.00");

    Scorecard card = Scorecard.of(DEPARTMENT, scores);

    assertEquals(Points.of("61.50"), card.points());
    assertEquals(Points.of("82"), card.max());
    assertEquals(Optional.of(Points.of("75.00")), card.index());
    assertEquals("Khá", card.level().orElseThrow().label());
  }

  @Test
  void takesTheLevelFromThePrintedIndex() {
    assertEquals("Khá", levelAt("136.00")); // 80.00
    assertEquals("Khá", levelAt("136.00", "80.00"));
    assertEquals("Tốt", levelAt("136.01", "80.01")); // 80.0058… is printed as 80.01
    assertEquals("Trung bình", levelAt("94.00", "55.29"));
    assertEquals("Khá", levelAt("119.00", "70.00"));
    assertEquals("Trung bình", levelAt("118.99", "69.99"));
    assertEquals("Yếu", levelAt("84.98", "49.99"));
    assertEquals("Trung bình", levelAt("85.00", "50.00"));
    assertEquals("Yếu", levelAt("0.00", "0.00"));
    assertEquals("Tốt", levelAt("170.00", "100.00"));
  }

  @Test
  void liftsAnIndexThatIsPrintedAsTheThreshold() {
    // 209.99 of 300 is 69.996…, printed as 70.00; what is printed counts.
    Points index = Scorecard.index(Points.of("209.99"), Points.of("300")).orElseThrow();

    assertEquals(Points.of("70.00"), index);
    assertEquals("Khá", DISTRICT.levelOf(index).label());
  }

  private static String levelAt(String points) {
    Points index = Scorecard.index(Points.of(points), Points.of("170")).orElseThrow();
    return DISTRICT.levelOf(index).label();
  }

  private static String levelAt(String points, String expectedIndex) {
    assertEquals(
        Optional.of(Points.of(expectedIndex)),
        Scorecard.index(Points.of(points), Points.of("170")));
    return levelAt(points);
  }

  @Test
  void hasNoIndexWhereNothingApplies() {
    Map<CriterionId, CriterionScore> scores =
        DEPARTMENT.criteria().keySet().stream()
            .collect(Collectors.toMap(id -> id, id -> new NotApplicable()));

    Scorecard card = Scorecard.of(DEPARTMENT, scores);

    assertEquals(Optional.empty(), card.index());
    assertEquals(Optional.empty(), card.level());
    assertEquals(Points.ZERO, card.max());
  }

  @Test
  void countsTheUnansweredAsZeroOfTheFullMaximum() {
    Scorecard card =
        Scorecard.of(DISTRICT, Map.of(new CriterionId("I.1"), new Awarded(Points.of("3.88"))));

    assertEquals(Points.of("3.88"), card.points());
    assertEquals(Points.of("170"), card.max());
    assertEquals(Optional.of(Points.of("2.28")), card.index());
    assertEquals(36, card.unanswered().size());
    assertEquals(new CriterionId("I.2"), card.unanswered().getFirst());
    assertEquals(37, card.lines().size());
  }

  @Test
  void takesNoScoreThatTheSetCannotGive() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Scorecard.of(DISTRICT, Map.of(new CriterionId("I.1"), new Awarded(Points.of("4.01")))));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Scorecard.of(
                DISTRICT, Map.of(new CriterionId("I.1"), new Awarded(Points.of("-0.01")))));
    assertThrows(
        IllegalArgumentException.class,
        () -> Scorecard.of(DISTRICT, Map.of(new CriterionId("IX.1"), new Awarded(Points.ZERO))));
  }

  // Spreads given sums over the criteria of each group, from the first on.
  private static Map<CriterionId, CriterionScore> spread(
      CriteriaSet set, Map<String, String> sums) {
    var scores = new LinkedHashMap<CriterionId, CriterionScore>();
    set.criteria().keySet().forEach(id -> scores.put(id, new Awarded(Points.ZERO)));
    sums.forEach((group, sum) -> fill(set, scores, group, sum));
    return scores;
  }

  private static void fill(Map<CriterionId, CriterionScore> scores, String group, String sum) {
    fill(DEPARTMENT, scores, group, sum);
  }

  private static void fill(
      CriteriaSet set, Map<CriterionId, CriterionScore> scores, String group, String sum) {
    var left = new HashMap<String, BigDecimal>(Map.of(group, new BigDecimal(sum)));
    set.groups().stream()
        .filter(it -> it.id().equals(group))
        .flatMap(it -> it.criteria().stream())
        .filter(it -> scores.get(it.id()).applicable())
        .forEach(it -> {
          BigDecimal part = left.get(group).min(it.maxPoints().value());
          left.put(group, left.get(group).subtract(part));
          scores.put(it.id(), new Awarded(new Points(part)));
        });
  }
}
