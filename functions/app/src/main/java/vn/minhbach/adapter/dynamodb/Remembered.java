package vn.minhbach.adapter.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What an instance has read of items that never change. What is not there is looked for again. */
final class Remembered<T> {

  private static final int MAX = 32;

  private final Map<Key, T> known = new ConcurrentHashMap<>();

  Optional<T> of(Key key, Function<Key, Optional<T>> read) {
    Optional<T> before = Optional.ofNullable(known.get(key));
    return before.isPresent() ? before : read.apply(key).map(fresh -> keep(key, fresh));
  }

  private T keep(Key key, T fresh) {
    if (known.size() >= MAX) {
      known.clear();
    }
    known.put(key, fresh);
    return fresh;
  }
}
