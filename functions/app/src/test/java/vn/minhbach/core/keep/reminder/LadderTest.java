package vn.minhbach.core.keep.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.prepare.campaign.Holidays;

/** The ladder and the quiet hours over Tết and exchanged working days. */
class LadderTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Tết of the year of the Buffalo, with a Saturday that was worked for a Monday. */
  private static final Holidays TABLE =
      Holidays.read(
              """
              date,kind,name
              2021-02-10,off,Tết
              2021-02-11,off,Tết
              2021-02-12,off,Tết
              2021-02-15,off,Tết
              2021-02-16,off,Tết
              2021-02-20,work,Làm bù
              2021-02-22,off,Nghỉ hoán đổi
              """)
          .fold(
              refusal -> {
                throw new AssertionError(refusal.toString());
              },
              table -> table);

  @Test
  void warningsBeforeTetComeOnTheLastWorkingDayAndAreOneMail() {
    // Due on the first working day after Tết.
    assertEquals(Optional.of("sent"), at("2021-02-17", "2021-02-08T09:00"));
    assertEquals(Optional.of("before-1@2021-02-17"), at("2021-02-17", "2021-02-09T09:00"));
    assertEquals(Optional.of("before-1@2021-02-17"), at("2021-02-17", "2021-02-17T09:00"));
  }

  @Test
  void whatIsLateOverTetIsToldAfterItOneRungADay() {
    assertEquals(Optional.of("late-1@2021-02-09"), at("2021-02-09", "2021-02-17T09:00"));
    assertEquals(Optional.of("above-3@2021-02-09"), at("2021-02-09", "2021-02-18T09:00"));
  }

  @Test
  void exchangedWorkingDayIsOneAndItsMondayIsNot() {
    assertTrue(may("2021-02-20T09:00"));
    assertFalse(may("2021-02-22T09:00"));
    assertFalse(may("2021-02-15T09:00"));
    assertFalse(may("2021-02-21T09:00"));
    assertEquals(Optional.of("late-1@2021-02-19"), at("2021-02-19", "2021-02-20T09:00"));
    assertEquals(Optional.of("above-3@2021-02-19"), at("2021-02-19", "2021-02-23T09:00"));
  }

  private static boolean may(String local) {
    return QuietHours.DEFAULT.maySend(Instant.parse(local + ":00+07:00"), ZONE, TABLE::rests);
  }

  private static Optional<String> at(String dueDay, String local) {
    var unit =
        new Ladder.Situation(
            true,
            Instant.parse("2021-01-20T01:00:00Z"),
            LocalDate.parse(dueDay).plusDays(1).atStartOfDay(ZONE).toInstant().minusMillis(1),
            Instant.parse("2021-04-30T16:59:59.999Z"));
    return Ladder.DEFAULT
        .at(unit, Instant.parse(local + ":00+07:00"), ZONE, TABLE::rests)
        .map(Ladder.Step::claim);
  }
}
