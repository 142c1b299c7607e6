package vn.minhbach.local.dynamodb.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.Item;

/**
 * A secondary index.
 *
 * @param number of the table's indexes, from 0
 * @param global else local: within the table's partitions
 * @param projected the attributes that it has; empty for all
 */
public record Index(
    int number, String name, boolean global, KeySchema keys, Optional<Set<String>> projected) {

  /** The entry of an item, empty when an attribute of the index's key is not in the item. */
  public Optional<Item> entry(Item item) {
    if (item == null || !keys.isIn(item)) {
      return Optional.empty();
    }
    return Optional.of(project(item));
  }

  /** An item with the index's attributes alone. */
  public Item project(Item item) {
    if (projected.isEmpty()) {
      return item;
    }
    Map<String, AttributeValue> some = new LinkedHashMap<>();
    item.attributes()
        .forEach((name, value) -> {
          if (projected.get().contains(name)) {
            some.put(name, value);
          }
        });
    return new Item(some);
  }

  /** True when it has an attribute. */
  public boolean has(String attribute) {
    return projected.isEmpty() || projected.get().contains(attribute);
  }
}
