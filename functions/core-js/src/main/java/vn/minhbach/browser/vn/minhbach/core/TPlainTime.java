package vn.minhbach.browser.vn.minhbach.core;

import vn.minhbach.core.Language;

/**
 * {@code core.PlainTime} as far as refusals of figures need it: nothing that a rule refuses tells
 * of a moment, and a day is rearranged without a calendar's 200 kB of zones.
 */
public final class TPlainTime {

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private TPlainTime() {}

  static String of(String fact, Language language) {
    return language == Language.VI && day(fact)
        ? fact.substring(8) + "/" + fact.substring(5, 7) + "/" + fact.substring(0, 4)
        : fact;
  }

  private static boolean day(String fact) {
    if (!fact.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return false;
    }
    int year = Integer.parseInt(fact.substring(0, 4));
    int month = Integer.parseInt(fact.substring(5, 7));
    int day = Integer.parseInt(fact.substring(8));
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= (month == 2 && !leap ? 28 : DAYS[month - 1]);
  }
}
