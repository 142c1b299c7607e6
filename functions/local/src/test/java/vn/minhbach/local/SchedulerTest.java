package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private final LinkedBlockingQueue<String> runs = new LinkedBlockingQueue<>();

  private Scheduler scheduler(Template.Schedule... schedules) {
    return new Scheduler(
        List.of(schedules),
        function ->
            event -> {
              runs.add(function + " " + new String(event, StandardCharsets.UTF_8));
              return "{\"swept\":1}".getBytes(StandardCharsets.UTF_8);
            },
        Clock.systemUTC());
  }

  private static Template.Schedule keepDeadlines(String expression) {
    return new Template.Schedule(
        "KeepDeadlinesFunction.EveryMinute",
        "KeepDeadlinesFunction",
        expression,
        "Asia/Ho_Chi_Minh",
        "{\"schedule\":\"keepDeadlines\"}",
        true);
  }

  @Test
  void runsNowWithTheInputOfTheTemplate() throws Exception {
    try (Scheduler scheduler = scheduler(keepDeadlines("rate(1 minute)"))) {
      assertEquals(
          "{\"swept\":1}",
          new String(scheduler.runNow("KeepDeadlinesFunction"), StandardCharsets.UTF_8));
      assertEquals(
          "KeepDeadlinesFunction {\"schedule\":\"keepDeadlines\"}", runs.poll(1, TimeUnit.SECONDS));
      IllegalArgumentException unknown =
          assertThrows(IllegalArgumentException.class, () -> scheduler.runNow("Nobody"));
      assertTrue(unknown.getMessage().contains("KeepDeadlinesFunction"));
    }
  }

  @Test
  void runsOnceAfterActivityHasCalmedDown() throws Exception {
    try (Scheduler scheduler = scheduler(keepDeadlines("rate(1 hour)"))) {
      for (int i = 0; i < 20; i++) {
        scheduler.afterActivity(
            "KeepDeadlinesFunction", Duration.ofMillis(50), Duration.ofSeconds(60));
      }
      assertTrue(runs.poll(5, TimeUnit.SECONDS) != null);
      scheduler.afterActivity(
          "KeepDeadlinesFunction", Duration.ofMillis(1), Duration.ofSeconds(60));
      assertEquals(null, runs.poll(150, TimeUnit.MILLISECONDS), "not within the pause");
    }
  }

  @Test
  void keepsToTheClock() throws Exception {
    // 300 ms before the full minute: the run comes within the test's patience, not at once.
    Instant start = Instant.parse("2026-11-23T00:59:59.700Z");
    Instant begun = Instant.now();
    Clock shifted = Clock.offset(Clock.systemUTC(), Duration.between(begun, start));
    Scheduler scheduler =
        new Scheduler(
            List.of(keepDeadlines("cron(0 8 * * ? *)")),
            function ->
                event -> {
                  runs.add(shifted.instant().toString());
                  return new byte[0];
                },
            shifted);
    try (scheduler) {
      String first = runs.poll(10, TimeUnit.SECONDS);
      assertTrue(!Instant.parse(first).isBefore(Instant.parse("2026-11-23T01:00:00Z")), first);
      assertEquals(null, runs.poll(100, TimeUnit.MILLISECONDS), "once");
    }
  }

  @Test
  void readsTheExpressionsOfEventBridge() {
    Instant monday = Instant.parse("2026-11-23T10:30:30Z"); // 17:30:30 in Hanoi
    assertEquals(monday.plusSeconds(300), next("rate(5 minutes)", monday));
    assertEquals(monday.plus(Duration.ofDays(1)), next("rate(1 day)", monday));
    assertEquals(Instant.parse("2026-11-24T01:00:00Z"), next("cron(0 8 * * ? *)", monday));
    assertEquals(Instant.parse("2026-11-23T10:40:00Z"), next("cron(0/10 * * * ? *)", monday));
    assertEquals(Instant.parse("2026-11-27T01:15:00Z"), next("cron(15 8 ? * FRI *)", monday));
    assertEquals(
        Instant.parse("2026-11-24T01:00:00Z"), next("cron(0 8 ? * MON-FRI 2026-2027)", monday));
    assertEquals(Instant.parse("2026-11-30T16:59:00Z"), next("cron(59 23 L * ? *)", monday));
    assertEquals(Instant.parse("2027-02-28T17:00:00Z"), next("cron(0 0 1 MAR,SEP ? *)", monday));
    assertEquals(
        Optional.empty(), ScheduleExpression.of("cron(0 0 1 1 ? 2020)", HANOI).next(monday));
  }

  @Test
  void refusesExpressionsItDoesNotKnow() {
    for (String expression :
        List.of(
            "rate(0 minutes)",
            "rate(1 fortnight)",
            "cron(0 8 * *)",
            "cron(0 25 * * ? *)",
            "cron(0 8 ? * 6#3 *)",
            "cron(0 8 15W * ? *)",
            "at(2026-01-01T00:00:00)")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> ScheduleExpression.of(expression, HANOI),
          expression);
    }
  }

  private static Instant next(String expression, Instant after) {
    return ScheduleExpression.of(expression, HANOI).next(after).orElseThrow();
  }
}
