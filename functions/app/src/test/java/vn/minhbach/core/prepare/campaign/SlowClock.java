package vn.minhbach.core.prepare.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the clock said a second time, the way a registry clerk counts: one day after the
 * other with a finger on the wall calendar. Shares no line with {@link Deadlines}.
 */
final class SlowClock {

  private final Calendar calendar;
  private final DeadlineRules rules;
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> work = new HashSet<>();

  SlowClock(Calendar calendar, DeadlineRules rules) {
    this.calendar = calendar;
    this.rules = rules;
    for (Holiday day : rules.holidays().days()) {
      (day.kind() == Holiday.Kind.OFF ? off : work).add(day.date());
    }
  }

  LocalDate receipt(Instant sentAt, Optional<LocalDate> arrivedOn) {
    LocalDate day = ZonedDateTime.ofInstant(sentAt, calendar.zone()).toLocalDate();
    if (arrivedOn.isPresent()) {
      return arrivedOn.get();
    }
    for (int i = 0; i < rules.deliveryDays(); i++) {
      day = day.plusDays(1);
    }
    return day;
  }

  LocalDate due(
      boolean commune, Instant sentAt, Optional<LocalDate> arrived, Optional<LocalDate> extended) {
    LocalDate receipt = receipt(sentAt, arrived);
    int days =
        commune && rules.communeDays().isPresent()
            ? rules.communeDays().getAsInt()
            : calendar.answerDays();
    LocalDate fixed = calendar.dueBefore().minusDays(1);
    LocalDate cutOff = fixed;
    for (int i = days; i < calendar.answerDays(); i++) {
      cutOff = cutOff.minusDays(1);
    }
    LocalDate due = count(receipt, days);
    while (due.isAfter(cutOff)) {
      due = due.minusDays(1);
    }
    // A commune's cut-off is never before it could know of it.
    while (commune && due.isBefore(receipt) && due.isBefore(fixed)) {
      due = due.plusDays(1);
    }
    while (extended.isPresent() && due.isBefore(extended.get())) {
      due = due.plusDays(1);
    }
    return due;
  }

  LocalDate forward(Instant sentAt, Optional<LocalDate> arrived, Optional<LocalDate> extended) {
    LocalDate by = due(false, sentAt, arrived, Optional.empty());
    if (extended.isEmpty()) {
      return by;
    }
    int slice = calendar.answerDays() - rules.communeDays().orElse(calendar.answerDays());
    LocalDate later = slice == 0 ? extended.get() : count(extended.get(), slice);
    return by.isAfter(later) ? by : later;
  }

  /** Ticks off working days on the wall calendar, from the day after. */
  LocalDate corrected(Instant at, int workingDays) {
    LocalDate day = ZonedDateTime.ofInstant(at, calendar.zone()).toLocalDate();
    int ticked = 0;
    while (ticked < workingDays) {
      day = day.plusDays(1);
      if (!resting(day)) {
        ticked++;
      }
    }
    return day;
  }

  /** Whether a moment falls on the day or before it, on a clock on the wall of that zone. */
  boolean inTime(Instant moment, LocalDate lastDay) {
    return !ZonedDateTime.ofInstant(moment, calendar.zone()).toLocalDate().isAfter(lastDay);
  }

  /** Day 1 is the day after receipt; a term that ends on a rest day goes on. */
  private LocalDate count(LocalDate receipt, int days) {
    LocalDate day = receipt;
    for (int n = 0; n < days; n++) {
      day = day.plusDays(1);
    }
    while (rules.rollOnRestDay() && resting(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private boolean resting(LocalDate day) {
    if (work.contains(day)) {
      return false;
    }
    DayOfWeek name = day.getDayOfWeek();
    return off.contains(day) || name == DayOfWeek.SATURDAY || name == DayOfWeek.SUNDAY;
  }
}
