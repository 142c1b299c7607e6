package vn.minhbach.local;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An EventBridge event pattern, also the filter of a Lambda event source: nested fields, each with
 * a list of values of which one must be there. The template asks for no operator ({@code prefix},
 * {@code exists}…); a pattern with one is refused when it is read, never ignored.
 */
final class EventPattern implements Predicate<JsonNode> {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Predicate<JsonNode> matcher;

  private EventPattern(Predicate<JsonNode> matcher) {
    this.matcher = matcher;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it uses what this class does not know
   */
  static EventPattern of(Map<String, Object> pattern) {
    return new EventPattern(fields(JSON.valueToTree(pattern)));
  }

  @Override
  public boolean test(JsonNode event) {
    return matcher.test(event);
  }

  private static Predicate<JsonNode> fields(JsonNode pattern) {
    List<Predicate<JsonNode>> all =
        pattern.properties().stream()
            .map(field -> field(field.getKey(), field.getValue()))
            .toList();
    return node -> all.stream().allMatch(one -> one.test(node));
  }

  private static Predicate<JsonNode> field(String name, JsonNode pattern) {
    if (name.startsWith("$")) {
      throw new IllegalArgumentException("event pattern: " + name + " is not supported here");
    }
    if (pattern.isObject()) {
      Predicate<JsonNode> inner = fields(pattern);
      return node -> inner.test(node.path(name));
    }
    if (!pattern.isArray() || pattern.isEmpty()) {
      throw new IllegalArgumentException("event pattern: " + name + " needs a list of values");
    }
    List<JsonNode> wanted = pattern.valueStream().toList();
    if (!wanted.stream().allMatch(JsonNode::isValueNode)) {
      throw new IllegalArgumentException(
          "event pattern: " + name + " needs plain values, operators are not supported here");
    }
    return node -> wanted.stream().anyMatch(one -> has(node.path(name), one));
  }

  /** A list in an event matches when one of its elements does. */
  private static boolean has(JsonNode node, JsonNode wanted) {
    return node.isArray()
        ? node.valueStream().anyMatch(element -> same(element, wanted))
        : same(node, wanted);
  }

  private static boolean same(JsonNode node, JsonNode wanted) {
    return node.isNumber() && wanted.isNumber()
        ? node.decimalValue().compareTo(wanted.decimalValue()) == 0
        : node.equals(wanted);
  }
}
