package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.commune;
import static vn.minhbach.core.criteria.CriteriaFixture.department;
import static vn.minhbach.core.criteria.CriteriaFixture.district;
import static vn.minhbach.core.criteria.CriteriaFixture.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;

/** Examples: first the worked ones of the domain, then each rule at its edges. */
class ScoringTest {

  @Test
  void scoresTheComputersOfTheWorkedExample() {
    assertEquals("3.88", points(district(), "I.1", "{'a':187,'b':193}"));
  }

  @Test
  void scoresTheOnlineFilingsOfTheWorkedExample() {
    assertEquals("4.80", points(district(), "II.12", "{'a':612,'b':2040}"));
  }

  @Test
  void scoresThePunctualityOfTheWorkedExample() {
    assertEquals("6.00", points(district(), "II.13", "{'a':9312,'b':9660}"));
  }

  @Test
  void givesFullPointsFromTheTargetOn() {
    assertEquals("8.00", points(district(), "II.12", "{'a':1020,'b':2040}"));
    assertEquals("8.00", points(district(), "II.12", "{'a':2040,'b':2040}"));
    assertEquals("7.99", points(district(), "II.12", "{'a':1019,'b':2040}"));
    assertEquals("0.00", points(district(), "II.12", "{'a':0,'b':2040}"));
  }

  @Test
  void roundsHalfUpAndOnlyOnce() {
    // 4 × 1/800 = 0.005; 4 × 1/801 = 0.00499…
    assertEquals("0.01", points(district(), "I.1", "{'a':1,'b':800}"));
    assertEquals("0.00", points(district(), "I.1", "{'a':1,'b':801}"));
    // 4 × 1249/2000 / 0.8 = 3.1225; with the ratio cut to two decimals it were 3.10.
    assertEquals("3.12", points(department(), "II.10", "{'a':1249,'b':2000}"));
    // 8 × (1/3) / 0.5 = 5.333…; from a ratio of 0.33 it were 5.28.
    assertEquals("5.33", points(district(), "II.12", "{'a':1,'b':3}"));
  }

  @Test
  void comparesTiersUnrounded() {
    assertEquals("6.00", points(district(), "II.13", "{'a':95,'b':100}"));
    // 0.94999…: any rounding would lift it.
    assertEquals("4.00", points(district(), "II.13", "{'a':949999999999,'b':999999999999}"));
    assertEquals("8.00", points(district(), "II.13", "{'a':98,'b':100}"));
    assertEquals("2.00", points(district(), "II.13", "{'a':80,'b':100}"));
    assertEquals("0.00", points(district(), "II.13", "{'a':79,'b':100}"));
  }

  @Test
  void takesTiersOfANumberAndOfDecimals() {
    assertEquals("3.00", points(department(), "II.8", "{'n':20}"));
    assertEquals("2.00", points(department(), "II.8", "{'n':19.999999}"));
    assertEquals("0.00", points(department(), "II.8", "{'n':3.5}"));
    assertEquals("1.00", points(department(), "II.17", "{'a':12.5,'b':1000.25}"));
    assertEquals("2.00", points(department(), "II.17", "{'a':20.005,'b':1000.25}"));
  }

  @Test
  void scoresYesAndNo() {
    assertEquals("2.00", points(commune(), "I.4", "{'v':true}"));
    assertEquals("0.00", points(commune(), "I.4", "{'v':false}"));
  }

  @Test
  void scoresTheChosenOption() {
    assertEquals("1.00", points(department(), "I.9", "{'v':'approved'}"));
    assertEquals("0.50", points(department(), "I.9", "{'v':'submitted'}"));
    assertEquals("0.00", points(department(), "I.9", "{'v':'none'}"));
  }

  @Test
  void countsUpToTheMaximum() {
    assertEquals("1.50", points(commune(), "III.4", "{'n':3}"));
    assertEquals("2.00", points(commune(), "III.4", "{'n':4}"));
    assertEquals("2.00", points(commune(), "III.4", "{'n':999999999999}"));
    assertEquals("0.00", points(commune(), "III.4", "{'n':0}"));
  }

  @Test
  void addsTheTickedItems() {
    assertEquals("1.00", points(department(), "II.7", "{'items':['i1','i3']}"));
    assertEquals("0.00", points(department(), "II.7", "{'items':[]}"));
    assertEquals("1.50", points(department(), "II.16", "{'items':['i3','i1']}"));
  }

  @Test
  void givesZeroForAnEmptyWholeOrDropsTheCriterion() {
    Scored zero = scored(district(), "I.1", "{'a':0,'b':0}");
    Scored dropped = scored(department(), "II.9", "{'a':0,'b':0}");
    Scored droppedTiers = scored(department(), "II.13", "{'a':0,'b':0}");

    assertEquals(Optional.of(Points.ZERO), zero.points());
    assertFalse(zero.dropped());
    assertEquals(Optional.empty(), dropped.points());
    assertTrue(dropped.dropped());
    assertTrue(droppedTiers.dropped());
    assertEquals(
        Map.of("rule", "tiers", "zeroDenominator", true, "dropped", true),
        droppedTiers.derivation().tree());
    assertEquals(
        Map.of("rule", "ratio", "zeroDenominator", true, "dropped", false),
        zero.derivation().tree());
  }

  @Test
  void bringsInputsIntoOneNormalForm() {
    assertEquals("{a=3, b=4}", scored(district(), "I.1", "{'b':4.0,'a':3}").inputs().toString());
    assertEquals(
        Map.of("a", 3L, "b", 400L), scored(district(), "I.1", "{'b':4e2,'a':3.00}").inputs());
    assertEquals(Map.of("n", 12L), scored(department(), "II.8", "{'n':12.0}").inputs());
    assertEquals(
        Map.of("n", new BigDecimal("12.5")), scored(department(), "II.8", "{'n':12.500}").inputs());
    assertEquals(
        Map.of("items", List.of("i1", "i3")),
        scored(department(), "II.7", "{'items':['i3','i1']}").inputs());
    assertEquals(Map.of("v", true), scored(commune(), "I.4", "{'v':true}").inputs());
    assertEquals(Map.of("v", "approved"), scored(department(), "I.9", "{'v':'approved'}").inputs());
  }

  @Test
  void saysWhyAsDataForAScreen() {
    assertEquals(
        "{rule=ratio, numerator=612, denominator=2040, ratio=0.300000, target=0.5, full=false}",
        why(district(), "II.12", "{'a':612,'b':2040}"));
    assertEquals(
        "{rule=tiers, numerator=9312, denominator=9660, ratio=0.963975, tier=0.95}",
        why(district(), "II.13", "{'a':9312,'b':9660}"));
    assertEquals(
        "{rule=tiers, numerator=949999999999, denominator=999999999999, ratio=0.949999, tier=0.9}",
        why(district(), "II.13", "{'a':949999999999,'b':999999999999}"));
    assertEquals(
        "{rule=tiers, numerator=1, denominator=10, ratio=0.100000}",
        why(district(), "II.13", "{'a':1,'b':10}"));
    assertEquals("{rule=tiers, value=12.5, tier=10}", why(department(), "II.8", "{'n':12.5}"));
    assertEquals("{rule=tiers, value=0}", why(department(), "II.8", "{'n':0}"));
    assertEquals("{rule=boolean, value=true}", why(commune(), "I.4", "{'v':true}"));
    assertEquals(
        "{rule=choice, value=submitted, label=Đã lập, trình hồ sơ}",
        why(department(), "I.9", "{'v':'submitted'}"));
    assertEquals(
        "{rule=count, count=5, pointsPerItem=0.50, capped=true}",
        why(commune(), "III.4", "{'n':5}"));
    assertEquals(
        "{rule=count, count=4, pointsPerItem=0.50, capped=false}",
        why(commune(), "III.4", "{'n':4}"));
    assertEquals(
        "{rule=checklist, items={i1=1.00, i3=0.50}}",
        why(department(), "II.16", "{'items':['i3','i1']}"));
  }

  private static String why(CriteriaSet set, String id, String inputs) {
    return scored(set, id, inputs).derivation().tree().toString();
  }

  private static String points(CriteriaSet set, String id, String inputs) {
    return scored(set, id, inputs).points().orElseThrow().toString();
  }

  private static Scored scored(CriteriaSet set, String id, String inputs) {
    Criterion criterion = set.criterion(new CriterionId(id)).orElseThrow();
    return accepted(Scoring.score(criterion, json(inputs.replace('\'', '"'))));
  }
}
