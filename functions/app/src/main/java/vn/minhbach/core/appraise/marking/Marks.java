package vn.minhbach.core.appraise.marking;

import java.util.Collection;
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

  /** Those of one criterion at many units, in one batch. */
  Map<UnitCode, Mark> of(CampaignId campaign, CriterionId criterion, Collection<UnitCode> units);
}
