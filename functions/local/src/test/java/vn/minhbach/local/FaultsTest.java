package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class FaultsTest {

  private static final Faults.Rates CONFLICTS = new Faults.Rates(1, 0, 0, 0);
  private static final Faults.Rates THROTTLES = new Faults.Rates(0, 1, 0, 0);
  private static final Faults.Rates BEFORE = new Faults.Rates(0, 0, 1, 0);
  private static final Faults.Rates AFTER = new Faults.Rates(0, 0, 0, 1);
  private static LocalDynamoDb db;
  private static LocalS3 store;
  private static DynamoDbClient dynamoDb;
  private static S3Client s3;

  private static int next;

  @BeforeAll
  static void start() {
    db = LocalDynamoDb.start(0, Optional.empty());
    db.createIfMissing(LocalDynamoDbTest.TABLE);
    store =
        LocalS3.start(
            0,
            Optional.empty(),
            List.of(new Template.Bucket("Q", "quarantine", false, List.of())),
            event -> {});
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY));
    // As the functions build theirs: without the mark of the local system.
    dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(db.endpoint())
            .region(LocalClients.REGION)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    s3 =
        S3Client.builder()
            .endpointOverride(store.endpoint())
            .region(LocalClients.REGION)
            .credentialsProvider(credentials)
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterAll
  static void stop() {
    dynamoDb.close();
    s3.close();
    store.close();
    db.close();
  }

  @AfterEach
  void switchOff() {
    Faults.off();
  }

  @Test
  void doesNothingUnlessSwitchedOn() {
    for (int i = 0; i < 20; i++) {
      put("off" + i);
    }
    assertEquals(0, Faults.calls());
    assertEquals(Map.of(), Faults.raised());
  }

  @Test
  void raisesTheSameFaultsForTheSameSeed() {
    List<String> first = outcomes(7);
    assertEquals(first, outcomes(7));
    assertNotEquals(first, outcomes(8));
    assertTrue(first.stream().distinct().count() >= 4, () -> "several kinds: " + first);
  }

  private List<String> outcomes(long seed) {
    Faults.on(seed, new Faults.Rates(0.1, 0.02, 0.1, 0.1));
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      String key = "seed" + next++;
      try {
        putNew(key);
        outcomes.add("done");
      } catch (RuntimeException e) {
        outcomes.add(e.getClass().getSimpleName());
      }
    }
    return outcomes;
  }

  @Test
  void timesOutWithAndWithoutEffect() throws Exception {
    Faults.on(1, BEFORE);
    String lost = untilItThrows(ApiCallTimeoutException.class);
    assertFalse(exists(lost));
    Faults.on(1, AFTER);
    String done = untilItThrows(ApiCallTimeoutException.class);
    assertTrue(exists(done));
  }

  @Test
  void letsARetryMeetItsOwnEffect() throws Exception {
    Faults.on(2, AFTER);
    String done = untilItThrows(ConditionalCheckFailedException.class);
    assertTrue(exists(done), "refused by what the first attempt wrote");
  }

  @Test
  void cancelsTransactionsWithTheReasonOfEachItem() {
    Faults.on(3, CONFLICTS);
    TransactionCanceledException cancelled =
        assertThrows(
            TransactionCanceledException.class,
            () ->
                dynamoDb.transactWriteItems(
                    t -> t.transactItems(transactPut("t1"), transactPut("t2"), transactPut("t3"))));
    List<String> codes =
        cancelled.cancellationReasons().stream().map(reason -> reason.code()).sorted().toList();
    assertEquals(List.of("None", "None", "TransactionConflict"), codes);
    // Reads outside transactions never conflict.
    dynamoDb.getItem(g -> g.tableName("minhbach").key(LocalDynamoDbTest.item("C#1", "t1")));
  }

  @Test
  void throttlesTablesAndBuckets() throws Exception {
    Faults.on(4, THROTTLES);
    untilItThrows(ProvisionedThroughputExceededException.class);
    S3Exception slow = null;
    for (int i = 0; slow == null && i < 50; i++) {
      try {
        s3.putObject(p -> p.bucket("quarantine").key("slow"), RequestBody.fromString("x"));
      } catch (S3Exception e) {
        slow = e;
      }
    }
    assertEquals("SlowDown", slow.awsErrorDetails().errorCode());
    assertEquals(503, slow.statusCode());
  }

  @Test
  void killsTheFunctionBeforeACall() throws Exception {
    Faults.killAt(2, Faults.Moment.BEFORE, 5, Faults.Rates.NONE);
    put("kb1");
    assertThrows(Faults.Killed.class, () -> put("kb2"));
    assertThrows(Faults.Killed.class, () -> put("kb3"), "a dead process does not clean up");
    Faults.revive();
    put("kb4");
    assertEquals(3, Faults.calls());
    assertFalse(exists("kb2"));
    assertFalse(exists("kb3"));
  }

  @Test
  void killsTheFunctionAfterACall() throws Exception {
    Faults.killAt(1, Faults.Moment.AFTER, 5, Faults.Rates.NONE);
    assertThrows(Faults.Killed.class, () -> put("ka1"));
    Faults.revive();
    assertTrue(exists("ka1"));
    Faults.killAt(1, Faults.Moment.AFTER, 5, Faults.Rates.NONE);
    assertThrows(Faults.Killed.class, () -> putNew("ka1"), "also when the call was refused");
    Faults.revive();
    Faults.killAt(1, Faults.Moment.AFTER, 5, Faults.Rates.NONE);
    assertThrows(
        Faults.Killed.class,
        () -> s3.putObject(p -> p.bucket("quarantine").key("ka"), RequestBody.fromString("x")));
    assertEquals(Map.of(Faults.Kind.KILL, 1L), Faults.raised());
    assertEquals(
        1, store.client().headObject(h -> h.bucket("quarantine").key("ka")).contentLength());
  }

  @Test
  void leavesTheLocalSystemAndSparedThreadsAlone() throws Exception {
    Faults.on(6, BEFORE);
    for (int i = 0; i < 20; i++) {
      db.client().putItem(p -> p.tableName("minhbach").item(LocalDynamoDbTest.item("C#1", "own")));
      Faults.sparing(() -> {
        put("spared");
        return null;
      });
    }
    assertEquals(0, Faults.calls());
  }

  @Test
  void leavesSigningOfUrlsAlone() {
    Faults.on(6, BEFORE);
    try (S3Presigner presigner = LocalClients.presigner(store.endpoint())) {
      for (int i = 0; i < 20; i++) {
        presigner.presignPutObject(p ->
            p.signatureDuration(Duration.ofMinutes(1))
                .putObjectRequest(put -> put.bucket("quarantine").key("k")));
      }
    }
    assertEquals(0, Faults.calls());
  }

  /** Writes new items until one meets the fault at the wanted place; the key that met it. */
  private <T extends RuntimeException> String untilItThrows(Class<T> type) {
    for (int i = 0; i < 50; i++) {
      String key = "k" + next++;
      try {
        putNew(key);
      } catch (RuntimeException e) {
        if (type.isInstance(e)) {
          return key;
        }
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in 50 calls");
  }

  private static void put(String key) {
    dynamoDb.putItem(p -> p.tableName("minhbach").item(LocalDynamoDbTest.item("C#1", key)));
  }

  private static void putNew(String key) {
    dynamoDb.putItem(p ->
        p.tableName("minhbach")
            .item(LocalDynamoDbTest.item("C#new", key))
            .conditionExpression("attribute_not_exists(PK)"));
  }

  private static boolean exists(String key) {
    return List.of("C#1", "C#new").stream()
        .anyMatch(pk ->
            db.client()
                .getItem(g -> g.tableName("minhbach").key(LocalDynamoDbTest.item(pk, key)))
                .hasItem());
  }

  private static TransactWriteItem transactPut(String key) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName("minhbach").item(LocalDynamoDbTest.item("C#1", key)).build())
        .build();
  }
}
