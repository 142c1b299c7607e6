package vn.minhbach.local.dynamodb.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.dynamodb.Contention;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.store.Store;

class OperationsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Contention contention = new Contention(7);
  private Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private Store store;
  private Operations operations;

  @BeforeEach
  void open() {
    store = Store.open(Optional.empty());
    operations = new Operations(new Engine(store, () -> now, "ap-southeast-1", contention));
    execute(
        "CreateTable",
        """
        {"TableName":"some","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"N"},
          {"AttributeName":"g","AttributeType":"S"},{"AttributeName":"l","AttributeType":"B"}],
         "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
         "GlobalSecondaryIndexes":[{"IndexName":"by-g","KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
           "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["v"]}}],
         "LocalSecondaryIndexes":[{"IndexName":"by-l","KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"l","KeyType":"RANGE"}],
           "Projection":{"ProjectionType":"KEYS_ONLY"}}],
         "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}\
        """);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private JsonNode execute(String operation, String request) {
    String service =
        List.of("GetRecords", "GetShardIterator", "DescribeStream", "ListStreams")
                .contains(operation)
            ? "DynamoDBStreams_20120810."
            : "DynamoDB_20120810.";
    // As it is sent: items may be kept text until then.
    return JSON.readTree(
        JSON.writeValueAsBytes(operations.execute(service + operation, JSON.readTree(request))));
  }

  private void put(String partition, int sort, String more) {
    execute(
        "PutItem", "{\"TableName\":\"some\",\"Item\":{%s}}".formatted(item(partition, sort, more)));
  }

  private static String item(String partition, int sort, String more) {
    return "\"p\":{\"S\":\"%s\"},\"s\":{\"N\":\"%d\"}%s".formatted(partition, sort, more);
  }

  @Test
  void aQueryGoesOnWhereItsPageEndedForwardsAndBackwardsInTableAndIndexes() {
    for (int sort : List.of(10, -1, 2, 100, 33)) {
      put("a", sort, ",\"g\":{\"S\":\"x\"},\"l\":{\"B\":\"AQ==\"},\"v\":{\"N\":\"1\"}");
    }
    put("b", 5, ",\"g\":{\"S\":\"x\"}");
    assertEquals(List.of(-1, 2, 10, 33, 100), pages("\"KeyConditionExpression\":\"p = :p\"", "a"));
    assertEquals(
        List.of(100, 33, 10, 2, -1),
        pages("\"ScanIndexForward\":false,\"KeyConditionExpression\":\"p = :p\"", "a"));
    assertEquals(
        List.of(-1, 2, 5, 10, 33, 100),
        pages("\"IndexName\":\"by-g\",\"KeyConditionExpression\":\"g = :p\"", "x"));
    assertEquals(
        List.of(-1, 2, 10, 33, 100),
        pages("\"IndexName\":\"by-l\",\"KeyConditionExpression\":\"p = :p\"", "a"));
  }

  private List<Integer> pages(String query, String partition) {
    List<Integer> found = new ArrayList<>();
    String start = "";
    do {
      JsonNode page =
          execute(
              "Query",
              "{\"TableName\":\"some\",\"Limit\":2,%s,\"ExpressionAttributeValues\":{\":p\":{\"S\":\"%s\"}}%s}"
                  .formatted(query, partition, start));
      page.get("Items")
          .forEach(item -> found.add(Integer.valueOf(item.get("s").get("N").stringValue())));
      start =
          page.has("LastEvaluatedKey")
              ? ",\"ExclusiveStartKey\":" + page.get("LastEvaluatedKey")
              : null;
    } while (start != null);
    return found;
  }

  @Test
  void segmentsOfAScanShareTheTable() {
    for (int number = 0; number < 40; number++) {
      put("p" + number, 1, "");
    }
    int all = 0;
    for (int segment = 0; segment < 3; segment++) {
      int part =
          execute(
                  "Scan",
                  "{\"TableName\":\"some\",\"Segment\":%d,\"TotalSegments\":3}".formatted(segment))
              .get("Count")
              .asInt();
      assertTrue(part > 0 && part < 40);
      all += part;
    }
    assertEquals(40, all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // A new item with an entry in each index; the same once more; another value that one index
        // shows.
        "PutItem | \"Item\":{ITEM,\"g\":{\"S\":\"x\"},\"l\":{\"B\":\"AQ==\"},\"v\":{\"N\":\"1\"}} |"
            + " 3",
        "PutItem | \"Item\":{ITEM} | 1",
        "PutItem | \"Item\":{ITEM,\"g\":{\"S\":\"x\"}} | 2",
        "DeleteItem | \"Key\":{ITEM} | 1",
        "UpdateItem | \"Key\":{ITEM},\"UpdateExpression\":\"SET v ="
            + " :v\",\"ExpressionAttributeValues\":{\":v\":{\"S\":\"LONG\"}} | 3",
        "GetItem | \"Key\":{ITEM} | 0.5",
        "GetItem | \"ConsistentRead\":true,\"Key\":{ITEM} | 1",
        "Query | \"KeyConditionExpression\":\"p ="
            + " :p\",\"ExpressionAttributeValues\":{\":p\":{\"S\":\"none\"}} | 0.5",
        "Scan | \"ConsistentRead\":true | 1",
      })
  void takesTheCapacityThatAwsBills(String operation, String request, double units) {
    String body =
        request.replace("ITEM", item("a", 1, "")).replace("LONG", "x".repeat(2 * 1024 + 100));
    JsonNode answer =
        execute(
            operation,
            "{\"TableName\":\"some\",\"ReturnConsumedCapacity\":\"TOTAL\",%s}".formatted(body));
    assertEquals(units, answer.get("ConsumedCapacity").get("CapacityUnits").asDouble());
  }

  @Test
  void anIndexEntryThatMovesTakesTwoWritesAndOneThatStaysNone() {
    put("a", 1, ",\"g\":{\"S\":\"x\"},\"w\":{\"N\":\"1\"}");
    assertEquals(
        1, written(",\"g\":{\"S\":\"x\"},\"w\":{\"N\":\"2\"}", "by-g"), "not in the index");
    assertEquals(2, written(",\"g\":{\"S\":\"x\"},\"v\":{\"N\":\"2\"}", "by-g"), "in the index");
    assertEquals(3, written(",\"g\":{\"S\":\"y\"}", "by-g"), "moved");
    assertEquals(2, written("", "by-g"), "gone");
  }

  private double written(String more, String index) {
    JsonNode consumed =
        execute(
                "PutItem",
                "{\"TableName\":\"some\",\"ReturnConsumedCapacity\":\"INDEXES\",\"Item\":{%s}}"
                    .formatted(item("a", 1, more)))
            .get("ConsumedCapacity");
    double own = consumed.get("Table").get("CapacityUnits").asDouble();
    double entry =
        consumed.path("GlobalSecondaryIndexes").path(index).path("CapacityUnits").asDouble(0);
    assertEquals(own + entry, consumed.get("CapacityUnits").asDouble());
    return own + entry;
  }

  private static final String TRANSACTION =
      """
      {"ClientRequestToken":"%s","ReturnConsumedCapacity":"TOTAL","TransactItems":[{"Update":{"TableName":"some",
       "Key":{"p":{"S":"t"},"s":{"N":"1"}},"UpdateExpression":"ADD v :one",
       "ExpressionAttributeValues":{":one":{"N":"%d"}}}}]}\
      """;

  @Test
  void aTokenCountsOnceForTenMinutesAndForOneRequestAlone() {
    assertEquals(
        2, units(execute("TransactWriteItems", TRANSACTION.formatted("token", 1))), "written");
    now = now.plus(Duration.ofMinutes(10));
    assertEquals(
        2, units(execute("TransactWriteItems", TRANSACTION.formatted("token", 1))), "read");
    assertEquals("1", value());
    assertEquals(
        "IdempotentParameterMismatchException",
        assertThrows(
                Refusal.class,
                () -> execute("TransactWriteItems", TRANSACTION.formatted("token", 2)))
            .code());
    now = now.plusSeconds(1);
    execute("TransactWriteItems", TRANSACTION.formatted("token", 1));
    assertEquals("2", value());
  }

  private static double units(JsonNode answer) {
    return answer.get("ConsumedCapacity").get(0).get("CapacityUnits").asDouble();
  }

  private String value() {
    return execute(
            "GetItem",
            "{\"TableName\":\"some\",\"ConsistentRead\":true,\"Key\":{\"p\":{\"S\":\"t\"},\"s\":{\"N\":\"1\"}}}")
        .get("Item")
        .get("v")
        .get("N")
        .stringValue();
  }

  @Test
  void aTransactionOfWhichOneConditionFailsChangesNothingAndTellsWhich() {
    put("a", 1, ",\"v\":{\"N\":\"1\"}");
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () ->
                execute(
                    "TransactWriteItems",
                    """
                    {"TransactItems":[
                     {"Put":{"TableName":"some","Item":{"p":{"S":"b"},"s":{"N":"1"}}}},
                     {"ConditionCheck":{"TableName":"some","Key":{"p":{"S":"a"},"s":{"N":"1"}},
                      "ConditionExpression":"attribute_not_exists(p)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}},
                     {"Update":{"TableName":"some","Key":{"p":{"S":"c"},"s":{"N":"1"}},"UpdateExpression":"SET a.b = :v",
                      "ExpressionAttributeValues":{":v":{"N":"1"}}}}]}\
                    """));
    assertEquals(
        "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
            + " ConditionalCheckFailed, ValidationError]",
        refusal.getMessage());
    JsonNode reasons = refusal.json().get("CancellationReasons");
    assertEquals("1", reasons.get(1).get("Item").get("v").get("N").stringValue());
    assertFalse(
        execute(
                "GetItem",
                "{\"TableName\":\"some\",\"Key\":{\"p\":{\"S\":\"b\"},\"s\":{\"N\":\"1\"}}}")
            .has("Item"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GetItem | \"Key\":{ITEM},\"ProjectionExpression\":\"p[1]\" | Key: p",
        "DeleteItem | \"Key\":{ITEM},\"ConditionExpression\":\"attribute_exists(l.x)\" | IndexKey:"
            + " l",
        "UpdateItem | \"Key\":{ITEM},\"UpdateExpression\":\"REMOVE g[0]\" | IndexKey: g",
        "Scan | \"FilterExpression\":\"attribute_exists(s.x)\" | Key: s",
      })
  void aPathIntoAKeyIsRefused(String operation, String request, String key) {
    String body = "{\"TableName\":\"some\"," + request.replace("ITEM", item("a", 1, "")) + "}";
    assertEquals(
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: "
            + key,
        assertThrows(Refusal.class, () -> execute(operation, body)).getMessage());
  }

  @Test
  void aFilterOnWhatAnIndexDoesNotHaveIsRefused() {
    assertEquals(
        "One or more parameter values were invalid: Secondary index by-g does not project one or"
            + " more filter attributes: [w]",
        assertThrows(
                Refusal.class,
                () ->
                    execute(
                        "Scan",
                        "{\"TableName\":\"some\",\"IndexName\":\"by-g\",\"FilterExpression\":\"attribute_exists(w)\"}"))
            .getMessage());
  }

  @Test
  void theStreamTellsEachChangeAndNoneWithoutAChange() {
    put("a", 1, ",\"v\":{\"N\":\"1\"}");
    put("a", 1, ",\"v\":{\"N\":\"1.0\"}");
    put("a", 1, ",\"v\":{\"N\":\"2\"}");
    execute("DeleteItem", "{\"TableName\":\"some\",\"Key\":{%s}}".formatted(item("a", 1, "")));
    execute("DeleteItem", "{\"TableName\":\"some\",\"Key\":{%s}}".formatted(item("a", 1, "")));
    JsonNode records = records("TRIM_HORIZON", "");
    assertEquals(List.of("INSERT", "MODIFY", "REMOVE"), names(records));
    JsonNode modified = records.get(1).get("dynamodb");
    assertEquals("1", modified.get("OldImage").get("v").get("N").stringValue());
    assertEquals("2", modified.get("NewImage").get("v").get("N").stringValue());
    String sequence =
        ",\"SequenceNumber\":\"" + modified.get("SequenceNumber").stringValue() + "\"";
    assertEquals(List.of("REMOVE"), names(records("AFTER_SEQUENCE_NUMBER", sequence)));
    assertEquals(List.of("MODIFY", "REMOVE"), names(records("AT_SEQUENCE_NUMBER", sequence)));
    assertEquals(List.of(), names(records("LATEST", "")));
  }

  private static List<String> names(JsonNode records) {
    List<String> names = new ArrayList<>();
    records.forEach(record -> names.add(record.get("eventName").stringValue()));
    return names;
  }

  private JsonNode records(String type, String more) {
    return execute("GetRecords", "{\"ShardIterator\":\"%s\"}".formatted(iterator(type, more)))
        .get("Records");
  }

  private String iterator(String type, String more) {
    String arn =
        execute("ListStreams", "{\"TableName\":\"some\"}")
            .get("Streams")
            .get(0)
            .get("StreamArn")
            .stringValue();
    String shard =
        execute("DescribeStream", "{\"StreamArn\":\"%s\"}".formatted(arn))
            .get("StreamDescription")
            .get("Shards")
            .get(0)
            .get("ShardId")
            .stringValue();
    return execute(
            "GetShardIterator",
            "{\"StreamArn\":\"%s\",\"ShardId\":\"%s\",\"ShardIteratorType\":\"%s\"%s}"
                .formatted(arn, shard, type, more))
        .get("ShardIterator")
        .stringValue();
  }

  @Test
  void anIteratorIsOverAfterFifteenMinutes() {
    String iterator = iterator("TRIM_HORIZON", "");
    now = now.plus(Duration.ofMinutes(15)).plusMillis(1);
    assertEquals(
        "ExpiredIteratorException",
        assertThrows(
                Refusal.class,
                () -> execute("GetRecords", "{\"ShardIterator\":\"" + iterator + "\"}"))
            .code());
  }

  @Test
  void whatIsNotServedIsRefusedByName() {
    for (String operation : List.of("ExecuteStatement", "TagResource", "CreateBackup")) {
      Refusal refusal = assertThrows(Refusal.class, () -> execute(operation, "{}"));
      assertEquals("UnknownOperationException", refusal.code());
      assertEquals("Not served by the local table: " + operation, refusal.getMessage());
    }
    assertEquals(
        "Not served by the local table: the legacy parameters Expected",
        assertThrows(
                Refusal.class,
                () ->
                    execute(
                        "PutItem",
                        "{\"TableName\":\"some\",\"Item\":{%s},\"Expected\":{\"v\":{\"Exists\":false}}}"
                            .formatted(item("a", 1, ""))))
            .getMessage());
    assertEquals(
        "Not served by the local table: UpdateTable with GlobalSecondaryIndexUpdates",
        assertThrows(
                Refusal.class,
                () ->
                    execute(
                        "UpdateTable",
                        "{\"TableName\":\"some\",\"GlobalSecondaryIndexUpdates\":[]}"))
            .getMessage());
  }

  @Test
  void contentionIsSeededAndHasDynamoDbsNames() {
    contention.set(1, 0);
    assertEquals(
        "TransactionConflictException", assertThrows(Refusal.class, () -> put("a", 1, "")).code());
    assertEquals(
        "Transaction cancelled, please refer cancellation reasons for specific reasons"
            + " [TransactionConflict]",
        assertThrows(
                Refusal.class, () -> execute("TransactWriteItems", TRANSACTION.formatted("t", 1)))
            .getMessage());
    contention.set(0, 1);
    assertEquals(
        "ProvisionedThroughputExceededException",
        assertThrows(Refusal.class, () -> put("a", 1, "")).code());
    contention.set(0, 0.5);
    String keys =
        "{" + item("a", 1, "") + "},{" + item("a", 2, "") + "},{" + item("a", 3, "") + "}";
    int unprocessed = 0;
    for (int turn = 0; turn < 20; turn++) {
      try {
        unprocessed +=
            execute("BatchGetItem", "{\"RequestItems\":{\"some\":{\"Keys\":[" + keys + "]}}}")
                .get("UnprocessedKeys")
                .path("some")
                .path("Keys")
                .size();
      } catch (Refusal allOfThem) {
        unprocessed += 3;
      }
    }
    assertTrue(unprocessed > 10 && unprocessed < 50, "about half: " + unprocessed);
  }
}
