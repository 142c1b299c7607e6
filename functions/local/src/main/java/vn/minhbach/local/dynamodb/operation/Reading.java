package vn.minhbach.local.dynamodb.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Condition;
import vn.minhbach.local.dynamodb.expression.ConditionParser;
import vn.minhbach.local.dynamodb.expression.Conditions;
import vn.minhbach.local.dynamodb.expression.DocumentPath;
import vn.minhbach.local.dynamodb.expression.Kind;
import vn.minhbach.local.dynamodb.expression.Placeholders;
import vn.minhbach.local.dynamodb.expression.Projection;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.KeyAttribute;
import vn.minhbach.local.dynamodb.schema.KeySchema;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Pages;
import vn.minhbach.local.dynamodb.store.Range;

/**
 * What Query and Scan share: the choice of table or index, filter, projection, page and capacity.
 *
 * @param select null when the request does not say
 * @param limit items that are read, filtered out ones too
 */
record Reading(
    Request request,
    String tableName,
    Optional<String> indexName,
    boolean consistent,
    String capacity,
    String select,
    int limit,
    Placeholders placeholders,
    Optional<Condition> filter,
    Optional<Projection> projection) {

  private static final List<String> SELECTS =
      List.of("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");

  /**
   * Checks and reads the common members of a request.
   *
   * @param limitFault how the operation words a limit below one
   */
  static Request checked(Request request, String limitFault) {
    Integer limit = request.number("Limit");
    if (limit != null && limit < 1) {
      request.fault(limitFault, limit);
    }
    request.oneOf("select", request.text("Select"), SELECTS);
    String index = request.text("IndexName");
    if (index != null) {
      request.length("indexName", index, 3, 255);
      request.pattern("indexName", index);
    }
    return request;
  }

  /** The rest, after {@link #checked} found no fault. */
  static Reading of(Request request, String tableName, String capacity, Placeholders placeholders) {
    Optional<Condition> filter =
        Optional.ofNullable(request.text(Kind.FILTER.parameter()))
            .map(source -> ConditionParser.parse(Kind.FILTER, source, placeholders));
    Optional<Projection> projection =
        Optional.ofNullable(request.text(Kind.PROJECTION.parameter()))
            .map(source -> Projection.parse(source, placeholders));
    Integer limit = request.number("Limit");
    return new Reading(
        request,
        tableName,
        Optional.ofNullable(request.text("IndexName")),
        request.flag("ConsistentRead"),
        capacity,
        request.text("Select"),
        limit == null ? Integer.MAX_VALUE : limit,
        placeholders,
        filter,
        projection);
  }

  /**
   * The index that is read, empty for the table itself.
   *
   * @throws Refusal when there is none of the name, or it cannot answer what is asked
   */
  Optional<Index> index(Table table) {
    filter.ifPresent(some -> table.refuseIntoKeys(Conditions.paths(some)));
    projection.ifPresent(some -> table.refuseIntoKeys(some.paths()));
    if (indexName.isEmpty()) {
      if ("ALL_PROJECTED_ATTRIBUTES".equals(select)) {
        throw Refusal.validation(
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
      }
      refuseSelect();
      return Optional.empty();
    }
    Index index =
        table
            .index(indexName.get())
            .orElseThrow(() ->
                Refusal.validation(
                    "The table does not have the specified index: " + indexName.get()));
    if (index.global() && consistent) {
      throw Refusal.validation("Consistent reads are not supported on global secondary indexes");
    }
    refuseSelect();
    if (index.global() && "ALL_ATTRIBUTES".equals(select) && index.projected().isPresent()) {
      throw Refusal.parameter(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index %s because its projection type is not ALL"
              .formatted(index.name()));
    }
    List<String> missing =
        projection.stream()
            .flatMap(some -> some.attributes().stream())
            .filter(name -> !index.has(name))
            .toList();
    if (index.global() && !missing.isEmpty()) {
      throw Refusal.parameter(
          "Global secondary index %s does not project %s".formatted(index.name(), missing));
    }
    List<String> unseen =
        filter.stream()
            .flatMap(some -> Conditions.paths(some).stream())
            .map(DocumentPath::attribute)
            .filter(name -> !index.has(name))
            .distinct()
            .toList();
    if (!unseen.isEmpty()) {
      throw Refusal.parameter(
          "Secondary index %s does not project one or more filter attributes: %s"
              .formatted(index.name(), unseen));
    }
    return Optional.of(index);
  }

  private void refuseSelect() {
    if ("SPECIFIC_ATTRIBUTES".equals(select) && projection.isEmpty()) {
      throw Refusal.validation(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (projection.isPresent() && select != null && !select.equals("SPECIFIC_ATTRIBUTES")) {
      throw Refusal.validation(
          "Cannot specify the ProjectionExpression when choosing to get "
              + (select.equals("COUNT") ? "only the Count" : select));
    }
  }

  /**
   * Where to go on, as the keys of a {@link Range}.
   *
   * @throws Refusal when ExclusiveStartKey is none of this table or index
   */
  List<Key> after(Table table, Optional<Index> index) {
    if (!request.has("ExclusiveStartKey")) {
      return List.of();
    }
    Item start = request.item("ExclusiveStartKey");
    KeySchema keys = table.keys();
    boolean fits = keys.isIn(start);
    long expected =
        index
            .map(some ->
                some.keys().attributes().stream()
                        .map(KeyAttribute::name)
                        .filter(name -> !keys.has(name))
                        .count()
                    + keys.attributes().size())
            .orElse((long) keys.attributes().size());
    fits &= start.attributes().size() == expected;
    fits &= index.isEmpty() || index.get().keys().isIn(start);
    if (!fits) {
      throw Refusal.validation("The provided starting key is invalid");
    }
    return index.isPresent()
        ? List.of(index.get().keys().key(start), keys.key(start))
        : List.of(keys.key(start));
  }

  /** Reads a page and answers it. */
  ObjectNode answer(Engine engine, Range range) {
    Optional<Index> index = range.index();
    engine.contention().beforeRead();
    // A local index fetches what it has not from its table.
    boolean fetches =
        index.isPresent()
            && ("ALL_ATTRIBUTES".equals(select)
                || projection.stream()
                    .flatMap(some -> some.attributes().stream())
                    .anyMatch(name -> !index.get().has(name)));
    Pages.Page page =
        engine
            .store()
            .read(
                consistent,
                session ->
                    Pages.read(
                        session,
                        range,
                        limit,
                        row ->
                            index
                                .filter(some -> some.projected().isPresent())
                                .map(some -> some.project(row.item()).size())
                                .orElse(row.size())));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = "COUNT".equals(select) ? null : answer.putArray("Items");
    int count = 0;
    boolean asKept =
        filter.isEmpty()
            && projection.isEmpty()
            && (fetches || index.flatMap(Index::projected).isEmpty());
    for (Pages.Row row : page.rows()) {
      if (asKept) {
        count++;
        if (items != null) {
          items.addRawValue(new RawValue(new String(row.json(), StandardCharsets.UTF_8)));
        }
        continue;
      }
      Item whole = row.item();
      Item item = fetches || index.isEmpty() ? whole : index.get().project(whole);
      if (filter.isPresent() && !Conditions.hold(filter.get(), item)) {
        continue;
      }
      count++;
      if (items != null) {
        items.add(AttributeJson.write(projection.map(some -> some.of(item)).orElse(item)));
      }
    }
    answer.put("Count", count).put("ScannedCount", page.rows().size());
    if (!page.ended()) {
      answer.set(
          "LastEvaluatedKey", AttributeJson.write(last(range, page.rows().getLast().item())));
    }
    if (!capacity.equals("NONE")) {
      answer.set("ConsumedCapacity", consumed(range, page, fetches));
    }
    return answer;
  }

  private static Item last(Range range, Item item) {
    var attributes = range.table().keys().key(item).attributes().copy();
    range
        .index()
        .ifPresent(index ->
            index
                .keys()
                .attributes()
                .forEach(one -> attributes.put(one.name(), item.get(one.name()))));
    return new Item(attributes);
  }

  private ObjectNode consumed(Range range, Pages.Page page, boolean fetches) {
    ConsumedCapacity consumed = ConsumedCapacity.reading(range.table());
    double perRead = ConsumedCapacity.perRead(consistent);
    consumed.read(range.index(), page.bytes(), perRead);
    if (fetches) {
      page.rows().forEach(row -> consumed.read(Optional.empty(), row.size(), perRead));
    }
    return consumed.json(capacity, false);
  }

  /** Refuses a value that no key can have. */
  static void refuseEmptyKey(KeyAttribute key, AttributeValue value) {
    boolean empty =
        value instanceof AttributeValue.S(String text) && text.isEmpty()
            || value instanceof AttributeValue.B(var bytes) && bytes.length() == 0;
    if (empty) {
      throw Refusal.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty %s value. Key: %s"
              .formatted(key.type().equals("S") ? "string" : "binary", key.name()));
    }
  }
}
