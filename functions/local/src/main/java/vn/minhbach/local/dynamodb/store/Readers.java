package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Connections that read beside the writer, each what was committed when it began; on disk alone.
 */
final class Readers {

  private final Database database;
  private final ConcurrentLinkedQueue<Session> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  Readers(Database database) {
    this.database = database;
  }

  <T> T read(Store.Work<T> work) throws SQLException {
    Session reader = idle.poll();
    if (reader == null) {
      reader = database.reader();
    }
    T result;
    try {
      reader.run("BEGIN");
      result = work.run(reader);
      reader.run("COMMIT");
    } catch (SQLException | RuntimeException failed) {
      // The driver gives up a statement that failed, and this one may be in a transaction.
      reader.close();
      throw failed;
    }
    idle.add(reader);
    if (closed) {
      close();
    }
    return result;
  }

  void close() throws SQLException {
    closed = true;
    for (Session reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.close();
    }
  }
}
