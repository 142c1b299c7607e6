package vn.minhbach.adapter.pdfbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as a PDF writes it: {@code D:20201105143000+07'00'} (ISO 32000-1, 7.9.4). */
final class PdfDate {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:D:)?(\\d{4})(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?"
              + "(?:(Z)|([+-])(\\d\\d)'?(\\d\\d)?'?)?.{0,9}");

  private PdfDate() {}

  /** Empty for what is none; UTC where no zone is told. */
  static Optional<Instant> read(String text) {
    Matcher date = FORM.matcher(text == null ? "" : text.strip());
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(date.group(1), 0),
              number(date.group(2), 1),
              number(date.group(3), 1),
              number(date.group(4), 0),
              number(date.group(5), 0),
              number(date.group(6), 0));
      int sign = "-".equals(date.group(8)) ? -1 : 1;
      return Optional.of(
          local.toInstant(
              ZoneOffset.ofHoursMinutes(
                  sign * number(date.group(9), 0), sign * number(date.group(10), 0))));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int number(String digits, int unlessSaid) {
    return digits == null ? unlessSaid : Integer.parseInt(digits);
  }
}
