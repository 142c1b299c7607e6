package vn.minhbach.core.appraise.marking;

import java.util.Set;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/** Port: which criteria of a unit were seen on the spot. The others are judged on documents. */
public interface Visits {

  Set<CriterionId> seen(CampaignId campaign, UnitCode unit);
}
