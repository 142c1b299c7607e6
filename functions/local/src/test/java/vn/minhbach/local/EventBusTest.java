package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventBusTest {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Map<String, Object> FROM_S3 = Map.of("source", List.of("aws.s3"));
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private final Target hear =
      event -> {
        heard.add(new String(event, StandardCharsets.UTF_8));
        return new byte[0];
      };

  private static ObjectNode event(String source, int number) {
    return JsonMapper.shared().createObjectNode().put("source", source).put("number", number);
  }

  @Test
  void deliversToEveryRuleThatMatches() throws Exception {
    List<EventBus.Rule> rules =
        List.of(
            new EventBus.Rule("a", FROM_S3, hear, 0),
            new EventBus.Rule("b", FROM_S3, hear, 0),
            new EventBus.Rule("c", Map.of("source", List.of("aws.guardduty")), hear, 0));
    try (EventBus bus = new EventBus(rules, 2, 100, Optional.empty())) {
      bus.put(event("aws.s3", 1));
      bus.put(event("other", 2));
      assertTrue(bus.awaitIdle(LONG));
      String first = "{\"source\":\"aws.s3\",\"number\":1}";
      assertEquals(List.of(first, first), heard);
    }
  }

  @Test
  void triesAgainAndThenGivesUp() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Target flaky =
        event -> {
          if (calls.incrementAndGet() < 3) {
            throw new IllegalStateException("not yet");
          }
          return hear.invoke(event);
        };
    AtomicInteger deaths = new AtomicInteger();
    Target dead =
        event -> {
          deaths.incrementAndGet();
          throw new AssertionError("dies");
        };
    List<EventBus.Rule> rules =
        List.of(
            new EventBus.Rule("flaky", FROM_S3, flaky, 5),
            new EventBus.Rule("dead", FROM_S3, dead, 1));
    try (EventBus bus = new EventBus(rules, 2, 100, Optional.empty())) {
      bus.put(event("aws.s3", 1));
      assertTrue(bus.awaitIdle(LONG));
      assertEquals(1, heard.size());
      assertEquals(2, deaths.get());
      assertEquals("dead", bus.abandoned().getFirst().rule());
      assertEquals(1, bus.abandoned().size());
    }
  }

  @Test
  void holdsUpWhoPutsTooFast() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    Target slow =
        event -> {
          open.await();
          return hear.invoke(event);
        };
    try (EventBus bus =
        new EventBus(
            List.of(new EventBus.Rule("slow", FROM_S3, slow, 0)), 1, 2, Optional.empty())) {
      CountDownLatch thirdTaken = new CountDownLatch(1);
      Thread putter =
          Thread.ofPlatform()
              .start(() -> {
                bus.put(event("aws.s3", 1));
                bus.put(event("aws.s3", 2));
                bus.put(event("aws.s3", 3));
                thirdTaken.countDown();
              });
      assertFalse(thirdTaken.await(200, TimeUnit.MILLISECONDS));
      open.countDown();
      assertTrue(thirdTaken.await(10, TimeUnit.SECONDS));
      putter.join();
      assertTrue(bus.awaitIdle(LONG));
      assertEquals(3, heard.size());
    }
  }

  @Test
  void deliversAfterARestartWhatWasNotDone(@TempDir Path directory) throws Exception {
    Target broken =
        event -> {
          throw new IllegalStateException("down");
        };
    try (EventBus bus =
        new EventBus(
            List.of(new EventBus.Rule("r", FROM_S3, broken, 1000)),
            1,
            100,
            Optional.of(directory))) {
      bus.put(event("aws.s3", 1));
      bus.put(event("aws.s3", 2));
      assertFalse(bus.awaitIdle(Duration.ofMillis(50)));
    }
    List<EventBus.Rule> rules = List.of(new EventBus.Rule("r", FROM_S3, hear, 0));
    try (EventBus bus = new EventBus(rules, 1, 100, Optional.of(directory))) {
      assertTrue(bus.awaitIdle(LONG));
      assertEquals(2, heard.size());
    }
    try (EventBus bus = new EventBus(rules, 1, 100, Optional.of(directory))) {
      assertTrue(bus.awaitIdle(LONG));
      assertEquals(2, heard.size());
    }
  }

  @Test
  void refusesTwoRulesOfOneName() {
    List<EventBus.Rule> rules =
        List.of(new EventBus.Rule("a", FROM_S3, hear, 0), new EventBus.Rule("a", FROM_S3, hear, 0));
    assertThrows(IllegalArgumentException.class, () -> new EventBus(rules, 1, 1, Optional.empty()));
  }
}
