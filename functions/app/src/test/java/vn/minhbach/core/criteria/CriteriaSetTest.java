package vn.minhbach.core.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.faults;
import static vn.minhbach.core.criteria.CriteriaFixture.json;
import static vn.minhbach.core.criteria.CriteriaFixture.refused;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.criteria.ScoringRule.Ratio;

class CriteriaSetTest {

  /** The department set: I.1 ratio … II.9 ratio that drops out; III has no subgroups. */
  private static final String TIERS = "groups[1].criteria[1].scoring";

  private static final String RATIO = "groups[0].criteria[0].scoring";
  private static final String YES_NO = "groups[0].criteria[2].scoring";
  private static final String CHOICE = "groups[0].criteria[8].scoring";
  private static final String COUNT = "groups[1].criteria[5].scoring";
  private static final String CHECKLIST = "groups[1].criteria[6].scoring";
  private static final String AMOUNT = "groups[1].criteria[7].scoring";
  private static final String DROPPING = "groups[1].criteria[8]";

  @Test
  void saysWhatIsWrongAndWhereInBothLanguages() {
    Refusal refusal = refused(read(tree().set(TIERS + ".tiers[2].points", 4)));

    assertEquals(CriteriaProblem.INVALID_CRITERIA, refusal.problem());
    assertEquals(
        "Bộ tiêu chí có 1 lỗi; chưa có gì được ghi. Sửa từng chỗ nêu dưới đây.",
        refusal.detail(Language.VI));
    assertEquals(
        "“groups[1].criteria[1].scoring.tiers[2].points”: ngưỡng và điểm phải giảm dần từ trên"
            + " xuống (4 không nhỏ hơn 4).",
        refusal.violations().getFirst().detail(Language.VI));
    assertEquals(
        "“groups[1].criteria[1].scoring.tiers[2].points”: thresholds and points must descend (4 is"
            + " not below 4).",
        refusal.violations().getFirst().detail(Language.EN));
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertFaults(
        tree()
            .drop("title")
            .set("levels[3].minPercent", 10)
            .set("groups[0].criteria[1].id", "I.1")
            .set(RATIO + ".target", 2)
            .drop(COUNT + ".pointsPerItem"),
        "title MISSING_FIELD",
        "levels[3] LEVELS_WITHOUT_BOTTOM",
        RATIO + ".target OUT_OF_RANGE",
        "groups[0].criteria[1].id DUPLICATE_ID",
        COUNT + ".pointsPerItem MISSING_FIELD");
  }

  @Test
  void blamesNothingElseForOneFault() {
    assertFaults(tree().drop("groups[1].criteria[0].subgroup"), place("subgroup MISSING_FIELD"));
    assertFaults(tree().set("groups[1].criteria[0].scoring", "x"), place("scoring WRONG_TYPE"));
    assertFaults(tree().drop("groups[1].criteria[0].scoring"), place("scoring MISSING_FIELD"));
    assertFaults(tree().drop("groups[1].criteria[0].maxPoints"), place("maxPoints MISSING_FIELD"));
    assertFaults(tree().set("groups[1].maxPoints", "60"), "groups[1].maxPoints WRONG_TYPE");
    assertFaults(tree().drop(TIERS + ".on"), TIERS + ".on MISSING_FIELD");
    assertFaults(tree().drop(TIERS + ".type"), TIERS + ".type MISSING_FIELD");
    assertFaults(tree().drop(CHOICE + ".inputs[0].kind"), CHOICE + ".inputs[0].kind MISSING_FIELD");
    assertFaults(tree().drop(RATIO + ".numerator"), RATIO + ".numerator MISSING_FIELD");
  }

  private static String place(String fault) {
    return "groups[1].criteria[0]." + fault;
  }

  @Test
  void refusesWhatIsNoObjectAtAll() {
    assertEquals(List.of(" WRONG_TYPE"), faults(CriteriaSet.read(List.of())));
    assertEquals(List.of(" WRONG_TYPE"), faults(CriteriaSet.read(null)));
    assertEquals(List.of(" WRONG_TYPE"), faults(CriteriaSet.read("set")));
  }

  @Test
  void checksTheHead() {
    assertFaults(tree().set("setId", "QN 2020"), "setId BAD_CODE");
    assertFaults(tree().set("setId", " "), "setId BLANK");
    assertFaults(tree().set("version", "1".repeat(41)), "version TOO_LONG");
    assertFaults(tree().set("year", 20), "year OUT_OF_RANGE");
    assertFaults(tree().set("unitGroup", 4), "unitGroup OUT_OF_RANGE");
    assertFaults(tree().set("unitGroup", new BigDecimal("1.5")), "unitGroup NOT_A_WHOLE_NUMBER");
    assertFaults(tree().set("pointPrecision", 3), "pointPrecision OUT_OF_RANGE");
    assertFaults(tree().set("rounding", "DOWN"), "rounding UNKNOWN_VALUE");
    assertFaults(tree().set("maxPoints", -100), "maxPoints NEGATIVE");
    assertFaults(tree().set("maxPoints", new BigDecimal("99.999")), "maxPoints TOO_MANY_DECIMALS");
    assertFaults(
        tree().set("groups", List.of()), "groups TOO_FEW", "maxPoints POINTS_DO_NOT_ADD_UP");
  }

  @Test
  void needsLevelsThatCoverEveryIndex() {
    assertFaults(tree().set("levels", List.of()), "levels TOO_FEW");
    assertFaults(tree().drop("levels[3]"), "levels[2] LEVELS_WITHOUT_BOTTOM");
    assertFaults(tree().set("levels[3].minInclusive", false), "levels[3] LEVELS_WITHOUT_BOTTOM");
    assertFaults(tree().set("levels[0].minPercent", 101), "levels[0].minPercent OUT_OF_RANGE");
    assertFaults(
        tree().set("levels[1].minPercent", 80), "levels[1].minPercent TIERS_NOT_DESCENDING");
    assertFaults(tree().set("levels[1].code", "TOT"), "levels[1].code DUPLICATE_ID");
  }

  @Test
  void needsAKnownSubgroupWhereTheGroupHasAny() {
    assertFaults(
        tree().set("groups[1].criteria[0].subgroup", "II.Z"),
        "groups[1].criteria[0].subgroup UNKNOWN_VALUE");
    assertFaults(
        tree().set("groups[0].criteria[0].subgroup", "I.A"),
        "groups[0].criteria[0].subgroup UNKNOWN_VALUE");
    assertFaults(
        tree().set("groups[1].criteria[0].subgroup", "II.B"),
        "groups[1].subgroups[0].maxPoints POINTS_DO_NOT_ADD_UP",
        "groups[1].subgroups[1].maxPoints POINTS_DO_NOT_ADD_UP");
  }

  @Test
  void checksIdsAcrossTheWholeSet() {
    assertFaults(
        tree().set("groups[2].criteria[0].id", "I.1"), "groups[2].criteria[0].id DUPLICATE_ID");
    assertFaults(tree().set("groups[2].id", "I"), "groups[2].id DUPLICATE_ID");
    assertFaults(
        tree().set("groups[2].criteria[0].id", "III/1"), "groups[2].criteria[0].id BAD_CODE");
    Refusal refusal = refused(read(tree().set("groups[2].criteria[0].id", "I.1")));
    assertEquals("groups[0].criteria[0].id", refusal.violations().getFirst().facts().get("first"));
  }

  @Test
  void checksWhatACriterionSaysOfItself() {
    assertFaults(
        tree().set("groups[0].criteria[0].verifyBy", "phone"),
        "groups[0].criteria[0].verifyBy UNKNOWN_VALUE");
    assertFaults(
        tree().set("groups[0].criteria[0].evidenceRequired", "yes"),
        "groups[0].criteria[0].evidenceRequired WRONG_TYPE");
    assertFaults(
        tree().set("groups[0].criteria[0].title", "x".repeat(4001)),
        "groups[0].criteria[0].title TOO_LONG");
    assertFaults(tree().drop(DROPPING + ".naReason"), DROPPING + ".naReason MISSING_FIELD");
  }

  @Test
  void dropsOutOnlyWhereTheSetAllowsIt() {
    assertFaults(
        tree().set(DROPPING + ".naAllowed", false),
        DROPPING + ".scoring.whenDenominatorZero NOT_APPLICABLE_NOT_ALLOWED");
    assertFaults(
        tree().set(RATIO + ".whenDenominatorZero", "notApplicable"),
        RATIO + ".whenDenominatorZero NOT_APPLICABLE_NOT_ALLOWED");
    assertFaults(
        tree().set(RATIO + ".whenDenominatorZero", "drop"),
        RATIO + ".whenDenominatorZero UNKNOWN_VALUE");
  }

  @Test
  void knowsSixRules() {
    assertFaults(tree().set(RATIO + ".type", "formula"), RATIO + ".type UNKNOWN_VALUE");
    assertFaults(tree().set(TIERS + ".on", "sum"), TIERS + ".on UNKNOWN_VALUE");
  }

  @Test
  void tiesInputsToTheRule() {
    assertFaults(tree().set(RATIO + ".numerator", "x"), RATIO + ".numerator UNKNOWN_INPUT");
    assertFaults(tree().set(COUNT + ".value", "m"), COUNT + ".value UNKNOWN_INPUT");
    assertFaults(
        tree().set(RATIO + ".numerator", "b"),
        RATIO + ".denominator DUPLICATE_ID",
        RATIO + ".inputs[0] UNUSED_INPUT");
    assertFaults(
        tree().add(RATIO + ".inputs", input("c", "integer")), RATIO + ".inputs[2] UNUSED_INPUT");
    assertFaults(
        tree().set(YES_NO + ".inputs[0].kind", "integer"), YES_NO + ".value WRONG_INPUT_KIND");
    assertFaults(
        tree().set(COUNT + ".inputs[0].kind", "decimal"), COUNT + ".value WRONG_INPUT_KIND");
    assertFaults(
        tree().set(RATIO + ".inputs[0]", input("a", "boolean")),
        RATIO + ".numerator WRONG_INPUT_KIND");
    assertFaults(
        tree().set(RATIO + ".inputs[0].kind", "text"), RATIO + ".inputs[0].kind UNKNOWN_VALUE");
    assertFaults(tree().set(RATIO + ".inputs[0].min", -1), RATIO + ".inputs[0].min NEGATIVE");
    assertFaults(
        tree().set(RATIO + ".inputs[0].min", new BigDecimal("0.5")),
        RATIO + ".inputs[0].min NOT_A_WHOLE_NUMBER");
    assertFaults(tree().set(YES_NO + ".inputs[0].min", 0), YES_NO + ".inputs[0].min UNKNOWN_FIELD");
    assertFaults(
        tree().set(RATIO + ".inputs", List.of()),
        RATIO + ".inputs TOO_FEW",
        RATIO + ".numerator UNKNOWN_INPUT",
        RATIO + ".denominator UNKNOWN_INPUT");
  }

  private static Map<?, ?> input(String key, String kind) {
    return (Map<?, ?>)
        json("{\"key\":\"%s\",\"label\":\"x\",\"kind\":\"%s\"}".formatted(key, kind));
  }

  @Test
  void boundsTargetAndTiers() {
    assertFaults(tree().set(RATIO + ".target", 0), RATIO + ".target OUT_OF_RANGE");
    assertFaults(
        tree().set(RATIO + ".target", new BigDecimal("0.1234567")),
        RATIO + ".target TOO_MANY_DECIMALS");
    assertFaults(tree().set(TIERS + ".tiers", List.of()), TIERS + ".tiers TOO_FEW");
    assertFaults(
        tree().set(TIERS + ".tiers[0].min", new BigDecimal("1.01")),
        TIERS + ".tiers[0].min OUT_OF_RANGE");
    assertFaults(
        tree().set(TIERS + ".tiers[0].points", 6), TIERS + ".tiers[0].points POINTS_OVER_MAXIMUM");
    assertFaults(
        tree().set(TIERS + ".otherwise", new BigDecimal("1.5")),
        TIERS + ".otherwise TIERS_NOT_DESCENDING");
    assertFaults(tree().set(TIERS + ".otherwise", -1), TIERS + ".otherwise NEGATIVE");
    assertFaults(
        tree().set(AMOUNT + ".tiers[2].min", 10), AMOUNT + ".tiers[2].min TIERS_NOT_DESCENDING");
  }

  @Test
  void boundsPointsByTheMaximumOfTheCriterion() {
    assertFaults(
        tree().set(YES_NO + ".pointsIfTrue", 3), YES_NO + ".pointsIfTrue POINTS_OVER_MAXIMUM");
    assertFaults(tree().set(YES_NO + ".pointsIfFalse", -1), YES_NO + ".pointsIfFalse NEGATIVE");
    assertFaults(
        tree().set(CHOICE + ".options[1].points", new BigDecimal("2.01")),
        CHOICE + ".options[1].points POINTS_OVER_MAXIMUM");
    assertFaults(
        tree().set(COUNT + ".pointsPerItem", 4), COUNT + ".pointsPerItem POINTS_OVER_MAXIMUM");
    assertFaults(tree().set(COUNT + ".pointsPerItem", 0), COUNT + ".pointsPerItem OUT_OF_RANGE");
    assertFaults(
        tree().set(CHECKLIST + ".items[3].points", 1), CHECKLIST + ".items POINTS_OVER_MAXIMUM");
    assertFaults(tree().set(CHECKLIST + ".items", List.of()), CHECKLIST + ".items TOO_FEW");
  }

  @Test
  void needsAChoiceBetweenDistinctOptions() {
    assertFaults(
        tree().set(CHOICE + ".options[1].value", "none"),
        CHOICE + ".options[3].value DUPLICATE_ID");
    assertFaults(
        tree().set(CHOICE + ".options[1].value", "a b"), CHOICE + ".options[1].value BAD_CODE");
    assertFaults(
        tree()
            .drop(CHOICE + ".options[3]")
            .drop(CHOICE + ".options[2]")
            .drop(CHOICE + ".options[1]"),
        CHOICE + ".options TOO_FEW");
    assertFaults(
        tree().set(CHECKLIST + ".items[1].key", "i1"), CHECKLIST + ".items[1].key DUPLICATE_ID");
  }

  @Test
  void takesFullPointsFromTheWholeWhereNoTargetIsGiven() {
    CriteriaSet set = accepted(read(tree().drop(RATIO + ".target").drop(RATIO + ".inputs[0].min")));
    Criterion first = set.criterion(new CriterionId("I.1")).orElseThrow();

    assertEquals(BigDecimal.ONE, ((Ratio) first.rule()).target());
    assertEquals(BigDecimal.ZERO, first.inputs().getFirst().min());
  }

  @Test
  void keepsWhatAScreenShows() {
    Criterion criterion =
        CriteriaFixture.department().criterion(new CriterionId("II.9")).orElseThrow();

    assertEquals(Points.of("2"), criterion.maxPoints());
    assertEquals(Optional.of("Nếu trong kỳ không có câu hỏi: không áp dụng."), criterion.hint());
    assertEquals(Optional.of("Không phát sinh câu hỏi, phản ánh trong kỳ"), criterion.naReason());
    assertEquals(VerifyBy.SHARED_SYSTEM, criterion.verifyBy());
    assertEquals(Optional.of("reconstructed"), criterion.provenance());
    assertEquals(InputKind.INTEGER, criterion.inputs().getFirst().kind());
    assertEquals(
        List.of("II.A", "II.B", "II.C", "II.D"),
        CriteriaFixture.department().groups().get(1).subgroups().stream()
            .map(Subgroup::id)
            .toList());
  }

  private static Tree tree() {
    return Tree.of("department");
  }

  private static Outcome<CriteriaSet> read(Tree tree) {
    return CriteriaSet.read(tree.root());
  }

  private static void assertFaults(Tree tree, String... expected) {
    assertEquals(
        List.of(expected).stream().sorted().toList(),
        faults(read(tree)).stream().sorted().toList());
  }
}
