package vn.minhbach.core.ledger;

/**
 * Puts the item that a chain hangs on, as it is after the change. Every change of what stands
 * behind it passes this item, so that of two hands at once one is told to decide anew.
 */
public interface HeadWrite extends Write {

  ChainId chain();

  /** Where the chain ends after the change. */
  ChainTip tip();
}
