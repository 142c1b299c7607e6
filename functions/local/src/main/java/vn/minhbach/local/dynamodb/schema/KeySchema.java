package vn.minhbach.local.dynamodb.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.Bytes;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.item.KeyBytes;

/** The key of a table or an index: a partition key and perhaps a sort key. */
public record KeySchema(KeyAttribute partition, Optional<KeyAttribute> sort) {

  /** Reads KeySchema with the types of AttributeDefinitions; both were checked before. */
  static KeySchema of(JsonNode schema, Map<String, String> types) {
    String partition = null;
    String sort = null;
    for (JsonNode element : schema) {
      String name = element.get("AttributeName").stringValue();
      if (element.get("KeyType").stringValue().equals("HASH")) {
        partition = name;
      } else {
        sort = name;
      }
    }
    return new KeySchema(
        new KeyAttribute(partition, types.get(partition)),
        Optional.ofNullable(sort).map(name -> new KeyAttribute(name, types.get(name))));
  }

  /** Partition key first. */
  public List<KeyAttribute> attributes() {
    return Stream.concat(Stream.of(partition), sort.stream()).toList();
  }

  /** True when an attribute is part of it. */
  public boolean has(String name) {
    return attributes().stream().anyMatch(attribute -> attribute.name().equals(name));
  }

  /** Whether an item has all its attributes, of the right types. */
  public boolean isIn(Item item) {
    for (KeyAttribute attribute : attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value == null || !value.type().equals(attribute.type())) {
        return false;
      }
    }
    return true;
  }

  /** The key of an item that {@linkplain #isIn has} one. */
  public Key key(Item item) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes().forEach(one -> attributes.put(one.name(), item.get(one.name())));
    return new Key(
        new Bytes(KeyBytes.partition(item.get(partition.name()))),
        new Bytes(
            sort.map(attribute -> KeyBytes.sort(item.get(attribute.name()))).orElse(KeyBytes.NONE)),
        new Item(attributes));
  }
}
