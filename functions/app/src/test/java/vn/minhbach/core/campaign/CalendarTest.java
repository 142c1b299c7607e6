package vn.minhbach.core.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The plan's dates: “15 ngày sau khi nhận phiếu”, “trước ngày 30/9/2020”. */
class CalendarTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Calendar calendar =
      new Calendar(
          ZONE,
          15,
          LocalDate.of(2020, 9, 30),
          LocalDate.of(2020, 11, 1),
          LocalDate.of(2020, 12, 30),
          LocalDate.of(2021, 1, 30),
          LocalDate.of(2021, 4, 1));

  /** Received on 3 August; day 1 is the 4th, day 15 the 18th, to its last moment. */
  @Test
  void dayOneIsTheDayAfterReceipt() {
    assertEquals(local("2020-08-18T23:59:59.999"), dueAt("2020-08-03T09:00"));
  }

  @Test
  void hourOfReceiptDoesNotMatter() {
    assertEquals(local("2020-08-18T23:59:59.999"), dueAt("2020-08-03T00:00"));
    assertEquals(local("2020-08-18T23:59:59.999"), dueAt("2020-08-03T23:59:59.999"));
    assertEquals(local("2020-08-19T23:59:59.999"), dueAt("2020-08-04T00:00"));
  }

  @Test
  void dayIsThatOfVietnamNotOfGreenwich() {
    // 18:00 in Greenwich is 1:00 of the next day in Vietnam.
    assertEquals(
        local("2020-08-19T23:59:59.999"), calendar.dueAt(Instant.parse("2020-08-03T18:00:00Z")));
  }

  /** “Before 30/9” ends with the 29th, however late the form was received. */
  @Test
  void nothingIsDueLaterThanThePlanSays() {
    assertEquals(local("2020-09-29T23:59:59.999"), dueAt("2020-09-20T09:00"));
    assertEquals(Instant.parse("2020-09-29T16:59:59.999Z"), dueAt("2020-09-20T09:00"));
  }

  @Test
  void bothRulesMeetOnTheFourteenth() {
    assertEquals(local("2020-09-28T23:59:59.999"), dueAt("2020-09-13T09:00"));
    assertEquals(local("2020-09-29T23:59:59.999"), dueAt("2020-09-14T09:00"));
    assertEquals(local("2020-09-29T23:59:59.999"), dueAt("2020-09-15T09:00"));
  }

  @Test
  void lockIsTheLastMomentBeforeItsDay() {
    assertEquals(local("2020-10-31T23:59:59.999"), calendar.closesAt());
  }

  @Property
  void dueMomentIsTheLastOfADayAndNeverAfterThePlans(@ForAll @IntRange(max = 200_000) int minutes) {
    Instant received = Instant.parse("2020-06-01T00:00:00Z").plusSeconds(60L * minutes);
    Instant due = calendar.dueAt(received);
    ZonedDateTime next = due.plusMillis(1).atZone(ZONE);
    assertEquals(next.toLocalDate().atStartOfDay(ZONE), next);
    assertTrue(!due.isAfter(local("2020-09-29T23:59:59.999")));
    assertTrue(!due.isAfter(received.plusSeconds(16L * 24 * 3600)));
  }

  private Instant dueAt(String received) {
    return calendar.dueAt(local(received));
  }

  private static Instant local(String dateTime) {
    return java.time.LocalDateTime.parse(dateTime).atZone(ZONE).toInstant();
  }
}
