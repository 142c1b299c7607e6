package vn.minhbach.local.whole;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import vn.minhbach.local.LocalSystem;

/**
 * A copy of the table, kept by the table's own stream: only what was written since the last look is
 * read again. A scan each time would read every campaign of every class that came before.
 */
final class Mirror {

  private static final Map<LocalSystem, Mirror> OF_SYSTEMS = new HashMap<>();

  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;
  private final String table;
  private final String streamArn;
  private final Map<String, String> iterators = new HashMap<>();
  private final Map<String, Row> rows = new TreeMap<>();

  private record Row(String partition, String text) {}

  private Mirror(LocalSystem system) {
    this.client = system.dynamoDb().client();
    this.streams = system.dynamoDb().streams();
    this.table = system.template().tables().getFirst().name();
    this.streamArn = system.dynamoDb().streamArn(table);
  }

  static synchronized Mirror of(LocalSystem system) {
    return OF_SYSTEMS.computeIfAbsent(system, Mirror::new);
  }

  /** Every item by its keys, but those whose partition holds one of these words. */
  synchronized Map<String, String> items(List<String> without) {
    follow();
    var items = new TreeMap<String, String>();
    rows.forEach((key, row) -> {
      if (without.stream().noneMatch(row.partition()::contains)) {
        items.put(key, row.text());
      }
    });
    return items;
  }

  private void follow() {
    var written = new LinkedHashMap<String, Map<String, AttributeValue>>();
    for (Shard shard :
        streams.describeStream(d -> d.streamArn(streamArn)).streamDescription().shards()) {
      String iterator =
          iterators.computeIfAbsent(
              shard.shardId(),
              id ->
                  streams
                      .getShardIterator(get ->
                          get.streamArn(streamArn)
                              .shardId(id)
                              .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                      .shardIterator());
      iterators.put(shard.shardId(), followed(iterator, written));
    }
    written.forEach(this::read);
  }

  /** Reads on to the end of a shard; empty once it is closed. */
  private String followed(String from, Map<String, Map<String, AttributeValue>> written) {
    String iterator = from;
    while (!iterator.isEmpty()) {
      String at = iterator;
      GetRecordsResponse page = streams.getRecords(get -> get.shardIterator(at));
      for (Record record : page.records()) {
        Map<String, AttributeValue> key = record.dynamodb().keys();
        written.put(key.get("PK").s() + " " + key.get("SK").s(), key);
      }
      iterator = page.nextShardIterator() == null ? "" : page.nextShardIterator();
      if (page.records().isEmpty()) {
        break;
      }
    }
    return iterator;
  }

  private void read(String name, Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    if (item.isEmpty()) {
      rows.remove(name);
    } else {
      rows.put(name, new Row(key.get("PK").s(), new TreeMap<>(item).toString()));
    }
  }
}
