package vn.minhbach.local.dynamodb.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An item, or the key of one: attributes by name.
 *
 * @param attributes in the order in which they came
 */
public record Item(Map<String, AttributeValue> attributes) {

  /** Bytes of the largest item. */
  public static final int LARGEST = 400 * 1024;

  /** Takes the map as it is, no copy. */
  public Item {
    attributes = Collections.unmodifiableMap(attributes);
  }

  /** Null when it has no such attribute. */
  public AttributeValue get(String name) {
    return attributes.get(name);
  }

  /** A copy of the attributes, to be changed. */
  public Map<String, AttributeValue> copy() {
    return new LinkedHashMap<>(attributes);
  }

  /** Bytes, as DynamoDB counts them for limits and capacity. */
  public int size() {
    return ItemSize.of(attributes);
  }
}
