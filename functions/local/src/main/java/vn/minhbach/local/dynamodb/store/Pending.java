package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import vn.minhbach.local.dynamodb.Refusal;

/** A write that waits for its turn. Guarded by the store's lock, until it is done. */
final class Pending<T> {
  private final Store.Work<T> work;
  private T result;
  private Throwable failure;
  private boolean done;

  Pending(Store.Work<T> work) {
    this.work = work;
  }

  void run(Session session) throws SQLException {
    failure = null;
    try {
      result = work.run(session);
    } catch (Refusal refusal) {
      failure = refusal;
    }
  }

  void failed(Throwable cause) {
    failure = cause;
  }

  boolean isDone() {
    return done;
  }

  void finish() {
    done = true;
  }

  T result() {
    switch (failure) {
      case null -> {
        return result;
      }
      case Refusal refusal -> throw refusal;
      case SQLException e -> throw Store.failed(e);
      case RuntimeException bug -> throw new IllegalStateException("a write failed", bug);
      default -> throw new IllegalStateException("a write failed", failure);
    }
  }
}
