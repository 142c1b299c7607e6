package vn.minhbach.core.publish.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** Whether every review has its decision, so that a corrected result can be reported. */
public final class EndReviews {

  private static final int NAMED_MAX = 10;

  private final Reviews reviews;

  public EndReviews(Reviews reviews) {
    this.reviews = reviews;
  }

  /** Refused while one of a unit that takes part waits, naming the first. */
  public Outcome<Campaign> ended(Campaign campaign, List<Unit> register) {
    // Nothing was public yet, so nobody can have asked; and nothing is read.
    if (campaign.publicResult().isEmpty()) {
      return Outcome.accepted(campaign);
    }
    Set<UnitCode> units = register.stream().map(Unit::code).collect(Collectors.toSet());
    List<Review> open =
        reviews.all(campaign.id()).stream()
            .filter(one -> one.state() == Review.State.PENDING && units.contains(one.unit()))
            .toList();
    return open.isEmpty()
        ? Outcome.accepted(campaign)
        : Outcome.refused(
            Refusal.of(
                ReviewProblem.REVIEWS_STILL_OPEN.of(open.size()),
                open.stream()
                    .limit(NAMED_MAX)
                    .map(one ->
                        Violation.at(
                            one.unit() + "/" + one.criterion(), ReviewProblem.REVIEW_OPEN.of()))
                    .toList()));
  }
}
