package vn.minhbach.adapter.dynamodb;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keys that are going to be read, fetched all at once when the first of them is asked for. Each is
 * handed out once: who asks again wants to know what is stored now.
 */
final class Ahead {

  private final Function<Collection<Key>, List<Item>> fetch;
  private final Set<Key> waiting;
  private final Map<Key, Item> fetched = new HashMap<>();
  private boolean asked;

  Ahead(Collection<Key> keys, Function<Collection<Key>, List<Item>> fetch) {
    this.fetch = fetch;
    this.waiting = new HashSet<>(keys);
  }

  boolean holds(Key key) {
    return waiting.contains(key);
  }

  /** The item of a key that is held, for the only time. */
  Optional<Item> take(Key key) {
    if (!asked) {
      fetch.apply(waiting).forEach(item -> fetched.put(item.key(), item));
      asked = true;
    }
    waiting.remove(key);
    return Optional.ofNullable(fetched.remove(key));
  }
}
