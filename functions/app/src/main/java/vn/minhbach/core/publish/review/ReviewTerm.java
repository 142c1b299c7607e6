package vn.minhbach.core.publish.review;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * From when until when a review may be asked for: so many calendar days after the publication of
 * the latest issue, whether or not it is being corrected meanwhile.
 *
 * @param issue whose
 * @param from day of the publication
 * @param until last day
 */
public record ReviewTerm(int issue, LocalDate from, LocalDate until) {

  /** Empty before anything is public. */
  public static Optional<ReviewTerm> of(Campaign campaign) {
    return campaign
        .publicResult()
        .map(result -> {
          LocalDate day = Deadlines.of(campaign).day(result.publishedAt().orElseThrow());
          return new ReviewTerm(
              result.issue(),
              day,
              day.plusDays(campaign.settings().resultSettings().daysToReview()));
        });
  }

  /** Whether a day is one of them. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
