package vn.minhbach.core.assess.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.CampaignProblem;

/** Who may move a clock and how far, over stores in memory; how it is counted is DeadlinesTest. */
class ClockRulesTest {

  private static final Instant DUE = Instant.parse("2020-08-18T16:59:59.999Z");
  private static final Instant FIFTH = Instant.parse("2020-08-05T02:00:00Z");

  private final Province province = Province.opened();

  @Test
  void dayOfArrivalMovesTheDueDay() {
    assertEquals(DUE, province.head("STTTT").dueAt());
    Head head = accepted(arrival("2020-08-05", FIFTH));
    assertEquals(DUE.plusSeconds(2 * 24 * 3600), head.dueAt());
  }

  @Test
  void clockIsNotBoughtWithADate() {
    for (String day : new String[] {"2020-08-02", "2020-08-06"}) {
      assertEquals(
          Set.of("date ARRIVAL_OUT_OF_BOUNDS"),
          places(refused(InputProblem.INVALID_BODY, arrival(day, FIFTH))));
    }
  }

  @Test
  void extensionIsAskedOnceAndDecided() {
    accepted(ask("2020-08-25"));
    refused(TermProblem.EXTENSION_PENDING, ask("2020-08-26"));
    refused(
        TermProblem.EXTENSION_NOT_ASKED,
        decide(Map.of("request", "x9", "decision", "REFUSE", "reason", "Không")));
    Head granted =
        accepted(decide(Map.of("request", "x1", "decision", "GRANT", "reason", "Bão lũ")));
    assertEquals(Instant.parse("2020-08-25T16:59:59.999Z"), granted.dueAt());
  }

  @Test
  void extensionEndsAfterTheDueDayAndBeforeTheAppraisalDoes() {
    for (String day : new String[] {"2020-08-18", "2020-12-30"}) {
      assertEquals(
          Set.of("until EXTENSION_OUT_OF_BOUNDS"),
          places(
              refused(
                  InputProblem.INVALID_BODY, decide(Map.of("until", day, "reason", "Bão lũ")))));
    }
    assertTrue(
        accepted(decide(Map.of("until", "2020-12-29", "reason", "Bão lũ")))
            .closesAt()
            .isAfter(Instant.parse("2020-12-29T00:00:00Z")));
  }

  @Test
  void refusedRequestLeavesTheDueDayAndTheLedgerSaysWhy() {
    accepted(ask("2020-08-25"));
    Head refused = accepted(decide(Map.of("request", "x1", "decision", "REFUSE", "reason", "Đủ")));
    assertEquals(DUE, refused.dueAt());
    assertEquals("EXTENSION_REFUSED", province.memory.chain(ID + "/STTTT").getLast().kind());
  }

  @Test
  void passedLockIsNotedOnce() {
    var notes = new NoteLocks(province.forms, province.commits);
    Instant locked = province.head("STTTT").closesAt().plusMillis(1);
    assertEquals(0, noted(notes, FIFTH));
    assertEquals(1, noted(notes, locked));
    assertEquals(0, noted(notes, locked));
    assertEquals("FORM_LOCKED", province.memory.chain(ID + "/STTTT").getLast().kind());
  }

  private int noted(NoteLocks notes, Instant now) {
    return notes.sweep(
        province.campaign(), List.of(province.unit("STTTT")), province.board.all(ID), now);
  }

  @Test
  void dayOnWhichATermCanEndNoLongerChangesOnceTheFormsAreOut() {
    assertEquals(
        Set.of("2020-08-18 HOLIDAY_BINDS"),
        places(refused(CampaignProblem.HOLIDAYS_BIND, holidays("2020-08-18,off,Ngày nghỉ\n"))));
    accepted(holidays("2021-01-01,off,Tết Dương lịch\n"));
  }

  @Test
  void onlyAWeekendDayCanBeWorkedInExchange() {
    assertEquals(
        Set.of("dòng/line 3, kind WORKED_ANYWAY"),
        places(
            refused(
                InputProblem.MALFORMED_CSV,
                holidays("2021-01-02,work,Làm bù\n2021-01-04,work,Làm bù\n"))));
  }

  private Outcome<Head> arrival(String date, Instant now) {
    return province.noteArrival.note(
        province.campaign(),
        province.unit("STTTT"),
        act(now),
        Condition.NONE,
        NoteArrival.read(Map.of("date", date, "number", "1024")));
  }

  private Outcome<Head> ask(String until) {
    return province.extend.ask(
        province.campaign(),
        province.unit("STTTT"),
        act(OPENED),
        ExtendDeadline.asked(Map.of("until", until, "reason", "Chưa đủ tài liệu")));
  }

  private Outcome<Head> decide(Map<String, Object> body) {
    return province.extend.decide(
        province.campaign(), province.unit("STTTT"), act(OPENED), ExtendDeadline.ruling(body));
  }

  // The table in force, with a line more.
  private Outcome<?> holidays(String lines) {
    String known =
        province.campaign().settings().deadlineRules().holidays().days().stream()
            .filter(day -> !lines.contains(day.date().toString()))
            .filter(day -> lines.contains("off"))
            .map(day ->
                day.date()
                    + ","
                    + day.kind().name().toLowerCase(java.util.Locale.ROOT)
                    + ","
                    + day.name()
                    + "\n")
            .reduce("", String::concat);
    return province.setHolidays.set(ID, act(OPENED), "date,kind,name\n" + known + lines);
  }
}
