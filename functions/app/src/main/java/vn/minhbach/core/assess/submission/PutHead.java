package vn.minhbach.core.assess.submission;

import java.time.Instant;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.HeadWrite;

/**
 * Puts the head of a submission.
 *
 * @param before the head as read; the write holds only if it is still that
 * @param after the head as it shall be
 * @param at domain clock: what the unit itself changes must come before the lock
 */
public record PutHead(Head before, Head after, Instant at) implements HeadWrite {

  @Override
  public ChainId chain() {
    return after.chain();
  }

  @Override
  public ChainTip tip() {
    return after.tip();
  }
}
