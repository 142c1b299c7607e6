package vn.minhbach.core.assess.takedown;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts a takedown over the version one below its own; version 1 over nothing. */
public record PutTakedown(Takedown takedown) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return takedown.campaign();
  }

  @Override
  public UnitCode unit() {
    return takedown.unit();
  }
}
