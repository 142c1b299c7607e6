package vn.minhbach.local.dynamodb.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.sqlite.JDBC;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Contention;
import vn.minhbach.local.dynamodb.operation.Engine;
import vn.minhbach.local.dynamodb.operation.Operations;

/**
 * A process that writes is killed with SIGKILL, again and again over the same data: what it had
 * acknowledged is there, and of no transaction a part.
 */
class KilledStoreTest {

  /** Each is a process: -Dkills=50 for more than the suite has time for. */
  private static final int ROUNDS = Integer.getInteger("kills", 10);

  private static final int WRITERS = 3;
  private static final int ITEMS = 3;
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path directory;

  @Test
  void whatWasAcknowledgedIsThereAndNothingHalf() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    Deque<Writer> started = new ArrayDeque<>();
    try {
      started.add(new Writer());
      for (int round = 0; round < ROUNDS; round++) {
        // The next one warms up while this one writes; it waits for its turn.
        started.add(new Writer());
        started.poll().writeAndDie(directory, round, acknowledged);
      }
    } finally {
      for (Writer writer : started) {
        writer.kill();
      }
    }
    assertTrue(acknowledged.size() >= ROUNDS, "each wrote something");
    check(acknowledged);
  }

  private void check(Set<String> acknowledged) {
    try (Store store = Store.open(Optional.of(directory))) {
      Operations operations = operations(store);
      Map<String, Integer> parts = new HashMap<>();
      JsonNode start = null;
      do {
        ObjectNode scan = JSON.createObjectNode().put("TableName", "kills");
        if (start != null) {
          scan.set("ExclusiveStartKey", start);
        }
        JsonNode page =
            JSON.readTree(
                JSON.writeValueAsBytes(operations.execute("DynamoDB_20120810.Scan", scan)));
        for (JsonNode item : page.get("Items")) {
          parts.merge(item.get("of").get("S").stringValue(), 1, Integer::sum);
        }
        start = page.get("LastEvaluatedKey");
      } while (start != null);
      parts.forEach((transaction, count) -> assertEquals(ITEMS, count, transaction));
      assertTrue(parts.keySet().containsAll(acknowledged));
      Table records = new Table(store);
      assertEquals(ITEMS * parts.size(), records.count(), "a stream record for each item");
    }
  }

  /** The stream of the table. */
  private record Table(Store store) {
    int count() {
      var table = store.tables().get("kills");
      return store
          .read(true, session -> store.stream().read(session, table, 0, Integer.MAX_VALUE))
          .records()
          .size();
    }
  }

  private static Operations operations(Store store) {
    return new Operations(
        new Engine(store, InstantSource.system(), "ap-southeast-1", new Contention(0)));
  }

  /** A process that writes until it is killed. */
  private static final class Writer {
    private final Process process;
    private final BufferedReader out;

    Writer() throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xshare:auto",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  classPath(),
                  KilledStoreTest.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What a store needs alone: each process would search the whole for each class. */
    private static String classPath() {
      return Stream.of(
              KilledStoreTest.class,
              Operations.class,
              JsonMapper.class,
              JsonFactory.class,
              JsonProperty.class,
              JDBC.class,
              Logger.class)
          .map(one -> Path.of(location(one)).toString())
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));
    }

    private static URI location(Class<?> one) {
      return URI.create(one.getProtectionDomain().getCodeSource().getLocation().toString());
    }

    void writeAndDie(Path directory, int round, Set<String> acknowledged) throws Exception {
      process
          .getOutputStream()
          .write((directory + "\n" + round + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      for (int line = 0; line <= round % 7; line++) {
        acknowledged.add(out.readLine());
      }
      kill();
      // What was acknowledged before it died counts as well; the last line may be cut.
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.endsWith(".")) {
          acknowledged.add(line);
        }
      }
    }

    void kill() throws InterruptedException {
      // The handle: a Process closes its streams too, and the last lines are wanted.
      process.toHandle().destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** The process: reads its directory and its round, then writes transactions without end. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Path directory = Path.of(in.readLine());
    String round = in.readLine();
    Store store = Store.open(Optional.of(directory));
    Operations operations = operations(store);
    if (store.tables().find("kills").isEmpty()) {
      operations.execute(
          "DynamoDB_20120810.CreateTable",
          JSON.readTree(
              """
              {"TableName":"kills","BillingMode":"PAY_PER_REQUEST",
               "AttributeDefinitions":[{"AttributeName":"k","AttributeType":"S"}],
               "KeySchema":[{"AttributeName":"k","KeyType":"HASH"}],
               "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}\
              """));
    }
    for (int writer = 0; writer < WRITERS; writer++) {
      String name = round + "-" + writer;
      Thread.ofPlatform().start(() -> write(operations, name));
    }
  }

  private static void write(Operations operations, String name) {
    for (int number = 0; ; number++) {
      String transaction = name + "-" + number + ".";
      ObjectNode request = JSON.createObjectNode().put("ClientRequestToken", transaction);
      for (int part = 0; part < ITEMS; part++) {
        ObjectNode put = request.withArrayProperty("TransactItems").addObject().putObject("Put");
        put.put("TableName", "kills").put("ConditionExpression", "attribute_not_exists(k)");
        put.putObject("Item").putObject("k").put("S", transaction + part);
        put.withObjectProperty("Item").putObject("of").put("S", transaction);
        put.withObjectProperty("Item").putObject("body").put("S", "x".repeat(2000));
      }
      operations.execute("DynamoDB_20120810.TransactWriteItems", request);
      System.out.println(transaction);
    }
  }
}
