package vn.minhbach.local.dynamodb.store;

/** The database could not be read or written: the disk is full, or worse. */
public final class StoreFailed extends RuntimeException {

  StoreFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
