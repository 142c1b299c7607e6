package vn.minhbach.local;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule of EventBridge Scheduler runs: {@code rate(5 minutes)}, or {@code cron(minutes
 * hours day-of-month month day-of-week year)} with {@code * ? , - /}, names, and {@code L} as day
 * of month. What else cron has there ({@code W}, {@code #}) is refused when the expression is read.
 */
final class ScheduleExpression {

  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
  private static final Pattern CRON = Pattern.compile("cron\\(([^)]+)\\)");
  private static final List<String> MONTHS =
      List.of("JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC".split(","));
  private static final List<String> DAYS = List.of("SUN,MON,TUE,WED,THU,FRI,SAT".split(","));

  private final Optional<Duration> rate;
  private final Optional<Cron> cron;
  private final ZoneId zone;

  private record Cron(
      NavigableSet<Integer> minutes,
      NavigableSet<Integer> hours,
      NavigableSet<Integer> days,
      boolean lastDay,
      NavigableSet<Integer> months,
      NavigableSet<Integer> weekdays,
      NavigableSet<Integer> years) {

    boolean runsOn(LocalDate date) {
      // 1 is Sunday there; one of the two day fields is "?", which lets every day pass.
      DayOfWeek day = date.getDayOfWeek();
      int weekday = day == DayOfWeek.SUNDAY ? 1 : day.getValue() + 1;
      return years.contains(date.getYear())
          && months.contains(date.getMonthValue())
          && weekdays.contains(weekday)
          && (lastDay
              ? date.getDayOfMonth() == date.lengthOfMonth()
              : days.contains(date.getDayOfMonth()));
    }
  }

  private ScheduleExpression(Optional<Duration> rate, Optional<Cron> cron, ZoneId zone) {
    this.rate = rate;
    this.cron = cron;
    this.zone = zone;
  }

  /**
   * Reads an expression.
   *
   * @param zone of the cron fields
   * @throws IllegalArgumentException when it is not understood
   */
  static ScheduleExpression of(String expression, ZoneId zone) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches() && Long.parseLong(rate.group(1)) > 0) {
      long count = Long.parseLong(rate.group(1));
      Duration every =
          switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          };
      return new ScheduleExpression(Optional.of(every), Optional.empty(), zone);
    }
    Matcher cron = CRON.matcher(expression);
    if (cron.matches()) {
      String[] fields = cron.group(1).strip().split("\\s+");
      if (fields.length == 6) {
        return new ScheduleExpression(Optional.empty(), Optional.of(cron(fields)), zone);
      }
    }
    throw new IllegalArgumentException(
        "schedule " + expression + " should be rate(n minutes) or cron() with six fields");
  }

  private static Cron cron(String[] fields) {
    boolean lastDay = fields[2].equals("L");
    return new Cron(
        values(fields[0], 0, 59, List.of()),
        values(fields[1], 0, 23, List.of()),
        lastDay ? new TreeSet<>() : values(fields[2], 1, 31, List.of()),
        lastDay,
        values(fields[3], 1, 12, MONTHS),
        values(fields[4], 1, 7, DAYS),
        values(fields[5], 1970, 2199, List.of()));
  }

  private static NavigableSet<Integer> values(
      String field, int least, int most, List<String> names) {
    NavigableSet<Integer> values = new TreeSet<>();
    for (String part : field.split(",")) {
      String[] step = part.split("/", 2);
      String[] range = step[0].split("-", 2);
      boolean all = step[0].equals("*") || step[0].equals("?");
      int from = all ? least : number(range[0], least, names);
      int to = all || (range.length == 1 && step.length == 2) ? most : from;
      if (range.length == 2) {
        to = number(range[1], least, names);
      }
      int by = step.length == 2 ? number(step[1], 1, List.of()) : 1;
      if (from < least || to > most || from > to || by < 1) {
        throw new IllegalArgumentException("cron field " + field + " is out of its range");
      }
      for (int value = from; value <= to; value += by) {
        values.add(value);
      }
    }
    return values;
  }

  private static int number(String text, int least, List<String> names) {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (name >= 0) {
      return name + least;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cron value " + text + " is not supported here", e);
    }
  }

  /** The next run after an instant; for a rate, counted from it. Empty when there is none. */
  Optional<Instant> next(Instant after) {
    if (rate.isPresent()) {
      return Optional.of(after.plus(rate.get()));
    }
    Cron when = cron.orElseThrow();
    ZonedDateTime start = after.atZone(zone);
    LocalDate last = LocalDate.of(Math.min(when.years().last(), start.getYear() + 30), 12, 31);
    for (LocalDate date = start.toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
      if (when.runsOn(date)) {
        for (int hour : when.hours()) {
          for (int minute : when.minutes()) {
            Instant at =
                LocalDateTime.of(date, LocalTime.of(hour, minute)).atZone(zone).toInstant();
            if (at.isAfter(after)) {
              return Optional.of(at);
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
