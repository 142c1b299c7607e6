package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Table;

/** The tables, known without reading; changed by the one writer, seen when committed. */
public final class Tables {

  private static final JsonMapper JSON = JsonMapper.shared();

  private volatile NavigableMap<String, Table> committed = new TreeMap<>();

  /** What the transaction in progress made of them; null when it changes none. Of the writer. */
  private NavigableMap<String, Table> changed;

  Tables(Session session) throws SQLException {
    reload(session);
  }

  void reload(Session session) throws SQLException {
    NavigableMap<String, Table> all = new TreeMap<>();
    session.query(
        "SELECT id, definition FROM tables",
        row -> {
          Table table = Table.of(row.getLong(1), (ObjectNode) JSON.readTree(row.getBytes(2)));
          all.put(table.name(), table);
          return true;
        });
    committed = all;
  }

  void committed() {
    if (changed != null) {
      committed = changed;
      changed = null;
    }
  }

  void rolledBack() {
    changed = null;
  }

  /** The table of a name. */
  public Optional<Table> find(String name) {
    return Optional.ofNullable(committed.get(name));
  }

  /**
   * The table of a name.
   *
   * @throws Refusal when there is none
   */
  public Table get(String name) {
    return find(name).orElseThrow(Refusal::notFound);
  }

  /** All, by name. */
  public NavigableMap<String, Table> all() {
    return committed;
  }

  /**
   * Within a write: refuses one that is no longer there.
   *
   * @throws Refusal when it was deleted since the request began
   */
  public void check(Table table) {
    Table now = (changed == null ? committed : changed).get(table.name());
    if (now == null || now.id() != table.id()) {
      throw Refusal.notFound();
    }
  }

  private NavigableMap<String, Table> changing() {
    if (changed == null) {
      changed = new TreeMap<>(committed);
    }
    return changed;
  }

  /**
   * Within a write: makes a table.
   *
   * @throws Refusal when there is one of that name
   */
  public Table create(Session session, ObjectNode definition) throws SQLException {
    String name = definition.get("TableName").stringValue();
    if ((changed == null ? committed : changed).containsKey(name)) {
      throw Refusal.inUse("Table already exists: " + name);
    }
    byte[] json = JSON.writeValueAsBytes(definition);
    session.update("INSERT INTO tables (name, definition) VALUES (?, ?)", name, json);
    long id = session.one("SELECT id FROM tables WHERE name = ?", row -> row.getLong(1), name);
    Table table = Table.of(id, definition);
    for (String statement : layout(table)) {
      session.run(statement);
    }
    changing().put(name, table);
    return table;
  }

  private static List<String> layout(Table table) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE %s (pk BLOB NOT NULL, sk BLOB NOT NULL, size INTEGER NOT NULL, item BLOB NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID"
            .formatted(Items.name(table)));
    for (Index index : table.indexes()) {
      statements.add(
          "CREATE TABLE %s (pk BLOB NOT NULL, sk BLOB NOT NULL, item_pk BLOB NOT NULL, item_sk BLOB NOT NULL, PRIMARY KEY (pk, sk, item_pk, item_sk)) WITHOUT ROWID"
              .formatted(Items.name(table, index)));
    }
    return statements;
  }

  /** Within a write: changes a definition, not the keys or the indexes. */
  public Table redefine(Session session, Table table, ObjectNode definition) throws SQLException {
    check(table);
    session.update(
        "UPDATE tables SET definition = ? WHERE id = ?",
        JSON.writeValueAsBytes(definition),
        table.id());
    Table now = Table.of(table.id(), definition);
    changing().put(table.name(), now);
    return now;
  }

  /** Within a write: deletes a table with all that is in it and in its stream. */
  public void delete(Session session, Table table, StreamLog stream) throws SQLException {
    check(table);
    stream.delete(session, table);
    for (Index index : table.indexes()) {
      session.run("DROP TABLE " + Items.name(table, index));
    }
    session.run("DROP TABLE " + Items.name(table));
    session.update("DELETE FROM tables WHERE id = ?", table.id());
    changing().remove(table.name());
  }
}
