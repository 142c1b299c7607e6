package vn.minhbach.local.dynamodb.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConnection;
import vn.minhbach.local.dynamodb.Refusal;

/**
 * The database with its one writer. A write holds the lock from the reading of its conditions to
 * the commit; those that wait meanwhile are committed together by the first of them, so that under
 * load many writes share one wait for the disk.
 */
public final class Store implements AutoCloseable {

  private final Database database;
  private final Session writer;
  private final Tables tables;
  private final StreamLog stream;
  private final Replica replica;
  private final ReentrantLock writing = new ReentrantLock();
  private final ConcurrentLinkedQueue<Pending<?>> waiting = new ConcurrentLinkedQueue<>();
  private final Readers readers;
  private final List<Runnable> recordListeners = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** What is done in one transaction. */
  public interface Work<T> {
    /** Reads and writes. A write throws a {@link Refusal} before its first change, never after. */
    T run(Session session) throws SQLException;
  }

  /** The whole content of a store in memory at some time. */
  public static final class Snapshot {
    private final byte[] image;

    private Snapshot(byte[] image) {
      this.image = image;
    }
  }

  private Store(Database database, Session writer) throws SQLException {
    this.database = database;
    this.writer = writer;
    this.tables = new Tables(writer);
    this.stream = new StreamLog(writer);
    this.replica = new Replica(writer);
    this.readers = new Readers(database);
  }

  /**
   * Opens a store.
   *
   * @param directory where the data stays; empty keeps it in memory
   * @throws DataRefused when the directory is in use, or was written by something else
   */
  public static Store open(Optional<Path> directory) {
    Database database = Database.open(directory);
    try {
      return new Store(database, database.writer());
    } catch (SQLException e) {
      database.close();
      throw new StoreFailed("the tables cannot be read: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The tables that there are. */
  public Tables tables() {
    return tables;
  }

  /** The records of all streams. */
  public StreamLog stream() {
    return stream;
  }

  /** Whether eventually consistent reads lag, and how. */
  public Replica replica() {
    return replica;
  }

  /** Calls back after each commit that wrote stream records. */
  public void whenRecorded(Runnable listener) {
    recordListeners.add(listener);
  }

  /** No longer calls back. */
  public void forget(Runnable listener) {
    recordListeners.remove(listener);
  }

  /** Deletes stream records and request tokens that are over, and gives free pages back. */
  public void trim(Instant now) {
    write(session -> {
      stream.trim(session, now);
      RequestTokens.trim(session, now);
      session.run("PRAGMA incremental_vacuum(1000)");
      return now;
    });
  }

  /**
   * Does a work alone, and commits it with those that waited beside it.
   *
   * @throws Refusal what the work throws
   * @throws StoreFailed when it cannot be written
   */
  public <T> T write(Work<T> work) {
    Pending<T> mine = new Pending<>(work);
    waiting.add(mine);
    writing.lock();
    try {
      if (!mine.isDone()) {
        commitWaiting();
      }
    } finally {
      writing.unlock();
    }
    return mine.result();
  }

  private void commitWaiting() {
    List<Pending<?>> group = new ArrayList<>();
    for (Pending<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
    }
    long recorded = stream.lastSequence();
    Throwable failure = commit(group);
    if (failure != null && group.size() == 1) {
      group.getFirst().failed(failure);
    } else if (failure != null) {
      // One of them spoils it: each for itself, so that the others succeed.
      for (Pending<?> one : group) {
        Throwable own = commit(List.of(one));
        if (own != null) {
          one.failed(own);
        }
      }
    }
    group.forEach(Pending::finish);
    if (stream.lastSequence() > recorded) {
      recordListeners.forEach(Runnable::run);
    }
  }

  /** Null when all is committed, else why nothing is. */
  private Throwable commit(List<Pending<?>> group) {
    try {
      if (closed) {
        throw new SQLException("it is closed");
      }
      replica.beforeWrite();
      writer.run("BEGIN IMMEDIATE");
      for (Pending<?> one : group) {
        one.run(writer);
      }
      writer.run("COMMIT");
      tables.committed();
      return null;
    } catch (SQLException | RuntimeException | Error failure) {
      tables.rolledBack();
      try {
        // The driver gives up a statement that failed.
        writer.forgetStatements();
        writer.run("ROLLBACK");
      } catch (SQLException alreadyEnded) {
        failure.addSuppressed(alreadyEnded);
      }
      return failure;
    }
  }

  /**
   * Reads what is committed, all of one moment.
   *
   * @param consistent false when it may be older, and is when reads {@linkplain Replica lag}
   * @throws StoreFailed when it cannot be read
   */
  public <T> T read(boolean consistent, Work<T> work) {
    try {
      if (!consistent) {
        Optional<T> old = replica.read(work);
        if (old.isPresent()) {
          return old.get();
        }
      }
      return database.inMemory() ? readHere(work) : readers.read(work);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A database in memory has but one connection. */
  private <T> T readHere(Work<T> work) throws SQLException {
    writing.lock();
    try {
      return work.run(writer);
    } catch (SQLException failed) {
      writer.forgetStatements();
      throw failed;
    } finally {
      writing.unlock();
    }
  }

  /**
   * All that is there, for a test that comes back to it.
   *
   * @throws IllegalStateException on disk
   */
  public Snapshot snapshot() {
    writing.lock();
    try {
      return new Snapshot(serialized(inMemory()));
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Brings back what a snapshot has. Sequence numbers go on rising, so that who follows a stream
   * sees all that is written from now on, and nothing twice.
   */
  public void restore(Snapshot snapshot) {
    writing.lock();
    try {
      deserialize(inMemory(), snapshot.image);
      tables.reload(writer);
      replica.catchUp();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      writing.unlock();
    }
  }

  private Session inMemory() {
    if (!database.inMemory()) {
      throw new IllegalStateException("only a store in memory has snapshots");
    }
    return writer;
  }

  static byte[] serialized(Session session) throws SQLException {
    byte[] image = ((SQLiteConnection) session.connection()).serialize("main");
    if (image.length > 19) {
      // From a file in WAL mode; a copy in memory has no such log.
      image[18] = 1;
      image[19] = 1;
    }
    return image;
  }

  static void deserialize(Session session, byte[] image) throws SQLException {
    session.forgetStatements();
    ((SQLiteConnection) session.connection()).deserialize("main", image);
  }

  static StoreFailed failed(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return new StoreFailed(
        message.contains("SQLITE_FULL")
            ? "the disk is full: nothing of the request is written"
            : "the store failed: " + message,
        cause);
  }

  @Override
  public void close() {
    writing.lock();
    try (database) {
      closed = true;
      readers.close();
      replica.close();
      writer.close();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      writing.unlock();
    }
  }
}
