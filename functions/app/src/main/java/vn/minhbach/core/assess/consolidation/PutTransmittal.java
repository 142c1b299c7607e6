package vn.minhbach.core.assess.consolidation;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts a batch beside the district's own form; holds only where its number is not taken. */
public record PutTransmittal(Transmittal transmittal) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return transmittal.campaign();
  }

  @Override
  public UnitCode unit() {
    return transmittal.district();
  }
}
