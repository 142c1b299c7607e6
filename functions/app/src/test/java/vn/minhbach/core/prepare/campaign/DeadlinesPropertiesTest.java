package vn.minhbach.core.prepare.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Deadlines.Clock;
import vn.minhbach.core.prepare.campaign.Deadlines.Facts;
import vn.minhbach.core.unit.Unit;

/** The one clock against {@link SlowClock}, over calendars, receipts, holidays and zones. */
class DeadlinesPropertiesTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 7, 1);
  private static final int SPAN = 200;
  static final Unit DEPARTMENT = unit("STTTT", 1, Optional.empty());
  static final Unit COMMUNE = unit("06649", 3, Optional.of(new UnitCode("193")));

  /** Zones with a gap or an overlap at midnight among them. */
  private static final List<String> ZONES =
      List.of(
          "Asia/Ho_Chi_Minh",
          "UTC",
          "America/Sao_Paulo",
          "Asia/Beirut",
          "Pacific/Apia",
          "America/Los_Angeles");

  /** One case. */
  record Case(
      Calendar calendar,
      DeadlineRules rules,
      Instant sentAt,
      Optional<LocalDate> arrivedOn,
      Optional<LocalDate> extendedTo) {

    Clock clock(Unit unit) {
      return new Deadlines(calendar, rules).clock(unit, sentAt, new Facts(arrivedOn, extendedTo));
    }

    Case extendedTo(Optional<LocalDate> day) {
      return new Case(calendar, rules, sentAt, arrivedOn, day);
    }

    Case arrivedOn(Optional<LocalDate> day) {
      return new Case(calendar, rules, sentAt, day, extendedTo);
    }

    SlowClock slow() {
      return new SlowClock(calendar, rules);
    }

    LocalDate day(Instant moment) {
      return moment.atZone(calendar.zone()).toLocalDate();
    }
  }

  @Property(tries = 1000)
  void aCorrectionLeavesWholeWorkingDays(
      @ForAll("cases") Case one, @ForAll @IntRange(min = 1, max = 20) int days) {
    var deadlines = new Deadlines(one.calendar(), one.rules());
    Instant until = deadlines.correctedBy(one.sentAt(), days);
    assertEquals(one.slow().corrected(one.sentAt(), days), one.day(until));
    assertEquals(deadlines.endOf(one.day(until)), until);
  }

  @Property(tries = 1000)
  void aCorrectionPutsOffTheDueDateAsAnExtensionDoes(@ForAll("cases") Case one) {
    var deadlines = new Deadlines(one.calendar(), one.rules());
    Optional<LocalDate> day = Optional.of(one.day(deadlines.correctedBy(one.sentAt(), 5)));
    for (Unit unit : List.of(DEPARTMENT, COMMUNE)) {
      assertEquals(
          deadlines.clock(unit, one.sentAt(), new Facts(one.arrivedOn(), day)),
          deadlines.clock(
              unit,
              one.sentAt(),
              new Facts(one.arrivedOn(), Optional.empty(), day, Optional.empty())));
      Clock both =
          deadlines.clock(
              unit,
              one.sentAt(),
              new Facts(one.arrivedOn(), one.extendedTo(), day, Optional.empty()));
      assertFalse(both.dueAt().isBefore(one.clock(unit).dueAt()));
      assertFalse(both.closesAt().isBefore(both.dueAt()));
    }
  }

  @Property(tries = 1000)
  void aReturnGivesItsDaysAndTakesNone(
      @ForAll("cases") Case one,
      @ForAll @IntRange(min = 0, max = 200) int days,
      @ForAll boolean late,
      @ForAll boolean byDistrict) {
    var deadlines = new Deadlines(one.calendar(), one.rules());
    LocalDate to = one.day(one.sentAt()).plusDays(days);
    for (Unit unit : List.of(DEPARTMENT, COMMUNE)) {
      Clock before = one.clock(unit);
      Clock after =
          deadlines.clock(
              unit,
              one.sentAt(),
              new Facts(
                  one.arrivedOn(),
                  one.extendedTo(),
                  Optional.empty(),
                  Optional.of(new Deadlines.Returned(to, late, byDistrict))));
      Instant end = deadlines.endOf(to);
      assertEquals(
          late || !end.isAfter(before.dueAt()) ? before.dueAt() : end, after.dueAt(), "due");
      assertEquals(end.isAfter(before.closesAt()) ? end : before.closesAt(), after.closesAt());
      assertFalse(after.closesAt().isBefore(after.dueAt()));
      if (byDistrict) {
        assertEquals(before.forwardBy(), after.forwardBy(), "its district's own time");
      }
      before
          .forwardBy()
          .ifPresent(by -> {
            assertFalse(after.forwardBy().orElseThrow().isBefore(by));
            assertTrue(byDistrict || !after.forwardBy().orElseThrow().isBefore(end));
          });
    }
  }

  @Property(tries = 3000)
  void agreesWithAClerkWhoCountsDayByDay(@ForAll("cases") Case one) {
    SlowClock slow = one.slow();
    for (Unit unit : List.of(DEPARTMENT, COMMUNE)) {
      Clock clock = one.clock(unit);
      boolean commune = unit == COMMUNE;
      assertEquals(slow.receipt(one.sentAt(), one.arrivedOn()), one.day(clock.receivedAt()));
      LocalDate due = slow.due(commune, one.sentAt(), one.arrivedOn(), one.extendedTo());
      assertEquals(due, one.day(clock.dueAt()));
      // The very last millisecond of that day, in that zone, and not one more.
      assertTrue(slow.inTime(clock.dueAt(), due));
      assertFalse(slow.inTime(clock.dueAt().plusMillis(1), due));
      assertEquals(
          commune
              ? Optional.of(slow.forward(one.sentAt(), one.arrivedOn(), one.extendedTo()))
              : Optional.empty(),
          clock.forwardBy().map(one::day));
    }
  }

  @Property
  void theLockIsNeverBeforeTheDueDateNorBeforeTheCampaigns(@ForAll("cases") Case one) {
    for (Unit unit : List.of(DEPARTMENT, COMMUNE)) {
      Clock clock = one.clock(unit);
      assertFalse(clock.closesAt().isBefore(clock.dueAt()));
      assertFalse(
          clock
              .closesAt()
              .isBefore(new Deadlines(one.calendar(), one.rules()).milestones().closesBy()));
    }
  }

  @Property
  void anExtensionNeverShortens(
      @ForAll("cases") Case one, @ForAll("days") LocalDate until, @ForAll boolean commune) {
    Unit unit = commune ? COMMUNE : DEPARTMENT;
    Clock without = one.extendedTo(Optional.empty()).clock(unit);
    Clock with = one.extendedTo(Optional.of(until)).clock(unit);
    assertFalse(with.dueAt().isBefore(without.dueAt()));
    assertFalse(with.closesAt().isBefore(without.closesAt()));
    assertTrue(!one.day(with.dueAt()).isBefore(until));
    assertEquals(without.receivedAt(), with.receivedAt());
  }

  @Property
  void withoutAnExtensionNothingIsDueAfterTheFixedDate(@ForAll("cases") Case one) {
    for (Unit unit : List.of(DEPARTMENT, COMMUNE)) {
      Clock clock = one.extendedTo(Optional.empty()).clock(unit);
      assertTrue(one.day(clock.dueAt()).isBefore(one.calendar().dueBefore()));
      assertTrue(
          clock.forwardBy().map(by -> !by.isBefore(clock.dueAt())).orElse(true),
          "the district is never due before its commune");
    }
  }

  @Property
  void aLaterReceiptIsNeverDueEarlier(
      @ForAll("cases") Case one, @ForAll("days") LocalDate early, @ForAll("days") LocalDate late) {
    LocalDate first = early.isBefore(late) ? early : late;
    LocalDate second = early.isBefore(late) ? late : early;
    for (Unit unit : List.of(DEPARTMENT, COMMUNE)) {
      assertFalse(
          one.arrivedOn(Optional.of(second))
              .clock(unit)
              .dueAt()
              .isBefore(one.arrivedOn(Optional.of(first)).clock(unit).dueAt()));
    }
  }

  @Property
  void whoIsNotHurriedHasTheDaysPromised(@ForAll("cases") Case one, @ForAll boolean commune) {
    Unit unit = commune ? COMMUNE : DEPARTMENT;
    var deadlines = new Deadlines(one.calendar(), one.rules());
    Case plain = one.arrivedOn(Optional.empty()).extendedTo(Optional.empty());
    long given =
        plain.slow().due(commune, one.sentAt(), Optional.empty(), Optional.empty()).toEpochDay()
            - plain.slow().receipt(one.sentAt(), Optional.empty()).toEpochDay();
    assertEquals(given, deadlines.daysGiven(unit, one.sentAt()));
    assertEquals(
        commune
            ? one.rules().communeDays().orElse(one.calendar().answerDays())
            : one.calendar().answerDays(),
        deadlines.daysPromised(unit));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, SPAN).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Instant> moments =
        Arbitraries.longs()
            .between(0, SPAN * 86_400_000L)
            .map(millis -> Instant.parse("2020-07-01T00:00:00Z").plusMillis(millis));
    return Combinators.combine(calendars(), rules(), moments, days().optional(), days().optional())
        .as((calendar, rules, sent, arrived, extended) ->
            new Case(
                calendar,
                new DeadlineRules(
                    rules.deliveryDays(),
                    rules.communeDays().isPresent()
                        ? OptionalInt.of(
                            Math.min(rules.communeDays().getAsInt(), calendar.answerDays()))
                        : rules.communeDays(),
                    rules.rollOnRestDay(),
                    rules.latePolicy(),
                    rules.holidays()),
                sent,
                arrived,
                extended))
        // The parts have their own edge cases; their products would crowd out the rest.
        .edgeCases(EdgeCases.Config::none);
  }

  private Arbitrary<Calendar> calendars() {
    return Combinators.combine(
            Arbitraries.of(ZONES),
            Arbitraries.integers().between(1, 40),
            days(),
            Arbitraries.integers().between(0, 60))
        .as((zone, answerDays, dueBefore, grace) ->
            new Calendar(
                ZoneId.of(zone),
                answerDays,
                dueBefore,
                dueBefore.plusDays(grace),
                dueBefore.plusDays(grace + 60L),
                dueBefore.plusDays(grace + 90L),
                dueBefore.plusDays(grace + 150L)));
  }

  private Arbitrary<DeadlineRules> rules() {
    Arbitrary<Holiday> holidays =
        Combinators.combine(days(), Arbitraries.of(Holiday.Kind.values()))
            .as((day, kind) -> new Holiday(day, kind, "x"));
    return Combinators.combine(
            Arbitraries.integers().between(0, 10),
            Arbitraries.integers().between(1, 40).optional(),
            Arbitraries.of(true, false),
            holidays.list().ofMaxSize(40).uniqueElements(Holiday::date))
        .as((delivery, commune, roll, table) ->
            new DeadlineRules(
                delivery,
                commune.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                roll,
                LatePolicy.MARK,
                new Holidays(table)));
  }

  static Unit unit(String code, int group, Optional<UnitCode> parent) {
    return new Unit(
        new UnitCode(code),
        group,
        "x",
        code,
        parent,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
