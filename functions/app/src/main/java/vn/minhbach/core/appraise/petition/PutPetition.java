package vn.minhbach.core.appraise.petition;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts a petition over the version one below its own; version 1 over nothing. */
public record PutPetition(Petition petition) implements FormWrite {

  @Override
  public CampaignId campaign() {
    return petition.campaign();
  }

  @Override
  public UnitCode unit() {
    return petition.unit();
  }
}
