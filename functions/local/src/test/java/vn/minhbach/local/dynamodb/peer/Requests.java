package vn.minhbach.local.dynamodb.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Requests of every kind, by chance: the same chance and layout make the same request. */
final class Requests {

  private final Layout layout;
  private final Random random;
  private final Values values;

  Requests(Layout layout, Random random) {
    this.layout = layout;
    this.random = random;
    this.values = new Values(random);
  }

  DynamoDbRequest any() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> put();
      case 4, 5, 6 -> update();
      case 7 -> delete();
      case 8 -> get();
      case 9, 10 -> query();
      case 11 -> global();
      case 12 -> layout.sort().isPresent() ? local() : query();
      case 13 -> scan();
      case 14 -> batchGet();
      case 15 -> batchWrite();
      case 16 -> transactGet();
      default -> transactWrite();
    };
  }

  private DynamoDbRequest put() {
    var expressions = new Expressions(random);
    String condition = random.nextBoolean() ? expressions.condition(2) : null;
    return PutItemRequest.builder()
        .tableName(layout.name())
        .item(values.item(layout))
        .conditionExpression(condition)
        .expressionAttributeNames(expressions.names())
        .expressionAttributeValues(expressions.values())
        .returnValues(
            values.once(60)
                ? ReturnValue.ALL_NEW
                : values.one(List.of(ReturnValue.NONE, ReturnValue.ALL_OLD)))
        .returnConsumedCapacity(capacity())
        .returnValuesOnConditionCheckFailure(onFailure())
        .build();
  }

  private DynamoDbRequest update() {
    var expressions = new Expressions(random);
    String update = expressions.update();
    String condition = random.nextInt(3) == 0 ? expressions.condition(2) : null;
    return UpdateItemRequest.builder()
        .tableName(layout.name())
        .key(values.key(layout))
        .updateExpression(update)
        .conditionExpression(condition)
        .expressionAttributeNames(expressions.names())
        .expressionAttributeValues(expressions.values())
        .returnValues(values.one(ReturnValue.knownValues().stream().sorted().toList()))
        .returnConsumedCapacity(capacity())
        .returnValuesOnConditionCheckFailure(onFailure())
        .build();
  }

  private DynamoDbRequest delete() {
    var expressions = new Expressions(random);
    String condition = random.nextBoolean() ? expressions.condition(2) : null;
    return DeleteItemRequest.builder()
        .tableName(layout.name())
        .key(values.key(layout))
        .conditionExpression(condition)
        .expressionAttributeNames(expressions.names())
        .expressionAttributeValues(expressions.values())
        .returnValues(values.one(List.of(ReturnValue.NONE, ReturnValue.ALL_OLD)))
        .returnConsumedCapacity(capacity())
        .returnValuesOnConditionCheckFailure(onFailure())
        .build();
  }

  private DynamoDbRequest get() {
    var expressions = new Expressions(random);
    String projection = random.nextBoolean() ? expressions.projection() : null;
    return GetItemRequest.builder()
        .tableName(layout.name())
        .key(values.key(layout))
        .consistentRead(random.nextBoolean())
        .projectionExpression(projection)
        .expressionAttributeNames(expressions.names())
        .returnConsumedCapacity(capacity())
        .build();
  }

  private DynamoDbRequest query() {
    var expressions = new Expressions(random);
    String condition =
        expressions.keyCondition(
            "PK",
            layout.partition(),
            layout.sort().isPresent() ? "SK" : null,
            layout.sort().orElse(null));
    return query(expressions, condition).consistentRead(random.nextBoolean()).build();
  }

  private DynamoDbRequest global() {
    var expressions = new Expressions(random);
    String condition =
        expressions.keyCondition("G", ScalarAttributeType.S, "H", ScalarAttributeType.N);
    return query(expressions, condition)
        .indexName(Layout.GLOBAL)
        .consistentRead(values.once(60) ? true : null)
        .build();
  }

  private DynamoDbRequest local() {
    var expressions = new Expressions(random);
    String condition =
        expressions.keyCondition("PK", layout.partition(), "L", ScalarAttributeType.S);
    return query(expressions, condition)
        .indexName(Layout.LOCAL)
        .consistentRead(random.nextBoolean())
        .build();
  }

  private QueryRequest.Builder query(Expressions expressions, String condition) {
    String filter = random.nextInt(3) == 0 ? expressions.condition(2) : null;
    String projection = random.nextInt(3) == 0 ? expressions.projection() : null;
    return QueryRequest.builder()
        .tableName(layout.name())
        .keyConditionExpression(condition)
        .filterExpression(filter)
        .projectionExpression(projection)
        .select(projection == null && values.once(6) ? Select.COUNT : null)
        .expressionAttributeNames(expressions.names())
        .expressionAttributeValues(expressions.values())
        .scanIndexForward(random.nextBoolean())
        .limit(random.nextInt(3) == 0 ? Integer.valueOf(1 + random.nextInt(3)) : null)
        .returnConsumedCapacity(capacity());
  }

  private DynamoDbRequest scan() {
    var expressions = new Expressions(random);
    String filter = random.nextBoolean() ? expressions.condition(2) : null;
    String projection = random.nextInt(3) == 0 ? expressions.projection() : null;
    return ScanRequest.builder()
        .tableName(layout.name())
        .indexName(random.nextInt(4) == 0 ? Layout.GLOBAL : null)
        .filterExpression(filter)
        .projectionExpression(projection)
        .select(projection == null && values.once(6) ? Select.COUNT : null)
        .expressionAttributeNames(expressions.names())
        .expressionAttributeValues(expressions.values())
        .limit(random.nextInt(3) == 0 ? Integer.valueOf(1 + random.nextInt(5)) : null)
        .returnConsumedCapacity(capacity())
        .build();
  }

  private DynamoDbRequest batchGet() {
    var expressions = new Expressions(random);
    String projection = random.nextInt(3) == 0 ? expressions.projection() : null;
    return BatchGetItemRequest.builder()
        .requestItems(
            Map.of(
                layout.name(),
                KeysAndAttributes.builder()
                    .keys(keys(5))
                    .projectionExpression(projection)
                    .expressionAttributeNames(expressions.names())
                    .consistentRead(random.nextBoolean())
                    .build()))
        .returnConsumedCapacity(capacity())
        .build();
  }

  /** Different keys, seldom the same twice, which is refused. */
  private List<Map<String, AttributeValue>> keys(int most) {
    Stream<Map<String, AttributeValue>> keys =
        Stream.generate(() -> values.key(layout)).limit(1 + random.nextInt(most));
    return values.once(20) ? keys.toList() : keys.distinct().toList();
  }

  private DynamoDbRequest batchWrite() {
    var writes = new ArrayList<WriteRequest>();
    for (Map<String, AttributeValue> key : keys(5)) {
      if (random.nextInt(3) == 0) {
        writes.add(WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build());
      } else {
        Map<String, AttributeValue> item = values.item(layout);
        item.putAll(key);
        writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
      }
    }
    return BatchWriteItemRequest.builder()
        .requestItems(Map.of(layout.name(), writes))
        .returnConsumedCapacity(capacity())
        .build();
  }

  private DynamoDbRequest transactGet() {
    return TransactGetItemsRequest.builder()
        .transactItems(
            keys(4).stream()
                .map(key -> {
                  var expressions = new Expressions(random);
                  String projection = random.nextBoolean() ? expressions.projection() : null;
                  return TransactGetItem.builder()
                      .get(get ->
                          get.tableName(layout.name())
                              .key(key)
                              .projectionExpression(projection)
                              .expressionAttributeNames(expressions.names()))
                      .build();
                })
                .toList())
        .returnConsumedCapacity(capacity())
        .build();
  }

  private DynamoDbRequest transactWrite() {
    return TransactWriteItemsRequest.builder()
        .transactItems(keys(4).stream().map(this::action).toList())
        .clientRequestToken(layout.name() + "-" + random.nextInt(values.once(4) ? 3 : 1_000_000))
        .returnConsumedCapacity(capacity())
        .build();
  }

  private TransactWriteItem action(Map<String, AttributeValue> key) {
    var expressions = new Expressions(random);
    int kind = random.nextInt(5);
    String update = kind == 3 ? expressions.update() : null;
    String condition = kind == 2 || random.nextInt(3) == 0 ? expressions.condition(1) : null;
    TransactWriteItem.Builder action = TransactWriteItem.builder();
    switch (kind) {
      case 2 ->
          action.conditionCheck(
              ConditionCheck.builder()
                  .tableName(layout.name())
                  .key(key)
                  .conditionExpression(condition)
                  .expressionAttributeNames(expressions.names())
                  .expressionAttributeValues(expressions.values())
                  .returnValuesOnConditionCheckFailure(onFailure())
                  .build());
      case 3 ->
          action.update(
              Update.builder()
                  .tableName(layout.name())
                  .key(key)
                  .updateExpression(update)
                  .conditionExpression(condition)
                  .expressionAttributeNames(expressions.names())
                  .expressionAttributeValues(expressions.values())
                  .returnValuesOnConditionCheckFailure(onFailure())
                  .build());
      case 4 ->
          action.delete(
              Delete.builder()
                  .tableName(layout.name())
                  .key(key)
                  .conditionExpression(condition)
                  .expressionAttributeNames(expressions.names())
                  .expressionAttributeValues(expressions.values())
                  .returnValuesOnConditionCheckFailure(onFailure())
                  .build());
      default -> {
        Map<String, AttributeValue> item = values.item(layout);
        item.putAll(key);
        action.put(
            Put.builder()
                .tableName(layout.name())
                .item(item)
                .conditionExpression(condition)
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValuesOnConditionCheckFailure(onFailure())
                .build());
      }
    }
    return action.build();
  }

  private ReturnConsumedCapacity capacity() {
    return switch (random.nextInt(6)) {
      case 0 -> ReturnConsumedCapacity.TOTAL;
      case 1 -> ReturnConsumedCapacity.INDEXES;
      default -> null;
    };
  }

  private ReturnValuesOnConditionCheckFailure onFailure() {
    return values.once(4) ? ReturnValuesOnConditionCheckFailure.ALL_OLD : null;
  }
}
