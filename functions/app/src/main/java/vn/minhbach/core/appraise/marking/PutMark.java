package vn.minhbach.core.appraise.marking;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts a mark over the version one below its own; version 1 over nothing. */
public record PutMark(Mark mark) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return mark.campaign();
  }

  @Override
  public UnitCode unit() {
    return mark.unit();
  }
}
