package vn.minhbach.local.dynamodb.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.AttributeValue;

/**
 * ExpressionAttributeNames and ExpressionAttributeValues of a request; remembers which of them its
 * expressions use, since DynamoDB refuses those that none does.
 */
public final class Placeholders {

  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";
  private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
  private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final Set<String> unusedNames = new TreeSet<>();
  private final Set<String> unusedValues = new TreeSet<>();

  /**
   * Reads them.
   *
   * @param request with members of both names, or without
   * @throws Refusal when one is not well formed
   */
  public Placeholders(JsonNode request) {
    JsonNode someNames = request.path(NAMES);
    if (someNames.isObject()) {
      refuseEmpty(someNames, NAMES);
      someNames.properties().forEach(name -> name(name.getKey(), name.getValue()));
    }
    JsonNode someValues = request.path(VALUES);
    if (someValues.isObject()) {
      refuseEmpty(someValues, VALUES);
      someValues.properties().forEach(value -> value(value.getKey(), value.getValue()));
    }
    unusedNames.addAll(names.keySet());
    unusedValues.addAll(values.keySet());
  }

  private static void refuseEmpty(JsonNode placeholders, String what) {
    if (placeholders.isEmpty()) {
      throw Refusal.validation(what + " must not be empty");
    }
  }

  private void name(String key, JsonNode name) {
    if (!NAME.matcher(key).matches()) {
      throw Refusal.validation(NAMES + " contains invalid key: Syntax error; key: \"" + key + "\"");
    }
    names.put(key, name.asString());
  }

  private void value(String key, JsonNode value) {
    if (!VALUE.matcher(key).matches()) {
      throw Refusal.validation(
          VALUES + " contains invalid key: Syntax error; key: \"" + key + "\"");
    }
    try {
      values.put(key, AttributeJson.value(value));
    } catch (Refusal refused) {
      if (!refused.code().equals("ValidationException")) {
        throw refused;
      }
      throw Refusal.validation(
          VALUES + " contains invalid value: " + refused.getMessage() + " for key " + key);
    }
  }

  /**
   * Refuses placeholders in a request that has no expression at all.
   *
   * @param parameters the expressions that it might have had
   */
  public void refuseWithout(Kind... parameters) {
    if (!names.isEmpty()) {
      throw Refusal.validation(NAMES + " can only be specified when using expressions");
    }
    if (!values.isEmpty()) {
      StringBuilder why = new StringBuilder();
      for (Kind kind : parameters) {
        why.append(why.isEmpty() ? ": " : " and ").append(kind.parameter());
      }
      why.append(parameters.length > 1 ? " are null" : " is null");
      throw Refusal.validation(VALUES + " can only be specified when using expressions" + why);
    }
  }

  /**
   * To be called when all expressions are parsed.
   *
   * @throws Refusal when some are in none of them
   */
  public void refuseUnused() {
    refuseUnused(unusedNames, NAMES);
    refuseUnused(unusedValues, VALUES);
  }

  private static void refuseUnused(Set<String> unused, String what) {
    if (!unused.isEmpty()) {
      throw Refusal.validation(
          "Value provided in %s unused in expressions: keys: {%s}"
              .formatted(what, String.join(", ", unused)));
    }
  }

  String name(String placeholder, Kind in) {
    String name = names.get(placeholder);
    if (name == null) {
      throw in.refusal(
          "An expression attribute name used in the document path is not defined; attribute name: "
              + placeholder);
    }
    unusedNames.remove(placeholder);
    return name;
  }

  AttributeValue value(String placeholder, Kind in) {
    AttributeValue value = values.get(placeholder);
    if (value == null) {
      throw in.refusal(
          "An expression attribute value used in expression is not defined; attribute value: "
              + placeholder);
    }
    unusedValues.remove(placeholder);
    return value;
  }
}
