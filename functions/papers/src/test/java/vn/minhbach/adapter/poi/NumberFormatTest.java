package vn.minhbach.adapter.poi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a format makes of a number: the number itself, or something else that is told. */
class NumberFormatTest {

  private static final int CUSTOM = 164;

  private static boolean shows(String code, String number) {
    return new NumberFormat(CUSTOM, code).shows(new BigDecimal(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "General|187.4",
        "GENERAL|0.85",
        "@|187",
        "0|187",
        "00000|6649",
        "0.00|187.4",
        "0.##|187.45",
        "#,##0|1890",
        "#,##0.00|1890.25",
        "#,##0.00_);(#,##0.00)|-1890.25",
        "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)|1890.5",
        "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)|0",
        "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-|1890",
        "#,##0\\ [$₫-42A];[RED]\\-#,##0\\ [$₫-42A]|-500000",
        "#,##0 \"₫\"|500000",
        "\"$\"#,##0|5",
        "[Red]0;[Blue]-0|-3",
        "[>=1000]#,##0;0|12",
        "0;-0|0",
        "0.??|1.5"
      })
  void harmlessFormatsShowTheNumber(String code, String number) {
    assertTrue(shows(code, number), code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0%|1",
        "0.00%|0.85",
        "0%|0",
        "0\"%\"|85",
        "0\\%|85",
        "0‰|1",
        "0,|2000",
        "#,##0,|1890000",
        "0.0,,\" triệu\"|2500000",
        "0\" nghìn\"|5",
        "0\" hồ sơ\"|187",
        "# ?/?|0.5",
        "0.00E+00|187.4",
        "##0.0E+0|187",
        "0|187.4",
        "#,##0|81.62",
        "0.0|81.62",
        "0\"00\"|187",
        "\"1\"0|87",
        "0\\0|18",
        "\"Có\"|1",
        "\"Có\";\"Không\";\"Không\"|0",
        ";;;|187",
        "0;;|-3",
        "0;0|-3",
        "-0|3",
        "000\\-000|187193",
        "#\\.##0|1890",
        "[>=1000]0,\"K\";0|2000",
        "[DBNum1]0\"년\"|3"
      })
  void formatsThatShowAnotherNumberAreFound(String code, String number) {
    assertFalse(shows(code, number), code);
  }

  @Property(tries = 200)
  void fixedDecimalsShowWhatTheyDoNotCut(
      @ForAll @IntRange(max = 6) int places, @ForAll @IntRange(max = 99_999_999) int digits) {
    var number = BigDecimal.valueOf(digits, 4);
    String code = places == 0 ? "0" : "0." + "0".repeat(places);
    assertEquals(
        number.setScale(places, RoundingMode.HALF_UP).compareTo(number) == 0,
        new NumberFormat(CUSTOM, code).shows(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/mm/yyyy|43831|false|2020-01-01",
        "dd/mm/yyyy|42369|true|2020-01-01",
        "m/d/yy|43831.75|false|2020-01-01",
        "dd/mm/yyyy hh:mm|43831.75|false|2020-01-01T18:00",
        "\"ngày \"dd\" tháng \"mm\" năm \"yyyy|43831|false|2020-01-01",
        "dd/mm/yyyy|61|false|1900-03-01",
        "dd/mm/yyyy|0|true|1904-01-01",
        "dd/mm/yyyy|-3|false|########",
        "dd/mm/yyyy|-3|true|########"
      })
  void datesComeAsTheyAreShown(String code, double serial, boolean from1904, String text) {
    assertEquals(text, new NumberFormat(CUSTOM, code).date(serial, from1904), code);
  }

  /** Without day, month or year, or where Excel and LibreOffice show two days. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mm/yyyy|43831",
        "dd/mm|43831",
        "dddd|43831",
        "yyyy|43831",
        "hh:mm|0.75",
        "[h]:mm|1.5",
        "mm:ss|43831.5",
        "dd/mm/yyyy|60",
        "dd/mm/yyyy|1",
        "dd/mm/yyyy|0.5"
      })
  void whatIsNoWholeDateIsNoDay(String code, double serial) {
    String text = new NumberFormat(CUSTOM, code).date(serial, false);
    assertFalse(text.matches("\\d{4}-\\d{2}-\\d{2}.*"), text);
  }
}
