package vn.minhbach.local.dynamodb.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;

/** A connection whose statements are prepared once. Used by one thread at a time. */
public final class Session implements AutoCloseable {

  private static final int MOST_STATEMENTS = 500;

  private final Connection connection;

  /** By their SQL, the one not used for longest first. */
  private final LinkedHashMap<String, PreparedStatement> statements =
      new LinkedHashMap<>(64, 0.75f, true);

  /** What is made of a row. */
  interface Rows {
    /** Takes a row; false to read no more. */
    boolean take(ResultSet row) throws SQLException;
  }

  /** What is made of the one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Session(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Changes rows. */
  int update(String sql, Object... values) throws SQLException {
    PreparedStatement statement = bound(sql, values);
    return statement.executeUpdate();
  }

  /** Does what gives no rows and takes no values: BEGIN, COMMIT, a table. */
  void run(String sql) throws SQLException {
    if (sql.startsWith("CREATE") || sql.startsWith("DROP") || sql.startsWith("PRAGMA")) {
      try (var statement = connection.createStatement()) {
        // Unlike execute it goes on to the end, which for a vacuum is a step for each page.
        statement.executeUpdate(sql);
      }
    } else {
      bound(sql).execute();
    }
  }

  /** Reads rows until they end or are no longer wanted. */
  void query(String sql, Rows rows, Object... values) throws SQLException {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      boolean more = true;
      while (more && result.next()) {
        more = rows.take(result);
      }
    }
  }

  /** Reads the one row, null when there is none. */
  <T> T one(String sql, Row<T> row, Object... values) throws SQLException {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      return result.next() ? row.read(result) : null;
    }
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      if (statements.size() >= MOST_STATEMENTS) {
        statements.pollFirstEntry().getValue().close();
      }
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int index = 0; index < values.length; index++) {
      switch (values[index]) {
        case byte[] bytes -> statement.setBytes(index + 1, bytes);
        case Long number -> statement.setLong(index + 1, number);
        case Integer number -> statement.setInt(index + 1, number);
        case String text -> statement.setString(index + 1, text);
        default -> throw new IllegalArgumentException("cannot bind " + values[index]);
      }
    }
    return statement;
  }

  /** Forgets what was prepared, for another database takes this one's place. */
  void forgetStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }

  @Override
  public void close() throws SQLException {
    forgetStatements();
    connection.close();
  }
}
