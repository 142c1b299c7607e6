package vn.minhbach.core.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.faults;
import static vn.minhbach.core.criteria.CriteriaFixture.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;

/**
 * What a set may say beyond the plan's own: parts, alternatives, the group's best, extra points.
 */
class RulesOfPartsTest {

  private static final String SUM = "groups[0].criteria[0].scoring";
  private static final String BEST = "groups[0].criteria[1].scoring";
  private static final String RELATIVE = "groups[0].criteria[2].scoring";

  @Test
  void readsASetWithEveryKindOfRule() {
    CriteriaSet set = CriteriaFixture.foreign();

    assertEquals(
        List.of("sum", "best", "relativeToBest", "sum", "ratio", "count", "boolean", "count"),
        set.criteria().values().stream().map(one -> one.rule().type()).toList());
    Criterion first = criterion(set, "I.1");
    assertEquals(Optional.of("Sở Thông tin và Truyền thông"), first.verifier());
    assertEquals(Optional.of("Báo cáo của UBND cấp huyện"), first.dataSource());
    assertEquals(
        List.of("truongban.v", "hop.a", "hop.b"),
        Leaf.of(first).stream()
            .flatMap(leaf -> leaf.rule().inputs().stream().map(it -> leaf.place(it.key())))
            .toList());
    assertEquals(Optional.of(Points.of("4")), set.cap(CriteriaGroup.Kind.BONUS));
    assertEquals(Optional.empty(), set.cap(CriteriaGroup.Kind.PENALTY));
    assertTrue(set.relative());
    assertEquals(
        List.of("BASE", "BASE", "BONUS", "BONUS", "PENALTY"),
        set.groups().stream().map(group -> group.kind().name()).toList());
  }

  @Test
  void refusesPartsThatMakeMoreOrLessThanTheMaximum() {
    assertFaults(
        Tree.foreign().set(SUM + ".parts[1].maxPoints", 7), SUM + ".parts POINTS_OVER_MAXIMUM");
    assertFaults(
        Tree.foreign().set(SUM + ".parts[1].maxPoints", 5), SUM + ".parts POINTS_DO_NOT_ADD_UP");
    assertFaults(
        Tree.foreign().set(SUM + ".parts[0].maxPoints", 40),
        SUM + ".parts[0].maxPoints POINTS_OVER_MAXIMUM",
        SUM + ".parts POINTS_OVER_MAXIMUM");
    assertFaults(
        Tree.foreign().set(SUM + ".parts[0].scoring.pointsIfTrue", new BigDecimal("4.5")),
        SUM + ".parts[0].scoring.pointsIfTrue POINTS_OVER_MAXIMUM");
  }

  @Test
  void refusesABestOfNothingAndOfOne() {
    assertFaults(
        Tree.foreign().set(BEST + ".alternatives", List.of()), BEST + ".alternatives TOO_FEW");
    assertFaults(
        Tree.foreign().set(BEST, Map.of("type", "best")), BEST + ".alternatives MISSING_FIELD");
    Object one = Tree.foreign().get(BEST + ".alternatives[0]");
    assertFaults(
        Tree.foreign().set(BEST + ".alternatives", List.of(one)), BEST + ".alternatives TOO_FEW");
    assertFaults(Tree.foreign().set(SUM + ".parts", List.of()), SUM + ".parts TOO_FEW");
  }

  @Test
  void refusesKeysThatAreNoNameOrStandTwice() {
    assertFaults(Tree.foreign().set(SUM + ".parts[0].key", "a.b"), SUM + ".parts[0].key BAD_CODE");
    assertFaults(
        Tree.foreign().set(SUM + ".parts[1].key", "truongban"), SUM + ".parts[1].key DUPLICATE_ID");
  }

  @Test
  void refusesRulesThatAreNestedTooDeep() {
    assertFaults(
        Tree.foreign().set(SUM, nested(3)),
        SUM + ".parts[0].scoring.parts[0].scoring RULE_TOO_DEEP");
    accepted(CriteriaSet.read(Tree.foreign().set(SUM, nested(2)).root()));
  }

  @Test
  void refusesAGroupsBestWhereACapOrAChoiceWouldHangOnIt() {
    Object relative =
        json(
            """
            {"type": "relativeToBest", "on": "value", "value": "n",
             "inputs": [{"key": "n", "label": "Số", "kind": "integer"}]}
            """);
    assertFaults(
        Tree.foreign().set(BEST + ".alternatives[0].scoring", relative),
        BEST + ".alternatives[0].scoring.type RELATIVE_NOT_HERE");
    for (int extra : List.of(2, 4)) {
      String scoring = "groups[" + extra + "].criteria[0].scoring";
      assertFaults(Tree.foreign().set(scoring, relative), scoring + ".type RELATIVE_NOT_HERE");
    }
    assertFaults(Tree.foreign().set(RELATIVE + ".on", "rank"), RELATIVE + ".on UNKNOWN_VALUE");
    assertFaults(
        Tree.foreign().drop(RELATIVE + ".numerator"), RELATIVE + ".numerator MISSING_FIELD");
  }

  @Test
  void refusesAPartThatWouldDropOut() {
    assertFaults(
        Tree.foreign().set(SUM + ".parts[1].scoring.whenDenominatorZero", "notApplicable"),
        SUM + ".parts[1].scoring.whenDenominatorZero PART_CANNOT_DROP");
  }

  @Test
  void refusesCapsAboveWhatTheyCapAndLevelsOfExtraPoints() {
    assertFaults(
        Tree.foreign().set("groups[2].maxPoints", 6), "groups[2].maxPoints POINTS_OVER_MAXIMUM");
    assertFaults(Tree.foreign().set("bonusMaxPoints", 6), "bonusMaxPoints POINTS_OVER_MAXIMUM");
    assertFaults(
        Tree.foreign().set("penaltyMaxPoints", new BigDecimal("5.5")),
        "penaltyMaxPoints POINTS_OVER_MAXIMUM");
    Object levels = Tree.foreign().get("groups[0].levels");
    assertFaults(
        Tree.foreign().set("groups[4].levels", levels), "groups[4].levels LEVELS_OF_EXTRA_POINTS");
    assertFaults(
        Tree.foreign().set("groups[0].levels[2].minPercent", 10),
        "groups[0].levels[2] LEVELS_WITHOUT_BOTTOM");
    // What is not part of the maximum does not fill it.
    assertFaults(
        Tree.foreign().set("groups[1].kind", "bonus"),
        "groups[1].criteria[0].scoring.parts[1].scoring.type RELATIVE_NOT_HERE",
        "maxPoints POINTS_DO_NOT_ADD_UP");
  }

  @Test
  void refusesFiguresThatAreDerivedFromThemselves() {
    Object derived =
        json(
            """
            {"kind": "derived", "criterion": "I.1", "input": "v", "oneOf": ["true"]}
            """);
    for (String set : List.of("commune", "department")) {
      assertFaults(
          Tree.of(set).set("groups[0].criteria[0].origin", derived),
          "groups[0].criteria[0].origin.kind DERIVED_OF_ITSELF");
    }
  }

  @Test
  void tellsWhatACorrectionOfThemChanges() {
    assertEquals(
        List.of("I.1 scoring,inputs true"),
        diff(it -> {
          it.set(SUM + ".parts[0].key", "truong");
        }));
    assertEquals(
        List.of("I.1 labels false"),
        diff(it -> {
          it.set(SUM + ".parts[0].label", "Trưởng ban là Chủ tịch");
        }));
    assertEquals(
        List.of("I.2 scoring true"),
        diff(it -> {
          it.set(BEST + ".alternatives[1].scoring.items[0].points", 4);
        }));
    assertEquals(
        List.of("I.2 labels false"),
        diff(it -> {
          it.set(BEST + ".alternatives[1].scoring.items[0].label", "Hằng tuần");
        }));
    assertEquals(
        List.of("I.3 verifier,dataSource false"),
        diff(it -> {
          it.set("groups[0].criteria[2].verifier", "Sở Nội vụ")
              .drop("groups[0].criteria[2].dataSource");
        }));
    assertEquals(
        List.of("bonusMaxPoints", "groups"),
        CriteriaDiff.between(
                CriteriaFixture.foreign(),
                set(
                    Tree.foreign()
                        .drop("bonusMaxPoints")
                        .set("groups[0].levels[0].minPercent", 95)))
            .set());
  }

  private static List<String> diff(Consumer<Tree> change) {
    Tree changed = Tree.foreign();
    change.accept(changed);
    return CriteriaDiff.between(CriteriaFixture.foreign(), set(changed)).lines().stream()
        .map(line ->
            line.criterion()
                + " "
                + String.join(",", line.fields().stream().sorted(ORDER).toList())
                + " "
                + line.substance())
        .toList();
  }

  private static final Comparator<String> ORDER =
      Comparator.comparing(
          List.of("scoring", "inputs", "labels", "verifier", "dataSource")::indexOf);

  private static CriteriaSet set(Tree tree) {
    return accepted(CriteriaSet.read(tree.root()));
  }

  private static Criterion criterion(CriteriaSet set, String id) {
    return set.criterion(new CriterionId(id)).orElseThrow();
  }

  /** Sums of one part each, the innermost a yes or no. */
  private static Object nested(int sums) {
    Object rule =
        json(
            """
            {"type": "boolean", "value": "v", "pointsIfTrue": 10, "pointsIfFalse": 0,
             "inputs": [{"key": "v", "label": "Có", "kind": "boolean"}]}
            """);
    for (int i = 0; i < sums; i++) {
      var part = new LinkedHashMap<String, Object>();
      part.put("key", "p");
      part.put("label", "Phần");
      part.put("maxPoints", 10);
      part.put("scoring", rule);
      var sum = new LinkedHashMap<String, Object>();
      sum.put("type", "sum");
      sum.put("parts", new ArrayList<Object>(List.of(part)));
      rule = sum;
    }
    return rule;
  }

  private static void assertFaults(Tree tree, String... expected) {
    assertEquals(List.of(expected), faults(CriteriaSet.read(tree.root())));
  }
}
