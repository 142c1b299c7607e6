package vn.minhbach.adapter.dynamodb;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold of the stored item for a write to take effect. An attribute stands in one
 * comparison at most.
 */
record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {

  /** Nothing is stored under the key. */
  static Condition absent() {
    return new Condition("attribute_not_exists(#PK)", Map.of("#PK", Key.PK), Map.of());
  }

  /** A number compares so; {@code operator} is one of {@code = <= >=}. */
  static Condition number(String attribute, String operator, long value) {
    return compared(attribute, operator, AttributeValue.fromN(Long.toString(value)));
  }

  static Condition text(String attribute, String value) {
    return compared(attribute, "=", AttributeValue.fromS(value));
  }

  /** The version below, or nothing stored for version 1. */
  static Condition follows(long version) {
    return version == 1 ? absent() : number(Item.VERSION, "=", version - 1);
  }

  // Names are always placeholders: "state" and "version" may be reserved words.
  private static Condition compared(String attribute, String operator, AttributeValue value) {
    String name = "#" + attribute;
    String placeholder = ":" + attribute;
    return new Condition(
        name + " " + operator + " " + placeholder,
        Map.of(name, attribute),
        Map.of(placeholder, value));
  }

  Condition and(Condition other) {
    return joined(" AND ", other);
  }

  Condition or(Condition other) {
    return joined(" OR ", other);
  }

  private Condition joined(String word, Condition other) {
    var allNames = new HashMap<>(names);
    allNames.putAll(other.names);
    var allValues = new HashMap<>(values);
    allValues.putAll(other.values);
    return new Condition("(" + expression + word + other.expression + ")", allNames, allValues);
  }
}
