package vn.minhbach.core.prepare.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitGroupsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "187|187",
        "187.0|187.0",
        "187,5|187.5",
        "81,62|81.62",
        "0.125|0.125",
        "0,125|0.125",
        "1890.125|1890.125",
        "1 890|1890",
        "1’000|1000",
        "1'000'000|1000000",
        "1.234.567|1234567",
        "1,234,567|1234567",
        "1.234,5|1234.5",
        "1,234.5|1234.5",
        "1 234,5|1234.5",
        "-3|-3"
      })
  void whatMeansOneNumberIsRead(String text, BigDecimal number) {
    assertEquals(Optional.of(number), DigitGroups.number(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.000", "1,000", "1.890", "12,345", "187.000", "-2.000", "999,999"})
  void whatMeansTwoNumbersIsNotRead(String text) {
    assertTrue(DigitGroups.ambiguous(text));
    assertEquals(Optional.empty(), DigitGroups.number(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1 89",
        "1.23.456",
        "1,2,3",
        "1.234.56",
        "85%",
        "1e3",
        "½",
        "1..0",
        ".5",
        "١٢"
      })
  void whatIsNoNumberIsNone(String text) {
    assertFalse(DigitGroups.ambiguous(text));
    assertEquals(Optional.empty(), DigitGroups.number(text));
  }

  /** In a cell, people type JSON, too, and a decimal of it keeps its zeros. */
  @Test
  void numberOfJsonInCellCanMeanTwoAsWell() {
    var json = Map.of("a", new BigDecimal("1.000"));
    assertEquals(Optional.of(new FigureText.Doubtful("a", "1.000")), FigureText.doubtful(json));
    assertEquals(Optional.empty(), FigureText.doubtful(Map.of("a", new BigDecimal("187.0"))));
    assertEquals(Optional.empty(), FigureText.doubtful(Map.of("a", 1000L, "b", true)));
  }

  /** A whole number in either habit is that number or is refused; never another one. */
  @Property(tries = 300)
  void neitherHabitGivesAnotherNumber(@ForAll @LongRange(max = 999_999_999_999L) long number) {
    for (Locale habit : new Locale[] {Locale.of("vi", "VN"), Locale.US, Locale.of("de", "CH")}) {
      String text =
          new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(habit)).format(number);
      DigitGroups.number(text)
          .ifPresentOrElse(
              read -> assertEquals(number, read.longValueExact(), text),
              () -> assertTrue(DigitGroups.ambiguous(text), text));
    }
  }
}
