package vn.minhbach.core.assess.custody;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts a reading over the version one below its own. */
public record PutReading(FileReading reading) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return reading.campaign();
  }

  @Override
  public UnitCode unit() {
    return reading.unit();
  }
}
