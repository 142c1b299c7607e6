package vn.minhbach.local.dynamodb.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Conditions;
import vn.minhbach.local.dynamodb.expression.DocumentPath;
import vn.minhbach.local.dynamodb.expression.KeyCondition;
import vn.minhbach.local.dynamodb.expression.Kind;
import vn.minhbach.local.dynamodb.expression.Placeholders;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.Bytes;
import vn.minhbach.local.dynamodb.item.KeyBytes;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.KeyAttribute;
import vn.minhbach.local.dynamodb.schema.KeySchema;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Range;
import vn.minhbach.local.dynamodb.store.Range.Bound;

/** Query. */
final class Query implements Operation {

  private final Engine engine;

  Query(Engine engine) {
    this.engine = engine;
  }

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String name = request.tableName();
    String capacity = Options.capacity(request);
    Reading.checked(
            request,
            "Value at 'Limit' failed to satisfy constraint: Member must have value greater than or"
                + " equal to 1")
        .refuseFaults();
    request.refuseLegacy(
        List.of("KeyConditions", "QueryFilter", "AttributesToGet", "ConditionalOperator"),
        List.of("KeyConditionExpression", "FilterExpression", "ProjectionExpression"));
    String source = request.text(Kind.KEY_CONDITION.parameter());
    if (source == null) {
      throw Refusal.validation(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    Placeholders placeholders = new Placeholders(json);
    // The filter's faults are told first.
    Reading reading = Reading.of(request, name, capacity, placeholders);
    KeyCondition condition = KeyCondition.parse(source, placeholders);
    placeholders.refuseUnused();
    Table table = engine.table(name);
    Optional<Index> index = reading.index(table);
    KeySchema keys = index.map(Index::keys).orElse(table.keys());
    List<Bound> bounds = bounds(condition, keys);
    refuseKeysInFilter(reading, keys);
    List<Key> after = reading.after(table, index);
    boolean backwards =
        json.path("ScanIndexForward").isBoolean() && !request.flag("ScanIndexForward");
    if (!after.isEmpty() && !after.getFirst().partition().equals(bounds.getFirst().value())) {
      throw Refusal.validation(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    return reading.answer(engine, new Range(table, index, bounds, after, backwards));
  }

  private static void refuseKeysInFilter(Reading reading, KeySchema keys) {
    if (reading.filter().isEmpty()) {
      return;
    }
    List<DocumentPath> used = Conditions.paths(reading.filter().get());
    for (KeyAttribute key : keys.attributes()) {
      if (used.stream().anyMatch(path -> path.attribute().equals(key.name()))) {
        throw Refusal.validation(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + key.name());
      }
    }
  }

  private static List<Bound> bounds(KeyCondition condition, KeySchema keys) {
    KeyCondition.Test partition = required(condition, keys.partition());
    if (!(partition instanceof KeyCondition.Compare(String comparator, AttributeValue value))
        || !comparator.equals("=")) {
      throw Refusal.validation("Query key condition not supported");
    }
    List<Bound> bounds = new ArrayList<>();
    bounds.add(new Bound("pk", "=", new Bytes(KeyBytes.partition(value))));
    if (condition.conditions().size() > 1) {
      String other =
          condition.conditions().keySet().stream()
              .filter(name -> !name.equals(keys.partition().name()))
              .findFirst()
              .orElseThrow();
      KeyAttribute sort =
          keys.sort().orElseThrow(() -> Refusal.validation("Query key condition not supported"));
      KeyCondition.Test test = required(condition, sort);
      if (!other.equals(sort.name())) {
        throw Refusal.validation("Query key condition not supported");
      }
      addSort(bounds, test);
    }
    return bounds;
  }

  private static KeyCondition.Test required(KeyCondition condition, KeyAttribute key) {
    KeyCondition.Test test =
        condition
            .on(key.name())
            .orElseThrow(() ->
                Refusal.validation("Query condition missed key schema element: " + key.name()));
    for (AttributeValue value : test.values()) {
      if (!value.type().equals(key.type())) {
        throw Refusal.parameter("Condition parameter type does not match schema type");
      }
      Reading.refuseEmptyKey(key, value);
    }
    return test;
  }

  private static void addSort(List<Bound> bounds, KeyCondition.Test test) {
    switch (test) {
      case KeyCondition.Compare(String comparator, AttributeValue value) ->
          bounds.add(new Bound("sk", comparator, new Bytes(KeyBytes.sort(value))));
      case KeyCondition.Between(AttributeValue low, AttributeValue high) -> {
        bounds.add(new Bound("sk", ">=", new Bytes(KeyBytes.sort(low))));
        bounds.add(new Bound("sk", "<=", new Bytes(KeyBytes.sort(high))));
      }
      case KeyCondition.BeginsWith(AttributeValue prefix) -> {
        byte[] start = KeyBytes.sort(prefix);
        bounds.add(new Bound("sk", ">=", new Bytes(start)));
        byte[] end = KeyBytes.afterPrefix(start);
        if (end != null) {
          bounds.add(new Bound("sk", "<", new Bytes(end)));
        }
      }
    }
  }
}
