package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Chance;
import vn.minhbach.core.prepare.campaign.Campaign;

/**
 * Logs who opens a result between report and publication, when the veil over the own body has
 * fallen for those who must write, check and sign. Noted before anything is shown: without the log
 * there is no ranking.
 */
public final class WatchDrafts {

  private final DraftOpenings openings;
  private final Chance chance;

  public WatchDrafts(DraftOpenings openings, Chance chance) {
    this.openings = openings;
    this.chance = chance;
  }

  /** Notes an opening; before the report and after publication there is nothing to note. */
  public void note(
      Campaign campaign,
      DraftOpenings.View view,
      Optional<Integer> group,
      Caller caller,
      Instant now) {
    if (campaign.stage().frozen() && !campaign.stage().published()) {
      openings.note(
          new DraftOpenings.Opening(
              campaign.id(),
              chance.hex128(),
              caller.id(),
              caller.roles(),
              caller.unit(),
              view,
              group,
              now));
    }
  }

  /** What was noted, oldest first. */
  public List<DraftOpenings.Opening> list(Campaign campaign, Optional<String> after, int limit) {
    return openings.of(campaign.id(), after, limit);
  }
}
