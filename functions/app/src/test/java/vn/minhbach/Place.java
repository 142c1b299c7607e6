package vn.minhbach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in a parsed template, with its path for messages. Places that are not there are empty,
 * never null, so that a rule can ask on.
 *
 * @param path as in {@code Resources.Table.Properties}
 * @param value what the parser made of it: map, list, scalar or null; intrinsics in their long form
 */
public record Place(String path, Object value) {

  /** The place that these keys lead to. */
  public Place at(String... keys) {
    Place here = this;
    for (String key : keys) {
      here =
          new Place(here.path + "." + key, here.value instanceof Map<?, ?> m ? m.get(key) : null);
    }
    return here;
  }

  /** Whether nothing is here. */
  public boolean absent() {
    return value == null;
  }

  /** What is in a map, by key and in order; empty for anything else. */
  public Map<String, Place> fields() {
    Map<String, Place> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> fields.put(key.toString(), at(key.toString())));
    }
    return fields;
  }

  /** What is in a list; a single value counts as a list of one, as in IAM. */
  public List<Place> items() {
    if (absent()) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      return List.of(this);
    }
    List<Place> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Place(path + "[" + i + "]", list.get(i)));
    }
    return items;
  }

  /** The texts of {@link #items()}. */
  public List<String> texts() {
    return items().stream().map(Place::text).toList();
  }

  /** A scalar as text; empty for anything else. */
  public String text() {
    return isScalar() ? value.toString() : "";
  }

  /** Whether a plain text, number or boolean is here, not an intrinsic. */
  public boolean isScalar() {
    return value != null && !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
  }

  /** Whether exactly this text, number or boolean is here. */
  public boolean is(Object expected) {
    return expected.equals(value);
  }

  /**
   * The resource or parameter that an intrinsic points to: {@code Table} for {@code !Ref Table},
   * {@code !GetAtt Table.Arn} and {@code !Sub ${Table.Arn}}, {@code Bucket/*} for {@code !Sub
   * ${Bucket.Arn}/*}.
   */
  public Optional<String> target() {
    if (!at("Ref").absent()) {
      return Optional.of(at("Ref").text());
    }
    if (!at("Fn::GetAtt").absent()) {
      return Optional.of(at("Fn::GetAtt").texts().getFirst());
    }
    if (at("Fn::Sub").isScalar()) {
      return Optional.of(at("Fn::Sub").text().replaceAll("\\$\\{([A-Za-z0-9]+)(\\.Arn)?}", "$1"));
    }
    return Optional.empty();
  }

  /** This place and all below it. */
  public Stream<Place> walk() {
    Stream<Place> below =
        value instanceof Map<?, ?>
            ? fields().values().stream()
            : value instanceof List<?> ? items().stream() : Stream.empty();
    return Stream.concat(Stream.of(this), below.flatMap(Place::walk));
  }

  /** The last key of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Plants a value in a map: for tests of the rules themselves. */
  @SuppressWarnings("unchecked") // the parser makes maps of texts only
  public void plant(String key, Object planted) {
    ((Map<String, Object>) value).put(key, planted);
  }

  /** Takes a key out of a map: for tests of the rules themselves. */
  public void remove(String key) {
    if (((Map<?, ?>) value).remove(key) == null) {
      throw new IllegalArgumentException(path + " has no " + key);
    }
  }
}
