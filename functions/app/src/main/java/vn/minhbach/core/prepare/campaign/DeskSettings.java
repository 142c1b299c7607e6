package vn.minhbach.core.prepare.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;

/**
 * What an office may set about the work on forms; what is not set is as by default.
 *
 * @param previous the campaign whose figures are suggested and compared; empty for none
 * @param jumpPoints a share that moves by more percentage points against last year is asked about;
 *     30
 * @param jumpPercent a figure that moves by more per cent is; 50
 * @param reasonMin a reason for “not applicable” shorter than so many characters is; 10
 * @param staffLabels denominators that count all staff, by label; those of the plan's three sets
 * @param contestDays for how many whole days after the typing a commune may contest; 3
 * @param questionsPerUnit how many questions a unit may ask; 50
 */
public record DeskSettings(
    Optional<CampaignId> previous,
    Optional<Integer> jumpPoints,
    Optional<Integer> jumpPercent,
    Optional<Integer> reasonMin,
    List<String> staffLabels,
    Optional<Integer> contestDays,
    Optional<Integer> questionsPerUnit) {

  public static final DeskSettings DEFAULT =
      new DeskSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private static final List<String> STAFF =
      List.of("Tổng số CBCC", "Tổng số CBCC cấp xã", "Tổng số CBCC cấp huyện", "Tổng số CBCCVC");

  public DeskSettings {
    staffLabels = List.copyOf(staffLabels);
  }

  public int jumpInPoints() {
    return jumpPoints.orElse(30);
  }

  public int jumpInPercent() {
    return jumpPercent.orElse(50);
  }

  public int shortestReason() {
    return reasonMin.orElse(10);
  }

  /** Labels of denominators that count all staff. */
  public List<String> labelsOfStaff() {
    return staffLabels.isEmpty() ? STAFF : staffLabels;
  }

  public Duration contestTerm() {
    return Duration.ofDays(contestDays.orElse(3));
  }

  public int questionsMax() {
    return questionsPerUnit.orElse(50);
  }
}
