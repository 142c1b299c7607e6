package vn.minhbach.core.prepare.source;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people write them in a text: in Vietnam {@code 2.000} is two thousand and {@code
 * 81,62} a fraction, in other programs the other way round. What can mean one thing only is read;
 * {@code 1.000} and {@code 1,890} can mean two, and are refused.
 */
final class DigitGroups {

  /** Digits that neither habit parts, with at most one mark before a fraction. */
  private static final Pattern PLAIN = Pattern.compile("(-?)(\\d{1,20})(?:[.,](\\d{1,20}))?");

  /** 1 890 and 1’890: nobody writes a fraction so. */
  private static final Pattern BLANKS =
      Pattern.compile("(-?)(\\d{1,3}(?:([ '’])\\d{3})(?:\\3\\d{3}){0,5})(?:[.,](\\d{1,20}))?");

  /** 1.234.567,5 and 1,234,567.5: two marks or one that repeats. */
  private static final Pattern GROUPS =
      Pattern.compile(
          "(-?)(\\d{1,3}(?:([.,])\\d{3})(?:\\3\\d{3}){0,5})(?:(?!\\3)[.,](\\d{1,20}))?");

  private static final Pattern TWO_MEANINGS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

  private DigitGroups() {}

  /** Whether two readers would read two numbers in it. */
  static boolean ambiguous(String text) {
    return TWO_MEANINGS.matcher(text).matches();
  }

  /** The number; empty for what is none, and for what is {@link #ambiguous}. */
  static Optional<BigDecimal> number(String text) {
    if (ambiguous(text)) {
      return Optional.empty();
    }
    var plain = PLAIN.matcher(text);
    if (plain.matches()) {
      return Optional.of(number(plain.group(1), plain.group(2), plain.group(3)));
    }
    for (Pattern grouped : new Pattern[] {BLANKS, GROUPS}) {
      var parts = grouped.matcher(text);
      if (parts.matches()) {
        String whole = parts.group(2).replaceAll("\\D", "");
        return Optional.of(number(parts.group(1), whole, parts.group(4)));
      }
    }
    return Optional.empty();
  }

  private static BigDecimal number(String sign, String whole, String fraction) {
    return new BigDecimal(sign + whole + (fraction == null ? "" : "." + fraction));
  }
}
