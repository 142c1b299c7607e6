package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which reminder is true for a unit at a moment: a pure function of the clock, so that a missed day
 * is caught up with the one rung that is true now and never with all that were missed.
 */
public record Ladder(List<Rung> rungs) {

  public static final Ladder DEFAULT =
      new Ladder(
          List.of(
              new Rung("sent", Rung.Trigger.SENT, 0, Rung.Audience.UNIT),
              new Rung("before-7", Rung.Trigger.BEFORE_DUE, 7, Rung.Audience.UNIT),
              new Rung("before-1", Rung.Trigger.BEFORE_DUE, 1, Rung.Audience.UNIT),
              new Rung("late-1", Rung.Trigger.AFTER_DUE, 1, Rung.Audience.UNIT),
              new Rung("above-3", Rung.Trigger.AFTER_DUE, 3, Rung.Audience.ABOVE)));

  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /**
   * What is known of a unit when the ladder is asked.
   *
   * @param open whether the unit still has something to send; nobody who has finished is reminded
   * @param receivedAt when the form was received
   * @param dueAt last moment in time, extensions included
   * @param closesAt last moment at which the form can be changed; nobody is reminded after it
   */
  public record Situation(boolean open, Instant receivedAt, Instant dueAt, Instant closesAt) {}

  /**
   * A rung that is true, with the name of its claim: a rung that hangs on a due day is another one
   * when that day moves.
   */
  public record Step(Rung rung, String claim, LocalDate dueDay, long daysToDue) {}

  /** The one rung that is true now; empty when none is. Quiet hours are not its concern. */
  public Optional<Step> at(Situation unit, Instant now, ZoneId zone, Predicate<LocalDate> rests) {
    if (!unit.open() || now.isBefore(unit.receivedAt()) || now.isAfter(unit.closesAt())) {
      return Optional.empty();
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate dueDay = unit.dueAt().atZone(zone).toLocalDate();
    LocalDate receivedDay = unit.receivedAt().atZone(zone).toLocalDate();
    boolean late = now.isAfter(unit.dueAt());
    return (late ? lateRung(dueDay, today, rests) : rungBefore(receivedDay, dueDay, today, rests))
        .map(rung ->
            new Step(rung, claim(rung, dueDay), dueDay, dueDay.toEpochDay() - today.toEpochDay()));
  }

  private Optional<Rung> rungBefore(
      LocalDate receivedDay, LocalDate dueDay, LocalDate today, Predicate<LocalDate> rests) {
    return rungs.stream()
        .filter(rung -> rung.trigger() != Rung.Trigger.AFTER_DUE)
        .filter(rung -> !first(rung, receivedDay, dueDay, rests).isAfter(today))
        .max(
            Comparator.comparing((Rung rung) -> first(rung, receivedDay, dueDay, rests))
                .thenComparing(rungs::indexOf));
  }

  // The first day on which a rung is true. A warning must come before its event, so it moves to an
  // earlier working day.
  private static LocalDate first(
      Rung rung, LocalDate receivedDay, LocalDate dueDay, Predicate<LocalDate> rests) {
    if (rung.trigger() == Rung.Trigger.SENT) {
      return receivedDay;
    }
    LocalDate day = dueDay.minusDays(rung.days());
    while (rests.test(day) && day.isAfter(receivedDay)) {
      day = day.minusDays(1);
    }
    // A unit that got its form late is not warned before it got it.
    return day.isBefore(receivedDay) ? receivedDay : day;
  }

  // What follows the event may wait for a working day, and each rung for a day of its own: nobody
  // is reported to those above before the day on which the unit itself is told.
  private Optional<Rung> lateRung(LocalDate dueDay, LocalDate today, Predicate<LocalDate> rests) {
    Optional<Rung> now = Optional.empty();
    LocalDate taken = dueDay;
    List<Rung> inOrder =
        rungs.stream()
            .filter(rung -> rung.trigger() == Rung.Trigger.AFTER_DUE)
            .sorted(Comparator.comparingInt(Rung::days))
            .toList();
    for (Rung rung : inOrder) {
      LocalDate day = dueDay.plusDays(rung.days());
      day = day.isAfter(taken) ? day : taken.plusDays(1);
      while (rests.test(day)) {
        day = day.plusDays(1);
      }
      taken = day;
      now = day.isAfter(today) ? now : Optional.of(rung);
    }
    return now;
  }

  private static String claim(Rung rung, LocalDate dueDay) {
    return rung.trigger() == Rung.Trigger.SENT ? rung.id() : rung.id() + "@" + dueDay;
  }
}
