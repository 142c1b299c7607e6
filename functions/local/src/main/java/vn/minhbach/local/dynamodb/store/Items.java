package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import java.util.Optional;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;

/** The rows of items and of their index entries. */
public final class Items {

  private Items() {}

  static String name(Table table) {
    return "items_" + table.id();
  }

  static String name(Table table, Index index) {
    return "index_" + table.id() + "_" + index.number();
  }

  /** The item of a key, null when there is none. */
  public static Item get(Session session, Table table, Key key) throws SQLException {
    return session.one(
        "SELECT item FROM " + name(table) + " WHERE pk = ? AND sk = ?",
        row -> AttributeJson.item(row.getBytes(1)),
        key.partition().array(),
        key.sort().array());
  }

  /**
   * Writes an item and its index entries.
   *
   * @param old null when there was none
   * @param item null to delete
   */
  static void set(Session session, Table table, Key key, Item old, Item item) throws SQLException {
    byte[] partition = key.partition().array();
    byte[] sort = key.sort().array();
    for (Index index : table.indexes()) {
      Optional<Key> before = entry(index, old);
      Optional<Key> after = entry(index, item);
      if (before.equals(after)) {
        continue;
      }
      if (before.isPresent()) {
        session.update(
            "DELETE FROM "
                + name(table, index)
                + " WHERE pk = ? AND sk = ? AND item_pk = ? AND item_sk = ?",
            before.get().partition().array(),
            before.get().sort().array(),
            partition,
            sort);
      }
      if (after.isPresent()) {
        session.update(
            "INSERT INTO " + name(table, index) + " VALUES (?, ?, ?, ?)",
            after.get().partition().array(),
            after.get().sort().array(),
            partition,
            sort);
      }
    }
    if (item == null) {
      session.update("DELETE FROM " + name(table) + " WHERE pk = ? AND sk = ?", partition, sort);
    } else {
      session.update(
          "INSERT OR REPLACE INTO " + name(table) + " VALUES (?, ?, ?, ?)",
          partition,
          sort,
          item.size(),
          AttributeJson.bytes(item));
    }
  }

  private static Optional<Key> entry(Index index, Item item) {
    return item == null || !index.keys().isIn(item)
        ? Optional.empty()
        : Optional.of(index.keys().key(item));
  }

  /** Number of items, and bytes of them. */
  public record Count(long items, long bytes) {}

  /** Counts, by going through all; DynamoDB does it every six hours. */
  public static Count count(Session session, Table table) throws SQLException {
    return session.one(
        "SELECT count(*), coalesce(sum(size), 0) FROM " + name(table),
        row -> new Count(row.getLong(1), row.getLong(2)));
  }

  /** Number of entries of an index. */
  public static long count(Session session, Table table, Index index) throws SQLException {
    return session.one("SELECT count(*) FROM " + name(table, index), row -> row.getLong(1));
  }
}
