package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

class PointsTest {

  @Test
  void hasTwoDecimalsAlways() {
    assertEquals("0.00", Points.ZERO.toString());
    assertEquals("81.60", Points.of("81.6").toString());
    assertEquals("100.00", new Points(new BigDecimal("1e2")).toString());
  }

  @Test
  void roundsHalfUpOnce() {
    assertEquals("0.01", Points.of("0.005").toString());
    assertEquals("0.00", Points.of("0.0049999").toString());
    assertEquals("-0.01", Points.of("-0.005").toString());
    assertEquals("2.68", Points.of("2.675").toString());
  }

  @Test
  void sumsAddTheRoundedNumbers() {
    Points third =
        new Points(BigDecimal.ONE.divide(BigDecimal.valueOf(3), java.math.MathContext.DECIMAL64));
    assertEquals("0.99", Points.sum(List.of(third, third, third)).toString());
    assertEquals("0.00", Points.sum(List.of()).toString());
  }

  @Test
  void sameNumberIsTheSamePoints() {
    assertEquals(Points.of("1.5"), Points.of("1.50"));
    assertEquals(Points.of("1.5").hashCode(), Points.of("1.500").hashCode());
    assertTrue(Points.of("9.5").compareTo(Points.of("10.25")) < 0);
  }

  @Test
  void whatIsNoNumberIsABug() {
    assertThrows(NumberFormatException.class, () -> Points.of("81,62"));
  }

  @Property
  void writtenAndReadAgainIsTheSame(
      @ForAll @BigRange(min = "-1000000", max = "1000000") BigDecimal value) {
    Points points = new Points(value);
    assertEquals(points, Points.of(points.toString()));
    assertTrue(points.toString().matches("-?[0-9]+\\.[0-9]{2}"));
  }

  @Property
  void minusUndoesPlus(
      @ForAll @BigRange(min = "-1000", max = "1000") BigDecimal a,
      @ForAll @BigRange(min = "-1000", max = "1000") BigDecimal b) {
    assertEquals(new Points(a), new Points(a).plus(new Points(b)).minus(new Points(b)));
  }
}
