package vn.minhbach.core.submission;

import java.util.Map;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: the projection of all submissions of a campaign. Reads may lag by moments. */
public interface ProgressBoard {

  /**
   * Puts a row unless a newer one is there.
   *
   * @return whether it was written
   */
  boolean put(CampaignId campaign, Progress row);

  Map<UnitCode, Progress> all(CampaignId campaign);
}
