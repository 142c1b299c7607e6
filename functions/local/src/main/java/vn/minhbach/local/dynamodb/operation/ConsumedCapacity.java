package vn.minhbach.local.dynamodb.operation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Change;

/**
 * What a request takes of a table, as DynamoDB bills it ("Read and write operations" of the
 * developer guide): reads by 4 KB begun, half of it when eventually consistent; writes by 1 KB
 * begun of the larger of the old and the new item, and of each index entry that changes; twice in
 * transactions, but for index entries, which follow a transaction by themselves.
 */
final class ConsumedCapacity {

  private static final int READ = 4096;
  private static final int WRITE = 1024;

  private final Table table;
  private final String kind;
  private final Map<String, Double> indexes = new TreeMap<>();
  private double own;

  /** Of a request that reads. */
  static ConsumedCapacity reading(Table table) {
    return new ConsumedCapacity(table, "ReadCapacityUnits");
  }

  /** Of a request that writes. */
  static ConsumedCapacity writing(Table table) {
    return new ConsumedCapacity(table, "WriteCapacityUnits");
  }

  private ConsumedCapacity(Table table, String kind) {
    this.table = table;
    this.kind = kind;
  }

  /** How reads are billed: units for 4 KB. */
  static double perRead(boolean consistent) {
    return consistent ? 1 : 0.5;
  }

  /** Adds a read of bytes of the table or an index; of none it takes as much as of one. */
  void read(Optional<Index> index, long bytes, double perUnit) {
    add(index, Math.max(1, (bytes + READ - 1) / READ) * perUnit);
  }

  /** Adds a write. */
  void write(Change change, double perUnit) {
    add(
        Optional.empty(),
        perUnit * Math.max(1, Math.max(units(change.before()), units(change.after()))));
    for (Index index : table.indexes()) {
      double units = entry(index, change.before(), change.after());
      if (units > 0) {
        add(Optional.of(index), units);
      }
    }
  }

  private static double entry(Index index, Item before, Item after) {
    Item old = index.entry(before).orElse(null);
    Item next = index.entry(after).orElse(null);
    if (old == null || next == null) {
      return units(old) + units(next);
    }
    if (old.equals(next)) {
      return 0;
    }
    boolean moved = !index.keys().key(old).equals(index.keys().key(next));
    return moved ? units(old) + units(next) : Math.max(units(old), units(next));
  }

  private static long units(Item item) {
    return item == null ? 0 : (item.size() + WRITE - 1) / WRITE;
  }

  private void add(Optional<Index> index, double units) {
    if (index.isPresent()) {
      indexes.merge(index.get().name(), units, Double::sum);
    } else {
      own += units;
    }
  }

  /**
   * As it is answered.
   *
   * @param detail INDEXES or TOTAL
   * @param transaction then the kind of the units is told too
   */
  ObjectNode json(String detail, boolean transaction) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("TableName", table.name());
    double all = own + indexes.values().stream().mapToDouble(units -> units).sum();
    json.put("CapacityUnits", all);
    if (transaction) {
      json.put(kind, all);
    }
    if (detail.equals("INDEXES")) {
      units(json.putObject("Table"), own, transaction);
      for (Index index : table.indexes()) {
        if (indexes.containsKey(index.name())) {
          units(
              json.withObjectProperty(
                      index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes")
                  .putObject(index.name()),
              indexes.get(index.name()),
              transaction);
        }
      }
    }
    return json;
  }

  private void units(ObjectNode json, double units, boolean transaction) {
    json.put("CapacityUnits", units);
    if (transaction) {
      json.put(kind, units);
    }
  }
}
