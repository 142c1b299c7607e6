package vn.minhbach.core.keep.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;

class ReminderSettingsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Test
  void leftOutSettingsAreTheProgramsOwn() {
    ReminderSettings read = sure(read(Map.of()));
    assertEquals(Ladder.DEFAULT, read.ladder());
    assertEquals(QuietHours.DEFAULT, read.hours());
  }

  @Test
  void refusesWhatCannotBeAndNamesThePlace() {
    assertEquals(List.of("from BAD_HOUR"), faults(read(Map.of("from", "8 giờ"))));
    assertEquals(List.of("to OUT_OF_RANGE"), faults(read(Map.of("from", "17:00", "to", "08:00"))));
    assertEquals(
        List.of("texts.before-9 UNKNOWN_RUNG"),
        faults(read(Map.of("texts", Map.of("before-9", Map.of("subject", "a", "text", "b"))))));
    assertEquals(
        List.of("texts.sent.subject ONE_LINE", "texts.sent.text UNKNOWN_SLOT"),
        faults(
            read(
                Map.of(
                    "texts", Map.of("sent", Map.of("subject", "a\nb", "text", "{link} {ten}"))))));
    assertEquals(
        List.of("ladder[1].id DUPLICATE_ID"),
        faults(
            read(
                Map.of(
                    "ladder",
                    List.of(
                        Map.of("id", "a", "trigger", "sent"),
                        Map.of("id", "a", "trigger", "sent"))))));
  }

  @Test
  void refusesAddressesThatCouldStartAnotherHeader() {
    for (String email : List.of("a", "a@b", "a@b.vn, c@d.vn")) {
      assertEquals(List.of("contacts[0].email BAD_EMAIL"), faults(contact(email)));
    }
    assertEquals(List.of("contacts[0].email ONE_LINE"), faults(contact("a@b.vn\r\nBcc: c@d.vn")));
  }

  @Test
  void warningOnARestDayMovesToTheWorkingDayBefore() {
    // Due on Monday 24/8: one day before is a Sunday, so the warning is true from Friday.
    var unit =
        new Ladder.Situation(
            true,
            Instant.parse("2020-08-03T01:00:00Z"),
            Instant.parse("2020-08-24T16:59:59.999Z"),
            Instant.parse("2020-10-31T16:59:59.999Z"));
    assertEquals(Optional.of("before-7@2020-08-24"), claim(unit, "2020-08-20T03:00:00Z"));
    assertEquals(Optional.of("before-1@2020-08-24"), claim(unit, "2020-08-21T03:00:00Z"));
    assertEquals(
        Optional.empty(), claim(unit, "2020-08-24T17:00:00Z").filter(c -> c.startsWith("b")));
    assertEquals(Optional.of("late-1@2020-08-24"), claim(unit, "2020-08-25T03:00:00Z"));
    assertEquals(Optional.of("above-3@2020-08-24"), claim(unit, "2020-08-27T03:00:00Z"));
    assertEquals(Optional.empty(), claim(unit, "2020-11-01T03:00:00Z"));
  }

  @Test
  void mailShowsNamesAsTextAndOneLink() {
    var text =
        new MailText("{unit}", "Kính gửi {unit},\n\nMời mở: {link}")
            .filled(Map.of("unit", "Sở <b>A</b>", "link", "https://a.vn/x"));
    String html = MailHtml.of(text, "Đợt", "https://a.vn/x");
    assertEquals(true, html.contains("Sở &lt;b&gt;A&lt;/b&gt;"));
    assertEquals(1, html.split("<a href=\"https://a.vn/x\"", -1).length - 1);
  }

  private static Outcome<ReminderSettings> read(Object tree) {
    return ReminderSettings.read(tree, new ReminderKinds(null, List.of()));
  }

  private static Optional<String> claim(Ladder.Situation unit, String now) {
    return Ladder.DEFAULT
        .at(unit, Instant.parse(now), ZONE, ReminderSettingsTest::weekend)
        .map(Ladder.Step::claim);
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().getValue() > 5;
  }

  private static Outcome<?> contact(String email) {
    return Contact.readAll(Map.of("contacts", List.of(Map.of("name", "A", "email", email))));
  }

  private static List<String> faults(Outcome<?> outcome) {
    return outcome.fold(
        refusal ->
            refusal.violations().stream()
                .map(violation -> violation.place() + " " + violation.problem().toString())
                .toList(),
        accepted -> List.of());
  }

  private static <T> T sure(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError(refusal.toString());
        },
        value -> value);
  }

  /** Named here so that the catalogue's test finds them. */
  @Test
  void problemsOfRemindersAreUnprocessable() {
    for (Problem problem :
        List.of(
            InputProblem.BAD_EMAIL,
            InputProblem.ONE_LINE,
            ReminderProblem.ONE_LINK,
            ReminderProblem.UNKNOWN_SLOT,
            ReminderProblem.UNKNOWN_RUNG)) {
      assertEquals(Problem.Kind.UNPROCESSABLE, problem.kind());
    }
    assertEquals(Problem.Kind.MALFORMED, ReminderProblem.BAD_HOUR.kind());
  }
}
