package vn.minhbach.core.assess.submission;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Puts the head of the form over the version one below its own; version 1 over nothing. */
public record PutParticulars(CampaignId campaign, UnitCode unit, Particulars particulars)
    implements FormWrite {

  public static PutParticulars in(Head head, Particulars particulars) {
    return new PutParticulars(head.campaign(), head.unit(), particulars);
  }
}
