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
   * An item as it is kept. Many are answered as they are, so it is read when somebody looks into
   * it.
   *
   * @param json of the whole item
   * @param size bytes, as DynamoDB counts them
   */
  public record Row(byte[] json, int size) {

    /** The item. */
    public Item item() {
      return AttributeJson.item(json);
    }
  }

  /**
   * A page.
   *
   * @param rows in order
   * @param bytes that were read
   * @param ended false when a limit ended it, so that more may be there
   */
  public record Page(List<Row> rows, long bytes, boolean ended) {}

  /**
   * Reads one.
   *
   * @param limit of items
   * @param size bytes that a row counts
   */
  public static Page read(Session session, Range range, int limit, ToIntFunction<Row> size)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    long[] bytes = {0};
    boolean[] ended = {true};
    session.query(
        range.sql(),
        row -> {
          Row next = new Row(row.getBytes(1), row.getInt(2));
          int counted = size.applyAsInt(next);
          if (!rows.isEmpty() && bytes[0] + counted > LARGEST) {
            ended[0] = false;
            return false;
          }
          rows.add(next);
          bytes[0] += counted;
          ended[0] = rows.size() < limit;
          return ended[0];
        },
        range.values());
    return new Page(rows, bytes[0], ended[0]);
  }
}
