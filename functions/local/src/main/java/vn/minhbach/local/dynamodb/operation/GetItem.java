package vn.minhbach.local.dynamodb.operation;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Kind;
import vn.minhbach.local.dynamodb.expression.Placeholders;
import vn.minhbach.local.dynamodb.expression.Projection;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Items;

/** GetItem. */
final class GetItem implements Operation {

  private final Engine engine;

  GetItem(Engine engine) {
    this.engine = engine;
  }

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String name = request.tableName();
    String capacity = Options.capacity(request);
    request.required("key", json.path("Key"));
    request.refuseFaults();
    Optional<Projection> projection = projection(request);
    Item attributes = request.item("Key");
    boolean consistent = request.flag("ConsistentRead");
    Table table = engine.table(name);
    projection.ifPresent(some -> table.refuseIntoKeys(some.paths()));
    Key key = table.key(attributes);
    engine.contention().beforeRead();
    Item item =
        engine
            .store()
            .read(consistent, session -> Optional.ofNullable(Items.get(session, table, key)))
            .orElse(null);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (item != null) {
      Item part = projection.map(some -> some.of(item)).orElse(item);
      answer.set("Item", AttributeJson.write(part));
    }
    if (!capacity.equals("NONE")) {
      ConsumedCapacity consumed = ConsumedCapacity.reading(table);
      consumed.read(
          Optional.empty(), item == null ? 0 : item.size(), ConsumedCapacity.perRead(consistent));
      answer.set("ConsumedCapacity", consumed.json(capacity, false));
    }
    return answer;
  }

  /**
   * The parts of an item that a get asks for, empty for all.
   *
   * @throws Refusal when the expression is not well formed
   */
  static Optional<Projection> projection(Request request) {
    request.refuseLegacy(List.of("AttributesToGet"), List.of(Kind.PROJECTION.parameter()));
    Placeholders placeholders = new Placeholders(request.json());
    String source = request.text(Kind.PROJECTION.parameter());
    if (source == null) {
      placeholders.refuseWithout(Kind.PROJECTION);
      return Optional.empty();
    }
    Projection projection = Projection.parse(source, placeholders);
    placeholders.refuseUnused();
    return Optional.of(projection);
  }
}
