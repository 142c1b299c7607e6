package vn.minhbach.core.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.criteria.CriteriaDiff.Change;
import vn.minhbach.core.criteria.CriteriaDiff.Line;
import vn.minhbach.core.memory.Edited;

/** What is wording, what is another question, on the plan's real sets. */
class CriteriaDiffTest {

  private final Edited edited = Edited.of(CriteriaFixture.tree("department"));

  private CriteriaDiff diff() {
    return CriteriaDiff.between(
        CriteriaFixture.department(), accepted(CriteriaSet.read(edited.tree())));
  }

  private static Line line(String id, boolean substance, String... fields) {
    return new Line(new CriterionId(id), Change.CHANGED, List.of(fields), substance, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void aSetDoesNotDifferFromItself(String name) {
    assertTrue(
        CriteriaDiff.between(
                CriteriaFixture.set(name), accepted(CriteriaSet.read(CriteriaFixture.tree(name))))
            .isEmpty());
  }

  @Test
  void wordsAreWording() {
    edited.with("I.1", "title", "Tỷ lệ văn bản").with("I.1", "hint", "Đếm văn bản đi");
    Edited.map(Edited.list(scoring("I.2").get("inputs")).getFirst()).put("label", "Số người");
    Edited.map(Edited.list(scoring("I.9").get("options")).getFirst()).put("label", "Đã có");
    Edited.map(Edited.list(scoring("II.7").get("items")).getFirst()).put("label", "Mục một");
    assertEquals(
        List.of(
            line("I.1", false, "title", "hint"),
            line("I.2", false, "labels"),
            line("I.9", false, "labels"),
            line("II.7", false, "labels")),
        diff().lines());
    assertTrue(diff().lines().stream().noneMatch(Line::opens));
  }

  @Test
  void pointsRulesInputsAndEvidenceAreSubstance() {
    edited.swapPoints("I.1", "I.2");
    scoring("I.4").put("target", new BigDecimal("0.5"));
    edited.with("I.5", "evidenceRequired", false).with("I.7", "verifyBy", "inspection");
    edited.with("I.8", "naAllowed", true).with("I.8", "naReason", "Không phát sinh");
    edited.renameDenominator("II.1");
    Edited.map(Edited.list(scoring("II.6").get("inputs")).getFirst()).put("min", 1);
    assertEquals(
        List.of(
            line("I.1", true, "maxPoints"),
            line("I.2", true, "maxPoints"),
            line("I.4", true, "scoring"),
            line("I.5", true, "evidenceRequired"),
            line("I.7", true, "verifyBy"),
            line("I.8", true, "naAllowed", "naReason"),
            line("II.1", true, "inputs"),
            line("II.6", true, "inputs")),
        diff().lines());
    assertTrue(diff().lines().stream().allMatch(Line::opens));
  }

  @Test
  void namesWhatWasAddedAndRemoved() {
    edited.replace("I.3", "I.10");
    assertEquals(
        List.of(
            new Line(new CriterionId("I.10"), Change.ADDED, List.of(), true, false),
            new Line(new CriterionId("I.3"), Change.REMOVED, List.of(), true, false)),
        diff().lines());
    assertEquals(List.of(true, false), diff().lines().stream().map(Line::opens).toList());
  }

  @Test
  void aComputedCriterionAsksNobody() {
    CriteriaSet before = accepted(CriteriaSet.read(CriteriaFixture.tree("commune")));
    Edited computed = Edited.of(CriteriaFixture.tree("commune"));
    computed.with("III.3", "origin", sendingTime());
    CriteriaDiff diff = CriteriaDiff.between(before, accepted(CriteriaSet.read(computed.tree())));
    assertEquals(
        List.of(new Line(new CriterionId("III.3"), Change.CHANGED, List.of("origin"), true, true)),
        diff.lines());
    assertFalse(diff.lines().getFirst().opens());
  }

  @Test
  void theSetItselfIsComparedToo() {
    edited.tree().put("version", "2020.2");
    Edited.map(Edited.list(edited.tree().get("levels")).getFirst()).put("minPercent", 91);
    Edited.map(Edited.list(edited.tree().get("groups")).getFirst()).put("title", "Nhóm một");
    List<Object> criteria =
        Edited.list(
            Edited.map(Edited.list(edited.tree().get("groups")).getFirst()).get("criteria"));
    criteria.add(criteria.removeFirst());
    assertEquals(List.of("version", "levels", "groups", "order"), diff().set());
    assertEquals(List.of(), diff().lines());
  }

  @Test
  void theDigestDoesNotDependOnHowNumbersAreWritten() {
    Map<String, Object> one = new HashMap<>(Map.of("a", 2, "b", List.of("x")));
    Map<String, Object> other =
        new HashMap<>(Map.of("a", new BigDecimal("2.00"), "b", List.of("x")));
    other.put("nothing", null);
    assertEquals(CriteriaDigest.of(one), CriteriaDigest.of(other));
    other.put("a", new BigDecimal("2.01"));
    assertFalse(CriteriaDigest.of(one).equals(CriteriaDigest.of(other)));
  }

  private Map<String, Object> scoring(String criterion) {
    return Edited.map(edited.criterion(criterion).get("scoring"));
  }

  private static Map<String, Object> sendingTime() {
    return Map.of(
        "kind",
        "computed",
        "from",
        "sending-time",
        "onTime",
        "on-time",
        "late",
        List.of(Map.of("days", 5, "value", "late5")),
        "otherwise",
        "late");
  }
}
