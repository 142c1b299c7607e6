package vn.minhbach.core.publish.review;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts it over the version one below its own; version 1 over nothing. */
public record PutReview(Review review) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return review.campaign();
  }

  @Override
  public UnitCode unit() {
    return review.unit();
  }
}
