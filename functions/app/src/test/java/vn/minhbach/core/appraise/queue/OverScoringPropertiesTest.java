package vn.minhbach.core.appraise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/** Who stands out by what was taken off its self-score in the year before. */
class OverScoringPropertiesTest {

  private static Map<UnitCode, Points> cuts(List<BigDecimal> cuts) {
    var units = new TreeMap<UnitCode, Points>();
    cuts.forEach(cut -> units.put(new UnitCode("U" + units.size()), new Points(cut.setScale(2))));
    return units;
  }

  private static Set<UnitCode> found(String... cuts) {
    return OverScoring.of(cuts(List.of(cuts).stream().map(BigDecimal::new).toList())).keySet();
  }

  @Example
  void fivePointsAndTwiceTheMiddleOfTheGroupStandOut() {
    assertEquals(Set.of(new UnitCode("U4")), found("0", "1", "1", "2", "5"));
    assertEquals(Set.of(), found("0", "1", "1", "2", "4.99"));
    assertEquals(Set.of(new UnitCode("U4")), found("3", "3", "3", "3", "6"));
    assertEquals(Set.of(), found("3", "3", "3", "3", "5.99"));
    assertEquals(Set.of(), found("0", "0", "0", "90"), "few are no group");
    assertEquals(Set.of(new UnitCode("U4")), found("-9", "-9", "-9", "-9", "5"));
  }

  @Property(tries = 300)
  void atMostHalfStandOutAndMoreTakenOffNeverLooksBetter(
      @ForAll @Size(min = 5, max = 40)
          List<@BigRange(min = "-20", max = "60") @Scale(2) BigDecimal> group) {
    Map<UnitCode, Points> cuts = cuts(group);
    Set<UnitCode> found = OverScoring.of(cuts).keySet();
    assertTrue(found.size() * 2 <= group.size(), "a strict team makes nobody suspect");
    for (UnitCode unit : found) {
      assertTrue(cuts.get(unit).compareTo(OverScoring.LEAST) >= 0);
      cuts.entrySet().stream()
          .filter(other -> other.getValue().compareTo(cuts.get(unit)) >= 0)
          .forEach(other -> assertTrue(found.contains(other.getKey())));
    }
  }

  @Property(tries = 300)
  void groupThatIsCutAlikeHasNobody(
      @ForAll @BigRange(min = "0.01", max = "60") @Scale(2) BigDecimal cut,
      @ForAll @IntRange(min = 5, max = 40) int units) {
    assertEquals(Map.of(), OverScoring.of(cuts(Collections.nCopies(units, cut))));
  }
}
