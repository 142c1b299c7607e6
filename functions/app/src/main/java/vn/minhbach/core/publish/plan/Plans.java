package vn.minhbach.core.publish.plan;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: improvement plans, and what became of them. Reads of one are consistent. */
public interface Plans {

  Optional<Plan> find(CampaignId campaign, UnitCode unit);

  /** Those of all units that have one. */
  List<Plan> all(CampaignId campaign);

  /** What a unit says in this campaign of its earlier plan. */
  Optional<PlanReview> review(CampaignId campaign, UnitCode unit);
}
