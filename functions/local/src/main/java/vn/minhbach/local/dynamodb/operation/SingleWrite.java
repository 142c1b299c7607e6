package vn.minhbach.local.dynamodb.operation;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.DocumentPath;
import vn.minhbach.local.dynamodb.expression.Projection;
import vn.minhbach.local.dynamodb.expression.Update;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Change;

/** PutItem, UpdateItem and DeleteItem. */
final class SingleWrite implements Operation {

  private final Engine engine;
  private final WriteRequest.Verb verb;

  SingleWrite(Engine engine, WriteRequest.Verb verb) {
    this.engine = engine;
    this.verb = verb;
  }

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String name = request.tableName();
    String returned = Options.returnValues(request);
    String capacity = Options.capacity(request);
    boolean metrics = Options.metrics(request);
    WriteRequest parsed = WriteRequest.of(verb, name, request);
    if (verb != WriteRequest.Verb.UPDATE && !List.of("NONE", "ALL_OLD").contains(returned)) {
      throw Refusal.validation("ReturnValues can only be ALL_OLD or NONE");
    }
    Table table = engine.table(name);
    Write write = parsed.on(table);
    engine.contention().beforeWrite();
    Change change =
        engine
            .store()
            .write(session -> {
              engine.store().tables().check(table);
              Change made = write.change(session);
              made.apply(session, engine.store().stream(), engine.now());
              return made;
            });
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    Item attributes = returned(returned, change, parsed.action());
    if (attributes != null) {
      answer.set("Attributes", AttributeJson.write(attributes));
    }
    if (!capacity.equals("NONE")) {
      ConsumedCapacity consumed = ConsumedCapacity.writing(table);
      consumed.write(change, 1);
      answer.set("ConsumedCapacity", consumed.json(capacity, false));
    }
    if (metrics && table.hasLocalIndexes()) {
      answer.set("ItemCollectionMetrics", collectionMetrics(change));
    }
    return answer;
  }

  /** Null for none. */
  private static Item returned(String which, Change change, Write.Action action) {
    return switch (which) {
      case "ALL_OLD" -> change.before();
      case "ALL_NEW" -> change.after();
      case "UPDATED_OLD" -> updated(change.before(), action);
      case "UPDATED_NEW" -> updated(change.after(), action);
      default -> null;
    };
  }

  private static Item updated(Item item, Write.Action action) {
    if (item == null || !(action instanceof Write.Apply(Update update))) {
      return null;
    }
    List<DocumentPath> paths = update.paths();
    Item part = new Projection(paths).of(item);
    return part.attributes().isEmpty() ? null : part;
  }

  /** Of the items with one partition key. Far below a gigabyte, it is always the first range. */
  static ObjectNode collectionMetrics(Change change) {
    String partition = change.table().keys().partition().name();
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    metrics.set(
        "ItemCollectionKey",
        AttributeJson.write(new Item(Map.of(partition, change.key().attributes().get(partition)))));
    metrics.putArray("SizeEstimateRangeGB").add(0.0).add(1.0);
    return metrics;
  }
}
