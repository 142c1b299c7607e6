package vn.minhbach.local.dynamodb.operation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.schema.Table;

/** CreateTable. The table is there when it answers. */
final class CreateTable implements Operation {

  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final Engine engine;

  CreateTable(Engine engine) {
    this.engine = engine;
  }

  @Override
  public ObjectNode execute(JsonNode json) {
    TableRequest.check(json);
    Instant now = engine.now();
    ObjectNode definition = (ObjectNode) json.deepCopy();
    definition.put("TableName", Request.resource(json.get("TableName").stringValue()));
    definition.put(
        "TableId",
        UUID.nameUUIDFromBytes((definition + now.toString()).getBytes(StandardCharsets.UTF_8))
            .toString());
    definition.put("CreationDateTime", now.toEpochMilli() / 1000.0);
    definition.put("LatestStreamLabel", LABEL.format(now));
    Table table =
        engine.store().write(session -> engine.store().tables().create(session, definition));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("TableDescription", TableDescription.json(engine, table, "ACTIVE"));
    return answer;
  }
}
