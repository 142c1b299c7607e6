package vn.minhbach.core.prepare.campaign;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * What an office may set about appraisal (plan V.1–V.3); what is not set is as by default.
 *
 * @param standingOffice the body that leads (<i>cơ quan thường trực</i>; plan V.1 STTTT); empty
 *     where no ranked body does
 * @param deputyBody the body of the deputy, who stands in for the lead's own (plan V.2 SNV)
 * @param teamBodies those that may staff the team; empty for any
 * @param readings how many read each cell: 1 or 2; 1
 * @param samplePercent how much of what is read once is read twice, by the seed: 0 to 100; 5
 * @param gapPoints two readings that lie further apart go to the lead; 1.00
 * @param explanationDays working days to explain (<i>giải trình</i>); 5
 * @param explanationMax characters of an explanation; 4000
 * @param petitionDays working days to ask for reconsideration (<i>đề nghị xem xét lại điểm</i>); 5
 * @param seed of sample and second readers; by default one is drawn with the team's first register
 */
public record AppraisalSettings(
    Optional<UnitCode> standingOffice,
    Optional<UnitCode> deputyBody,
    List<UnitCode> teamBodies,
    Optional<Integer> readings,
    Optional<Integer> samplePercent,
    Optional<Points> gapPoints,
    Optional<Integer> explanationDays,
    Optional<Integer> explanationMax,
    Optional<Integer> petitionDays,
    Optional<Long> seed) {

  public static final AppraisalSettings DEFAULT =
      new AppraisalSettings(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public AppraisalSettings {
    teamBodies = List.copyOf(teamBodies);
  }

  public int readingsOfEach() {
    return readings.orElse(1);
  }

  public int sampleOfHundred() {
    return samplePercent.orElse(5);
  }

  /** Two readings that lie further apart than this are the lead's to settle. */
  public Points gap() {
    return gapPoints.orElse(Points.of("1.00"));
  }

  public int daysToExplain() {
    return explanationDays.orElse(5);
  }

  public int longestExplanation() {
    return explanationMax.orElse(4000);
  }

  public int daysToPetition() {
    return petitionDays.orElse(5);
  }
}
