package vn.minhbach.adapter.dynamodb;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outage;

/**
 * The one table, and every call that is made to it. A condition that does not hold is an answer; a
 * service that does not answer is an {@link Outage}; anything else the SDK throws is a bug.
 */
public final class DynamoTable {

  private static final int BATCH_WRITE_MAX = 25;
  private static final int BATCH_GET_MAX = 100;
  private static final int TRANSACTION_MAX = 100;

  /** A partition that takes more pages of 1 MB than this is not one of ours. */
  private static final int QUERY_PAGES_MAX = 100;

  private final DynamoDbClient client;
  private final String name;
  private final Clock wallClock;
  private final Chance chance;
  private final Attempts.Pause pause;

  /** What the use that this thread runs is going to read. */
  private final ScopedValue<Ahead> ahead = ScopedValue.newInstance();

  /**
   * The table.
   *
   * @param wallClock says what has expired
   * @param chance names transactions, so that a repeated one takes effect once
   * @param pause waits before what DynamoDB left undone is asked for again
   */
  public DynamoTable(
      DynamoDbClient client, String name, Clock wallClock, Chance chance, Attempts.Pause pause) {
    this.client = client;
    this.name = name;
    this.wallClock = wallClock;
    this.chance = chance;
    this.pause = pause;
  }

  /** The wall clock as the time to live counts. */
  long epochSecond() {
    return wallClock.instant().getEpochSecond();
  }

  /** Runs a use that reads these keys: in one call, when it asks for the first of them. */
  <T> T ahead(Collection<Key> keys, Supplier<T> use) {
    return ScopedValue.where(ahead, new Ahead(keys, this::fetchAll)).call(use::get);
  }

  /** One item, read consistently. */
  Optional<Item> get(Key key) {
    return ahead.isBound() && ahead.get().holds(key) ? ahead.get().take(key) : getOne(key);
  }

  private Optional<Item> getOne(Key key) {
    var answer =
        RemoteCall.answer(
            "DynamoDB GetItem",
            () ->
                client.getItem(
                    get -> get.tableName(name).key(key.attributes()).consistentRead(true)));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  /** All items of a range, in the order of their keys, read consistently. */
  List<Item> all(Key.Range range) {
    return query(range, Integer.MAX_VALUE, query -> query.consistentRead(true));
  }

  /** The first items of a range, read consistently. */
  List<Item> first(Key.Range range, int limit) {
    return query(range, limit, query -> query.consistentRead(true));
  }

  /** All items of a range from the last to the first, read consistently. */
  List<Item> backwards(Key.Range range) {
    return query(
        range, Integer.MAX_VALUE, query -> query.consistentRead(true).scanIndexForward(false));
  }

  /** All items of a range as any replica has them: half the cost, perhaps moments old. */
  List<Item> lagging(Key.Range range) {
    return query(range, Integer.MAX_VALUE, query -> query.consistentRead(false));
  }

  private List<Item> query(
      Key.Range range, int limit, UnaryOperator<QueryRequest.Builder> settings) {
    var items = new ArrayList<Item>();
    Map<String, AttributeValue> last = Map.of();
    for (int page = 0; page < QUERY_PAGES_MAX && items.size() < limit; page++) {
      QueryRequest request = request(range, limit - items.size(), last, settings);
      QueryResponse answer = RemoteCall.answer("DynamoDB Query", () -> client.query(request));
      answer.items().forEach(item -> items.add(new Item(item)));
      last = answer.lastEvaluatedKey();
      if (last.isEmpty()) {
        return items;
      }
    }
    if (items.size() < limit) {
      throw new IllegalStateException("too many pages in " + range);
    }
    return items;
  }

  private QueryRequest request(
      Key.Range range,
      int limit,
      Map<String, AttributeValue> last,
      UnaryOperator<QueryRequest.Builder> settings) {
    return settings
        .apply(
            QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(range.pk()),
                        ":from", AttributeValue.fromS(range.from()),
                        ":to", AttributeValue.fromS(range.to())))
                .limit(limit == Integer.MAX_VALUE ? null : limit)
                .exclusiveStartKey(last.isEmpty() ? null : last))
        .build();
  }

  /** The items that exist of many keys, in no order, read consistently. */
  List<Item> getAll(Collection<Key> keys) {
    if (!ahead.isBound()) {
      return fetchAll(keys);
    }
    var items = new ArrayList<Item>();
    var others = new ArrayList<Key>();
    for (Key key : new LinkedHashSet<>(keys)) {
      if (ahead.get().holds(key)) {
        ahead.get().take(key).ifPresent(items::add);
      } else {
        others.add(key);
      }
    }
    items.addAll(fetchAll(others));
    return items;
  }

  private List<Item> fetchAll(Collection<Key> keys) {
    var items = new ArrayList<Item>();
    for (List<Key> chunk : chunks(List.copyOf(new LinkedHashSet<>(keys)), BATCH_GET_MAX)) {
      items.addAll(getChunk(chunk));
    }
    return items;
  }

  private List<Item> getChunk(List<Key> chunk) {
    var items = new ArrayList<Item>();
    Map<String, KeysAndAttributes> open =
        Map.of(
            name,
            KeysAndAttributes.builder()
                .keys(chunk.stream().map(Key::attributes).toList())
                .consistentRead(true)
                .build());
    for (int attempt = 0; attempt < Attempts.MAX; attempt++) {
      pauseBefore(attempt);
      Map<String, KeysAndAttributes> asked = open;
      BatchGetItemResponse answer =
          RemoteCall.answer(
              "DynamoDB BatchGetItem", () -> client.batchGetItem(get -> get.requestItems(asked)));
      answer.responses().getOrDefault(name, List.of()).forEach(item -> items.add(new Item(item)));
      open = answer.unprocessedKeys();
      if (open.isEmpty()) {
        return items;
      }
    }
    throw new Outage(
        "DynamoDB BatchGetItem left keys unprocessed " + Attempts.MAX + " times", null);
  }

  /** Puts many items without a condition; not all at once, and safe to repeat. */
  void putAll(List<Item> items) {
    chunks(items, BATCH_WRITE_MAX).forEach(this::putChunk);
  }

  private void putChunk(List<Item> chunk) {
    Map<String, List<WriteRequest>> open =
        Map.of(
            name,
            chunk.stream()
                .map(item ->
                    WriteRequest.builder().putRequest(put -> put.item(item.attributes())).build())
                .toList());
    for (int attempt = 0; attempt < Attempts.MAX; attempt++) {
      pauseBefore(attempt);
      Map<String, List<WriteRequest>> asked = open;
      open =
          RemoteCall.answer(
                  "DynamoDB BatchWriteItem",
                  () -> client.batchWriteItem(write -> write.requestItems(asked)))
              .unprocessedItems();
      if (open.isEmpty()) {
        return;
      }
    }
    throw new Outage(
        "DynamoDB BatchWriteItem left items unprocessed " + Attempts.MAX + " times", null);
  }

  private void pauseBefore(int attempt) {
    if (attempt > 0) {
      pause.before(attempt);
    }
  }

  /** Puts an item whatever is stored. */
  void put(Item item) {
    unlessInConflict(
        "DynamoDB PutItem",
        () -> client.putItem(put -> put.tableName(name).item(item.attributes())));
  }

  /**
   * Puts an item on a condition. A conflict with a transaction says nothing of the condition, so it
   * is no answer: a projection must not pass for newer because somebody else was busy.
   *
   * @return whether the condition held
   */
  boolean put(Item item, Condition condition) {
    return unlessInConflict(
        "DynamoDB PutItem",
        () -> {
          try {
            client.putItem(put ->
                put.tableName(name)
                    .item(item.attributes())
                    .conditionExpression(condition.expression())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(orNull(condition.values())));
            return true;
          } catch (ConditionalCheckFailedException overtaken) {
            return false;
          }
        });
  }

  /** Deletes an item if it is there. */
  void delete(Key key) {
    unlessInConflict(
        "DynamoDB DeleteItem",
        () -> client.deleteItem(delete -> delete.tableName(name).key(key.attributes())));
  }

  // The SDK does not try again after a conflict; whoever called shall.
  private static <T> T unlessInConflict(String what, Supplier<T> call) {
    return RemoteCall.answer(
        what,
        () -> {
          try {
            return call.get();
          } catch (TransactionConflictException busy) {
            throw new Outage(what + " met a transaction at the same item", busy);
          }
        });
  }

  /**
   * Puts all items, each on its condition, or none of them.
   *
   * @return false when a condition did not hold or another transaction was at the same item
   */
  boolean commit(List<Item.Put> puts) {
    if (puts.size() > TRANSACTION_MAX) {
      throw new IllegalArgumentException(
          puts.size() + " items in one transaction, " + TRANSACTION_MAX + " are possible");
    }
    List<TransactWriteItem> actions = puts.stream().map(this::action).toList();
    // One token for one commit: when an answer is lost, the SDK sends the same request again, and
    // DynamoDB answers it without doing it twice.
    String token = chance.hex128();
    return RemoteCall.answer(
        "DynamoDB TransactWriteItems",
        () -> {
          try {
            client.transactWriteItems(
                write -> write.transactItems(actions).clientRequestToken(token));
            return true;
          } catch (TransactionCanceledException cancelled) {
            return notOvertaken(cancelled);
          } catch (TransactionConflictException conflict) {
            return false;
          }
        });
  }

  private TransactWriteItem action(Item.Put put) {
    return TransactWriteItem.builder()
        .put(action ->
            action
                .tableName(name)
                .item(put.item().attributes())
                .conditionExpression(put.condition().expression())
                .expressionAttributeNames(put.condition().names())
                .expressionAttributeValues(orNull(put.condition().values())))
        .build();
  }

  private static boolean notOvertaken(TransactionCanceledException cancelled) {
    List<String> codes =
        cancelled.cancellationReasons().stream().map(CancellationReason::code).toList();
    if (codes.contains("ConditionalCheckFailed") || codes.contains("TransactionConflict")) {
      return false;
    }
    if (codes.contains("ThrottlingError")
        || codes.contains("ProvisionedThroughputExceeded")
        || codes.contains("RequestLimitExceeded")) {
      throw new Outage("DynamoDB TransactWriteItems was throttled: " + codes, cancelled);
    }
    throw cancelled;
  }

  // DynamoDB refuses an empty map of values.
  private static Map<String, AttributeValue> orNull(Map<String, AttributeValue> values) {
    return values.isEmpty() ? null : values;
  }

  private static <T> List<List<T>> chunks(List<T> all, int size) {
    var chunks = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(from + size, all.size())));
    }
    return chunks;
  }
}
