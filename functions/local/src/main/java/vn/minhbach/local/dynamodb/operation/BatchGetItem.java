package vn.minhbach.local.dynamodb.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Projection;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Items;

/** BatchGetItem. What does not fit into 16 MB, or is throttled, is left unprocessed. */
final class BatchGetItem implements Operation {

  private static final int MOST = 100;
  private static final int LARGEST = 16 * 1024 * 1024;

  private final Engine engine;

  BatchGetItem(Engine engine) {
    this.engine = engine;
  }

  /** What is asked of one table. */
  private record Part(
      Table table,
      JsonNode json,
      List<Key> keys,
      boolean consistent,
      Optional<Projection> projection) {}

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String capacity = Options.capacity(request);
    request.refuseFaults();
    List<Part> parts = parts(json.path("RequestItems"));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode responses = answer.putObject("Responses");
    ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
    long left = LARGEST;
    boolean any = false;
    for (Part part : parts) {
      ConsumedCapacity consumed = ConsumedCapacity.reading(part.table());
      ArrayNode items = responses.putArray(part.table().name());
      for (int index = 0; index < part.keys().size(); index++) {
        Key key = part.keys().get(index);
        Item item = engine.contention().throttles() ? null : get(part, key).orElse(ABSENT);
        if (item == null || item.size() > left) {
          leave(unprocessed, part, index);
          continue;
        }
        any = true;
        consumed.read(Optional.empty(), item.size(), ConsumedCapacity.perRead(part.consistent()));
        if (item != ABSENT) {
          left -= item.size();
          items.add(AttributeJson.write(part.projection().map(some -> some.of(item)).orElse(item)));
        }
      }
      if (!capacity.equals("NONE")) {
        answer.withArrayProperty("ConsumedCapacity").add(consumed.json(capacity, false));
      }
    }
    if (!any) {
      throw Refusal.throughputExceeded();
    }
    return answer;
  }

  /** What a key stands for that has no item. */
  private static final Item ABSENT = new Item(Map.of());

  private Optional<Item> get(Part part, Key key) {
    return engine
        .store()
        .read(
            part.consistent(),
            session -> Optional.ofNullable(Items.get(session, part.table(), key)));
  }

  private static void leave(ObjectNode unprocessed, Part part, int index) {
    String name = part.table().name();
    if (!unprocessed.has(name)) {
      ObjectNode copy = part.json().deepCopy().asObject();
      copy.putArray("Keys");
      unprocessed.set(name, copy);
    }
    ((ArrayNode) unprocessed.get(name).get("Keys")).add(part.json().get("Keys").get(index));
  }

  private List<Part> parts(JsonNode items) {
    if (items.isEmpty()) {
      throw Refusal.validation("The requestItems parameter is required for BatchGetItem");
    }
    int all = 0;
    for (Map.Entry<String, JsonNode> one : items.properties()) {
      int keys = one.getValue().path("Keys").size();
      all += keys;
      String bound =
          keys == 0
              ? "greater than or equal to 1"
              : keys > MOST ? "less than or equal to 100" : null;
      if (bound != null) {
        throw Refusal.validation(
            "1 validation error detected: Value at 'RequestItems.%s.member.Keys' failed to satisfy constraint: Member must have length %s"
                .formatted(one.getKey(), bound));
      }
    }
    if (all > MOST) {
      throw Refusal.validation("Too many items requested for the BatchGetItem call");
    }
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : items.properties()) {
      parts.add(part(one.getKey(), one.getValue()));
    }
    return parts;
  }

  private Part part(String name, JsonNode json) {
    Request request = new Request(json);
    Optional<Projection> projection = GetItem.projection(request);
    List<Item> attributes = new ArrayList<>();
    json.path("Keys").forEach(key -> attributes.add(AttributeJson.item(key)));
    Table table = engine.table(Request.resource(name));
    projection.ifPresent(some -> table.refuseIntoKeys(some.paths()));
    List<Key> keys = attributes.stream().map(table::key).toList();
    Set<Key> different = new HashSet<>(keys);
    if (different.size() < keys.size()) {
      throw Refusal.validation("Provided list of item keys contains duplicates");
    }
    return new Part(table, json, keys, request.flag("ConsistentRead"), projection);
  }
}
