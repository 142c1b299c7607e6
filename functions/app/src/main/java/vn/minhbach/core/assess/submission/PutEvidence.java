package vn.minhbach.core.assess.submission;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;

/** Puts evidence over the version one below its own; version 1 over nothing. */
public record PutEvidence(CampaignId campaign, UnitCode unit, Evidence evidence)
    implements FormWrite {

  public static PutEvidence in(Head head, Evidence evidence) {
    return new PutEvidence(head.campaign(), head.unit(), evidence);
  }
}
