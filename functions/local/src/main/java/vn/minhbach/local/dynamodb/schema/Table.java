package vn.minhbach.local.dynamodb.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.DocumentPath;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.AttributeValue.B;
import vn.minhbach.local.dynamodb.item.AttributeValue.S;
import vn.minhbach.local.dynamodb.item.Item;

/**
 * A table.
 *
 * @param id of its data in the store; another table of the same name has another
 * @param definition what CreateTable said, as the store keeps it
 */
public record Table(
    long id, String name, KeySchema keys, List<Index> indexes, ObjectNode definition) {

  private static final int LONGEST_PARTITION_KEY = 2048;
  private static final int LONGEST_SORT_KEY = 1024;

  /** Reads a definition; CreateTable checked it. */
  public static Table of(long id, ObjectNode definition) {
    Map<String, String> types = new HashMap<>();
    definition
        .path("AttributeDefinitions")
        .forEach(attribute ->
            types.put(
                attribute.get("AttributeName").stringValue(),
                attribute.get("AttributeType").stringValue()));
    KeySchema keys = KeySchema.of(definition.path("KeySchema"), types);
    List<Index> indexes = new ArrayList<>();
    for (String kind : List.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")) {
      for (JsonNode index : definition.path(kind)) {
        KeySchema own = KeySchema.of(index.get("KeySchema"), types);
        indexes.add(
            new Index(
                indexes.size(),
                index.get("IndexName").stringValue(),
                kind.startsWith("Global"),
                own,
                projected(index.path("Projection"), keys, own)));
      }
    }
    return new Table(
        id, definition.get("TableName").stringValue(), keys, List.copyOf(indexes), definition);
  }

  private static Optional<Set<String>> projected(
      JsonNode projection, KeySchema table, KeySchema index) {
    if (projection.path("ProjectionType").asString("ALL").equals("ALL")) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    table.attributes().forEach(attribute -> names.add(attribute.name()));
    index.attributes().forEach(attribute -> names.add(attribute.name()));
    projection.path("NonKeyAttributes").forEach(name -> names.add(name.stringValue()));
    return Optional.of(names);
  }

  /** What its stream shows, empty when it has none: KEYS_ONLY, NEW_IMAGE and so on. */
  public Optional<String> streamView() {
    JsonNode stream = definition.path("StreamSpecification");
    return stream.path("StreamEnabled").asBoolean(false)
        ? Optional.of(stream.get("StreamViewType").stringValue())
        : Optional.empty();
  }

  /** The attribute with the second after which an item is deleted. */
  public Optional<String> timeToLive() {
    return Optional.ofNullable(definition.path("TimeToLive").asString(null));
  }

  /** The index of a name. */
  public Optional<Index> index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
  }

  /** True when it has local indexes: then DynamoDB keeps count of the size of its partitions. */
  public boolean hasLocalIndexes() {
    return indexes.stream().anyMatch(index -> !index.global());
  }

  /**
   * The key that a request names.
   *
   * @throws Refusal when it has not just the attributes of the table's key
   */
  public Key key(Item attributes) {
    if (attributes.attributes().size() != keys.attributes().size() || !keys.isIn(attributes)) {
      throw Refusal.validation("The provided key element does not match the schema");
    }
    refuseBadValues(attributes);
    return keys.key(attributes);
  }

  /**
   * The key of an item that is to be put.
   *
   * @throws Refusal when an attribute of a key, also of an index, is missing or cannot be one
   */
  public Key keyOf(Item item) {
    for (KeyAttribute attribute : keys.attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value == null) {
        throw Refusal.parameter("Missing the key " + attribute.name() + " in the item");
      }
      if (!value.type().equals(attribute.type())) {
        throw Refusal.parameter(
            "Type mismatch for key %s expected: %s actual: %s"
                .formatted(attribute.name(), attribute.type(), value.type()));
      }
    }
    refuseBadValues(item);
    refuseBadIndexKeys(item);
    return keys.key(item);
  }

  private void refuseBadValues(Item item) {
    for (KeyAttribute attribute : keys.attributes()) {
      String kind = empty(item.get(attribute.name()));
      if (kind != null) {
        throw Refusal.validation(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty %s value. Key: %s"
                .formatted(kind, attribute.name()));
      }
    }
    Key key = keys.key(item);
    // Four bytes of it are the hash.
    if (key.partition().length() - 4 > LONGEST_PARTITION_KEY) {
      throw Refusal.parameter("Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (key.sort().length() > LONGEST_SORT_KEY) {
      throw Refusal.parameter(
          "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }

  /**
   * Refuses values that an index cannot have as a key.
   *
   * @throws Refusal then
   */
  public void refuseBadIndexKeys(Item item) {
    for (Index index : indexes) {
      for (KeyAttribute attribute : index.keys().attributes()) {
        AttributeValue value = item.get(attribute.name());
        if (value == null) {
          continue;
        }
        if (!value.type().equals(attribute.type())) {
          throw Refusal.parameter(
              "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
                  .formatted(attribute.name(), attribute.type(), value.type(), index.name()));
        }
        String kind = empty(value);
        if (kind != null) {
          throw Refusal.validation(
              "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty %s value. IndexName: %s, IndexKey: %s"
                  .formatted(kind, index.name(), attribute.name()));
        }
      }
    }
  }

  /**
   * Refuses paths that lead into a key, of the table or an index: there is nothing in it.
   *
   * @throws Refusal then
   */
  public void refuseIntoKeys(List<DocumentPath> paths) {
    for (DocumentPath path : paths) {
      String name = path.attribute();
      boolean ofIndex = indexes.stream().anyMatch(index -> index.keys().has(name));
      if (!path.isAttribute() && (keys.has(name) || ofIndex)) {
        throw Refusal.validation(
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: %s: %s"
                .formatted(keys.has(name) ? "Key" : "IndexKey", name));
      }
    }
  }

  /** What is empty: a string or a binary; null for other values. */
  private static String empty(AttributeValue value) {
    return switch (value) {
      case S(String text) when text.isEmpty() -> "string";
      case B(var bytes) when bytes.length() == 0 -> "binary";
      default -> null;
    };
  }
}
