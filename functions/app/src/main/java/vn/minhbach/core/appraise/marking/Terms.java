package vn.minhbach.core.appraise.marking;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.prepare.campaign.Campaign;

/**
 * What of a campaign bears on what a cell has come to.
 *
 * @param gap two readings further apart than this go to the lead
 * @param shown when the provisional result was shown: what stood then, every unit has seen
 */
public record Terms(Points gap, Optional<Instant> shown) {

  public static Terms of(Campaign campaign) {
    return new Terms(
        campaign.settings().appraisalSettings().gap(),
        campaign.provisional().map(Campaign.Provisional::at));
  }
}
