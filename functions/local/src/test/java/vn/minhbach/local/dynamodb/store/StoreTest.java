package vn.minhbach.local.dynamodb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;

class StoreTest {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path directory;

  private static Table create(Store store) {
    ObjectNode definition =
        (ObjectNode)
            JSON.readTree(
                """
                {"TableName":"some","AttributeDefinitions":[{"AttributeName":"k","AttributeType":"S"}],
                 "KeySchema":[{"AttributeName":"k","KeyType":"HASH"}],
                 "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}\
                """);
    return store.write(session -> store.tables().create(session, definition));
  }

  private static Item item(String key, String value) {
    return AttributeJson.item(
        JSON.readTree("{\"k\":{\"S\":\"%s\"},\"v\":{\"S\":\"%s\"}}".formatted(key, value)));
  }

  private static void put(Store store, Table table, String key, String value) {
    Item item = item(key, value);
    Key own = table.keyOf(item);
    store.write(session -> {
      Item before = Items.get(session, table, own);
      new Change(table, own, before, item, false).apply(session, store.stream(), NOW);
      return key;
    });
  }

  private static String get(Store store, Table table, String key, boolean consistent) {
    Key own = table.keyOf(item(key, ""));
    return store
        .read(consistent, session -> Optional.ofNullable(Items.get(session, table, own)))
        .map(item -> AttributeJson.write(item).get("v").get("S").stringValue())
        .orElse(null);
  }

  @Test
  void sequenceNumbersRiseOverRestartsAlsoWhenAllRecordsAreTrimmed() {
    long last;
    try (Store store = Store.open(Optional.of(directory))) {
      Table table = create(store);
      put(store, table, "a", "1");
      last = store.stream().lastSequence();
      store.trim(NOW.plusSeconds(90_000));
    }
    try (Store store = Store.open(Optional.of(directory))) {
      Table table = store.tables().get("some");
      assertEquals("1", get(store, table, "a", true));
      assertEquals(last, last(store));
      put(store, table, "a", "2");
      assertEquals(last + 1, last(store));
    }
  }

  private static long last(Store store) {
    return store.stream().lastSequence();
  }

  @Test
  void whatIsDeletedGivesItsSpaceBack() throws Exception {
    try (Store store = Store.open(Optional.of(directory))) {
      Table table = create(store);
      for (int number = 0; number < 20; number++) {
        put(store, table, "k" + number, "x".repeat(100_000));
      }
      store.write(session -> {
        store.tables().delete(session, table, store.stream());
        return table;
      });
      store.trim(NOW);
    }
    long bytes = Files.size(directory.resolve("table.sqlite"));
    assertTrue(bytes < 200_000, bytes + " bytes of 2 MB are left");
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (Store store = Store.open(Optional.of(directory))) {
      create(store);
      DataRefused refused =
          assertThrows(DataRefused.class, () -> Store.open(Optional.of(directory)));
      assertTrue(refused.getMessage().contains("is used by another process"));
      assertTrue(refused.getMessage().contains(directory.toString()));
    }
    Store.open(Optional.of(directory)).close();
  }

  @Test
  void dataOfAnotherVersionOrPartIsRefusedAndLeftAlone() throws Exception {
    Store.open(Optional.of(directory)).close();
    String url = "jdbc:sqlite:" + directory.resolve("table.sqlite");
    for (String mark : List.of("user_version = 99", "application_id = 7")) {
      try (var connection = DriverManager.getConnection(url)) {
        connection.createStatement().execute("PRAGMA " + mark);
      }
      DataRefused refused =
          assertThrows(DataRefused.class, () -> Store.open(Optional.of(directory)));
      assertTrue(refused.getMessage().contains("--fresh"), refused.getMessage());
    }
    Path former = Files.createDirectory(directory.resolve("former"));
    Files.writeString(former.resolve("shared-local-instance.db"), "x");
    assertThrows(DataRefused.class, () -> Store.open(Optional.of(former)));
    Path garbage = Files.createDirectory(directory.resolve("garbage"));
    Files.writeString(garbage.resolve("table.sqlite"), "no database ".repeat(200));
    assertThrows(DataRefused.class, () -> Store.open(Optional.of(garbage)));
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertTrue(
        assertThrows(DataRefused.class, () -> Store.open(Optional.of(file)))
            .getMessage()
            .contains("cannot be written"));
  }

  @Test
  void onAFullDiskAWriteFailsPlainlyAndWholeAndTheOthersGoOn() {
    try (Store store = Store.open(Optional.of(directory))) {
      Table table = create(store);
      put(store, table, "a", "1");
      store.write(session -> {
        int pages = session.one("PRAGMA page_count", row -> row.getInt(1));
        return session.one("PRAGMA max_page_count = " + (pages + 3), row -> row.getInt(1));
      });
      StoreFailed full =
          assertThrows(StoreFailed.class, () -> put(store, table, "b", "x".repeat(100_000)));
      assertEquals("the disk is full: nothing of the request is written", full.getMessage());
      assertNull(get(store, table, "b", true));
      put(store, table, "a", "2");
      assertEquals("2", get(store, table, "a", true));
    }
  }

  @Test
  void writesThatComeTogetherAreEachDoneOrRefused() throws Exception {
    try (Store store = Store.open(Optional.of(directory));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Table table = create(store);
      List<Future<?>> puts = new ArrayList<>();
      for (int number = 0; number < 200; number++) {
        String key = "k" + number;
        boolean refused = number % 10 == 3;
        puts.add(
            threads.submit(() -> {
              if (refused) {
                store.write(session -> {
                  throw Refusal.conditionFailed(null);
                });
              }
              put(store, table, key, "v");
            }));
      }
      int failed = 0;
      for (Future<?> one : puts) {
        try {
          one.get();
        } catch (java.util.concurrent.ExecutionException refused) {
          assertTrue(refused.getCause() instanceof Refusal);
          failed++;
        }
      }
      assertEquals(20, failed);
      assertEquals(180, store.read(true, session -> Items.count(session, table)).items());
    }
  }

  @Test
  void aWriteThatFailsByABugLeavesNothingAndSpoilsNoOther() {
    try (Store store = Store.open(Optional.empty())) {
      Table table = create(store);
      Item item = item("a", "1");
      assertThrows(
          IllegalStateException.class,
          () ->
              store.write(session -> {
                Items.set(session, table, table.keyOf(item), null, item);
                throw new NullPointerException("a bug");
              }));
      assertNull(get(store, table, "a", true));
      put(store, table, "a", "2");
      assertEquals("2", get(store, table, "a", true));
    }
  }

  @Test
  void aSnapshotComesBackAndTheStreamGoesOnBehindIt() {
    try (Store store = Store.open(Optional.empty())) {
      Table table = create(store);
      put(store, table, "a", "1");
      Store.Snapshot snapshot = store.snapshot();
      put(store, table, "a", "2");
      put(store, table, "b", "2");
      long reached = last(store);
      store.restore(snapshot);
      assertEquals("1", get(store, table, "a", true));
      assertNull(get(store, table, "b", true));
      put(store, table, "c", "3");
      assertEquals(
          1,
          store
              .read(true, session -> store.stream().read(session, table, reached, 10))
              .records()
              .size());
      store.restore(snapshot);
      assertNull(get(store, table, "c", true));
    }
  }

  @Test
  void anEventuallyConsistentReadThatLagsMissesTheLastWriteOnce() {
    for (Optional<Path> place : List.of(Optional.<Path>empty(), Optional.of(directory))) {
      try (Store store = Store.open(place)) {
        Table table = create(store);
        put(store, table, "a", "1");
        store.replica().lag(true);
        assertEquals("1", get(store, table, "a", false));
        put(store, table, "a", "2");
        assertEquals("2", get(store, table, "a", true));
        assertEquals("1", get(store, table, "a", false));
        assertEquals("2", get(store, table, "a", false));
        put(store, table, "a", "3");
        store.replica().lag(false);
        assertEquals("3", get(store, table, "a", false));
      }
    }
  }
}
