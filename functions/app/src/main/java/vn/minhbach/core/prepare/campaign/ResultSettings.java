package vn.minhbach.core.prepare.campaign;

import java.util.List;
import java.util.Optional;

/**
 * What an office may set about the result; what is not set is as by default.
 *
 * @param noForm what becomes of a unit without a form on the last day; {@link NoFormPolicy#SOURCE}
 * @param tieBreaks criteria groups whose points break a tie of equal indexes, in their order, as
 *     {@code ["II"]}; none, so that equal indexes share a rank
 * @param reviewDays working days to ask for review after publication (<i>đề nghị phúc tra</i>); 10
 */
public record ResultSettings(
    Optional<NoFormPolicy> noForm, List<String> tieBreaks, Optional<Integer> reviewDays) {

  public static final ResultSettings DEFAULT =
      new ResultSettings(Optional.empty(), List.of(), Optional.empty());

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

  public NoFormPolicy withoutForm() {
    return noForm.orElse(NoFormPolicy.SOURCE);
  }

  public int daysToReview() {
    return reviewDays.orElse(10);
  }
}
