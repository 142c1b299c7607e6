package vn.minhbach.core.appraise.assignment;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/** Port: which cells are risky, and so are read twice beside the sample. */
public interface Risks {

  /** Nothing is known to be risky. */
  Risks NONE = (campaign, unit, criterion) -> false;

  /** Must cost a constant number of reads. */
  boolean risky(CampaignId campaign, UnitCode unit, CriterionId criterion);
}
