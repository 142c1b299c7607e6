package vn.minhbach.core.assess.custody;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: which files of the team a unit may see. The room of inspections answers it. */
public interface TeamFiles {

  /** Whether a file stands in an inspection whose minutes the unit has. */
  boolean shown(CampaignId campaign, UnitCode unit, String evidenceId);
}
