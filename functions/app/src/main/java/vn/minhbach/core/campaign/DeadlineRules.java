package vn.minhbach.core.campaign;

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
 * @param correctionDays working days that a correction of criteria must leave at least; empty for
 *     {@link #CORRECTION_DAYS}
 */
public record DeadlineRules(
    int deliveryDays,
    OptionalInt communeDays,
    boolean rollOnRestDay,
    LatePolicy latePolicy,
    Holidays holidays,
    OptionalInt correctionDays) {

  /** A week of work, unless the campaign says otherwise. */
  public static final int CORRECTION_DAYS = 5;

  public static final DeadlineRules DEFAULT =
      new DeadlineRules(0, OptionalInt.empty(), true, LatePolicy.MARK, Holidays.NONE);

  /** Without a word on corrections. */
  public DeadlineRules(
      int deliveryDays,
      OptionalInt communeDays,
      boolean rollOnRestDay,
      LatePolicy latePolicy,
      Holidays holidays) {
    this(deliveryDays, communeDays, rollOnRestDay, latePolicy, holidays, OptionalInt.empty());
  }

  /** Working days that a correction of criteria must leave at least. */
  public int leastCorrectionDays() {
    return correctionDays.orElse(CORRECTION_DAYS);
  }

  public DeadlineRules with(Holidays table) {
    return new DeadlineRules(
        deliveryDays, communeDays, rollOnRestDay, latePolicy, table, correctionDays);
  }
}
