package vn.minhbach.core.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.ScoringRule.Ratio;

class RealSetsTest {

  @Test
  void readsAllThreeUnchanged() {
    assertEquals(99, CriteriaFixture.all().size());
    assertEquals("QN-CQDT-2020-DEPARTMENT", CriteriaFixture.department().setId());
    assertEquals(32, CriteriaFixture.department().criteria().size());
    assertEquals(37, CriteriaFixture.district().criteria().size());
    assertEquals(30, CriteriaFixture.commune().criteria().size());
    assertEquals(Points.of("100"), CriteriaFixture.department().maxPoints());
    assertEquals(Points.of("170"), CriteriaFixture.district().maxPoints());
    assertEquals(Points.of("100"), CriteriaFixture.commune().maxPoints());
    assertEquals(3, CriteriaFixture.commune().unitGroup());
    assertEquals(2020, CriteriaFixture.commune().year());
    assertEquals("2020.1", CriteriaFixture.commune().version());
  }

  @Test
  void keepsTheOrderOfTheForm() {
    var ids = List.copyOf(CriteriaFixture.commune().criteria().keySet());

    assertEquals(new CriterionId("I.1"), ids.getFirst());
    assertEquals(new CriterionId("I.10"), ids.get(9));
    assertEquals(new CriterionId("III.4"), ids.getLast());
  }

  @Test
  void findsACriterionById() {
    Criterion onTime = CriteriaFixture.district().criterion(new CriterionId("II.12")).orElseThrow();

    assertEquals("Tỷ lệ hồ sơ tiếp nhận trực tuyến", onTime.title());
    assertEquals(Points.of("8"), onTime.maxPoints());
    assertEquals(Optional.of("II.C"), onTime.subgroup());
    assertEquals(List.of("a", "b"), onTime.inputs().stream().map(Input::key).toList());
    assertEquals("0.5", ((Ratio) onTime.rule()).target().toPlainString());
    assertEquals(Optional.empty(), CriteriaFixture.district().criterion(new CriterionId("IV.1")));
  }

  @Test
  void usesAllSixRules() {
    Set<String> types =
        CriteriaFixture.all().stream()
            .map(criterion -> criterion.rule().type())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        Set.of("ratio", "tiers", "boolean", "choice", "count", "checklist"), Set.copyOf(types));
  }

  @Test
  void putsEveryIndexInALevel() {
    CriteriaSet set = CriteriaFixture.district();

    assertEquals("Tốt", set.levelOf(Points.of("80.01")).label());
    assertEquals("Khá", set.levelOf(Points.of("80.00")).label());
    assertEquals("Khá", set.levelOf(Points.of("70.00")).label());
    assertEquals("Trung bình", set.levelOf(Points.of("69.99")).label());
    assertEquals("Trung bình", set.levelOf(Points.of("50.00")).label());
    assertEquals("Yếu", set.levelOf(Points.of("49.99")).label());
    assertEquals("Yếu", set.levelOf(Points.ZERO).label());
  }

  /** A stored set is read again from its tree on every request that needs it. */
  @Test
  void readsFast() {
    Object tree = CriteriaFixture.tree("district");
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 100; i++) {
      long start = System.nanoTime();
      CriteriaFixture.accepted(CriteriaSet.read(tree));
      best = Math.min(best, System.nanoTime() - start);
    }
    assertTrue(best < 20_000_000, best + " ns");
  }
}
