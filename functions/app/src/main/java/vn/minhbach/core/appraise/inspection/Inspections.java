package vn.minhbach.core.appraise.inspection;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: inspections, what they found, and their minutes. Reads are consistent. */
public interface Inspections {

  Optional<Inspection> find(CampaignId campaign, int number);

  /** All of a campaign, by number. */
  List<Inspection> all(CampaignId campaign);

  /** All findings at a unit, by inspection and criterion. */
  List<Finding> findings(CampaignId campaign, UnitCode unit);

  Optional<Finding> finding(CampaignId campaign, UnitCode unit, String id);

  Optional<Minutes> minutes(CampaignId campaign, UnitCode unit, int inspection);

  /** All minutes at a unit, by inspection. */
  List<Minutes> minutes(CampaignId campaign, UnitCode unit);
}
