package vn.minhbach.core.prepare.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.prepare.campaign.DeadlinesPropertiesTest.COMMUNE;
import static vn.minhbach.core.prepare.campaign.DeadlinesPropertiesTest.DEPARTMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.prepare.campaign.Deadlines.Facts;

/** The plan of 2020 and days that people know. */
class DeadlinesTest {

  private static final Holidays SHIPPED =
      accepted(Holidays.read(new ResourceTemplates().publicHolidaysCsv()));

  private static final Calendar PLAN =
      calendar(LocalDate.of(2020, 9, 30), LocalDate.of(2020, 11, 1));

  private static Calendar calendar(LocalDate due, LocalDate closes) {
    return new Calendar(
        ZoneId.of("Asia/Ho_Chi_Minh"),
        15,
        due,
        closes,
        closes.plusMonths(2),
        closes.plusMonths(3),
        closes.plusMonths(5));
  }

  private static DeadlineRules rules(int delivery, OptionalInt communeDays, boolean roll) {
    return new DeadlineRules(delivery, communeDays, roll, LatePolicy.MARK, SHIPPED);
  }

  private static Instant at(String local) {
    return Instant.parse(local + "+07:00");
  }

  @ParameterizedTest
  @CsvSource({
    // the plan's own day: nobody is short
    "2020-08-03T08:00:00, 2020-08-18T23:59:59.999",
    // in the last millisecond of a day it is still that day
    "2020-08-03T23:59:59.999, 2020-08-18T23:59:59.999",
    "2020-08-04T00:00:00, 2020-08-19T23:59:59.999",
    // day 15 is Saturday 22/8: Monday
    "2020-08-07T08:00:00, 2020-08-24T23:59:59.999",
    // day 15 is Quốc khánh: the day after
    "2020-08-18T08:00:00, 2020-09-03T23:59:59.999",
    // the fixed date binds
    "2020-09-25T08:00:00, 2020-09-29T23:59:59.999"
  })
  void aDepartmentHasFifteenDaysOrUntilTheFixedDate(String sent, String due) {
    var deadlines = new Deadlines(PLAN, rules(0, OptionalInt.empty(), true));
    assertEquals(at(due), deadlines.clock(DEPARTMENT, at(sent), Facts.NONE).dueAt());
  }

  @Test
  void aTermStaysOnARestDayWhereTheCampaignSaysSo() {
    var deadlines = new Deadlines(PLAN, rules(0, OptionalInt.empty(), false));
    assertEquals(
        at("2020-08-22T23:59:59.999"),
        deadlines.clock(DEPARTMENT, at("2020-08-07T08:00:00"), Facts.NONE).dueAt());
  }

  @Test
  void aFixedDateStaysOnARestDay() {
    // before 2/9/2020 (Wednesday, holiday) means until 1/9; before 7/9 means until Sunday 6/9
    var deadlines =
        new Deadlines(
            calendar(LocalDate.of(2020, 9, 7), LocalDate.of(2020, 10, 1)),
            rules(0, OptionalInt.empty(), true));
    assertEquals(
        at("2020-09-06T23:59:59.999"),
        deadlines.clock(DEPARTMENT, at("2020-09-01T08:00:00"), Facts.NONE).dueAt());
  }

  @Test
  void tetAndAWorkedSaturdayCount() {
    Calendar spring = calendar(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 31));
    var deadlines = new Deadlines(spring, rules(0, OptionalInt.empty(), true));
    // day 15 is 27/1/2025, in Tết: Monday 3/2
    assertEquals(
        at("2025-02-03T23:59:59.999"),
        deadlines.clock(DEPARTMENT, at("2025-01-12T08:00:00"), Facts.NONE).dueAt());
    // day 15 is Saturday 26/4/2025, worked in exchange for 2/5
    assertEquals(
        at("2025-04-26T23:59:59.999"),
        deadlines.clock(DEPARTMENT, at("2025-04-11T08:00:00"), Facts.NONE).dueAt());
    // day 15 is Friday 2/5/2025, off in exchange: Monday 5/5
    assertEquals(
        at("2025-05-05T23:59:59.999"),
        deadlines.clock(DEPARTMENT, at("2025-04-17T08:00:00"), Facts.NONE).dueAt());
  }

  @Test
  void theTermRunsFromTheDispatchesArrival() {
    var deadlines = new Deadlines(PLAN, rules(3, OptionalInt.empty(), true));
    Instant sent = at("2020-08-03T08:00:00");
    assertEquals(
        at("2020-08-21T23:59:59.999"), deadlines.clock(DEPARTMENT, sent, Facts.NONE).dueAt());
    assertEquals(
        at("2020-08-06T00:00:00"), deadlines.clock(DEPARTMENT, sent, Facts.NONE).receivedAt());
    var entered = new Facts(Optional.of(LocalDate.of(2020, 8, 4)), Optional.empty());
    assertEquals(at("2020-08-19T23:59:59.999"), deadlines.clock(DEPARTMENT, sent, entered).dueAt());
  }

  @Test
  void aCommuneIsCutOffEarlierAndItsDistrictHasTheRest() {
    var deadlines = new Deadlines(PLAN, rules(0, OptionalInt.of(12), true));
    Instant sent = at("2020-08-05T08:00:00");
    var clock = deadlines.clock(COMMUNE, sent, Facts.NONE);
    assertEquals(at("2020-08-17T23:59:59.999"), clock.dueAt());
    assertEquals(Optional.of(at("2020-08-20T23:59:59.999")), clock.forwardBy());
    assertEquals(12, deadlines.daysGiven(COMMUNE, sent));
    assertEquals(12, deadlines.daysPromised(COMMUNE));
    // before the fixed date too: three days are the district's
    assertEquals(
        at("2020-09-26T23:59:59.999"),
        deadlines.clock(COMMUNE, at("2020-09-20T08:00:00"), Facts.NONE).dueAt());
    // a commune without a district goes straight to the office
    assertEquals(Optional.empty(), deadlines.clock(DEPARTMENT, sent, Facts.NONE).forwardBy());
  }

  @Test
  void anExtensionMovesDueDateAndLockAndTheDistrictsDay() {
    var deadlines = new Deadlines(PLAN, rules(0, OptionalInt.of(12), true));
    Instant sent = at("2020-08-05T08:00:00");
    var until = new Facts(Optional.empty(), Optional.of(LocalDate.of(2020, 11, 12)));
    var clock = deadlines.clock(COMMUNE, sent, until);
    assertEquals(at("2020-11-12T23:59:59.999"), clock.dueAt());
    assertEquals(clock.dueAt(), clock.closesAt());
    assertEquals(Optional.of(at("2020-11-16T23:59:59.999")), clock.forwardBy());
    assertEquals(
        at("2020-10-31T23:59:59.999"), deadlines.clock(COMMUNE, sent, Facts.NONE).closesAt());
  }

  @Test
  void theMilestonesOfThePlanComeFromTheSameClock() {
    var plan =
        new Calendar(
            ZoneId.of("Asia/Ho_Chi_Minh"),
            15,
            LocalDate.of(2020, 9, 30),
            LocalDate.of(2020, 11, 1),
            LocalDate.of(2020, 12, 30),
            LocalDate.of(2021, 1, 30),
            LocalDate.of(2021, 4, 1));
    var deadlines = new Deadlines(plan, DeadlineRules.DEFAULT);
    assertEquals(at("2020-12-29T23:59:59.999"), deadlines.milestones().appraisedBy());
    assertEquals(at("2021-01-29T23:59:59.999"), deadlines.milestones().reportBy());
    assertEquals(at("2021-03-31T23:59:59.999"), deadlines.milestones().publishBy());
    assertEquals(LocalDate.of(2020, 12, 29), deadlines.lastDayOfExtension());
  }

  @Test
  void theShippedTableKnowsFourYearsAndEveryTet() {
    assertEquals(
        Set.of(2020, 2021, 2025, 2026),
        SHIPPED.days().stream().map(day -> day.date().getYear()).collect(Collectors.toSet()));
    for (String first : List.of("2020-01-25", "2021-02-12", "2025-01-29", "2026-02-17")) {
      LocalDate newYear = LocalDate.parse(first);
      for (int day = -1; day <= 3; day++) {
        assertTrue(SHIPPED.rests(newYear.plusDays(day)), first + " + " + day);
      }
    }
    for (int year : List.of(2020, 2021, 2025, 2026)) {
      for (String day : List.of("-01-01", "-04-30", "-05-01", "-09-02")) {
        assertTrue(SHIPPED.rests(LocalDate.parse(year + day)), year + day);
      }
    }
    assertEquals(List.of(2022), SHIPPED.between(2020, 2021).unknownYears(2020, 2022));
  }

  @ParameterizedTest
  @CsvSource({
    "'2020-13-01,off,x', bad-date",
    "'1845-09-02,off,x', bad-date",
    "'2020-09-02,nghỉ,x', unknown-value",
    "'2020-09-02,work,x', worked-anyway",
    "'2020-09-02,off,', blank",
    "'2020-09-02,off', wrong-cell-count",
  })
  void everyFaultOfATableIsNamedWithItsLine(String line, String problem) {
    Refusal refusal = refused(Holidays.read("date,kind,name\n2020-01-01,off,a\n" + line));
    Refusal.Violation at = refusal.violations().getFirst();
    assertEquals(problem, at.problem().slug());
    assertTrue(at.place().contains("3"), at.place());
    for (Language language : Language.values()) {
      assertFalse(at.detail(language).contains("…"), at.detail(language));
    }
  }

  @Test
  void aTableNamesADayOnceAndIsNotEndless() {
    assertEquals(
        "duplicate-id",
        refused(Holidays.read("date,kind,name\n2020-01-01,off,a\n2020-01-01,off,b"))
            .violations()
            .getFirst()
            .problem()
            .slug());
    String many =
        IntStream.range(0, 121)
            .mapToObj(day -> LocalDate.of(2020, 1, 1).plusDays(day) + ",off,x")
            .collect(Collectors.joining("\n", "date,kind,name\n", ""));
    assertEquals(
        "too-many-lines", refused(Holidays.read(many)).violations().getFirst().problem().slug());
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError(refusal.toString());
        },
        value -> value);
  }

  private static Refusal refused(Outcome<?> outcome) {
    return outcome.fold(
        refusal -> refusal,
        value -> {
          throw new AssertionError("accepted: " + value);
        });
  }
}
