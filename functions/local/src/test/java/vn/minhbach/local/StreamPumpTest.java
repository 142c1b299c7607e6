package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamPumpTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] NOTHING =
      "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);
  private static LocalDynamoDb db;

  private String table;

  @BeforeAll
  static void startDatabase() {
    db = LocalDynamoDb.start(0, Optional.empty());
  }

  @AfterAll
  static void stopDatabase() {
    db.close();
  }

  @BeforeEach
  void createTable(TestInfo test) {
    table = test.getTestMethod().orElseThrow().getName();
    createTable(db, table);
  }

  private static void createTable(LocalDynamoDb db, String name) {
    Template.Table like = LocalDynamoDbTest.TABLE;
    db.createIfMissing(
        new Template.Table(
            like.id(),
            name,
            like.attributes(),
            like.partitionKey(),
            like.sortKey(),
            List.of(),
            Optional.empty(),
            Optional.of("NEW_IMAGE")));
  }

  @Test
  void handsOverRecordsAsLambdaDoes() throws Exception {
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    try (StreamPump pump = pump(10, -1, collect(events), Optional.empty())) {
      db.client()
          .putItem(p ->
              p.tableName(table)
                  .item(
                      Map.of(
                          "PK", AttributeValue.fromS("C#1"),
                          "SK", AttributeValue.fromS("HEAD"),
                          "seq", AttributeValue.fromN("7"),
                          "tags", AttributeValue.fromSs(List.of("a")),
                          "ok", AttributeValue.fromBool(true))));
      db.client().deleteItem(d -> d.tableName(table).key(LocalDynamoDbTest.item("C#1", "HEAD")));
      assertTrue(pump.awaitDrained(LONG));
    }
    List<JsonNode> records = records(events);
    assertEquals(2, records.size());
    JsonNode insert = records.getFirst();
    assertEquals("INSERT", insert.path("eventName").stringValue());
    assertEquals("aws:dynamodb", insert.path("eventSource").stringValue());
    assertEquals(db.streamArn(table), insert.path("eventSourceARN").stringValue());
    assertEquals(
        JsonMapper.shared().readTree("{\"PK\":{\"S\":\"C#1\"},\"SK\":{\"S\":\"HEAD\"}}"),
        insert.path("dynamodb").path("Keys"));
    assertEquals("7", insert.path("dynamodb").path("NewImage").path("seq").path("N").stringValue());
    assertTrue(insert.path("dynamodb").path("NewImage").path("ok").path("BOOL").booleanValue());
    assertEquals("NEW_IMAGE", insert.path("dynamodb").path("StreamViewType").stringValue());
    assertEquals("REMOVE", records.get(1).path("eventName").stringValue());
  }

  @Test
  void deliversEveryRecordInBatches() throws Exception {
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    try (StreamPump pump = pump(10, -1, collect(events), Optional.empty())) {
      put(0, 230);
      assertTrue(pump.awaitDrained(LONG));
      assertEquals(expected(0, 230), keys(events));
      assertTrue(events.stream().allMatch(event -> event.path("Records").size() <= 10));
    }
  }

  @Test
  void triesAgainUntilItSucceeds() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    Target flaky =
        event -> {
          if (calls.incrementAndGet() < 4) {
            throw new IllegalStateException("not yet");
          }
          return collect(events).invoke(event);
        };
    put(0, 3);
    try (StreamPump pump = pump(100, -1, flaky, Optional.empty())) {
      assertTrue(pump.awaitDrained(LONG));
      assertEquals(expected(0, 3), keys(events));
      assertEquals(List.of(), pump.abandoned());
    }
  }

  @Test
  void startsAgainAtTheLowestReportedRecord() throws Exception {
    List<List<String>> batches = new CopyOnWriteArrayList<>();
    AtomicInteger failures = new AtomicInteger();
    Target target =
        event -> {
          JsonNode json = JsonMapper.shared().readTree(event);
          batches.add(keys(List.of(json)));
          List<JsonNode> all = records(List.of(json));
          if (all.size() > 3 && failures.getAndIncrement() == 0) {
            return report(all.get(5), all.get(3));
          }
          return NOTHING;
        };
    put(0, 8);
    try (StreamPump pump = pump(100, 2, target, Optional.empty())) {
      assertTrue(pump.awaitDrained(LONG));
      assertEquals(List.of(expected(0, 8), expected(3, 8)), batches);
      assertEquals(List.of(), pump.abandoned());
    }
  }

  @Test
  void splitsABatchUntilTheBadRecordStandsAloneAndGivesUpOnlyThat() throws Exception {
    List<JsonNode> handled = new CopyOnWriteArrayList<>();
    Target target =
        event -> {
          if (new String(event, StandardCharsets.UTF_8).contains("\"k005\"")) {
            throw new IllegalStateException("k005 is poison");
          }
          return collect(handled).invoke(event);
        };
    put(0, 12);
    try (StreamPump pump = pump(100, 1, target, Optional.empty())) {
      assertTrue(pump.awaitDrained(LONG));
      List<String> all = new ArrayList<>(expected(0, 12));
      all.remove("k005");
      assertEquals(all, keys(handled));
      assertEquals(1, pump.abandoned().size());
      StreamPump.Abandoned abandoned = pump.abandoned().getFirst();
      assertEquals("RetryAttemptsExhausted", abandoned.condition());
      assertEquals(1, abandoned.batchSize());
      assertEquals(2, abandoned.invokeCount());
    }
  }

  @Test
  void givesUpRecordsThatAreTooOld() throws Exception {
    Target target =
        event -> {
          throw new IllegalStateException("always");
        };
    put(0, 1);
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
    try (StreamPump pump =
        StreamPump.start(
            db,
            db.streamArn(table),
            settings(10, -1, List.of()),
            target,
            Optional.empty(),
            later)) {
      assertTrue(pump.awaitDrained(LONG));
      assertEquals("RecordAgeExceeded", pump.abandoned().getFirst().condition());
    }
  }

  @Test
  void passesOnlyWhatTheFilterLets() throws Exception {
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    Map<String, Object> filter =
        Map.of(
            "eventName",
            List.of("INSERT", "MODIFY"),
            "dynamodb",
            Map.of("Keys", Map.of("SK", Map.of("S", expected(0, 10)))));
    put(0, 15);
    try (StreamPump pump =
        StreamPump.start(
            db,
            db.streamArn(table),
            settings(100, -1, List.of(filter)),
            collect(events),
            Optional.empty(),
            Clock.systemUTC())) {
      assertTrue(pump.awaitDrained(LONG));
      assertEquals(expected(0, 10), keys(events));
    }
  }

  @Test
  void goesOnAfterARestartWhereItWas(@TempDir Path directory) throws Exception {
    Optional<Path> data = Optional.of(directory.resolve("db"));
    Optional<Path> checkpoint = Optional.of(directory.resolve("stream.properties"));
    try (LocalDynamoDb kept = LocalDynamoDb.start(0, data)) {
      createTable(kept, table);
      List<JsonNode> events = new CopyOnWriteArrayList<>();
      put(kept, 0, 5);
      try (StreamPump pump = pump(kept, 100, -1, collect(events), checkpoint)) {
        assertTrue(pump.awaitDrained(LONG));
      }
      assertEquals(expected(0, 5), keys(events));
      put(kept, 5, 7);
    }
    try (LocalDynamoDb kept = LocalDynamoDb.start(0, data)) {
      put(kept, 7, 9);
      List<JsonNode> events = new CopyOnWriteArrayList<>();
      try (StreamPump pump = pump(kept, 100, -1, collect(events), checkpoint)) {
        assertTrue(pump.awaitDrained(LONG));
      }
      assertEquals(expected(5, 9), keys(events));
    }
  }

  @Test
  void saysWhenItIsQuietAndWaitsForWhatTheFunctionWrites() throws Exception {
    AtomicInteger quiet = new AtomicInteger();
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    Target target =
        event -> {
          byte[] answer = collect(events).invoke(event);
          if (keys(List.of(JsonMapper.shared().readTree(event))).contains("k000")) {
            put(1, 2);
          }
          return answer;
        };
    try (StreamPump pump = pump(100, -1, target, Optional.empty())) {
      pump.whenQuiet(quiet::incrementAndGet);
      put(0, 1);
      assertTrue(pump.awaitDrained(LONG));
      assertEquals(expected(0, 2), keys(events));
      assertEquals(1, quiet.get());
      assertTrue(pump.awaitDrained(LONG));
      assertEquals(1, quiet.get());
    }
  }

  @Test
  void tellsWhenItIsNotDrainedInTime() throws Exception {
    Target target =
        event -> {
          throw new IllegalStateException("always");
        };
    put(0, 1);
    try (StreamPump pump = pump(10, -1, target, Optional.empty())) {
      assertFalse(pump.awaitDrained(Duration.ofMillis(200)));
    }
  }

  private StreamPump pump(int batch, int retries, Target target, Optional<Path> checkpoint) {
    return pump(db, batch, retries, target, checkpoint);
  }

  private StreamPump pump(
      LocalDynamoDb from, int batch, int retries, Target target, Optional<Path> checkpoint) {
    return StreamPump.start(
        from,
        from.streamArn(table),
        settings(batch, retries, List.of()),
        target,
        checkpoint,
        Clock.systemUTC());
  }

  private Template.Stream settings(int batch, int retries, List<Map<String, Object>> filters) {
    return new Template.Stream(
        "ProjectScoresFunction",
        table,
        batch,
        true,
        true,
        true,
        retries,
        Optional.of(Duration.ofHours(1)),
        Duration.ZERO,
        filters,
        Optional.of("scores-dlq"));
  }

  private void put(int from, int to) {
    put(db, from, to);
  }

  private void put(LocalDynamoDb into, int from, int to) {
    expected(from, to)
        .forEach(key ->
            into.client()
                .putItem(p -> p.tableName(table).item(LocalDynamoDbTest.item("C#1", key))));
  }

  private static List<String> expected(int from, int to) {
    return IntStream.range(from, to).mapToObj("k%03d"::formatted).toList();
  }

  private static Target collect(List<JsonNode> events) {
    return event -> {
      events.add(JsonMapper.shared().readTree(event));
      return NOTHING;
    };
  }

  private static List<JsonNode> records(List<JsonNode> events) {
    return events.stream().flatMap(event -> event.path("Records").valueStream()).toList();
  }

  private static List<String> keys(List<JsonNode> events) {
    return records(events).stream()
        .map(record -> record.path("dynamodb").path("Keys").path("SK").path("S").stringValue())
        .toList();
  }

  private static byte[] report(JsonNode... failed) {
    List<Map<String, String>> items = new ArrayList<>();
    for (JsonNode record : new LinkedHashSet<>(List.of(failed))) {
      items.add(
          Map.of("itemIdentifier", record.path("dynamodb").path("SequenceNumber").stringValue()));
    }
    return JsonMapper.shared().writeValueAsBytes(Map.of("batchItemFailures", items));
  }
}
