package vn.minhbach.local.dynamodb.operation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.StreamLog;

/**
 * DynamoDB Streams: one stream a table, from the table's making, in one shard that stays open; so
 * the order of all changes is kept, not only that of each key's.
 */
final class StreamOperations {

  private static final Duration ITERATOR_KEPT = Duration.ofMinutes(15);
  private static final int MOST_RECORDS = 1000;
  private static final int MOST_STREAMS = 100;
  private static final List<String> ITERATORS =
      List.of("AFTER_SEQUENCE_NUMBER", "LATEST", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON");

  private final Engine engine;

  StreamOperations(Engine engine) {
    this.engine = engine;
  }

  /** These operations by name. */
  Map<String, Operation> all() {
    return Map.of(
        "ListStreams", this::list,
        "DescribeStream", this::describe,
        "GetShardIterator", this::iterator,
        "GetRecords", this::records);
  }

  private ObjectNode list(JsonNode json) {
    Request request = new Request(json);
    String only = Request.resource(request.text("TableName"));
    String after = request.text("ExclusiveStartStreamArn");
    Integer limit = request.number("Limit");
    int most = limit == null ? MOST_STREAMS : Math.min(limit, MOST_STREAMS);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode streams = answer.putArray("Streams");
    String last = null;
    for (Table table : engine.store().tables().all().values()) {
      if (table.streamView().isEmpty() || only != null && !only.equals(table.name())) {
        continue;
      }
      String arn = engine.streamArn(table);
      if (after != null && arn.compareTo(after) <= 0) {
        continue;
      }
      if (streams.size() == most) {
        answer.put("LastEvaluatedStreamArn", last);
        break;
      }
      streams
          .addObject()
          .put("StreamArn", arn)
          .put("TableName", table.name())
          .put("StreamLabel", table.definition().get("LatestStreamLabel").stringValue());
      last = arn;
    }
    return answer;
  }

  private Table table(Request request) {
    String arn = request.text("StreamArn");
    request.required("streamArn", arn);
    request.refuseFaults();
    return engine.store().tables().all().values().stream()
        .filter(table -> table.streamView().isPresent() && engine.streamArn(table).equals(arn))
        .findFirst()
        .orElseThrow(
            () -> Refusal.notFound("Requested resource not found: Stream: " + arn + " not found"));
  }

  private static String shard(Table table) {
    long created = (long) (table.definition().get("CreationDateTime").asDouble() * 1000);
    return "shardId-%020d-%08x".formatted(created, table.id());
  }

  private ObjectNode describe(JsonNode json) {
    Request request = new Request(json);
    Table table = table(request);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode stream = answer.putObject("StreamDescription");
    stream
        .put("StreamArn", engine.streamArn(table))
        .put("StreamLabel", table.definition().get("LatestStreamLabel").stringValue())
        .put("StreamStatus", "ENABLED")
        .put("StreamViewType", table.streamView().orElseThrow())
        .put("TableName", table.name());
    stream.set("CreationRequestDateTime", table.definition().get("CreationDateTime"));
    stream.set("KeySchema", table.definition().get("KeySchema"));
    ArrayNode shards = stream.putArray("Shards");
    if (!shard(table).equals(request.text("ExclusiveStartShardId"))) {
      long oldest =
          engine.store().read(true, session -> engine.store().stream().oldest(session, table));
      shards
          .addObject()
          .put("ShardId", shard(table))
          .putObject("SequenceNumberRange")
          .put("StartingSequenceNumber", StreamLog.number(oldest));
    }
    return answer;
  }

  private ObjectNode iterator(JsonNode json) {
    Request request = new Request(json);
    String type = request.text("ShardIteratorType");
    request.required("shardIteratorType", type);
    request.oneOf("shardIteratorType", type, ITERATORS);
    request.required("shardId", request.text("ShardId"));
    Table table = table(request);
    if (!shard(table).equals(request.text("ShardId"))) {
      throw Refusal.notFound(
          "Requested resource not found: Shard does not exist: " + request.text("ShardId"));
    }
    long after =
        switch (type) {
          case "LATEST" -> engine.store().stream().lastSequence();
          case "TRIM_HORIZON" -> 0;
          case "AT_SEQUENCE_NUMBER" -> sequence(request) - 1;
          default -> sequence(request);
        };
    return JsonNodeFactory.instance
        .objectNode()
        .put("ShardIterator", new Position(engine.streamArn(table), after, engine.now()).text());
  }

  private static long sequence(Request request) {
    String number = request.text("SequenceNumber");
    try {
      return StreamLog.sequence(Optional.ofNullable(number).orElse(""));
    } catch (NumberFormatException e) {
      throw Refusal.validation("Invalid SequenceNumber: " + number);
    }
  }

  private ObjectNode records(JsonNode json) {
    Request request = new Request(json);
    String text = request.text("ShardIterator");
    request.required("shardIterator", text);
    Integer limit = request.number("Limit");
    if (limit != null && (limit < 1 || limit > MOST_RECORDS)) {
      request.fault(
          "Value '%d' at 'limit' failed to satisfy constraint: Member must have value %s",
          limit, limit < 1 ? "greater than or equal to 1" : "less than or equal to 1000");
    }
    request.refuseFaults();
    Position position = Position.of(text);
    if (position.made().plus(ITERATOR_KEPT).isBefore(engine.now())) {
      throw Refusal.expiredIterator();
    }
    Table table =
        table(new Request(JsonNodeFactory.instance.objectNode().put("StreamArn", position.arn())));
    StreamLog.Records read =
        engine
            .store()
            .read(
                true,
                session ->
                    engine.store().stream()
                        .read(
                            session,
                            table,
                            position.after(),
                            limit == null ? MOST_RECORDS : limit));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode records = answer.putArray("Records");
    read.records()
        .forEach(record -> records.add(((ObjectNode) record).put("awsRegion", engine.region())));
    return answer.put(
        "NextShardIterator", new Position(position.arn(), read.reached(), engine.now()).text());
  }

  /** A place in a stream, opaque to who has it. */
  private record Position(String arn, long after, Instant made) {

    String text() {
      String plain = arn + "|" + after + "|" + made.toEpochMilli();
      return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Position of(String text) {
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
        return new Position(
            parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
      } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
        throw Refusal.validation("Invalid ShardIterator");
      }
    }
  }
}
