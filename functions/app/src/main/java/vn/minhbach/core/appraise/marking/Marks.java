package vn.minhbach.core.appraise.marking;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/** Port: the marks. All reads are consistent. */
public interface Marks {

  Optional<Mark> find(CampaignId campaign, UnitCode unit, CriterionId criterion);

  /** Those of one unit, in one query. */
  Map<CriterionId, Mark> ofUnit(CampaignId campaign, UnitCode unit);
}
