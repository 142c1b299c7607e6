package vn.minhbach.local.dynamodb.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.local.dynamodb.item.Bytes;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;

/**
 * Which rows are read, and in which order: those of a partition within bounds of the sort key, or
 * of a range of partitions.
 *
 * @param index empty for the table itself
 * @param bounds that all must hold
 * @param after where to go on: the key in the index, then the key of the item; only the latter for
 *     the table itself
 */
public record Range(
    Table table, Optional<Index> index, List<Bound> bounds, List<Key> after, boolean backwards) {

  /**
   * A bound of a column.
   *
   * @param column pk or sk
   * @param comparator as SQL has it
   */
  public record Bound(String column, String comparator, Bytes value) {}

  /** The rows' items, with a key to go on after each. */
  String sql() {
    String order = backwards ? " DESC" : "";
    List<String> columns =
        index.isEmpty()
            ? List.of("x.pk", "x.sk")
            : List.of("x.pk", "x.sk", "x.item_pk", "x.item_sk");
    StringBuilder sql = new StringBuilder("SELECT ");
    if (index.isEmpty()) {
      sql.append("x.item, x.size FROM ").append(Items.name(table)).append(" x");
    } else {
      // CROSS keeps the index outside, in its order.
      sql.append("i.item, i.size FROM ").append(Items.name(table, index.get()));
      sql.append(" x CROSS JOIN ").append(Items.name(table));
      sql.append(" i ON i.pk = x.item_pk AND i.sk = x.item_sk");
    }
    List<String> conditions = new ArrayList<>();
    bounds.forEach(
        bound -> conditions.add("x." + bound.column() + " " + bound.comparator() + " ?"));
    if (!after.isEmpty()) {
      // Within one partition the sort key alone leads SQLite to the place.
      List<String> place = ofOnePartition() ? columns.subList(1, columns.size()) : columns;
      conditions.add(
          "(%s) %s (%s)"
              .formatted(
                  String.join(", ", place),
                  backwards ? "<" : ">",
                  String.join(", ", place.stream().map(column -> "?").toList())));
    }
    if (!conditions.isEmpty()) {
      sql.append(" WHERE ").append(String.join(" AND ", conditions));
    }
    return sql.append(" ORDER BY ")
        .append(String.join(", ", columns.stream().map(column -> column + order).toList()))
        .toString();
  }

  private boolean ofOnePartition() {
    return bounds.stream()
        .anyMatch(bound -> bound.column().equals("pk") && bound.comparator().equals("="));
  }

  Object[] values() {
    List<Object> values = new ArrayList<>();
    for (Key key : after) {
      values.add(key.partition().array());
      values.add(key.sort().array());
    }
    if (!after.isEmpty() && ofOnePartition()) {
      values.removeFirst();
    }
    values.addAll(0, bounds.stream().map(bound -> bound.value().array()).toList());
    return values.toArray();
  }
}
