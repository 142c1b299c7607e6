package vn.minhbach.core.prepare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.unit.Unit;

/**
 * The one clock: every date that binds anybody in a campaign comes from here, so that locks,
 * screens and reminders cannot disagree. Pure; the rules are in {@code
 * infra/decisions/0010-one-clock.md}.
 *
 * <p>A moment “by” which something is due is the last millisecond of the last day in the campaign's
 * zone.
 */
public final class Deadlines {

  private final Calendar calendar;
  private final DeadlineRules rules;

  public Deadlines(Calendar calendar, DeadlineRules rules) {
    this.calendar = calendar;
    this.rules = rules;
  }

  public static Deadlines of(Campaign campaign) {
    return new Deadlines(campaign.calendar(), campaign.settings().deadlineRules());
  }

  /**
   * What is known of one unit beyond the sending.
   *
   * @param arrivedOn the day on which the unit's registry took the dispatch in (<i>ngày đến</i>)
   * @param extendedTo last day of an extension that was granted
   * @param correctedTo last day for answering criteria that were corrected before the form was due
   * @param returned that the form was returned whole, and is awaited anew
   */
  public record Facts(
      Optional<LocalDate> arrivedOn,
      Optional<LocalDate> extendedTo,
      Optional<LocalDate> correctedTo,
      Optional<Returned> returned) {

    /** Nothing was entered, nothing was granted. */
    public static final Facts NONE = new Facts(Optional.empty(), Optional.empty());

    /** Criteria that stayed as they were sent. */
    public Facts(Optional<LocalDate> arrivedOn, Optional<LocalDate> extendedTo) {
      this(arrivedOn, extendedTo, Optional.empty(), Optional.empty());
    }

    /** The later of the two days to which the term was lengthened. */
    private Optional<LocalDate> lengthenedTo() {
      return extendedTo.map(day -> later(day, correctedTo)).or(() -> correctedTo);
    }
  }

  /**
   * A form that was returned whole.
   *
   * @param to last day for sending it anew
   * @param late whether it was late before: then it stays so
   * @param byDistrict whether the unit's own district returned it: whose hand takes the time has no
   *     more of it for itself
   */
  public record Returned(LocalDate to, boolean late, boolean byDistrict) {}

  /**
   * The clock of one unit.
   *
   * @param receivedAt when the form counts as received; day 1 is the day after
   * @param dueAt last moment in time: decides late. A commune's is its cut-off at the district
   * @param closesAt last moment at which the unit can change its form; never before {@code dueAt}
   * @param forwardBy a commune's form must have left the district by then; time that it lies there
   *     is the district's, not the commune's
   */
  public record Clock(
      Instant receivedAt, Instant dueAt, Instant closesAt, Optional<Instant> forwardBy) {}

  /** The dates that bind the office and the People's Committee (plan V.1, IV.3). */
  public record Milestones(
      Instant dueBy, Instant closesBy, Instant appraisedBy, Instant reportBy, Instant publishBy) {}

  /** The clock of a unit whose form was sent at that moment. */
  public Clock clock(Unit unit, Instant sentAt, Facts facts) {
    LocalDate receipt = receipt(sentAt, facts);
    LocalDate due =
        later(
            later(due(unit, receipt), facts.lengthenedTo()),
            facts.returned().filter(again -> !again.late()).map(Returned::to));
    Instant dueAt = endOf(due);
    Instant closesAt =
        endOf(later(calendar.closesBefore().minusDays(1), facts.returned().map(Returned::to)));
    return new Clock(
        receipt.equals(day(sentAt)) ? sentAt : receipt.atStartOfDay(calendar.zone()).toInstant(),
        dueAt,
        closesAt.isBefore(dueAt) ? dueAt : closesAt,
        unit.consolidated()
            ? Optional.of(endOf(later(forward(receipt, facts.lengthenedTo()), forwardAgain(facts))))
            : Optional.empty());
  }

  public Milestones milestones() {
    return new Milestones(
        calendar.lastMomentBefore(calendar.dueBefore()),
        calendar.lastMomentBefore(calendar.closesBefore()),
        calendar.lastMomentBefore(calendar.appraisedBefore()),
        calendar.lastMomentBefore(calendar.reportBefore()),
        calendar.lastMomentBefore(calendar.publishBefore()));
  }

  /** Last moment at which a form that was closed then is signed in time; it never rolls over. */
  public Instant signBy(Instant closedAt) {
    return endOf(day(closedAt).plusDays(rules.daysToSign()));
  }

  /** Days that a unit is promised after receipt. */
  public int daysPromised(Unit unit) {
    return unit.consolidated()
        ? rules.communeDays().orElse(calendar.answerDays())
        : calendar.answerDays();
  }

  /** Days that a unit really has when its form is sent at that moment. */
  public long daysGiven(Unit unit, Instant sentAt) {
    LocalDate receipt = receipt(sentAt, Facts.NONE);
    return due(unit, receipt).toEpochDay() - receipt.toEpochDay();
  }

  /** The last day to which an answer can be put off: the appraisal still has to be done. */
  public LocalDate lastDayOfExtension() {
    return calendar.appraisedBefore().minusDays(1);
  }

  /**
   * The last moment for answering criteria that are corrected at that moment: the end of the so
   * many-th working day after it. Working days, unlike the terms of the plan: a correction comes
   * unannounced, and a week of Tết must not eat it up.
   */
  public Instant correctedBy(Instant correctedAt, int workingDays) {
    return workingDaysAfter(day(correctedAt), workingDays);
  }

  /**
   * The last moment for answering what was asked at that moment: so many working days from its
   * receipt, which is counted as that of a form.
   */
  public Instant answeredBy(Instant askedAt, int workingDays) {
    return workingDaysAfter(receipt(askedAt, Facts.NONE), workingDays);
  }

  /** The end of the so many-th working day after a day. */
  public Instant workingDaysAfter(LocalDate from, int workingDays) {
    LocalDate day = from;
    for (int left = workingDays; left > 0; left--) {
      day = rules.holidays().workingDayFrom(day.plusDays(1));
    }
    return endOf(day);
  }

  /** The calendar day of a moment in the campaign's zone. */
  public LocalDate day(Instant moment) {
    return moment.atZone(calendar.zone()).toLocalDate();
  }

  /** The last moment of a day in the campaign's zone. */
  public Instant endOf(LocalDate day) {
    return calendar.lastMomentBefore(day.plusDays(1));
  }

  private LocalDate receipt(Instant sentAt, Facts facts) {
    return facts.arrivedOn().orElseGet(() -> day(sentAt).plusDays(rules.deliveryDays()));
  }

  private LocalDate due(Unit unit, LocalDate receipt) {
    if (!unit.consolidated()) {
      return earlier(term(receipt, calendar.answerDays()), lastDay());
    }
    // The district needs its days before the fixed date too; but nobody is late before receipt.
    LocalDate cutOff = earlier(term(receipt, daysPromised(unit)), lastDay().minusDays(slice()));
    return later(cutOff, Optional.of(earlier(receipt, lastDay())));
  }

  /** What the team returns, the district has to pass on anew. */
  private Optional<LocalDate> forwardAgain(Facts facts) {
    return facts
        .returned()
        .filter(again -> !again.byDistrict())
        .map(again -> slice() == 0 ? again.to() : term(again.to(), slice()));
  }

  private LocalDate forward(LocalDate receipt, Optional<LocalDate> lengthenedTo) {
    return later(
        earlier(term(receipt, calendar.answerDays()), lastDay()),
        lengthenedTo.map(day -> slice() == 0 ? day : term(day, slice())));
  }

  /** Days of a commune's term that are its district's. */
  private int slice() {
    return calendar.answerDays() - rules.communeDays().orElse(calendar.answerDays());
  }

  private LocalDate term(LocalDate from, int days) {
    LocalDate last = from.plusDays(days);
    return rules.rollOnRestDay() ? rules.holidays().workingDayFrom(last) : last;
  }

  /** “Trước ngày X” means that X − 1 is the last day; it stays so on a rest day. */
  private LocalDate lastDay() {
    return calendar.dueBefore().minusDays(1);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, Optional<LocalDate> other) {
    return other.filter(one::isBefore).orElse(one);
  }
}
