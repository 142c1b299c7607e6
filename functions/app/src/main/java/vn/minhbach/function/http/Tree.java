package vn.minhbach.function.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds what a client reads, field by field: an empty value leaves its field out, points and ids
 * are strings, times are UTC.
 */
public final class Tree {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  public Tree with(String name, Object value) {
    Object plain = plain(value);
    if (plain != null) {
      fields.put(name, plain);
    }
    return this;
  }

  public Map<String, Object> build() {
    return fields;
  }

  /** A list as every list is shown: {@code next} is null on the last page. */
  public static Map<String, Object> list(List<?> items, Optional<String> next) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("items", items);
    tree.put("next", next.orElse(null));
    return tree;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> plain(optional.orElse(null));
      case String text -> text;
      case Number number -> number;
      case Boolean bool -> bool;
      case List<?> list -> list;
      case Map<?, ?> map -> map;
      case Tree tree -> tree.fields;
      case Instant instant -> instant.toString();
      default -> value.toString();
    };
  }
}
