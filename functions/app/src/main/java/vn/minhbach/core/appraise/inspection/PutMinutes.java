package vn.minhbach.core.appraise.inspection;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts minutes; there are none of this inspection at the unit. */
public record PutMinutes(Minutes minutes) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return minutes.campaign();
  }

  @Override
  public UnitCode unit() {
    return minutes.unit();
  }
}
