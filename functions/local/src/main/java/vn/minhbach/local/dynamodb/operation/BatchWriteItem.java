package vn.minhbach.local.dynamodb.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Change;

/** BatchWriteItem: each write for itself. What is throttled is left unprocessed. */
final class BatchWriteItem implements Operation {

  private static final int MOST = 25;

  private final Engine engine;

  BatchWriteItem(Engine engine) {
    this.engine = engine;
  }

  private record Part(JsonNode json, Write write) {}

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String capacity = Options.capacity(request);
    boolean metrics = Options.metrics(request);
    request.refuseFaults();
    List<Part> parts = parts(json.path("RequestItems"));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode unprocessed = answer.putObject("UnprocessedItems");
    List<Write> writes = new ArrayList<>();
    for (Part part : parts) {
      if (engine.contention().throttles()) {
        unprocessed.withArrayProperty(part.write().table().name()).add(part.json());
      } else {
        writes.add(part.write());
      }
    }
    if (writes.isEmpty()) {
      throw Refusal.throughputExceeded();
    }
    List<Change> changes =
        engine
            .store()
            .write(session -> {
              List<Change> made = new ArrayList<>();
              for (Write write : writes) {
                engine.store().tables().check(write.table());
                made.add(write.change(session));
              }
              for (Change change : made) {
                change.apply(session, engine.store().stream(), engine.now());
              }
              return made;
            });
    if (!capacity.equals("NONE")) {
      Map<String, ConsumedCapacity> consumed = new LinkedHashMap<>();
      for (Change change : changes) {
        consumed
            .computeIfAbsent(
                change.table().name(), name -> ConsumedCapacity.writing(change.table()))
            .write(change, 1);
      }
      consumed
          .values()
          .forEach(
              one -> answer.withArrayProperty("ConsumedCapacity").add(one.json(capacity, false)));
    }
    if (metrics) {
      for (Change change : changes) {
        if (change.table().hasLocalIndexes()) {
          answer
              .withObjectProperty("ItemCollectionMetrics")
              .withArrayProperty(change.table().name())
              .add(SingleWrite.collectionMetrics(change));
        }
      }
    }
    return answer;
  }

  private List<Part> parts(JsonNode items) {
    if (items.isEmpty()) {
      throw Refusal.validation("The requestItems parameter is required for BatchWriteItem");
    }
    int all = 0;
    for (Map.Entry<String, JsonNode> one : items.properties()) {
      int size = one.getValue().size();
      all += size;
      if (size == 0 || size > MOST) {
        throw Refusal.validation(
            "1 validation error detected: Value '{%s=%s}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]"
                .formatted(one.getKey(), one.getValue()));
      }
    }
    if (all > MOST) {
      throw Refusal.validation("Too many items requested for the BatchWriteItem call");
    }
    Map<String, List<WriteRequest>> requests = new LinkedHashMap<>();
    Map<WriteRequest, JsonNode> sources = new HashMap<>();
    items
        .properties()
        .forEach(one ->
            one.getValue()
                .forEach(write -> {
                  WriteRequest parsed = parse(Request.resource(one.getKey()), write);
                  requests.computeIfAbsent(parsed.table(), name -> new ArrayList<>()).add(parsed);
                  sources.put(parsed, write);
                }));
    List<Part> parts = new ArrayList<>();
    requests.forEach((name, writes) -> {
      Table table = engine.table(name);
      Set<Object> keys = new HashSet<>();
      for (WriteRequest parsed : writes) {
        Write write = parsed.on(table);
        if (!keys.add(write.key())) {
          throw Refusal.validation("Provided list of item keys contains duplicates");
        }
        parts.add(new Part(sources.get(parsed), write));
      }
    });
    return parts;
  }

  private static WriteRequest parse(String table, JsonNode write) {
    boolean put = write.hasNonNull("PutRequest");
    if (put == write.hasNonNull("DeleteRequest")) {
      throw Refusal.validation(
          put
              ? "Supplied AttributeValue has more than one datatypes set, must contain exactly one"
                  + " of the supported datatypes"
              : "WriteRequest must contain either PutRequest or DeleteRequest");
    }
    JsonNode member =
        put ? write.path("PutRequest").path("Item") : write.path("DeleteRequest").path("Key");
    Item attributes = AttributeJson.item(member);
    return new WriteRequest(
        table,
        attributes,
        put ? new Write.Put(attributes) : new Write.Delete(),
        Optional.empty(),
        false);
  }
}
