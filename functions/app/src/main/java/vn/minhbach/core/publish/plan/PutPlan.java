package vn.minhbach.core.publish.plan;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts it over the version one below its own; version 1 over nothing. */
public record PutPlan(Plan plan) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return plan.campaign();
  }

  @Override
  public UnitCode unit() {
    return plan.unit();
  }
}
