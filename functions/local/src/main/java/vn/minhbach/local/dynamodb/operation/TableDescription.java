package vn.minhbach.local.dynamodb.operation;

import java.sql.SQLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Items;
import vn.minhbach.local.dynamodb.store.Session;

/** A table as DescribeTable and its like tell it. */
final class TableDescription {

  private TableDescription() {}

  /** With counts of this moment. */
  static ObjectNode now(Engine engine, Table table, String status) {
    return engine
        .store()
        .read(
            true,
            session -> {
              ObjectNode json = json(engine, table, status);
              Items.Count count = Items.count(session, table);
              json.put("ItemCount", count.items()).put("TableSizeBytes", count.bytes());
              for (Index index : table.indexes()) {
                counts(session, table, index, json);
              }
              return json;
            });
  }

  private static void counts(Session session, Table table, Index index, ObjectNode json)
      throws SQLException {
    String kind = index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
    for (JsonNode one : json.path(kind)) {
      if (one.get("IndexName").stringValue().equals(index.name())) {
        ((ObjectNode) one).put("ItemCount", Items.count(session, table, index));
      }
    }
  }

  /** Without counting. */
  static ObjectNode json(Engine engine, Table table, String status) {
    ObjectNode definition = table.definition();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("TableName", table.name()).put("TableStatus", status);
    json.put("TableArn", engine.arn(table.name()));
    copy(definition, json, "TableId");
    copy(definition, json, "CreationDateTime");
    copy(definition, json, "AttributeDefinitions");
    copy(definition, json, "KeySchema");
    json.put("ItemCount", 0).put("TableSizeBytes", 0);
    json.put(
        "DeletionProtectionEnabled", definition.path("DeletionProtectionEnabled").asBoolean(false));
    boolean onDemand = definition.path("BillingMode").asString("").equals("PAY_PER_REQUEST");
    if (definition.has("BillingMode")) {
      json.putObject("BillingModeSummary")
          .put("BillingMode", definition.get("BillingMode").stringValue());
      if (onDemand) {
        ((ObjectNode) json.get("BillingModeSummary"))
            .set("LastUpdateToPayPerRequestDateTime", definition.get("CreationDateTime"));
      }
    }
    json.set("ProvisionedThroughput", throughput(definition));
    if (definition.path("StreamSpecification").path("StreamEnabled").asBoolean(false)) {
      copy(definition, json, "StreamSpecification");
      copy(definition, json, "LatestStreamLabel");
      json.put("LatestStreamArn", engine.streamArn(table));
    }
    indexes(engine, table, json, "LocalSecondaryIndexes", status);
    indexes(engine, table, json, "GlobalSecondaryIndexes", status);
    return json;
  }

  private static void indexes(
      Engine engine, Table table, ObjectNode json, String kind, String status) {
    if (table.definition().path(kind).isEmpty()) {
      return;
    }
    ArrayNode indexes = json.putArray(kind);
    for (JsonNode definition : table.definition().get(kind)) {
      ObjectNode index = indexes.addObject();
      copy(definition, index, "IndexName");
      copy(definition, index, "KeySchema");
      copy(definition, index, "Projection");
      index.put("IndexSizeBytes", 0).put("ItemCount", 0);
      index.put(
          "IndexArn",
          engine.arn(table.name()) + "/index/" + definition.get("IndexName").stringValue());
      if (kind.startsWith("Global")) {
        index.put("IndexStatus", status);
        index.set("ProvisionedThroughput", throughput(definition));
      }
    }
  }

  private static ObjectNode throughput(JsonNode definition) {
    JsonNode said = definition.path("ProvisionedThroughput");
    return JsonNodeFactory.instance
        .objectNode()
        .put("NumberOfDecreasesToday", 0)
        .put("ReadCapacityUnits", said.path("ReadCapacityUnits").asLong(0))
        .put("WriteCapacityUnits", said.path("WriteCapacityUnits").asLong(0));
  }

  private static void copy(JsonNode from, ObjectNode to, String member) {
    if (from.hasNonNull(member)) {
      to.set(member, from.get(member));
    }
  }
}
