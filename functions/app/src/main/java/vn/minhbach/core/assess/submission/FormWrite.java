package vn.minhbach.core.assess.submission;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Write;

/** A write into one unit's form; {@link Commits} refuses one of another form than its head's. */
public sealed interface FormWrite extends Write permits PutAnswer, PutEvidence, PutParticulars {

  CampaignId campaign();

  UnitCode unit();
}
