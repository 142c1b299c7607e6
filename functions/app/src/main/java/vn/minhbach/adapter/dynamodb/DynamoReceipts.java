package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;

/**
 * Idempotency records. DynamoDB deletes an expired one hours or days late, so expiry is checked
 * again here: what has expired is not found, and a new record may stand in its place.
 */
public final class DynamoReceipts implements Receipts {

  private final DynamoTable table;

  public DynamoReceipts(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Receipt> find(String scope) {
    return table
        .get(Keys.receipt(scope))
        .filter(item -> item.number(Item.EXPIRES_AT) > table.epochSecond())
        .map(item -> Documents.read(item, Receipt.class));
  }

  /** A receipt as part of its effect's transaction: no live one may be there. */
  static Item.Put put(Receipt receipt, long epochSecond) {
    Item item =
        Item.of(Keys.receipt(receipt.key().scope()), Kind.RECEIPT, Documents.write(receipt))
            .with(Item.EXPIRES_AT, receipt.key().expiresAt().getEpochSecond());
    return new Item.Put(
        item, Condition.absent().or(Condition.number(Item.EXPIRES_AT, "<=", epochSecond)));
  }
}
