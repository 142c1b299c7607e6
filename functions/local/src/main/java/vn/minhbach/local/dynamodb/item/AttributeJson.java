package vn.minhbach.local.dynamodb.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.item.AttributeValue.B;
import vn.minhbach.local.dynamodb.item.AttributeValue.BS;
import vn.minhbach.local.dynamodb.item.AttributeValue.Bool;
import vn.minhbach.local.dynamodb.item.AttributeValue.L;
import vn.minhbach.local.dynamodb.item.AttributeValue.M;
import vn.minhbach.local.dynamodb.item.AttributeValue.N;
import vn.minhbach.local.dynamodb.item.AttributeValue.NS;
import vn.minhbach.local.dynamodb.item.AttributeValue.Null;
import vn.minhbach.local.dynamodb.item.AttributeValue.S;
import vn.minhbach.local.dynamodb.item.AttributeValue.SS;

/** Items and values in the protocol's JSON; also what the store keeps. */
public final class AttributeJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Levels of lists and maps in each other. */
  private static final int DEEPEST = 32;

  private AttributeJson() {}

  /**
   * Reads the attributes of an item or a key.
   *
   * @throws Refusal when a value is not one of DynamoDB's
   */
  public static Item item(JsonNode json) {
    return new Item(map(json, 0));
  }

  /** Reads an item back that the store wrote. */
  public static Item item(byte[] json) {
    return item(JSON.readTree(json));
  }

  /** An item in the form in which the store keeps it. */
  public static byte[] bytes(Item item) {
    return JSON.writeValueAsBytes(write(item));
  }

  /**
   * Reads one value.
   *
   * @throws Refusal when it is not one of DynamoDB's
   */
  public static AttributeValue value(JsonNode json) {
    return value(json, 0);
  }

  private static Map<String, AttributeValue> map(JsonNode json, int depth) {
    if (!json.isObject()) {
      throw unexpected(json);
    }
    Map<String, AttributeValue> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!member.getValue().isNull()) {
        map.put(member.getKey(), value(member.getValue(), depth));
      }
    }
    return map;
  }

  private static AttributeValue value(JsonNode json, int depth) {
    if (!json.isObject()) {
      throw unexpected(json);
    }
    if (depth > DEEPEST) {
      throw Refusal.validation(
          "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
              + " levels beyond supported limit");
    }
    Map.Entry<String, JsonNode> only = null;
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (member.getValue().isNull() || !TYPES.contains(member.getKey())) {
        continue;
      }
      if (only != null) {
        throw Refusal.validation(
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                + " the supported datatypes");
      }
      only = member;
    }
    if (only == null) {
      throw Refusal.validation(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    return value(only.getKey(), only.getValue(), depth);
  }

  private static final Set<String> TYPES =
      Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");

  private static AttributeValue value(String type, JsonNode json, int depth) {
    return switch (type) {
      case "S" -> new S(string(json));
      case "N" -> new N(Decimal.parse(string(json)));
      case "B" -> new B(binary(json));
      case "BOOL" -> new Bool(bool(json));
      case "NULL" -> {
        if (!bool(json)) {
          throw Refusal.parameter("Null attribute value types must have the value of true");
        }
        yield new Null();
      }
      case "M" -> new M(map(json, depth + 1));
      case "L" -> new L(list(json, depth + 1));
      case "SS" ->
          new SS(
              set(json, "An string set  may not be empty", "", AttributeJson::string, one -> one));
      case "NS" ->
          new NS(
              set(
                  json,
                  "An number set  may not be empty",
                  "",
                  one -> Decimal.parse(string(one)),
                  Decimal::text));
      default ->
          new BS(
              set(
                  json,
                  "Binary sets should not be empty",
                  "of type BS ",
                  AttributeJson::binary,
                  Bytes::toString));
    };
  }

  private static List<AttributeValue> list(JsonNode json, int depth) {
    if (!json.isArray()) {
      throw unexpected(json);
    }
    List<AttributeValue> list = new ArrayList<>(json.size());
    for (JsonNode element : json) {
      list.add(value(element, depth));
    }
    return list;
  }

  private static <T> Set<T> set(
      JsonNode json,
      String refusalOfEmpty,
      String type,
      Function<JsonNode, T> read,
      Function<T, String> text) {
    if (!json.isArray()) {
      throw unexpected(json);
    }
    if (json.isEmpty()) {
      throw Refusal.parameter(refusalOfEmpty);
    }
    List<T> all = new ArrayList<>(json.size());
    json.forEach(element -> all.add(read.apply(element)));
    Set<T> set = new LinkedHashSet<>(all);
    if (set.size() < all.size()) {
      throw Refusal.parameter(
          "Input collection %s%scontains duplicates."
              .formatted(all.stream().map(text).toList(), type.isEmpty() ? " " : type));
    }
    return set;
  }

  private static String string(JsonNode json) {
    if (!json.isString()) {
      throw unexpected(json, "String");
    }
    return json.stringValue();
  }

  /** DynamoDB takes the word in quotation marks too. */
  private static boolean bool(JsonNode json) {
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    if (json.isString()) {
      return switch (json.stringValue()) {
        case "true" -> true;
        case "false" -> false;
        default -> throw Refusal.serialization("Unexpected token received from parser");
      };
    }
    throw unexpected(json, "Boolean");
  }

  private static Bytes binary(JsonNode json) {
    try {
      return new Bytes(Base64.getDecoder().decode(string(json)));
    } catch (IllegalArgumentException notBase64) {
      throw Refusal.serialization("Invalid Base64 in a binary value");
    }
  }

  private static Refusal unexpected(JsonNode json, String wanted) {
    if (json.isObject()) {
      return Refusal.serialization("Start of structure or map found where not expected");
    }
    if (json.isArray()) {
      return Refusal.serialization("Unrecognized collection type class java.lang." + wanted);
    }
    String found =
        json.isString()
            ? "STRING_VALUE"
            : json.isBoolean()
                ? json.asString().toUpperCase(Locale.ROOT) + "_VALUE"
                : json.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
    return Refusal.serialization(found + " cannot be converted to " + wanted);
  }

  /** Something else where a map or a list belongs. */
  private static Refusal unexpected(JsonNode json) {
    return json.isContainer()
        ? Refusal.serialization("Start of structure or map found where not expected")
        : Refusal.serialization("Unexpected field type");
  }

  /** Writes an item or a key. */
  public static ObjectNode write(Item item) {
    return write(item.attributes());
  }

  private static ObjectNode write(Map<String, AttributeValue> attributes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    attributes.forEach((name, value) -> json.set(name, write(value)));
    return json;
  }

  /** Writes one value. */
  public static ObjectNode write(AttributeValue value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String type = value.type();
    switch (value) {
      case S(String text) -> json.put(type, text);
      case N(BigDecimal number) -> json.put(type, Decimal.text(number));
      case B(Bytes bytes) -> json.put(type, bytes.toString());
      case Bool(boolean truth) -> json.put(type, truth);
      case Null _ -> json.put(type, true);
      case M(Map<String, AttributeValue> map) -> json.set(type, write(map));
      case L(List<AttributeValue> list) -> {
        ArrayNode array = json.putArray(type);
        list.forEach(element -> array.add(write(element)));
      }
      case SS set -> set.value().forEach(json.putArray(type)::add);
      case NS set -> {
        ArrayNode array = json.putArray(type);
        set.value().forEach(number -> array.add(Decimal.text(number)));
      }
      case BS set -> {
        ArrayNode array = json.putArray(type);
        set.value().forEach(bytes -> array.add(bytes.toString()));
      }
    }
    return json;
  }
}
