package vn.minhbach.local.dynamodb.operation;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.schema.Table;

/** What is asked of tables as a whole, but for their making. */
final class TableOperations {

  private static final int MOST_NAMES = 100;

  private final Engine engine;

  TableOperations(Engine engine) {
    this.engine = engine;
  }

  /** These operations by name. */
  Map<String, Operation> all() {
    return Map.of(
        "DescribeTable", this::describe,
        "DeleteTable", this::delete,
        "ListTables", this::list,
        "UpdateTable", this::update,
        "DescribeTimeToLive", this::describeTimeToLive,
        "UpdateTimeToLive", this::updateTimeToLive);
  }

  private Table table(JsonNode json) {
    String name = new Request(json).tableName();
    return engine
        .store()
        .tables()
        .find(name)
        .orElseThrow(
            () -> Refusal.notFound("Requested resource not found: Table: " + name + " not found"));
  }

  private ObjectNode describe(JsonNode json) {
    return answer("Table", TableDescription.now(engine, table(json), "ACTIVE"));
  }

  private ObjectNode delete(JsonNode json) {
    Table table = table(json);
    if (table.definition().path("DeletionProtectionEnabled").asBoolean(false)) {
      throw Refusal.validation(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    engine
        .store()
        .write(session -> {
          engine.store().tables().delete(session, table, engine.store().stream());
          return table;
        });
    return answer("TableDescription", TableDescription.json(engine, table, "DELETING"));
  }

  private ObjectNode list(JsonNode json) {
    Request request = new Request(json);
    Integer limit = request.number("Limit");
    if (limit != null && (limit < 1 || limit > MOST_NAMES)) {
      request.fault(
          "Value '%d' at 'limit' failed to satisfy constraint: Member must have value %s",
          limit, limit < 1 ? "greater than or equal to 1" : "less than or equal to 100");
    }
    request.refuseFaults();
    String after = request.text("ExclusiveStartTableName");
    List<String> names =
        List.copyOf(
            (after == null
                    ? engine.store().tables().all()
                    : engine.store().tables().all().tailMap(after, false))
                .keySet());
    int count = Math.min(names.size(), limit == null ? MOST_NAMES : limit);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode page = answer.putArray("TableNames");
    names.subList(0, count).forEach(page::add);
    if (count < names.size()) {
      answer.put("LastEvaluatedTableName", names.get(count - 1));
    }
    return answer;
  }

  /** Billing alone: keys, indexes and streams stay as they were made. */
  private ObjectNode update(JsonNode json) {
    Request request = new Request(json);
    String name = request.tableName();
    request.oneOf(
        "billingMode", request.text("BillingMode"), List.of("PROVISIONED", "PAY_PER_REQUEST"));
    request.refuseFaults();
    for (String member :
        List.of(
            "GlobalSecondaryIndexUpdates",
            "StreamSpecification",
            "SSESpecification",
            "ReplicaUpdates",
            "TableClass")) {
      if (request.has(member)) {
        throw Refusal.notServed("UpdateTable with " + member);
      }
    }
    Table table = table(json);
    JsonNode throughput = json.path("ProvisionedThroughput");
    boolean protects = json.path("DeletionProtectionEnabled").isBoolean();
    if (!request.has("BillingMode") && throughput.isMissingNode() && !protects) {
      throw Refusal.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    ObjectNode definition = table.definition().deepCopy();
    if (protects) {
      definition.set("DeletionProtectionEnabled", json.get("DeletionProtectionEnabled"));
    }
    if (request.has("BillingMode") || throughput.isObject()) {
      bill(table, definition, request.text("BillingMode"), throughput);
    }
    Table now =
        engine
            .store()
            .write(session -> engine.store().tables().redefine(session, table, definition));
    return answer("TableDescription", TableDescription.json(engine, now, "ACTIVE"));
  }

  private static void bill(Table table, ObjectNode definition, String mode, JsonNode throughput) {
    if ("PAY_PER_REQUEST".equals(mode)) {
      if (throughput.isObject()) {
        throw Refusal.parameter(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST");
      }
      definition.put("BillingMode", mode).remove("ProvisionedThroughput");
      return;
    }
    if (!throughput.isObject()) {
      throw Refusal.parameter(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    TableRequest.units(throughput);
    if (throughput.equals(definition.path("ProvisionedThroughput"))) {
      throw Refusal.validation(
          "The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: %d. Requested ReadCapacityUnits: %1$d. Current WriteCapacityUnits provisioned for the table: %d. Requested WriteCapacityUnits: %2$d. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."
              .formatted(
                  throughput.get("ReadCapacityUnits").asLong(),
                  throughput.get("WriteCapacityUnits").asLong()));
    }
    if (mode == null && table.definition().path("BillingMode").asString("").startsWith("PAY")) {
      throw Refusal.parameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    definition.put("BillingMode", "PROVISIONED");
    definition.set("ProvisionedThroughput", throughput);
  }

  private ObjectNode describeTimeToLive(JsonNode json) {
    Table table = table(json);
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    description.put("TimeToLiveStatus", table.timeToLive().isPresent() ? "ENABLED" : "DISABLED");
    table.timeToLive().ifPresent(attribute -> description.put("AttributeName", attribute));
    return answer("TimeToLiveDescription", description);
  }

  private ObjectNode updateTimeToLive(JsonNode json) {
    Request request = new Request(json);
    request.tableName();
    JsonNode specification = json.path("TimeToLiveSpecification");
    request.required("timeToLiveSpecification", specification);
    request.refuseFaults();
    Request wanted = new Request(specification);
    String attribute = wanted.text("AttributeName");
    request.required("timeToLiveSpecification.attributeName", attribute);
    request.length("timeToLiveSpecification.attributeName", attribute, 1, 255);
    request.refuseFaults();
    Table table = table(json);
    boolean enabled = wanted.flag("Enabled");
    if (enabled && table.timeToLive().isPresent()) {
      throw Refusal.validation(
          table.timeToLive().get().equals(attribute)
              ? "TimeToLive is already enabled"
              : "TimeToLive is active on a different AttributeName: current AttributeName is "
                  + table.timeToLive().get());
    }
    if (!enabled && table.timeToLive().isEmpty()) {
      throw Refusal.validation("TimeToLive is already disabled");
    }
    ObjectNode definition = table.definition().deepCopy();
    if (enabled) {
      definition.put("TimeToLive", attribute);
    } else {
      definition.remove("TimeToLive");
    }
    engine.store().write(session -> engine.store().tables().redefine(session, table, definition));
    return answer(
        "TimeToLiveSpecification",
        JsonNodeFactory.instance
            .objectNode()
            .put("AttributeName", attribute)
            .put("Enabled", enabled));
  }

  private static ObjectNode answer(String member, ObjectNode content) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set(member, content);
    return answer;
  }
}
