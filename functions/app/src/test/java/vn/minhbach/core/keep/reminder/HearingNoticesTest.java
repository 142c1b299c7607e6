package vn.minhbach.core.keep.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.appraise.explanation.Court.UNIT;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.accepted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Court;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.assess.progress.Overview;

/** What units are told while they are heard: a question of the team, the provisional result. */
class HearingNoticesTest {

  private final Court court = new Court();
  private final ExplanationKind explanation =
      new ExplanationKind(court.province.memory.explanations(), court.province.forms);
  private final ProvisionalKind provisional =
      new ProvisionalKind(court.province.memory.petitions(), court.province.forms);

  private ReminderKind.Round at(Instant now) {
    return new ReminderKind.Round(court.campaign(), ReminderSettings.DEFAULT, now);
  }

  private List<Overview.Line> lines(Instant now) {
    court.province.projectScores.project(ID, new UnitCode(UNIT));
    return accepted(
        new Overview(court.province.memory.units(), court.province.forms, court.province.board)
            .lines(court.campaign(), Overview.Filter.ALL, now));
  }

  private static List<String> keys(List<ReminderKind.Open> open) {
    return open.stream().map(ReminderKind.Open::key).toList();
  }

  /** Every slot of the text is filled, and nothing but the general ones is missing. */
  private static void filled(ReminderKind kind, ReminderKind.Open open) {
    assertEquals(kind.texts(ReminderSettings.DEFAULT).keySet(), Set.of(open.text()));
    assertEquals(Set.copyOf(kind.slots()), open.values().keySet());
  }

  @Test
  void unitThatIsAskedIsToldAtOnceAndOnTheLastDayButOneAndNotOnceItHasExplained() {
    court.bench.delivered(UNIT);
    court.cut(UNIT, "I.1");
    assertEquals(List.of(), explanation.open(at(court.now()), lines(court.now())));
    accepted(court.ask(Bench.STTTT, UNIT, "I.1", "I.2"));
    Instant until = court.explanation(UNIT, "I.1").last().orElseThrow().asked().until();
    ReminderKind.Open open = explanation.open(at(court.now()), lines(court.now())).getFirst();
    String day = until.atZone(court.campaign().calendar().zone()).toLocalDate().toString();
    assertEquals("explanation@" + day, open.key());
    assertEquals("I.1, I.2", open.values().get("criteria"));
    filled(explanation, open);
    assertTrue(explanation.still(at(court.now()), open).isPresent());
    Instant last = until.minus(Duration.ofHours(20));
    assertEquals(
        List.of("explanation@" + day + "-last"), keys(explanation.open(at(last), lines(last))));
    assertFalse(explanation.still(at(last), open).isPresent(), "another matter by now");
    Instant over = until.plusMillis(1);
    assertEquals(List.of(), explanation.open(at(over), lines(over)));
    accepted(court.answer(UNIT, "I.1", "Một"));
    accepted(court.answer(UNIT, "I.2", "Hai"));
    accepted(court.submit(UNIT, true));
    // The row does not know yet, the head does.
    assertFalse(explanation.still(at(court.now()), open).isPresent());
    assertEquals(List.of(), explanation.open(at(court.now()), lines(court.now())));
  }

  @Test
  void provisionalResultIsToldOnceAShowingAndTheOfficeHearsOfPetitionsThatWait() {
    court.marked(UNIT, "I.1");
    court.cut(UNIT, "I.1");
    assertEquals(List.of(), provisional.open(at(court.now()), lines(court.now())));
    accepted(court.show());
    ReminderKind.Open open = provisional.open(at(court.now()), lines(court.now())).getFirst();
    assertEquals("provisional@1", open.key());
    filled(provisional, open);
    assertTrue(provisional.still(at(court.now()), open).isPresent());
    assertEquals(List.of(), provisional.forOffice(at(court.now()), lines(court.now())));
    accepted(court.petition(UNIT, "I.1", "Một"));
    assertEquals(List.of(), provisional.forOffice(at(court.now()), lines(court.now())), "a draft");
    accepted(court.sign(UNIT));
    assertEquals(
        List.of(
            "Đề nghị xem xét lại điểm chưa có quyết định (1 đơn vị): "
                + court.province.unit(UNIT).name()),
        provisional.forOffice(at(court.now()), lines(court.now())));
    Instant over = court.campaign().provisional().orElseThrow().until().plusMillis(1);
    assertEquals(List.of(), provisional.open(at(over), lines(over)));
    assertFalse(provisional.still(at(over), open).isPresent());
  }
}
