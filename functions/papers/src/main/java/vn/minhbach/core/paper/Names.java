package vn.minhbach.core.paper;

import java.time.LocalDate;
import java.util.Locale;

/** Names and dates as official papers write them. */
public final class Names {

  private static final String SHORT = "UBND ";
  private static final int TWO_DIGITS_BELOW = 10;
  private static final int LAST_MONTH_OF_TWO_DIGITS = 2;

  private Names() {}

  /** A People's Committee by its full name; any other as it is. */
  public static String full(String name) {
    return name.startsWith(SHORT)
        ? Signature.COMMITTEE + " " + name.substring(SHORT.length())
        : name;
  }

  public static String upper(String text) {
    return text.toUpperCase(Locale.forLanguageTag("vi"));
  }

  /**
   * A date in words: a day below 10 and the months 1 and 2 with a nought before them, no other
   * (decree 30/2020/NĐ-CP, annex I, II.4).
   */
  public static String dated(LocalDate day) {
    return "ngày %s tháng %s năm %d"
        .formatted(
            padded(day.getDayOfMonth(), TWO_DIGITS_BELOW - 1),
            padded(day.getMonthValue(), LAST_MONTH_OF_TWO_DIGITS),
            day.getYear());
  }

  /** A date in a table. */
  static String numeric(LocalDate day) {
    return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  /** A date on which nothing is signed yet. */
  static String open(int year) {
    return "ngày …… tháng …… năm " + year;
  }

  /** A decimal as Vietnamese write it. */
  static String comma(Object number) {
    return number.toString().replace('.', ',');
  }

  /** The place of a province's papers; open where the name is not one of a province. */
  static String place(String issuer) {
    String place = issuer.replaceFirst("^(UBND|Ủy ban nhân dân) (tỉnh|thành phố) ", "");
    return place.equals(issuer) ? "………" : place;
  }

  private static String padded(int number, int upTo) {
    return number <= upTo ? "0" + number : Integer.toString(number);
  }
}
