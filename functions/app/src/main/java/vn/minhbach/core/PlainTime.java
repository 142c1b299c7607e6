package vn.minhbach.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A day or a moment as people read it in a text. Machines are told the same by ISO 8601. */
public final class PlainTime {

  /** Vietnam has one zone; a province cannot choose another. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

  private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT_VI =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT_EN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private PlainTime() {}

  /** The fact as it is, unless it is a day or a moment and nothing else. */
  static String of(String fact, Language language) {
    try {
      if (MOMENT.matcher(fact).matches()) {
        var local = Instant.parse(fact).atZone(ZONE);
        return (language == Language.VI ? MOMENT_VI : MOMENT_EN).format(local);
      }
      return language == Language.VI && DAY.matcher(fact).matches()
          ? DAY_VI.format(LocalDate.parse(fact))
          : fact;
    } catch (DateTimeException noSuchDay) {
      return fact;
    }
  }
}
