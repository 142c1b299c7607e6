package vn.minhbach.core.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.faults;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.CriterionId;

class OriginTest {

  private static final String TIME =
      "{\"kind\":\"computed\",\"from\":\"sending-time\",\"onTime\":\"on-time\",\"late\":"
          + "[{\"days\":5,\"value\":\"late5\"}],\"otherwise\":\"late\"}";

  /** Place of criterion III.1 in the commune's set, and III.3, III.4 in the district's. */
  private static final String FIRST = "groups[2].criteria[0].origin";

  private static final String COMMUNES_TIME = "groups[2].criteria[2].origin";

  private static Object with(String set, String place, String origin) {
    return Tree.of(set).set(place, CriteriaFixture.json(origin)).root();
  }

  @Test
  void thePlansTemplateFillsInFiveAndLeavesTheSetsAsReceived() {
    var template = new ResourceTemplates().find("131-2020").orElseThrow();
    CriteriaSet district = accepted(CriteriaSet.read(template.criteria().get(2)));
    CriteriaSet commune = accepted(CriteriaSet.read(template.criteria().get(3)));
    assertEquals(
        new Origin.SendingTime("on-time", List.of(new Origin.Late(5, "late5")), "late"),
        origin(commune, "III.3"));
    assertEquals(new Origin.CommunesForwarded(), origin(district, "III.4"));
    for (String id : List.of("I.8", "III.1", "III.2")) {
      var sum = (Origin.SumOfCommunes) origin(district, id);
      assertTrue(commune.criterion(sum.criterion()).isPresent(), id);
    }
    assertTrue(CriteriaFixture.all().stream().allMatch(criterion -> criterion.origin().isEmpty()));
  }

  private static Origin origin(CriteriaSet set, String id) {
    return set.criterion(new CriterionId(id)).flatMap(Criterion::origin).orElseThrow();
  }

  @Test
  void namesEveryFaultAtItsPlace() {
    accepted(CriteriaSet.read(with("commune", COMMUNES_TIME, TIME)));
    assertFaults(FIRST + " ORIGIN_NEEDS_RULE", with("commune", FIRST, TIME));
    assertFaults(
        COMMUNES_TIME + ".otherwise UNKNOWN_VALUE",
        with("commune", COMMUNES_TIME, TIME.replace("\"late\"}", "\"never\"}")));
    assertFaults(
        COMMUNES_TIME + ".late[0].days OUT_OF_RANGE",
        with("commune", COMMUNES_TIME, TIME.replace("5,", "0,")));
    assertFaults(
        COMMUNES_TIME + ".kind UNKNOWN_VALUE",
        with("commune", COMMUNES_TIME, "{\"kind\":\"guessed\"}"));
    assertFaults(
        COMMUNES_TIME + " ORIGIN_NEEDS_RULE",
        with("commune", COMMUNES_TIME, "{\"kind\":\"computed\",\"from\":\"communes-forwarded\"}"));
    assertFaults(
        FIRST + ".oneOf ONE_OF_TWO",
        with("district", FIRST, "{\"kind\":\"derived\",\"criterion\":\"III.1\",\"input\":\"v\"}"));
    assertFaults(
        FIRST + ".from UNKNOWN_FIELD",
        with(
            "district",
            FIRST,
            "{\"kind\":\"derived\",\"criterion\":\"III.1\",\"input\":\"v\",\"atLeast\":1,"
                + "\"from\":\"x\"}"));
    assertFaults(
        FIRST + ".criterion BAD_CODE",
        with(
            "district",
            FIRST,
            "{\"kind\":\"derived\",\"criterion\":\"a b\",\"input\":\"v\",\"atLeast\":1}"));
  }

  private static void assertFaults(String fault, Object tree) {
    assertEquals(List.of(fault), faults(CriteriaSet.read(tree)));
  }

  @Test
  void countsByValueOrFromANumber() {
    var values = new Origin.Counted("v", List.of("it", "true"), Optional.empty());
    assertTrue(values.counts(Map.of("v", "it")));
    assertTrue(values.counts(Map.of("v", true)));
    assertFalse(values.counts(Map.of("v", false)));
    assertFalse(values.counts(Map.of("v", "none")));
    assertFalse(values.counts(Map.of()));
    var number = new Origin.Counted("a", List.of(), Optional.of(BigDecimal.ONE));
    assertTrue(number.counts(Map.of("a", 1L)));
    assertTrue(number.counts(Map.of("a", new BigDecimal("1.5"))));
    assertFalse(number.counts(Map.of("a", 0L)));
  }
}
