package vn.minhbach.core.ledger;

import java.util.Optional;

/**
 * What an attempt decided on what it read.
 *
 * @param value what the caller is answered
 * @param commit what must be written for it to be true; empty when it is true already
 */
public record Decision<T>(T value, Optional<Commit<?>> commit) {

  public static <T> Decision<T> nothingToDo(T value) {
    return new Decision<>(value, Optional.empty());
  }

  public static <T> Decision<T> commit(T value, Commit<?> commit) {
    return new Decision<>(value, Optional.of(commit));
  }
}
