package vn.minhbach.core.appraise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** Median and median deviation, and what stands out by them. */
class SpreadPropertiesTest {

  private static List<BigDecimal> figures(String... figures) {
    return List.of(figures).stream().map(BigDecimal::new).toList();
  }

  @Example
  void oneThatIsFarFromTheRestStandsOutAndFewAreNoGroup() {
    List<BigDecimal> group = figures("40", "41", "42", "43", "44", "100");
    Spread spread = Spread.of(group).orElseThrow();
    assertEquals(0, new BigDecimal("42.5").compareTo(spread.median()));
    assertEquals(0, new BigDecimal("1.5").compareTo(spread.deviation()));
    assertEquals(6, spread.count());
    assertEquals(figures("100"), group.stream().filter(spread::outlier).toList());
    // 5.189 deviations of 1.5 above 42.5 are 50.28.
    assertFalse(spread.outlier(new BigDecimal("50.28")));
    assertTrue(spread.outlier(new BigDecimal("50.29")));
    assertTrue(spread.outlier(new BigDecimal("34.71")));
    assertEquals(Optional.empty(), Spread.of(figures("1", "1", "1", "90")));
  }

  @Example
  void inAGroupThatIsAlikeNothingStandsOut() {
    Spread spread = Spread.of(figures("3", "3", "3", "3", "0", "1")).orElseThrow();
    assertFalse(spread.outlier(BigDecimal.ZERO));
  }

  @Property(tries = 300)
  void fewerThanHalfStandOutAndTheMedianNever(
      @ForAll @Size(min = 5, max = 40)
          List<@BigRange(min = "0", max = "100") @Scale(2) BigDecimal> group) {
    Spread spread = Spread.of(group).orElseThrow();
    assertTrue(group.stream().filter(spread::outlier).count() * 2 < group.size());
    assertFalse(spread.outlier(spread.median()));
    assertTrue(spread.deviation().signum() >= 0);
    assertTrue(spread.median().compareTo(Collections.min(group)) >= 0);
    assertTrue(spread.median().compareTo(Collections.max(group)) <= 0);
  }

  @Property(tries = 300)
  void orderAndOffsetMakeNoDifference(
      @ForAll @Size(min = 5, max = 40)
          List<@BigRange(min = "0", max = "100") @Scale(2) BigDecimal> group,
      @ForAll @BigRange(min = "-50", max = "50") @Scale(2) BigDecimal offset) {
    Spread spread = Spread.of(group).orElseThrow();
    var moved = new ArrayList<>(group.stream().map(offset::add).toList());
    Collections.reverse(moved);
    Spread other = Spread.of(moved).orElseThrow();
    assertEquals(0, spread.deviation().compareTo(other.deviation()));
    assertEquals(0, spread.median().add(offset).compareTo(other.median()));
    for (BigDecimal figure : group) {
      assertEquals(spread.outlier(figure), other.outlier(figure.add(offset)));
    }
  }

  /** What is looked for moves neither: a figure that is wrong by any factor is found. */
  @Property(tries = 200)
  void oneFigureHoweverWrongHidesNothing(
      @ForAll @BigRange(min = "1000", max = "1000000000") @Scale(0) BigDecimal wrong) {
    var group = new ArrayList<>(figures("40", "41", "42", "43", "44"));
    group.add(wrong);
    Spread spread = Spread.of(group).orElseThrow();
    assertTrue(spread.outlier(wrong));
    assertEquals(1, group.stream().filter(spread::outlier).count());
  }
}
