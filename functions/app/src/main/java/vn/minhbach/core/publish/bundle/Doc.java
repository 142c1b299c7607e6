package vn.minhbach.core.publish.bundle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;

/** An object of a bundle's JSON; whatever is not as it should be is an exception with its name. */
record Doc(Map<?, ?> members) {

  static Doc of(Object tree) {
    return new Doc(as(Map.class, tree, "object"));
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  String text(String name) {
    return as(String.class, members.get(name), name);
  }

  Optional<String> maybe(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  long number(String name) {
    return as(Long.class, members.get(name), name);
  }

  Points points(String name) {
    String text = text(name);
    if (!text.matches("[0-9]{1,9}[.][0-9]{2}")) {
      throw new IllegalArgumentException(name + ": " + text);
    }
    return new Points(new BigDecimal(text));
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  Doc doc(String name) {
    return of(members.get(name));
  }

  /** A member with members of its own; none where it is left out. */
  Map<String, Object> map(String name) {
    var map = new TreeMap<String, Object>();
    if (has(name)) {
      Map<?, ?> inner = as(Map.class, members.get(name), name);
      inner.forEach((key, value) -> map.put((String) key, value));
    }
    return map;
  }

  /** The objects of a list; none where it is left out. */
  List<Doc> docs(String name) {
    List<?> list = has(name) ? as(List.class, members.get(name), name) : List.of();
    return list.stream().map(Doc::of).toList();
  }

  static <T> T as(Class<T> type, Object value, String name) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(name);
    }
    return type.cast(value);
  }
}
