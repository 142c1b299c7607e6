package vn.minhbach.adapter.dynamodb;

import java.util.List;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;

/** Chains, one item for each entry, beside the head that they belong to. */
public final class DynamoLedger implements Ledger {

  private static final int ENTRIES_MAX = 1_000;

  private final DynamoTable table;

  public DynamoLedger(DynamoTable table) {
    this.table = table;
  }

  @Override
  public List<Entry> entries(ChainId chain, long afterSeq, int limit) {
    if (afterSeq >= Keys.SEQ_MAX) {
      return List.of();
    }
    return table
        .first(Keys.entriesAfter(chain, Math.max(0, afterSeq)), Math.min(limit, ENTRIES_MAX))
        .stream()
        .map(item -> Documents.read(item, Entry.class))
        .toList();
  }

  /** An entry as part of its change's transaction: its number must be free. */
  static Item.Put put(ChainId chain, Entry entry) {
    return new Item.Put(
        Item.of(Keys.entry(chain, entry.seq()), Kind.ENTRY, Documents.write(entry)),
        Condition.absent());
  }
}
