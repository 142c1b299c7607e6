package vn.minhbach.core.appraise.petition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/** Port: the petitions. All reads are consistent. */
public interface Petitions {

  Optional<Petition> find(CampaignId campaign, UnitCode unit, CriterionId criterion);

  /** Those of one unit by criterion, in one query. */
  List<Petition> ofUnit(CampaignId campaign, UnitCode unit);

  /** Those of one criterion at many units, in one batch. */
  List<Petition> of(CampaignId campaign, CriterionId criterion, Collection<UnitCode> units);
}
