package vn.minhbach.core.appraise.inspection;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts a finding; there is none of its id. */
public record PutFinding(Finding finding) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return finding.campaign();
  }

  @Override
  public UnitCode unit() {
    return finding.unit();
  }
}
