package vn.minhbach.local.dynamodb.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;

/**
 * A request, or an action of one. Reads members and gathers what is wrong with them, since DynamoDB
 * tells all such faults in one message.
 */
final class Request {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");
  private static final int LONGEST_NAME = 255;

  private final JsonNode json;
  private final List<String> faults = new ArrayList<>();

  Request(JsonNode json) {
    this.json = json;
  }

  JsonNode json() {
    return json;
  }

  boolean has(String member) {
    return json.hasNonNull(member);
  }

  /** A text, null when there is none. */
  String text(String member) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw Refusal.serialization(found(value) + " cannot be converted to String");
    }
    return value.stringValue();
  }

  /** True or false, false when there is none. */
  boolean flag(String member) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw Refusal.serialization(found(value) + " cannot be converted to Boolean");
    }
    return value.booleanValue();
  }

  /** A whole number, null when there is none. */
  Integer number(String member) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw Refusal.serialization(found(value) + " cannot be converted to Integer");
    }
    return value.asInt();
  }

  private static String found(JsonNode value) {
    return value.isBoolean()
        ? value.asString().toUpperCase(Locale.ROOT) + "_VALUE"
        : value.getNodeType() + "_VALUE";
  }

  /**
   * An item or a key.
   *
   * @throws Refusal when there is none, or a value is none of DynamoDB's
   */
  Item item(String member) {
    return AttributeJson.item(json.path(member));
  }

  /**
   * The name of the table. Without one nothing else is looked at.
   *
   * @throws Refusal when it cannot be one
   */
  String tableName() {
    String name = resource(text("TableName"));
    required("tableName", name);
    if (name != null) {
      length("tableName", name, 1, LONGEST_NAME);
      if (!name.isEmpty() && name.length() <= LONGEST_NAME) {
        pattern("tableName", name);
      }
    }
    refuseFaults();
    return name;
  }

  /** Of a table's ARN its name. */
  static String resource(String name) {
    int table = name != null && name.startsWith("arn:") ? name.indexOf(":table/") : -1;
    return table < 0 ? name : name.substring(table + ":table/".length());
  }

  void required(String path, Object value) {
    if (value == null
        || value instanceof JsonNode node && (node.isMissingNode() || node.isNull())) {
      fault("Value null at '%s' failed to satisfy constraint: Member must not be null", path);
    }
  }

  void pattern(String path, String value) {
    if (!NAME.matcher(value).matches()) {
      fault(
          "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy regular expression"
              + " pattern: [a-zA-Z0-9_.-]+",
          value, path);
    }
  }

  void length(String path, String value, int least, int most) {
    if (value == null) {
      return;
    }
    if (value.length() < least) {
      fault(
          "Value '%s' at '%s' failed to satisfy constraint: Member must have length greater than or"
              + " equal to %d",
          value, path, least);
    }
    if (value.length() > most) {
      fault(
          "Value '%s' at '%s' failed to satisfy constraint: Member must have length less than or"
              + " equal to %d",
          value, path, most);
    }
  }

  /** A list whose length is limited; told in full, as DynamoDB does. */
  void size(String path, JsonNode list, int least, int most) {
    if (list.size() < least) {
      fault(
          "Value '%s' at '%s' failed to satisfy constraint: Member must have length greater than or"
              + " equal to %d",
          list, path, least);
    }
    if (list.size() > most) {
      fault(
          "Value '%s' at '%s' failed to satisfy constraint: Member must have length less than or"
              + " equal to %d",
          list, path, most);
    }
  }

  /** A member that must be one of some; values in DynamoDB's order. */
  void oneOf(String path, String value, List<String> values) {
    if (value != null && !values.contains(value)) {
      fault(
          "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s",
          value, path, values);
    }
  }

  void fault(String message, Object... values) {
    faults.add(message.formatted(values));
  }

  /**
   * Ends the request when there is anything wrong so far.
   *
   * @throws Refusal then
   */
  void refuseFaults() {
    if (!faults.isEmpty()) {
      throw Refusal.validation(
          "%d validation error%s detected: %s"
              .formatted(faults.size(), faults.size() == 1 ? "" : "s", String.join("; ", faults)));
    }
  }

  /** Parameters of the API before expressions: refused by name, mixed with expressions or not. */
  void refuseLegacy(List<String> legacy, List<String> expressions) {
    List<String> old = legacy.stream().filter(this::has).toList();
    if (old.isEmpty()) {
      return;
    }
    List<String> own = expressions.stream().filter(this::has).toList();
    if (!own.isEmpty()) {
      throw Refusal.validation(
          "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {%s} Expression parameters: {%s}"
              .formatted(String.join(", ", old), String.join(", ", own)));
    }
    throw Refusal.notServed("the legacy parameters " + String.join(", ", old));
  }
}
