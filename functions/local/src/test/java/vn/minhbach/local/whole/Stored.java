package vn.minhbach.local.whole;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import vn.minhbach.local.LocalSystem;

/** What the table holds, read past the application. */
final class Stored {

  private final LocalSystem system;
  private final String table;

  Stored(LocalSystem system) {
    this.system = system;
    this.table = system.template().tables().getFirst().name();
  }

  /**
   * All that a request could have written: records of every campaign, the register, receipts. Left
   * out is what follows by itself and at its own time: drafts and progress.
   */
  Map<String, String> everything() {
    var items = new TreeMap<String, String>();
    system
        .dynamoDb()
        .client()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(item -> {
          String partition = item.get("PK").s();
          if (!partition.contains("#RANKING#") && !partition.endsWith("#PROGRESS")) {
            items.put(partition + " " + item.get("SK").s(), new TreeMap<>(item).toString());
          }
        });
    return items;
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
