package vn.minhbach.local.dynamodb.operation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.dynamodb.Refusal;

/** What must hold of a CreateTable request. */
final class TableRequest {

  private static final List<String> KEY_TYPES = List.of("HASH", "RANGE");
  private static final List<String> ATTRIBUTE_TYPES = List.of("B", "N", "S");
  private static final List<String> PROJECTIONS = List.of("ALL", "INCLUDE", "KEYS_ONLY");
  private static final List<String> VIEWS =
      List.of("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");
  private static final int MOST_LOCAL = 5;
  private static final int MOST_GLOBAL = 20;

  private TableRequest() {}

  /**
   * Checks one.
   *
   * @throws Refusal when it is not right
   */
  static void check(JsonNode json) {
    Request request = new Request(json);
    String name = Request.resource(request.text("TableName"));
    if (name == null) {
      throw Refusal.validation(
          "The parameter 'TableName' is required but was not present in the request");
    }
    request.length("tableName", name, 3, 255);
    if (name.length() >= 3 && name.length() <= 255) {
      request.pattern("tableName", name);
    }
    request.required("attributeDefinitions", json.path("AttributeDefinitions"));
    request.required("keySchema", json.path("KeySchema"));
    request.oneOf(
        "billingMode", request.text("BillingMode"), List.of("PROVISIONED", "PAY_PER_REQUEST"));
    int position = 0;
    for (JsonNode attribute : json.path("AttributeDefinitions")) {
      request.oneOf(
          "attributeDefinitions.%d.member.attributeType".formatted(++position),
          attribute.path("AttributeType").asString(""),
          ATTRIBUTE_TYPES);
    }
    keySchema(request, "keySchema", json.path("KeySchema"));
    indexes(request, json, "LocalSecondaryIndexes");
    indexes(request, json, "GlobalSecondaryIndexes");
    JsonNode stream = json.path("StreamSpecification");
    request.oneOf(
        "streamSpecification.streamViewType", stream.path("StreamViewType").asString(null), VIEWS);
    request.refuseFaults();
    throughput(json);
    if (stream.path("StreamEnabled").asBoolean(false) && !stream.hasNonNull("StreamViewType")) {
      throw Refusal.parameter(
          "Table is being created with a stream but no StreamViewType is specified");
    }
    Map<String, String> types = types(json);
    Set<String> used = new HashSet<>();
    keys(json.path("KeySchema"), types, used);
    if (json.path("AttributeDefinitions").size() > types.size()) {
      throw Refusal.parameter("Conflicting attribute definition");
    }
    indexKeys(json, types, used);
    if (!used.equals(types.keySet())) {
      throw Refusal.parameter(
          "Number of attributes in KeySchema does not exactly match number of attributes defined in"
              + " AttributeDefinitions");
    }
  }

  private static void keySchema(Request request, String path, JsonNode schema) {
    if (!schema.isArray()) {
      return;
    }
    if (schema.isEmpty()) {
      request.size(path, schema, 1, 2);
    }
    if (schema.size() > 2) {
      String text =
          StreamSupport.stream(schema.spliterator(), false)
              .map(element ->
                  "KeySchemaElement(attributeName=%s, keyType=%s)"
                      .formatted(
                          element.path("AttributeName").asString(""),
                          element.path("KeyType").asString("")))
              .collect(Collectors.joining(", ", "[", "]"));
      request.fault(
          "Value '%s' at '%s' failed to satisfy constraint: Member must have length less than or"
              + " equal to 2",
          text, path);
    }
    int position = 0;
    for (JsonNode element : schema) {
      request.oneOf(
          "%s.%d.member.keyType".formatted(path, ++position),
          element.path("KeyType").asString(""),
          KEY_TYPES);
    }
  }

  private static void indexes(Request request, JsonNode json, String kind) {
    String list = kind.substring(0, 1).toLowerCase() + kind.substring(1);
    int position = 0;
    for (JsonNode index : json.path(kind)) {
      String path = "%s.%d.member".formatted(list, ++position);
      String name = index.path("IndexName").asString(null);
      request.required(path + ".indexName", name);
      request.length(path + ".indexName", name, 3, 255);
      if (name != null && name.length() >= 3) {
        request.pattern(path + ".indexName", name);
      }
      request.required(path + ".keySchema", index.path("KeySchema"));
      keySchema(request, path + ".keySchema", index.path("KeySchema"));
      request.required(path + ".projection", index.path("Projection"));
      request.oneOf(
          path + ".projection.projectionType",
          index.path("Projection").path("ProjectionType").asString(null),
          PROJECTIONS);
    }
  }

  private static void throughput(JsonNode json) {
    boolean onDemand = json.path("BillingMode").asString("").equals("PAY_PER_REQUEST");
    if (onDemand && json.hasNonNull("ProvisionedThroughput")) {
      throw Refusal.parameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (!onDemand && !json.hasNonNull("ProvisionedThroughput")) {
      throw Refusal.parameter(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    if (!onDemand) {
      units(json.get("ProvisionedThroughput"));
    }
  }

  /** Refuses units below one. */
  static void units(JsonNode throughput) {
    Request request = new Request(throughput);
    for (String member : List.of("ReadCapacityUnits", "WriteCapacityUnits")) {
      Integer units = request.number(member);
      String path =
          "provisionedThroughput." + member.substring(0, 1).toLowerCase() + member.substring(1);
      request.required(path, units);
      if (units != null && units < 1) {
        request.fault(
            "Value '%d' at '%s' failed to satisfy constraint: Member must have value greater than"
                + " or equal to 1",
            units, path);
      }
    }
    request.refuseFaults();
  }

  private static Map<String, String> types(JsonNode json) {
    Map<String, String> types = new HashMap<>();
    json.path("AttributeDefinitions")
        .forEach(attribute ->
            types.put(
                attribute.path("AttributeName").asString(""),
                attribute.path("AttributeType").asString("")));
    return types;
  }

  private static void keys(JsonNode schema, Map<String, String> types, Set<String> used) {
    if (!schema.get(0).path("KeyType").asString("").equals("HASH")) {
      throw Refusal.validation(
          "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    if (schema.size() == 2) {
      if (attribute(schema, 0).equals(attribute(schema, 1))) {
        // What DynamoDB says to that, too.
        throw Refusal.validation("Invalid KeySchema: Some index key attribute have no definition");
      }
      if (!schema.get(1).path("KeyType").asString("").equals("RANGE")) {
        throw Refusal.validation(
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
      }
    }
    Set<String> names = new TreeSet<>();
    schema.forEach(element -> names.add(element.path("AttributeName").asString("")));
    if (!types.keySet().containsAll(names)) {
      throw Refusal.parameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: %s, AttributeDefinitions: %s"
              .formatted(names, types.keySet()));
    }
    used.addAll(names);
  }

  private static String attribute(JsonNode schema, int position) {
    return schema.get(position).path("AttributeName").asString("");
  }

  private static void indexKeys(JsonNode json, Map<String, String> types, Set<String> used) {
    Set<String> names = new HashSet<>();
    JsonNode schema = json.path("KeySchema");
    for (JsonNode index : json.path("LocalSecondaryIndexes")) {
      if (schema.size() < 2) {
        throw Refusal.parameter(
            "Table KeySchema does not have a range key, which is required when specifying a"
                + " LocalSecondaryIndex");
      }
      index(index, names, types, used);
      String name = index.get("IndexName").stringValue();
      if (index.get("KeySchema").size() < 2) {
        throw Refusal.parameter("Index KeySchema does not have a range key for index: " + name);
      }
      if (!attribute(index.get("KeySchema"), 0).equals(attribute(schema, 0))) {
        throw Refusal.parameter(
            "Index KeySchema does not have the same leading hash key as table KeySchema for index: %s. index hash key: %s, table hash key: %s"
                .formatted(name, attribute(index.get("KeySchema"), 0), attribute(schema, 0)));
      }
    }
    for (JsonNode index : json.path("GlobalSecondaryIndexes")) {
      index(index, names, types, used);
    }
    count(json, "LocalSecondaryIndexes", MOST_LOCAL);
    count(json, "GlobalSecondaryIndexes", MOST_GLOBAL);
  }

  private static void count(JsonNode json, String kind, int most) {
    if (json.path(kind).isArray() && json.path(kind).isEmpty()) {
      throw Refusal.parameter("List of %s is empty".formatted(kind));
    }
    if (json.path(kind).size() > most) {
      throw Refusal.parameter(
          "%s count exceeds the per-table limit of %d"
              .formatted(kind.replace("Indexes", "Index"), most));
    }
  }

  private static void index(
      JsonNode index, Set<String> names, Map<String, String> types, Set<String> used) {
    keys(index.get("KeySchema"), types, used);
    String name = index.get("IndexName").stringValue();
    if (!names.add(name)) {
      throw Refusal.parameter("Duplicate index name: " + name);
    }
    JsonNode projection = index.path("Projection");
    String type = projection.path("ProjectionType").asString(null);
    if (type == null) {
      throw Refusal.parameter("Unknown ProjectionType: null");
    }
    if (!type.equals("INCLUDE") && !projection.path("NonKeyAttributes").isEmpty()) {
      throw Refusal.parameter(
          "ProjectionType is %s, but NonKeyAttributes is specified".formatted(type));
    }
    if (type.equals("INCLUDE") && projection.path("NonKeyAttributes").isEmpty()) {
      throw Refusal.parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
  }
}
