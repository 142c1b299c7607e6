package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.schema.Table;

/** The records of all streams, numbered in one row that rises over restarts. */
public final class StreamLog {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** How long DynamoDB keeps a record. */
  private static final Duration KEPT = Duration.ofHours(24);

  private static final String LAST = "last-sequence";

  private final AtomicLong last;

  StreamLog(Session session) throws SQLException {
    last =
        new AtomicLong(
            session.one(
                "SELECT max(coalesce((SELECT max(seq) FROM stream), 0), coalesce((SELECT value FROM"
                    + " counters WHERE name = ?), 0))",
                row -> row.getLong(1),
                LAST));
  }

  /** The number of the newest record of all streams, 0 when there was none. */
  public long lastSequence() {
    return last.get();
  }

  /** Within a write: writes the record of a change. */
  void record(Session session, Change change, Instant now) throws SQLException {
    long sequence = last.incrementAndGet();
    session.update(
        "INSERT INTO stream VALUES (?, ?, ?, ?)",
        sequence,
        change.table().id(),
        now.toEpochMilli(),
        JSON.writeValueAsBytes(json(change, sequence, now)));
  }

  private static ObjectNode json(Change change, long sequence, Instant now) {
    String view = change.table().streamView().orElseThrow();
    boolean withNew = view.startsWith("NEW") && change.after() != null;
    boolean withOld = view.endsWith("OLD_IMAGES") || view.equals("OLD_IMAGE");
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("eventID", HexFormat.of().withUpperCase().toHexDigits(sequence, 16) + "0".repeat(16));
    json.put(
        "eventName",
        change.before() == null ? "INSERT" : change.after() == null ? "REMOVE" : "MODIFY");
    json.put("eventVersion", "1.1").put("eventSource", "aws:dynamodb");
    ObjectNode record = json.putObject("dynamodb");
    record.put("ApproximateCreationDateTime", now.getEpochSecond());
    record.set("Keys", AttributeJson.write(change.key().attributes()));
    int size = change.key().attributes().size();
    if (withNew) {
      record.set("NewImage", AttributeJson.write(change.after()));
      size += change.after().size();
    }
    if (withOld && change.before() != null) {
      record.set("OldImage", AttributeJson.write(change.before()));
      size += change.before().size();
    }
    record.put("SequenceNumber", number(sequence));
    record.put("SizeBytes", size);
    record.put("StreamViewType", view);
    if (change.expired()) {
      json.putObject("userIdentity")
          .put("Type", "Service")
          .put("PrincipalId", "dynamodb.amazonaws.com");
    }
    return json;
  }

  /** A sequence number as the protocol writes it: all of one length. */
  public static String number(long sequence) {
    return "1%020d".formatted(sequence);
  }

  /**
   * A sequence number that the protocol wrote.
   *
   * @throws NumberFormatException when it is none
   */
  public static long sequence(String number) {
    return Long.parseLong(number.length() == 21 ? number.substring(1) : number);
  }

  /** Records of a table's stream after a number, oldest first; with the newest number read. */
  public record Records(List<JsonNode> records, long reached) {}

  /** Reads records. */
  public Records read(Session session, Table table, long after, int limit) throws SQLException {
    List<JsonNode> records = new ArrayList<>();
    long[] reached = {after};
    session.query(
        "SELECT seq, record FROM stream WHERE table_id = ? AND seq > ? ORDER BY seq LIMIT ?",
        row -> {
          reached[0] = row.getLong(1);
          records.add(JSON.readTree(row.getBytes(2)));
          return true;
        },
        table.id(),
        after,
        limit);
    return new Records(records, reached[0]);
  }

  /** The number of the oldest record of a table's stream, 0 when there is none. */
  public long oldest(Session session, Table table) throws SQLException {
    return session.one(
        "SELECT coalesce(min(seq), 0) FROM stream WHERE table_id = ?",
        row -> row.getLong(1),
        table.id());
  }

  /** Within a write: deletes what is older than a day. */
  void trim(Session session, Instant now) throws SQLException {
    keepLast(session);
    session.update("DELETE FROM stream WHERE at < ?", now.minus(KEPT).toEpochMilli());
  }

  void delete(Session session, Table table) throws SQLException {
    keepLast(session);
    session.update("DELETE FROM stream WHERE table_id = ?", table.id());
  }

  private void keepLast(Session session) throws SQLException {
    session.update("INSERT OR REPLACE INTO counters VALUES (?, ?)", LAST, last.get());
  }
}
