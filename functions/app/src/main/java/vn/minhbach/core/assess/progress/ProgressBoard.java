package vn.minhbach.core.assess.progress;

import java.util.Collection;
import java.util.Map;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: the projection of all submissions of a campaign. */
public interface ProgressBoard {

  /**
   * Puts a row unless a newer one is there.
   *
   * @return whether it was written
   */
  boolean put(CampaignId campaign, Progress row);

  /** Every row; may lag by moments. */
  Map<UnitCode, Progress> all(CampaignId campaign);

  /** Those of some units, in a batch for each hundred; read consistently. */
  Map<UnitCode, Progress> of(CampaignId campaign, Collection<UnitCode> units);

  /** Every row as it is now, for what cannot be computed again: twice the cost. */
  Map<UnitCode, Progress> current(CampaignId campaign);
}
