package vn.minhbach.function.http;

import java.util.List;
import java.util.Optional;

/**
 * A record that a client reads: its components are the fields, in their order, under their names.
 * An empty component leaves its field out; points, codes, days and moments are texts. {@link
 * ReplyWriter} writes it, and nothing but such records, so that no inner type gets out by accident.
 */
public interface ReplyPart {

  /** A list that is left out where nothing is in it. */
  static <T> Optional<List<T>> some(List<T> list) {
    return Optional.of(list).filter(items -> !items.isEmpty());
  }

  /** A mark that stands only where it is true. */
  static Optional<Boolean> only(boolean mark) {
    return mark ? Optional.of(true) : Optional.empty();
  }
}
