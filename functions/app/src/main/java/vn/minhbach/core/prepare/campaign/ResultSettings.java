package vn.minhbach.core.prepare.campaign;

import java.util.List;
import java.util.Optional;

/**
 * What an office may set about the result; what is not set is as by default.
 *
 * @param noForm what becomes of a unit without a form on the last day; {@link NoFormPolicy#SOURCE}
 * @param tieBreaks criteria groups whose points break a tie of equal indexes, in their order, as
 *     {@code ["II"]}; none, so that equal indexes share a rank
 * @param planDays calendar days from publication to a unit's improvement plan (<i>kế hoạch khắc
 *     phục</i>, plan V.5); 30
 * @param reviewDays calendar days from publication in which a review (<i>phúc tra</i>) may be asked
 *     for; 10
 */
public record ResultSettings(
    Optional<NoFormPolicy> noForm,
    List<String> tieBreaks,
    Optional<Integer> planDays,
    Optional<Integer> reviewDays) {

  public static final ResultSettings DEFAULT =
      new ResultSettings(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  private static final int PLAN_DAYS = 30;
  private static final int REVIEW_DAYS = 10;

  public ResultSettings {
    tieBreaks = List.copyOf(tieBreaks);
  }

  /** What becomes of a unit whose form was not sent by its last day. */
  public enum NoFormPolicy {
    /** The province's own figures count, the rest is nought; ranked, and labelled. */
    SOURCE,
    /** Listed without a rank. */
    UNRANKED
  }

  public int daysToPlan() {
    return planDays.orElse(PLAN_DAYS);
  }

  public int daysToReview() {
    return reviewDays.orElse(REVIEW_DAYS);
  }

  public NoFormPolicy withoutForm() {
    return noForm.orElse(NoFormPolicy.SOURCE);
  }
}
