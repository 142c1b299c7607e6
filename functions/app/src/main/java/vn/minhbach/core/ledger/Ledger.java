package vn.minhbach.core.ledger;

import java.util.List;

/** Port: reads chains. Entries are written by the commit of the change that they record. */
public interface Ledger {

  /** Up to {@code limit} entries of a chain after {@code afterSeq}, in order, read consistently. */
  List<Entry> entries(ChainId chain, long afterSeq, int limit);
}
