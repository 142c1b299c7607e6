package vn.minhbach.local;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An EventBridge event pattern, also the filter of a Lambda event source: nested fields, each with
 * a list of values or of {@code prefix}, {@code suffix}, {@code anything-but}, {@code exists},
 * {@code equals-ignore-case}. A pattern with anything else is refused when it is read, never
 * ignored.
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
    List<Predicate<JsonNode>> any = pattern.valueStream().map(value -> value(name, value)).toList();
    return node -> any.stream().anyMatch(one -> one.test(node.path(name)));
  }

  private static Predicate<JsonNode> value(String name, JsonNode wanted) {
    if (!wanted.isObject()) {
      return present(node -> same(node, wanted));
    }
    if (wanted.size() != 1) {
      throw new IllegalArgumentException("event pattern: one operator at a time in " + name);
    }
    Map.Entry<String, JsonNode> operator = wanted.properties().iterator().next();
    JsonNode operand = operator.getValue();
    return switch (operator.getKey()) {
      case "prefix" -> present(text(text -> text.startsWith(operand.stringValue())));
      case "suffix" -> present(text(text -> text.endsWith(operand.stringValue())));
      case "equals-ignore-case" ->
          present(text(text -> text.equalsIgnoreCase(operand.stringValue())));
      case "exists" -> node -> node.isMissingNode() != operand.booleanValue();
      case "anything-but" -> anythingBut(name, operand);
      default ->
          throw new IllegalArgumentException(
              "event pattern: " + operator.getKey() + " in " + name + " is not supported here");
    };
  }

  private static Predicate<JsonNode> anythingBut(String name, JsonNode operand) {
    List<JsonNode> unwanted = operand.isArray() ? operand.valueStream().toList() : List.of(operand);
    List<Predicate<JsonNode>> refused = unwanted.stream().map(one -> value(name, one)).toList();
    return node -> !node.isMissingNode() && refused.stream().noneMatch(one -> one.test(node));
  }

  /** A list in an event matches when one of its elements does. */
  private static Predicate<JsonNode> present(Predicate<JsonNode> scalar) {
    return node ->
        node.isArray()
            ? node.valueStream().anyMatch(scalar)
            : !(node instanceof MissingNode) && scalar.test(node);
  }

  private static Predicate<JsonNode> text(Predicate<String> test) {
    return node -> node.isString() && test.test(node.stringValue());
  }

  private static boolean same(JsonNode node, JsonNode wanted) {
    if (node.isNumber() && wanted.isNumber()) {
      BigDecimal left = node.decimalValue();
      return left.compareTo(wanted.decimalValue()) == 0;
    }
    return node.equals(wanted);
  }
}
