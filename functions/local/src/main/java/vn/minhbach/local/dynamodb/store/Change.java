package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import java.time.Instant;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;

/**
 * What a write makes of an item.
 *
 * @param before null when there was none
 * @param after null when there is none
 * @param expired true when the table's time to live deletes it
 */
public record Change(Table table, Key key, Item before, Item after, boolean expired) {

  /** Within a write: writes it, with its record in the stream. */
  public void apply(Session session, StreamLog stream, Instant now) throws SQLException {
    // A write that changes nothing has no record, as in DynamoDB.
    if (before == null ? after == null : before.equals(after)) {
      return;
    }
    Items.set(session, table, key, before, after);
    if (table.streamView().isPresent()) {
      stream.record(session, this, now);
    }
  }
}
