package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {

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
  void readsTheRatesOfEventBridge() {
    Instant monday = Instant.parse("2026-11-23T10:30:30Z");
    assertEquals(monday.plusSeconds(300), next("rate(5 minutes)", monday));
    assertEquals(monday.plusSeconds(3600), next("rate(1 hour)", monday));
    assertEquals(monday.plus(Duration.ofDays(1)), next("rate(1 day)", monday));
  }

  @Test
  void refusesExpressionsItDoesNotKnow() {
    for (String expression :
        List.of(
            "rate(0 minutes)",
            "rate(1 fortnight)",
            "cron(0 8 * * ? *)",
            "at(2026-01-01T00:00:00)")) {
      assertThrows(
          IllegalArgumentException.class, () -> ScheduleExpression.of(expression), expression);
    }
  }

  private static Instant next(String expression, Instant after) {
    return ScheduleExpression.of(expression).next(after);
  }
}
