package vn.minhbach.local;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule of EventBridge Scheduler runs: {@code rate(5 minutes)}. The template has no other
 * kind, so {@code cron} and {@code at} are refused when they are read, never ignored.
 */
record ScheduleExpression(Duration every) {

  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9]\\d{0,5}) (minute|hour|day)s?\\)");

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it is not understood
   */
  static ScheduleExpression of(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (!rate.matches()) {
      throw new IllegalArgumentException("schedule " + expression + " should be rate(n minutes)");
    }
    long count = Long.parseLong(rate.group(1));
    return new ScheduleExpression(
        switch (rate.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  /** The next run, counted from an instant. */
  Instant next(Instant after) {
    return after.plus(every);
  }
}
