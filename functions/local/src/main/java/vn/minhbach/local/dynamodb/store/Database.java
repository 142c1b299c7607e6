package vn.minhbach.local.dynamodb.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQLite file of a directory, or one in memory, and its layout. */
final class Database implements AutoCloseable {

  /** "mbdy": who opens another SQLite file with this part is told so. */
  private static final int APPLICATION = 0x6D626479;

  /** Of the layout; a file of another is refused. */
  private static final int VERSION = 2;

  private static final String FILE = "table.sqlite";
  private static final String LOCK = "table.lock";

  /** The file of the part that came before this one. */
  private static final String FORMER_FILE = "shared-local-instance.db";

  private static final List<String> LAYOUT =
      List.of(
          "CREATE TABLE tables (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,"
              + " definition BLOB NOT NULL)",
          "CREATE TABLE stream (seq INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, at INTEGER NOT"
              + " NULL, record BLOB NOT NULL)",
          "CREATE INDEX stream_by_table ON stream (table_id, seq)",
          "CREATE TABLE tokens (token TEXT PRIMARY KEY, request BLOB NOT NULL, at INTEGER NOT NULL)"
              + " WITHOUT ROWID",
          "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");

  private final Optional<Path> directory;
  private final FileChannel lock;

  private Database(Optional<Path> directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Takes the directory for this process, and makes it if need be.
   *
   * @throws DataRefused when it cannot be used
   */
  static Database open(Optional<Path> directory) {
    if (directory.isEmpty()) {
      return new Database(directory, null);
    }
    Path place = directory.get();
    try {
      Files.createDirectories(place);
      if (Files.exists(place.resolve(FORMER_FILE))) {
        throw DataRefused.otherVersion(place);
      }
      return new Database(directory, lock(place));
    } catch (IOException e) {
      throw DataRefused.unusable(place, e.toString());
    }
  }

  private static FileChannel lock(Path place) throws IOException {
    FileChannel channel =
        FileChannel.open(place.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = null;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      // As if another process had it.
    }
    if (held == null) {
      channel.close();
      throw DataRefused.inUse(place);
    }
    return channel;
  }

  boolean inMemory() {
    return directory.isEmpty();
  }

  /** The connection that writes; makes the layout in a new file. */
  Session writer() {
    try {
      Session session = new Session(connect());
      int application = number(session, "PRAGMA application_id");
      int version = number(session, "PRAGMA user_version");
      int tables = number(session, "SELECT count(*) FROM sqlite_schema");
      if (tables > 0 && (application != APPLICATION || version != VERSION)) {
        session.close();
        throw DataRefused.otherVersion(directory.orElseThrow());
      }
      if (tables == 0) {
        create(session);
      }
      return session;
    } catch (SQLException e) {
      if (e.getMessage().contains("SQLITE_NOTADB")) {
        throw DataRefused.otherVersion(directory.orElseThrow());
      }
      throw DataRefused.unusable(directory.orElse(Path.of("")), e.getMessage());
    }
  }

  private static void create(Session session) throws SQLException {
    session.run("BEGIN IMMEDIATE");
    for (String statement : LAYOUT) {
      session.run(statement);
    }
    pragma(session.connection(), "application_id = " + APPLICATION);
    pragma(session.connection(), "user_version = " + VERSION);
    session.run("COMMIT");
  }

  /** A connection that reads what was committed when it began; only on disk. */
  Session reader() throws SQLException {
    return new Session(connect());
  }

  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:sqlite:"
                + directory.map(place -> place.resolve(FILE).toString()).orElse(":memory:"));
    if (directory.isPresent()) {
      pragma(connection, "auto_vacuum = INCREMENTAL");
      pragma(connection, "journal_mode = WAL");
      // What was acknowledged is on the disk, also when the power fails.
      pragma(connection, "synchronous = FULL");
      pragma(connection, "busy_timeout = 10000");
      pragma(connection, "journal_size_limit = 4194304");
    } else {
      pragma(connection, "journal_mode = MEMORY");
    }
    pragma(connection, "cache_size = -16384");
    return connection;
  }

  private static void pragma(Connection connection, String setting) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA " + setting);
    }
  }

  private static int number(Session session, String sql) throws SQLException {
    return session.one(sql, row -> row.getInt(1));
  }

  @Override
  public void close() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new StoreFailed("the lock of " + directory.orElseThrow() + " stays", e);
      }
    }
  }
}
