package vn.minhbach.local.drill;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items as DynamoDB's export writes them: each value under the name of its type. */
final class DynamoJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DynamoJson() {}

  /** A line of an export; attributes by name, so that equal items are equal lines. */
  static String line(Map<String, AttributeValue> item) {
    return JSON.writeValueAsString(Map.of("Item", map(item)));
  }

  /** The item of a line. */
  static Map<String, AttributeValue> item(String line) {
    return attributes(JSON.readTree(line).get("Item"));
  }

  private static Map<String, Object> map(Map<String, AttributeValue> attributes) {
    var map = new TreeMap<String, Object>();
    attributes.forEach((name, value) -> map.put(name, typed(value)));
    return map;
  }

  private static Map<String, Object> typed(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case B -> Map.of("B", base64(value.b()));
      case BOOL -> Map.of("BOOL", value.bool());
      case NUL -> Map.of("NULL", true);
      case M -> Map.of("M", map(value.m()));
      case L -> Map.of("L", value.l().stream().map(DynamoJson::typed).toList());
      case SS -> Map.of("SS", value.ss().stream().sorted().toList());
      case NS -> Map.of("NS", value.ns().stream().sorted().toList());
      case BS -> Map.of("BS", value.bs().stream().map(DynamoJson::base64).sorted().toList());
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("unknown: " + value);
    };
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }

  private static Map<String, AttributeValue> attributes(JsonNode node) {
    var attributes = new LinkedHashMap<String, AttributeValue>();
    node.properties().forEach(field -> attributes.put(field.getKey(), value(field.getValue())));
    return attributes;
  }

  private static AttributeValue value(JsonNode typed) {
    Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
    JsonNode value = only.getValue();
    AttributeValue.Builder builder = AttributeValue.builder();
    return switch (only.getKey()) {
      case "S" -> builder.s(value.asString()).build();
      case "N" -> builder.n(value.asString()).build();
      case "B" -> builder.b(bytes(value)).build();
      case "BOOL" -> builder.bool(value.asBoolean()).build();
      case "NULL" -> builder.nul(true).build();
      case "M" -> builder.m(attributes(value)).build();
      case "L" -> {
        List<AttributeValue> items = new ArrayList<>();
        value.forEach(item -> items.add(value(item)));
        yield builder.l(items).build();
      }
      case "SS" -> builder.ss(texts(value)).build();
      case "NS" -> builder.ns(texts(value)).build();
      case "BS" -> {
        List<SdkBytes> items = new ArrayList<>();
        value.forEach(item -> items.add(bytes(item)));
        yield builder.bs(items).build();
      }
      default -> throw new IllegalArgumentException("no type of DynamoDB: " + only.getKey());
    };
  }

  private static SdkBytes bytes(JsonNode text) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(text.asString()));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
