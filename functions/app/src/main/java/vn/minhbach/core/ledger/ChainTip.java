package vn.minhbach.core.ledger;

/**
 * Where a chain ends.
 *
 * @param seq number of the last entry; 0 for an empty chain
 * @param hash hash of the last entry, hex; 64 zeros for an empty chain
 */
public record ChainTip(long seq, String hash) {

  public static final ChainTip START = new ChainTip(0, "0".repeat(64));
}
