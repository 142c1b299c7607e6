package vn.minhbach.core.appraise.explanation;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts an explanation over the version one below its own; version 1 over nothing. */
public record PutExplanation(Explanation explanation) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return explanation.campaign();
  }

  @Override
  public UnitCode unit() {
    return explanation.unit();
  }
}
