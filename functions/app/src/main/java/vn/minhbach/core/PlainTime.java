package vn.minhbach.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** The years of everything that a campaign can be about; beyond them a slip of the pen lies. */
  public static final int FIRST_YEAR = 1900;

  public static final int LAST_YEAR = 2100;

  private PlainTime() {}

  /** A day as {@code 2020-09-30}; empty for what is none, or one of another century. */
  public static Optional<LocalDate> day(String text) {
    return parsed(() -> DAY.matcher(text).matches() ? LocalDate.parse(text) : null)
        .filter(PlainTime::near);
  }

  /** A point in time with its offset, as {@code 2020-09-30T08:00:00+07:00}, of the same years. */
  public static Optional<Instant> moment(String text) {
    return parsed(() -> OffsetDateTime.parse(text))
        .filter(time -> near(time.toLocalDate()))
        .map(OffsetDateTime::toInstant);
  }

  private static boolean near(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static <T> Optional<T> parsed(Supplier<T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

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
