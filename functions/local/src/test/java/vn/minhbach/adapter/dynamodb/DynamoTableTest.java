package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import vn.minhbach.core.Outage;

/**
 * What the embedded DynamoDB never does: conflicts, throttling, batches that are left half done.
 */
class DynamoTableTest {

  @RegisterExtension final EmbeddedTable embedded = somewhere();

  /** Where the table is; DynamoEndpointTest has it elsewhere. */
  EmbeddedTable somewhere() {
    return new EmbeddedTable();
  }

  private final List<Integer> pauses = new ArrayList<>();

  @Test
  void aTransactionThatWasOvertakenIsAnAnswer() {
    assertFalse(commit(cancelled("None", "ConditionalCheckFailed")));
    assertFalse(commit(cancelled("TransactionConflict", "None")));
    assertFalse(commit(cancelled("ThrottlingError", "TransactionConflict")));
    assertFalse(commit(TransactionConflictException.builder().build()));
  }

  @Test
  void aServiceThatCannotIsAnOutage() {
    for (String reason :
        List.of("ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded")) {
      assertThrows(Outage.class, () -> commit(cancelled("None", reason)));
    }
    for (SdkException failure :
        List.of(
            ProvisionedThroughputExceededException.builder()
                .awsErrorDetails(named("ProvisionedThroughputExceededException"))
                .build(),
            TransactionInProgressException.builder()
                .awsErrorDetails(named("TransactionInProgressException"))
                .statusCode(400)
                .build(),
            InternalServerErrorException.builder().statusCode(500).build(),
            ApiCallTimeoutException.create(1_000))) {
      Outage outage = assertThrows(Outage.class, () -> commit(failure));
      assertEquals(failure, outage.getCause());
      assertThrows(Outage.class, () -> put(failure));
    }
  }

  @Test
  void whatWeDidWrongFlies() {
    for (SdkException bug :
        List.of(
            cancelled("None", "ValidationError"),
            DynamoDbException.builder().statusCode(400).build(),
            SdkClientException.create("no credentials"))) {
      assertEquals(bug, assertThrows(SdkException.class, () -> commit(bug)));
    }
  }

  @Test
  void aConditionThatDoesNotHoldIsAnAnswer() {
    assertFalse(put(ConditionalCheckFailedException.builder().build()));
  }

  @Test
  void aSingleWriteThatMeetsATransactionIsAnOutage() {
    // Not "the condition did not hold": a projection would be dropped for a newer one.
    assertThrows(Outage.class, () -> put(TransactionConflictException.builder().build()));
  }

  @Test
  void asksAgainForWhatABatchLeftUndone() {
    DynamoTable table = table(new HalfDone(embedded.client(), false));
    var items = new ArrayList<Item>();
    for (int i = 0; i < 60; i++) {
      items.add(Item.of(new Key("p", "s" + i), Kind.UNIT, "{}"));
    }

    table.putAll(items);
    assertEquals(60, embedded.everything().size());
    assertEquals(List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4), pauses);
    assertEquals(60, table.getAll(items.stream().map(Item::key).toList()).size());
  }

  @Test
  void givesUpOnABatchThatMakesNoProgress() {
    DynamoTable table = table(new HalfDone(embedded.client(), true));
    Item item = Item.of(new Key("p", "s"), Kind.UNIT, "{}");
    assertThrows(Outage.class, () -> table.putAll(List.of(item)));
    assertThrows(Outage.class, () -> table.getAll(List.of(item.key())));
    assertEquals(14, pauses.size());
  }

  private static AwsErrorDetails named(String code) {
    return AwsErrorDetails.builder().errorCode(code).build();
  }

  private boolean commit(SdkException failure) {
    Item item = Item.of(new Key("p", "s"), Kind.UNIT, "{}");
    return table(new Failing(failure)).commit(List.of(new Item.Put(item, Condition.absent())));
  }

  private boolean put(SdkException failure) {
    Item item = Item.of(new Key("p", "s"), Kind.UNIT, "{}");
    return table(new Failing(failure)).put(item, Condition.absent());
  }

  private DynamoTable table(DynamoDbClient client) {
    return new DynamoTable(
        client, embedded.name(), Clock.systemUTC(), () -> "1".repeat(32), pauses::add);
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .statusCode(400)
        .build();
  }

  private abstract static class Stub implements DynamoDbClient {
    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private static final class Failing extends Stub {
    private final SdkException failure;

    Failing(SdkException failure) {
      this.failure = failure;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      assertTrue(request.clientRequestToken().length() <= 36);
      throw failure;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      throw failure;
    }
  }

  /** Does half of what a batch asks, rounded down, or nothing at all. */
  private static final class HalfDone extends Stub {
    private final DynamoDbClient real;
    private final boolean nothing;

    HalfDone(DynamoDbClient real, boolean nothing) {
      this.real = real;
      this.nothing = nothing;
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
      String table = request.requestItems().keySet().iterator().next();
      List<WriteRequest> all = request.requestItems().get(table);
      int done = done(all.size());
      if (done > 0) {
        real.batchWriteItem(write -> write.requestItems(Map.of(table, all.subList(0, done))));
      }
      return BatchWriteItemResponse.builder()
          .unprocessedItems(
              done == all.size() ? Map.of() : Map.of(table, all.subList(done, all.size())))
          .build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      String table = request.requestItems().keySet().iterator().next();
      KeysAndAttributes all = request.requestItems().get(table);
      assertTrue(all.consistentRead());
      int size = all.keys().size();
      int done = done(size);
      if (done == 0) {
        return BatchGetItemResponse.builder().unprocessedKeys(request.requestItems()).build();
      }
      return real
          .batchGetItem(get -> get.requestItems(Map.of(table, part(all, 0, done))))
          .toBuilder()
          .unprocessedKeys(done == size ? Map.of() : Map.of(table, part(all, done, size)))
          .build();
    }

    private int done(int size) {
      return nothing ? 0 : Math.max(1, size / 2);
    }

    private static KeysAndAttributes part(KeysAndAttributes all, int from, int to) {
      return all.toBuilder().keys(all.keys().subList(from, to)).build();
    }
  }
}
