package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.faults;
import static vn.minhbach.core.criteria.CriteriaFixture.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.scoring.Scorecard.GroupTotal;

/** Worked examples of the rules of parts, the group's best, bonus and penalty. */
class RulesOfPartsScoringTest {

  private static final CriteriaSet SET = CriteriaFixture.foreign();

  @Test
  void sumsUpPartsEachRoundedOnce() {
    Scored scored = scored("I.1", "{\"truongban\": {\"v\": true}, \"hop\": {\"a\": 5, \"b\": 7}}");

    // 6 × 5/7 = 4.2857…
    assertEquals(new CriterionScore.Awarded(Points.of("8.29")), scored.score());
    assertEquals(
        json(
            """
            {"rule": "sum", "parts": [
              {"key": "truongban", "label": "Chủ tịch UBND là Trưởng ban chỉ đạo",
               "maxPoints": "4.00", "points": "4.00", "why": {"rule": "boolean", "value": true}},
              {"key": "hop", "label": "Họp ban chỉ đạo", "maxPoints": "6.00", "points": "4.29",
               "why": {"rule": "ratio", "numerator": "5", "denominator": "7",
                       "ratio": "0.714285", "target": "1", "full": false}}]}
            """),
        scored.derivation().tree());
  }

  @Test
  void countsTheBestAlternativeAndTellsTheOthers() {
    Scored scored =
        scored("I.2", "{\"cong\": {\"n\": 20}, \"truyenthanh\": {\"items\": [\"h1\", \"h2\"]}}");

    assertEquals(Points.of("8"), scored.score().points());
    assertEquals("truyenthanh", scored.derivation().tree().get("counted"));
    assertEquals(Points.of("6"), scored("I.2", "{\"cong\": {\"n\": 20}}").score().points());
    // Of equals the first of the set.
    Scored none = scored("I.2", "{\"truyenthanh\": {\"items\": []}, \"cong\": {\"n\": 0}}");
    assertEquals("cong", none.derivation().tree().get("counted"));
  }

  @Test
  void measuresByTheBestOfTheGroupInASecondPass() {
    Scored first = scored("I.3", "{\"a\": 30, \"b\": 400}");
    assertEquals(new CriterionScore.AwaitsBest(Points.ZERO), first.score());
    assertEquals(true, first.derivation().tree().get("awaitsBest"));

    Bests bests =
        Bests.of(List.of(first.measured(), scored("I.3", "{\"a\": 9, \"b\": 100}").measured()));
    // 20 × (30/400) / (9/100) = 16.666…
    Scored second =
        accepted(Scoring.score(criterion("I.3"), json("{\"a\": 30, \"b\": 400}"), bests));
    assertEquals(new CriterionScore.Awarded(Points.of("16.67")), second.score());
    assertEquals(
        json(
            """
            {"rule": "relativeToBest",
             "own": {"numerator": "30", "denominator": "400", "ratio": "0.075000"},
             "best": {"numerator": "9", "denominator": "100", "ratio": "0.090000"}}
            """),
        second.derivation().tree());
  }

  @Test
  void countsThePartsThatWaitForNobodyAtOnce() {
    String answer = "{\"tyle\": {\"a\": 50, \"b\": 100}, \"soluong\": {\"n\": 50}}";
    Scored first = scored("II.1", answer);
    assertEquals(new CriterionScore.AwaitsBest(Points.of("20")), first.score());
    assertEquals("II.1.soluong", first.measured().keySet().iterator().next());

    Bests bests =
        Bests.of(List.of(Map.of("II.1.soluong", Measured.amount(new java.math.BigDecimal("80")))));
    // 20 + 10 × 50/80
    assertEquals(
        Points.of("26.25"),
        accepted(Scoring.score(criterion("II.1"), json(answer), bests)).score().points());
  }

  @Test
  void givesNobodyPointsWhereTheBestIsNothing() {
    Scored nothing = scored("I.3", "{\"a\": 0, \"b\": 400}");
    Bests bests = Bests.of(List.of(nothing.measured()));
    assertEquals(
        new CriterionScore.Awarded(Points.ZERO),
        accepted(Scoring.score(criterion("I.3"), json("{\"a\": 0, \"b\": 400}"), bests)).score());
  }

  @Test
  void leavesOutOfTheBestWhoHasNoWhole() {
    Scored dropped = scored("I.3", "{\"a\": 0, \"b\": 0}");
    assertEquals(new CriterionScore.NotApplicable(), dropped.score());
    assertEquals(Map.of(), dropped.measured());
  }

  @Test
  void refusesAnswersAtTheirPlaceInThePart() {
    assertEquals(
        List.of("inputs.truongban.v WRONG_TYPE", "inputs.hop.a NUMERATOR_OVER_DENOMINATOR"),
        faults(answer("I.1", "{\"truongban\": {\"v\": 1}, \"hop\": {\"a\": 8, \"b\": 7}}")));
    assertEquals(
        List.of("inputs.hop MISSING_FIELD"),
        faults(answer("I.1", "{\"truongban\": {\"v\": true}}")));
    assertEquals(
        List.of("inputs.hop WRONG_TYPE"),
        faults(answer("I.1", "{\"truongban\": {\"v\": true}, \"hop\": 3}")));
    assertEquals(
        List.of("inputs.other UNKNOWN_FIELD", "inputs NO_ALTERNATIVE_GIVEN"),
        faults(answer("I.2", "{\"other\": {}}")));
    assertEquals(
        List.of("inputs.truyenthanh.items[0] UNKNOWN_ITEM"),
        faults(answer("I.2", "{\"truyenthanh\": {\"items\": [\"h9\"]}}")));
  }

  @Test
  void putsBonusOnTopAndTakesPenaltyOffEachUpToItsCap() {
    // I: 4 + 6 of 10, 10 of 10, 20 × ½; II: 20 + 10, 15 of 30; bonus 5 → 3, 2; penalty 2.5.
    Scorecard card =
        card(
            Map.of(
                "I.1", "10", "I.2", "10", "I.3", "10", "II.1", "30", "II.2", "15", "T1.1", "5",
                "T2.1", "2", "P.1", "2.5"));

    assertEquals(
        List.of("I 30.00/40.00", "II 45.00/60.00", "T1 3.00/3.00", "T2 2.00/2.00", "P 2.50/5.00"),
        card.groups().stream()
            .map(group -> group.group() + " " + group.points() + "/" + group.max())
            .toList());
    // 75 + min(4, 3 + 2) − 2.5 of 100: neither extra group is part of the maximum.
    assertEquals(Points.of("76.50"), card.points());
    assertEquals(Points.of("100"), card.max());
    assertEquals(Optional.of(Points.of("76.50")), card.index());
    assertEquals("KHA", card.level().orElseThrow().code());
  }

  @Test
  void neverGivesMoreThanTheMaximumOrLessThanNothing() {
    assertEquals(
        Optional.of(Points.of("100")),
        card(Map.of(
                "I.1", "10", "I.2", "10", "I.3", "20", "II.1", "30", "II.2", "30", "T1.1", "5",
                "T2.1", "2", "P.1", "0"))
            .index());
    assertEquals(
        Optional.of(Points.ZERO),
        card(Map.of(
                "I.1", "2", "I.2", "0", "I.3", "0", "II.1", "0", "II.2", "0", "T1.1", "0", "T2.1",
                "0", "P.1", "5"))
            .index());
  }

  @Test
  void readsTheLevelOfAGroupFromItsOwnPercentage() {
    GroupTotal readiness =
        card(Map.of(
                "I.1", "8.50", "I.2", "10", "I.3", "14", "II.1", "0", "II.2", "0", "T1.1", "0",
                "T2.1", "0", "P.1", "0"))
            .groups()
            .getFirst();
    assertEquals(Optional.of(Points.of("81.25")), readiness.percent());
    assertEquals(Optional.of(Points.of("32.50")), readiness.converted());
    assertEquals("II", readiness.level().orElseThrow().code());
  }

  private static Scorecard card(Map<String, String> points) {
    var scores = new HashMap<CriterionId, CriterionScore>();
    points.forEach((id, given) ->
        scores.put(new CriterionId(id), new CriterionScore.Awarded(Points.of(given))));
    return Scorecard.of(SET, scores);
  }

  private static Criterion criterion(String id) {
    return SET.criterion(new CriterionId(id)).orElseThrow();
  }

  private static vn.minhbach.core.Outcome<Scored> answer(String criterion, String inputs) {
    return Scoring.score(criterion(criterion), json(inputs));
  }

  private static Scored scored(String criterion, String inputs) {
    return accepted(answer(criterion, inputs));
  }
}
