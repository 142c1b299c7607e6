package vn.minhbach.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.ApiClient;

/**
 * The plan's days: moves the domain clock through the campaign's calendar, during office hours and
 * never back.
 */
final class Days {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final Duration OFFICE_HOURS = Duration.ofHours(9);
  private static final Duration SHORT = Duration.ofDays(2);
  private static final int REPORT_AHEAD = 10;

  /** Days after the lock; between two of them lies at least the term that the one opened. */
  private static final int MARKING = 2;

  private static final int ASKING = 15;
  private static final int EXPLAINING = 18;
  private static final int JUDGING = 22;
  private static final int SILENCE = 33;
  private static final int PETITIONS = 37;
  private static final int DECIDING = 40;
  private static final int CLOSING = 45;

  private final ApiClient api;
  private final ZoneId zone;
  private final Instant opened;
  private final Instant due;
  private final Instant closes;
  private final LocalDate reportBefore;
  private final LocalDate publishBefore;
  private Instant now;

  Days(ApiClient api, JsonNode campaign, List<Unit> units) {
    this.api = api;
    JsonNode calendar = campaign.get("calendar");
    this.zone = ZoneId.of(calendar.get("zone").asString());
    this.opened = Instant.parse(campaign.get("openedAt").asString());
    this.due = units.stream().map(Unit::dueAt).min(Instant::compareTo).orElse(opened);
    this.closes = date(calendar, "closesBefore").atStartOfDay(zone).toInstant();
    this.reportBefore = date(calendar, "reportBefore");
    this.publishBefore = date(calendar, "publishBefore");
    this.now = Instant.parse(api.get("/local/clock").body().get("now").asString());
  }

  /** Whether there is time between the due date and the lock, so that anybody can be late. */
  boolean lateness() {
    return Duration.between(due, closes).compareTo(SHORT) > 0;
  }

  /** While units answer in time. */
  void answering(double share) {
    moveTo(between(opened, due.minus(Duration.ofHours(12)), share));
  }

  /** After the due date, before the lock. */
  void afterDue(double share) {
    moveTo(between(due.plus(Duration.ofHours(8)), closes.minus(Duration.ofDays(1)), share));
  }

  /** The team begins, once no form can change any more. */
  void marking() {
    moveTo(at(closed(MARKING)));
  }

  void asking() {
    moveTo(at(closed(ASKING)));
  }

  /** Answers: the day of the units' letters. */
  LocalDate explaining() {
    moveTo(at(closed(EXPLAINING)));
    return closed(EXPLAINING);
  }

  void judging() {
    moveTo(at(closed(JUDGING)));
  }

  /** Nobody's term to speak or to judge runs any more. */
  void silence() {
    moveTo(at(closed(SILENCE)));
  }

  /** Answers: the day of the units' letters. */
  LocalDate petitions() {
    moveTo(at(closed(PETITIONS)));
    return closed(PETITIONS);
  }

  void deciding() {
    moveTo(at(closed(DECIDING)));
  }

  /** Nobody can petition any more. */
  void closing() {
    moveTo(at(closed(CLOSING)));
  }

  private LocalDate closed(int days) {
    return closes.atZone(zone).toLocalDate().plusDays(days);
  }

  /** The day of the report. */
  void report() {
    moveTo(at(reportBefore.minusDays(REPORT_AHEAD)));
  }

  /** The day of the decision. */
  LocalDate approval() {
    LocalDate day =
        reportBefore.plusDays((publishBefore.toEpochDay() - reportBefore.toEpochDay()) / 3);
    moveTo(at(day));
    return today();
  }

  /** The day of publication. */
  void publication() {
    moveTo(
        at(today().plusDays(Math.max(0, publishBefore.toEpochDay() - today().toEpochDay()) / 3)));
  }

  /** Today, by the domain clock. */
  synchronized LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  /** The day on which a share of the time for answers has passed. */
  LocalDate answeringDay(double share) {
    return between(opened, due.minus(Duration.ofHours(12)), share).atZone(zone).toLocalDate();
  }

  private Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
  }

  private Instant between(Instant from, Instant to, double share) {
    Duration part =
        Duration.ofMillis((long) (Math.max(0, Duration.between(from, to).toMillis()) * share));
    ZonedDateTime at = from.plus(part).atZone(zone);
    // A day's 24 hours become its office hours.
    double ofDay = (double) at.toLocalTime().toNanoOfDay() / Duration.ofDays(1).toNanos();
    Duration since = Duration.ofMillis((long) (OFFICE_HOURS.toMillis() * ofDay));
    return at.toLocalDate().atTime(MORNING).atZone(zone).plus(since).toInstant();
  }

  private synchronized void moveTo(Instant target) {
    if (target.isAfter(now)) {
      JsonNode set =
          api.put("/local/clock", Map.of("now", target.atZone(zone).toOffsetDateTime().toString()))
              .body();
      now = Instant.parse(set.get("now").asString());
    }
  }

  private static LocalDate date(JsonNode calendar, String field) {
    return LocalDate.parse(calendar.get(field).asString());
  }
}
