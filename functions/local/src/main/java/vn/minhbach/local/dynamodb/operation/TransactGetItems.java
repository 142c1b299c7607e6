package vn.minhbach.local.dynamodb.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.CancellationReasons;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Projection;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Items;

/** TransactGetItems: all of one moment. */
final class TransactGetItems implements Operation {

  private static final int MOST = 100;
  private static final int LARGEST = 4 * 1024 * 1024;

  private final Engine engine;

  TransactGetItems(Engine engine) {
    this.engine = engine;
  }

  private record Get(String table, Item attributes, Optional<Projection> projection) {}

  private record Found(Table table, Key key, Optional<Projection> projection) {}

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String capacity = Options.capacity(request);
    JsonNode wanted = json.path("TransactItems");
    request.required("transactItems", wanted);
    request.size("transactItems", wanted, 1, MOST);
    request.refuseFaults();
    List<Get> gets = new ArrayList<>();
    wanted.forEach(item -> gets.add(get(item.path("Get"))));
    List<Found> found = resolve(gets);
    engine.contention().beforeRead();
    List<Optional<Item>> items =
        engine
            .store()
            .read(
                true,
                session -> {
                  List<Optional<Item>> read = new ArrayList<>();
                  for (Found one : found) {
                    read.add(Optional.ofNullable(Items.get(session, one.table(), one.key())));
                  }
                  return read;
                });
    if (items.stream().flatMap(Optional::stream).mapToLong(Item::size).sum() > LARGEST) {
      throw Refusal.validation(
          "Collection size of items exceeded, which can also be caused by the aggregate size of the"
              + " items in the transaction exceeding the 4MB limit");
    }
    return answer(found, items, capacity);
  }

  private static ObjectNode answer(List<Found> found, List<Optional<Item>> items, String capacity) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode responses = answer.putArray("Responses");
    Map<String, ConsumedCapacity> consumed = new LinkedHashMap<>();
    for (int index = 0; index < found.size(); index++) {
      Found one = found.get(index);
      Optional<Item> item = items.get(index);
      ObjectNode response = responses.addObject();
      item.ifPresent(whole ->
          response.set(
              "Item",
              AttributeJson.write(one.projection().map(some -> some.of(whole)).orElse(whole))));
      consumed
          .computeIfAbsent(one.table().name(), name -> ConsumedCapacity.reading(one.table()))
          .read(Optional.empty(), item.map(Item::size).orElse(0), 2);
    }
    if (!capacity.equals("NONE")) {
      consumed
          .values()
          .forEach(
              one -> answer.withArrayProperty("ConsumedCapacity").add(one.json(capacity, true)));
    }
    return answer;
  }

  private static Get get(JsonNode json) {
    Request request = new Request(json);
    String table = request.tableName();
    request.required("key", json.path("Key"));
    request.refuseFaults();
    return new Get(table, request.item("Key"), GetItem.projection(request));
  }

  private List<Found> resolve(List<Get> gets) {
    List<Table> tables = gets.stream().map(one -> engine.table(one.table())).toList();
    CancellationReasons reasons = new CancellationReasons();
    List<Found> found = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    for (int index = 0; index < gets.size(); index++) {
      Table table = tables.get(index);
      try {
        gets.get(index).projection().ifPresent(some -> table.refuseIntoKeys(some.paths()));
        Key key = table.key(gets.get(index).attributes());
        found.add(new Found(table, key, gets.get(index).projection()));
        keys.add(List.of(table.id(), key));
        reasons.none();
      } catch (Refusal refusal) {
        reasons.refused(refusal);
      }
    }
    reasons.check();
    if (keys.size() < found.size()) {
      throw Refusal.validation(
          "Transaction request cannot include multiple operations on one item");
    }
    return found;
  }
}
