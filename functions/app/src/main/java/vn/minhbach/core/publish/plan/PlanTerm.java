package vn.minhbach.core.publish.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * Until when a unit has to plan: so many calendar days after the publication of the latest issue.
 */
public final class PlanTerm {

  /** How long who has no plan is chased after its last day. */
  private static final int CHASED_DAYS = 28;

  /** How long before its last day it is told. */
  private static final int TOLD_DAYS = 5;

  private PlanTerm() {}

  /** The last day; empty before anything is public. */
  public static Optional<LocalDate> lastDay(Campaign campaign) {
    return campaign
        .publicResult()
        .flatMap(Campaign.Result::publishedAt)
        .map(at ->
            Deadlines.of(campaign)
                .day(at)
                .plusDays(campaign.settings().resultSettings().daysToPlan()));
  }

  /**
   * Which telling a day is for: 0 from five days before the last day until it, then 1 to 4 for the
   * weeks after it. Empty before, after, and while no result is in force.
   */
  public static Optional<Integer> telling(Campaign campaign, Instant now) {
    if (!campaign.stage().published()) {
      return Optional.empty();
    }
    return lastDay(campaign)
        .map(last -> Deadlines.of(campaign).day(now).toEpochDay() - last.toEpochDay())
        .filter(late -> late >= -TOLD_DAYS && late <= CHASED_DAYS)
        .map(late -> late <= 0 ? 0 : (int) ((late - 1) / 7) + 1);
  }
}
