package vn.minhbach.core.assess.evidence;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * How far a campaign was gone through for files that came into the vault before there was a reader
 * of them: unit by unit, once. What comes later is an event.
 *
 * @param afterUnit the last unit that is done
 * @param attempts how often the next one was begun and not ended
 * @param finished whether all are done
 * @param version rises by one with each step
 */
public record Backlog(
    CampaignId campaign,
    Optional<UnitCode> afterUnit,
    int attempts,
    boolean finished,
    long version) {

  public static Backlog of(CampaignId campaign) {
    return new Backlog(campaign, Optional.empty(), 0, false, 0);
  }

  /** The next unit is begun: who dies in it has tried once. */
  public Backlog begun() {
    return new Backlog(campaign, afterUnit, attempts + 1, finished, version + 1);
  }

  /** The next unit is left for another run, and for no fault of its own. */
  public Backlog paused() {
    return new Backlog(campaign, afterUnit, 0, finished, version + 1);
  }

  public Backlog after(UnitCode unit) {
    return new Backlog(campaign, Optional.of(unit), 0, finished, version + 1);
  }

  public Backlog ended() {
    return new Backlog(campaign, afterUnit, 0, true, version + 1);
  }
}
