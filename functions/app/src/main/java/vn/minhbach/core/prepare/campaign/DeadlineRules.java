package vn.minhbach.core.prepare.campaign;

import java.util.OptionalInt;

/**
 * How the campaign's calendar is counted; what a campaign was stored without is {@link #DEFAULT}.
 *
 * @param deliveryDays a form counts as received so many days after it was sent, unless the day of
 *     its arrival is entered
 * @param communeDays days that a commune has until its cut-off at the district; the days of
 *     everybody when empty
 * @param rollOnRestDay whether a term of days that ends on a rest day ends on the next working day;
 *     a fixed date never moves
 * @param latePolicy what happens to a form sent late
 * @param signatureGraceDays calendar days after closing within which a signature counts from the
 *     closing; empty for {@value #SIGNATURE_GRACE_DAYS}
 * @param correctionDays working days that a correction of criteria must leave at least; empty for
 *     {@link #CORRECTION_DAYS}
 */
public record DeadlineRules(
    int deliveryDays,
    OptionalInt communeDays,
    boolean rollOnRestDay,
    LatePolicy latePolicy,
    Holidays holidays,
    OptionalInt signatureGraceDays,
    OptionalInt correctionDays) {

  /** The head of a unit may be away on a mission for so long. */
  public static final int SIGNATURE_GRACE_DAYS = 3;

  /** A week of work, unless the campaign says otherwise. */
  public static final int CORRECTION_DAYS = 5;

  public static final DeadlineRules DEFAULT =
      new DeadlineRules(0, OptionalInt.empty(), true, LatePolicy.MARK, Holidays.NONE);

  /** Rules with the usual days for a signature. */
  public DeadlineRules(
      int deliveryDays,
      OptionalInt communeDays,
      boolean rollOnRestDay,
      LatePolicy latePolicy,
      Holidays holidays) {
    this(
        deliveryDays,
        communeDays,
        rollOnRestDay,
        latePolicy,
        holidays,
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  /** Working days that a correction of criteria must leave at least. */
  public int leastCorrectionDays() {
    return correctionDays.orElse(CORRECTION_DAYS);
  }

  public DeadlineRules with(Holidays table) {
    return new DeadlineRules(
        deliveryDays,
        communeDays,
        rollOnRestDay,
        latePolicy,
        table,
        signatureGraceDays,
        correctionDays);
  }

  /** Calendar days after closing within which a signature counts from the closing. */
  public int daysToSign() {
    return signatureGraceDays.orElse(SIGNATURE_GRACE_DAYS);
  }
}
