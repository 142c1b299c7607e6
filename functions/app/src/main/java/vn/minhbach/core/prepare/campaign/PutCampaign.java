package vn.minhbach.core.prepare.campaign;

import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.HeadWrite;

/** Puts a campaign over the version one below its own; version 1 over nothing. */
public record PutCampaign(Campaign campaign) implements HeadWrite {

  @Override
  public ChainId chain() {
    return campaign.chain();
  }

  @Override
  public ChainTip tip() {
    return campaign.tip();
  }
}
