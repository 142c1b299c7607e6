package vn.minhbach.core.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.resource.ResourceTemplates;

/** A criterion says where its figures come from, and its rule must be able to take them. */
class OriginRefusalTest {

  @Test
  void realSetsFillInTimelinessAndSums() {
    var sets = new ResourceTemplates().find("131-2020").orElseThrow().criteria();
    assertEquals(
        List.of("derived", "derived", "derived", "computed"),
        CriteriaSet.read(sets.get(2)).fold(refusal -> null, set -> set).criteria().values().stream()
            .flatMap(criterion -> criterion.origin().stream())
            .map(Origin::kind)
            .toList());
  }

  @Test
  void refusesAnOriginThatTheRuleCannotTake() {
    assertTrue(
        faults("boolean", Map.of("kind", "computed", "from", "communes-forwarded"))
            .contains("origin ORIGIN_NEEDS_RULE"));
    assertTrue(
        faults(
                "ratio",
                Map.of("kind", "computed", "from", "sending-time", "onTime", "a", "otherwise", "b"))
            .contains("origin ORIGIN_NEEDS_RULE"));
  }

  @Test
  void refusesASumThatCountsInTwoWaysOrNone() {
    var both =
        Map.<String, Object>of(
            "kind",
            "derived",
            "criterion",
            "I.1",
            "input",
            "a",
            "oneOf",
            List.of("x"),
            "atLeast",
            1);
    var none = Map.<String, Object>of("kind", "derived", "criterion", "I.1", "input", "a");
    assertTrue(faults("ratio", both).contains("origin.oneOf ONE_OF_TWO"));
    assertTrue(faults("ratio", none).contains("origin.oneOf ONE_OF_TWO"));
  }

  /** Gives the first criterion with a rule of this type an origin, and reads the set. */
  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  private static Set<String> faults(String rule, Map<String, Object> origin) {
    Map<String, Object> tree = CriteriaFixture.tree("district");
    Map<String, Object> criterion =
        ((List<Map<String, Object>>) tree.get("groups"))
            .stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("criteria")).stream())
                .filter(one -> ((Map<String, Object>) one.get("scoring")).get("type").equals(rule))
                .filter(one -> one.get("origin") == null)
                .findFirst()
                .orElseThrow();
    criterion.put("origin", origin);
    return places(refused(CriteriaProblem.INVALID_CRITERIA, CriteriaSet.read(tree))).stream()
        .map(place -> place.replaceFirst("^groups\\[\\d+]\\.criteria\\[\\d+]\\.", ""))
        .collect(java.util.stream.Collectors.toSet());
  }
}
