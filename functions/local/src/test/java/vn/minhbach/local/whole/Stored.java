package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import vn.minhbach.local.LocalSystem;

/** What the table holds, read past the application. */
final class Stored {

  /** Drafts, progress, reminders, who holds which file, how far audit and upkeep are. */
  static final List<String> BY_ITSELF =
      List.of("#RANKING#", "#PROGRESS", "#REMINDED", "#HASH#", "#AUDIT", "#BACKLOG", "#MIGRATION");

  private final LocalSystem system;
  private final String table;

  Stored(LocalSystem system) {
    this.system = system;
    this.table = system.template().tables().getFirst().name();
  }

  /**
   * All that a request could have written: records of every campaign, the register, receipts. Left
   * out is what follows by itself and at its own time.
   */
  Map<String, String> everything() {
    return Mirror.of(system).items(BY_ITSELF);
  }

  /**
   * What a request about one campaign could have written: its records, the register, receipts.
   *
   * @param campaign its id; of one that does not exist, that none has come to exist
   */
  Map<String, String> about(String campaign) {
    var items = new TreeMap<>(everything());
    items
        .keySet()
        .removeIf(key ->
            !key.startsWith("C# ")
                && !key.startsWith("C##")
                && !key.startsWith("C#" + campaign + "#"));
    return items;
  }

  /** Wants two states to be the same; says where they are not. */
  static void assertSame(Map<String, String> before, Map<String, String> after, Object what) {
    var differences = new ArrayList<String>();
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        differences.add(key + ": " + before.get(key) + " -> " + after.get(key));
      }
    }
    assertEquals(List.of(), differences, () -> what + " left a trace");
  }

  /** Items whose partition and sort key begin like this. */
  long count(String partition, String sort) {
    return everything().keySet().stream()
        .filter(key -> key.startsWith(partition))
        .filter(key -> key.substring(key.indexOf(' ') + 1).startsWith(sort))
        .count();
  }

  Map<String, AttributeValue> item(String partition, String sort) {
    return system
        .dynamoDb()
        .client()
        .getItem(get ->
            get.tableName(table)
                .consistentRead(true)
                .key(
                    Map.of(
                        "PK", AttributeValue.fromS(partition),
                        "SK", AttributeValue.fromS(sort))))
        .item();
  }

  void put(Map<String, AttributeValue> item) {
    system.dynamoDb().client().putItem(put -> put.tableName(table).item(item));
  }
}
