package vn.minhbach.local.dynamodb.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The state before the last write, from which eventually consistent reads are answered while they
 * lag: the first such read after a write does not see it, the next does. So what reads eventually
 * where it must not fails each time, and what waits for a write to show does not wait for ever.
 */
public final class Replica {

  private final Session original;

  // Guarded by this.
  private boolean lagging;
  private Session copy;
  private boolean behind;

  Replica(Session original) {
    this.original = original;
  }

  /** Whether eventually consistent reads lag from now on. */
  public synchronized void lag(boolean whether) {
    lagging = whether;
    behind = false;
  }

  synchronized void catchUp() {
    behind = false;
  }

  /** Keeps the state that the next eventually consistent read is to see. */
  synchronized void beforeWrite() throws SQLException {
    if (!lagging) {
      return;
    }
    if (copy == null) {
      copy = new Session(DriverManager.getConnection("jdbc:sqlite::memory:"));
    }
    Store.deserialize(copy, Store.serialized(original));
    behind = true;
  }

  /** Empty when there is nothing older to read. */
  synchronized <T> Optional<T> read(Store.Work<T> work) throws SQLException {
    if (!lagging || !behind) {
      return Optional.empty();
    }
    behind = false;
    return Optional.of(work.run(copy));
  }

  synchronized void close() throws SQLException {
    if (copy != null) {
      copy.close();
    }
  }
}
