package vn.minhbach.core.submission;

import java.util.Optional;

/**
 * What an attempt decided on what it read.
 *
 * @param value what the caller is answered
 * @param change what must be committed for it to be true; empty when it is true already
 */
record Decision<T>(T value, Optional<Change> change) {

  static <T> Decision<T> nothingToDo(T value) {
    return new Decision<>(value, Optional.empty());
  }

  static <T> Decision<T> commit(T value, Change change) {
    return new Decision<>(value, Optional.of(change));
  }
}
