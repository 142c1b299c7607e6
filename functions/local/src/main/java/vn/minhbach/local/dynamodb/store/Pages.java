package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;

/** Reads items of a range, one page of at most 1 MB. */
public final class Pages {

  private static final int LARGEST = 1024 * 1024;

  private Pages() {}

  /**
   * A page.
   *
   * @param items whole, in order
   * @param bytes that were read
   * @param ended false when a limit ended it, so that more may be there
   */
  public record Page(List<Item> items, long bytes, boolean ended) {}

  /**
   * Reads one.
   *
   * @param limit of items
   * @param size bytes that an item counts
   */
  public static Page read(Session session, Range range, int limit, ToIntFunction<Item> size)
      throws SQLException {
    List<Item> items = new ArrayList<>();
    long[] bytes = {0};
    boolean[] ended = {true};
    session.query(
        range.sql(),
        row -> {
          Item item = AttributeJson.item(row.getBytes(1));
          int next = size.applyAsInt(item);
          if (!items.isEmpty() && bytes[0] + next > LARGEST) {
            ended[0] = false;
            return false;
          }
          items.add(item);
          bytes[0] += next;
          ended[0] = items.size() < limit;
          return ended[0];
        },
        range.values());
    return new Page(items, bytes[0], ended[0]);
  }
}
