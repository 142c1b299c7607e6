package vn.minhbach.core.assess.question;

import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.HeadWrite;

/** Puts a question over the version one below its own; version 1 over nothing. */
public record PutQuestion(Question question) implements HeadWrite {

  @Override
  public ChainId chain() {
    return question.chain();
  }

  @Override
  public ChainTip tip() {
    return question.tip();
  }
}
