package vn.minhbach.core.appraise.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.appraise.explanation.Court.UNIT;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.file;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.appraise.marking.MarkProblem;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;

/** A unit is asked to explain, explains, or keeps silent; so does the team. */
class ExplanationTest {

  private final Court court = new Court();

  private Outcome<GrantUpload.Grant> upload(String criterion) {
    return court.province.grantUpload.grant(
        court.campaign(),
        court.province.unit(UNIT),
        court.by(UNIT, Role.UNIT),
        court.now(),
        DeclaredFile.read(file(criterion, Map.of()), court.campaign().settings().uploadLimits()));
  }

  private void cutAndAsked() {
    court.bench.delivered(UNIT);
    court.cut(UNIT, "I.1");
    accepted(court.ask(Bench.STTTT, UNIT, "I.1"));
  }

  private String lastKind() {
    return court.province.memory.chain("131-2020/" + UNIT).getLast().kind();
  }

  @Test
  void cutThatIsShownWithTheQuestionAndItsReasonIsHeard() {
    court.bench.delivered(UNIT);
    court.cut(UNIT, "I.1");
    assertEquals(Marking.State.PROPOSED, court.bench.state(UNIT, "I.1"));
    Points self = court.self(UNIT);
    Explanation asked = accepted(court.ask(Bench.STTTT, UNIT, "I.1")).getFirst();
    Explanation.Proposed shown = asked.last().orElseThrow().asked().proposed().orElseThrow();
    assertEquals(Optional.of("Thiếu hóa đơn I.1"), shown.reason());
    assertEquals(Points.ZERO, shown.worth().points());
    assertEquals(Marking.State.SETTLED, court.bench.state(UNIT, "I.1"));
    assertEquals(State.EXPLANATION_REQUESTED, court.province.head(UNIT).state());
    assertEquals(self, court.self(UNIT));
  }

  @Test
  void unitAddsFilesToWhatIsAskedAndChangesNoFigure() {
    cutAndAsked();
    accepted(upload("I.1"));
    refused(SubmissionProblem.FORM_SUBMITTED, upload("I.2"));
    refused(
        SubmissionProblem.FORM_SUBMITTED,
        court.province.save(UNIT, "I.1", Map.of("inputs", Map.of("a", 2, "b", 3)), court.now()));
    accepted(
        court.ask(
            Bench.LEAD,
            UNIT,
            Map.of(
                "criteria",
                List.of(Map.of("criterion", "I.2", "question", "Sửa số liệu", "figures", true)))));
    refused(
        WriteProblem.IF_MATCH_REQUIRED,
        court.province.save(UNIT, "I.2", Map.of("inputs", Map.of("a", 2, "b", 3)), court.now()));
  }

  @Test
  void answerIsChangedUntilItIsConfirmedAndNeverOverwrittenUnread() {
    cutAndAsked();
    String file = accepted(upload("I.1")).evidence().id();
    Explanation said = accepted(court.answer(UNIT, "I.1", "Hóa đơn đính kèm", file));
    refused(WriteProblem.IF_MATCH_REQUIRED, court.answer(UNIT, "I.1", "Khác"));
    int entries = court.province.memory.entries();
    accepted(court.answer(UNIT, "I.1", "Hóa đơn đính kèm", file));
    assertEquals(entries, court.province.memory.entries());
    refused(
        WriteProblem.STALE, court.answer(UNIT, "I.1", "Khác", new Condition(Optional.of("x1"))));
    Explanation again =
        accepted(court.answer(UNIT, "I.1", "Nói rõ hơn", new Condition(Optional.of(said.etag()))));
    assertEquals("Nói rõ hơn", again.last().orElseThrow().answer().orElseThrow().text());
    assertEquals(
        Optional.of("x" + again.version()), Optional.of(again.etag()), "each change is a version");
    assertTrue(
        court.province.memory.chain("131-2020/" + UNIT).stream()
            .anyMatch(entry -> "Hóa đơn đính kèm".equals(entry.body().get("text"))),
        "what was said before is in the ledger");
  }

  @Test
  void typistClosesAndTheSignerConfirmsWithALetter() {
    cutAndAsked();
    accepted(court.ask(Bench.LEAD, UNIT, "I.2"));
    refused(ExplanationProblem.EXPLANATIONS_UNANSWERED, court.submit(UNIT, true));
    accepted(court.answer(UNIT, "I.1", "Một"));
    assertEquals(
        "I.2 " + ExplanationProblem.EXPLANATION_MISSING,
        places(refused(ExplanationProblem.EXPLANATIONS_UNANSWERED, court.submit(UNIT, true)))
            .iterator()
            .next());
    accepted(court.answer(UNIT, "I.2", "Hai"));
    accepted(court.submit(UNIT, false));
    assertTrue(
        court
            .explanation(UNIT, "I.1")
            .last()
            .orElseThrow()
            .answer()
            .orElseThrow()
            .closed()
            .isPresent());
    assertEquals(State.EXPLANATION_REQUESTED, court.province.head(UNIT).state());
    Explanation before = court.explanation(UNIT, "I.1");
    accepted(court.answer(UNIT, "I.1", "Một, rõ hơn", new Condition(Optional.of(before.etag()))));
    assertFalse(
        court
            .explanation(UNIT, "I.1")
            .last()
            .orElseThrow()
            .answer()
            .orElseThrow()
            .closed()
            .isPresent(),
        "writing on takes the closing back");
    accepted(court.submit(UNIT, true));
    assertEquals(State.EXPLAINED, court.province.head(UNIT).state());
    refused(ExplanationProblem.EXPLANATION_NOT_ASKED, court.answer(UNIT, "I.1", "Thêm nữa"));
    refused(ExplanationProblem.NO_EXPLANATION_TO_CONFIRM, court.submit(UNIT, true));
    refused(SubmissionProblem.FORM_SUBMITTED, upload("I.1"));
    List<Entry> chain = court.province.memory.chain("131-2020/" + UNIT);
    assertEquals("212/UBND", chain.getLast().body().get("letterNumber"));
    assertEquals(List.of(), Verification.faults(chain, court.province.head(UNIT).tip()));
  }

  @Test
  void confirmationNeedsWhatWasReadAndALetter() {
    cutAndAsked();
    accepted(court.answer(UNIT, "I.1", "Một"));
    refused(
        WriteProblem.STALE,
        court.answering.submit(
            court.campaign(),
            court.province.unit(UNIT),
            court.by(UNIT, Role.UNIT),
            new Condition(Optional.of("x99")),
            AnswerExplanation.submission(Court.signature())));
    assertEquals(
        "[letter " + InputProblem.MISSING_FIELD + "]",
        places(
                refused(
                    InputProblem.INVALID_BODY,
                    AnswerExplanation.submission(
                        Map.of("signedBy", Map.of("name", "A", "title", "B")))))
            .toString());
  }

  @Test
  void secondReadingFollowsTheExplanationAndTheOldMarkWaitsForIt() {
    cutAndAsked();
    refused(
        MarkProblem.HEARING_RUNS,
        court.bench.mark(
            Bench.STTTT,
            UNIT,
            "I.1",
            court.bench.read(Bench.STTTT, UNIT, "I.1"),
            "points",
            "0.50",
            "reason",
            "Đổi ý"));
    String file = accepted(upload("I.1")).evidence().id();
    accepted(court.answer(UNIT, "I.1", "Đây", file));
    // The bytes are on the way: a cited file that has not arrived is not confirmed.
    assertEquals(
        "[I.1 " + ExplanationProblem.EXPLANATION_FILE_NOT_THERE + "]",
        places(refused(ExplanationProblem.EXPLANATIONS_UNANSWERED, court.submit(UNIT, true)))
            .toString());
    accepted(
        court.answer(
            UNIT, "I.1", "Đây", new Condition(Optional.of(court.explanation(UNIT, "I.1").etag()))));
    accepted(court.submit(UNIT, true));
    refused(MarkProblem.APPRAISAL_OPEN, court.bench.close(Bench.LEAD, UNIT));
    accepted(
        court.bench.mark(
            Bench.STTTT,
            UNIT,
            "I.1",
            court.bench.read(Bench.STTTT, UNIT, "I.1"),
            "agree",
            true,
            "reason",
            "Giải trình đủ",
            "seen",
            court.bench.line(Bench.STTTT, UNIT, "I.1").view().cell().now().token()));
    assertEquals(Marking.State.SETTLED, court.bench.state(UNIT, "I.1"));
    assertEquals(
        List.of(),
        court.bench.hearings.open(court.campaign(), court.province.unit(UNIT), court.now()));
  }

  @Test
  void silenceOfTheUnitLeavesTheMarkAsItIs() {
    cutAndAsked();
    accepted(court.answer(UNIT, "I.1", "Chưa kịp ký"));
    court.bench.at(
        court.explanation(UNIT, "I.1").last().orElseThrow().asked().until().plusMillis(1));
    refused(
        ExplanationProblem.EXPLANATION_TERM_OVER,
        court.answer(
            UNIT,
            "I.1",
            "Muộn",
            new Condition(Optional.of(court.explanation(UNIT, "I.1").etag()))));
    refused(SubmissionProblem.FORM_SUBMITTED, upload("I.1"));
    List<Explanation> read =
        accepted(
            court.bench.explanations.read(
                court.campaign(), court.province.unit(UNIT), court.now()));
    Explanation.Round round = read.getFirst().last().orElseThrow();
    assertEquals(
        Optional.of(Explanation.Party.UNIT), round.lapsed().map(Explanation.Lapsed::party));
    assertEquals("Chưa kịp ký", round.answer().orElseThrow().text(), "nothing written is lost");
    assertEquals("EXPLANATION_LAPSED", lastKind());
    assertEquals(State.UNDER_APPRAISAL, court.province.head(UNIT).state());
    assertEquals(
        Points.ZERO, court.bench.line(Bench.LEAD, UNIT, "I.1").view().marking().score().points());
    int entries = court.province.memory.entries();
    accepted(
        court.bench.explanations.read(court.campaign(), court.province.unit(UNIT), court.now()));
    assertEquals(entries, court.province.memory.entries(), "silence is written once");
  }

  @Test
  void silenceOfTheTeamLeavesTheSelfScoreAsItIsAndTheLedgerSaysSo() {
    cutAndAsked();
    accepted(court.answer(UNIT, "I.1", "Đủ hóa đơn"));
    accepted(court.submit(UNIT, true));
    court.bench.at(
        court
            .explanation(UNIT, "I.1")
            .last()
            .flatMap(Explanation.Round::confirmed)
            .orElseThrow()
            .judgeBy()
            .plusMillis(1));
    refused(
        MarkProblem.MARK_DECIDED,
        court.bench.mark(
            Bench.STTTT,
            UNIT,
            "I.1",
            court.bench.read(Bench.STTTT, UNIT, "I.1"),
            "points",
            "0.00",
            "reason",
            "Quá muộn"));
    Marking marking = court.bench.line(Bench.LEAD, UNIT, "I.1").view().marking();
    assertEquals(Marking.State.SETTLED, marking.state());
    assertFalse(marking.score().points().equals(Points.ZERO));
    assertEquals(
        "TEAM", court.province.memory.chain("131-2020/" + UNIT).getLast().body().get("silent"));
  }

  @Test
  void closingOfTheAppraisalWritesWhatSilenceHasDecided() {
    court.marked(UNIT, "I.1");
    court.cut(UNIT, "I.1");
    accepted(court.ask(Bench.STTTT, UNIT, "I.1"));
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, court.bench.close(Bench.LEAD, UNIT));
    court.bench.at(
        court.explanation(UNIT, "I.1").last().orElseThrow().asked().until().plusMillis(1));
    // The etag moves with what is written first; whoever closes reads again.
    refused(WriteProblem.STALE, court.bench.close(Bench.LEAD, UNIT));
    accepted(court.bench.close(Bench.LEAD, UNIT));
  }

  @Test
  void whoAsksIsAMemberWithTheCellAndNotRecused() {
    court.bench.delivered(UNIT);
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, court.ask(Bench.LEAD, UNIT, "I.1"));
    court.cut(UNIT, "I.1");
    refused(TeamProblem.NOT_ASSIGNED, court.ask(Bench.SNV, UNIT, "I.1"));
    refused(CriteriaProblem.UNKNOWN_CRITERION, court.ask(Bench.LEAD, UNIT, "IX.9"));
    accepted(court.ask(Bench.DEPUTY, UNIT, "I.2"));
    refused(ExplanationProblem.ALREADY_ASKED, court.ask(Bench.LEAD, UNIT, "I.2"));
    court.bench.nobody();
  }

  @Test
  void nobodyIsAskedWithoutEnd() {
    court.bench.delivered(UNIT);
    court.cut(UNIT, "I.1");
    for (int i = 0; i < 3; i++) {
      accepted(court.ask(Bench.LEAD, UNIT, "I.2"));
      court.bench.at(
          court
              .explanation(UNIT, "I.2")
              .last()
              .orElseThrow()
              .asked()
              .until()
              .plus(Duration.ofMinutes(1)));
      court.bench.hearings.lapse(court.campaign(), court.province.unit(UNIT), court.now());
    }
    refused(ExplanationProblem.ASKED_ENOUGH, court.ask(Bench.LEAD, UNIT, "I.2"));
    assertEquals(3, court.explanation(UNIT, "I.2").rounds().size());
  }

  @Test
  void termIsNeverShorterThanTheCampaignGrants() {
    court.bench.delivered(UNIT);
    court.cut(UNIT, "I.1");
    Map.of(
            "2020-09-03", ExplanationProblem.EXPLANATION_DUE_TOO_EARLY,
            "2021-03-01", ExplanationProblem.EXPLANATION_DUE_TOO_LATE)
        .forEach((due, problem) ->
            assertEquals(
                "[due " + problem + "]",
                places(
                        refused(
                            InputProblem.INVALID_BODY,
                            court.ask(
                                Bench.STTTT,
                                UNIT,
                                Map.of(
                                    "criteria",
                                    List.of(Map.of("criterion", "I.1", "question", "Hóa đơn?")),
                                    "due",
                                    due))))
                    .toString()));
    Explanation asked =
        accepted(
                court.ask(
                    Bench.STTTT,
                    UNIT,
                    Map.of(
                        "criteria",
                        List.of(Map.of("criterion", "I.1", "question", "Hóa đơn?")),
                        "due",
                        "2020-10-09")))
            .getFirst();
    assertEquals("2020-10-09T16:59:59.999Z", asked.last().orElseThrow().asked().until().toString());
  }

  @Test
  void bodyIsReadWholeAndEachFaultNamed() {
    assertEquals(
        2,
        refused(
                InputProblem.INVALID_BODY,
                AskExplanation.read(
                    Map.of(
                        "criteria",
                        List.of(
                            Map.of("criterion", "I.1", "question", "?"),
                            Map.of("criterion", "I.1")))))
            .violations()
            .size());
    refused(InputProblem.INVALID_BODY, AskExplanation.read(Map.of("criteria", List.of())));
    refused(
        InputProblem.INVALID_BODY,
        AnswerExplanation.draft(Map.of("text", "á".repeat(4001)), court.campaign()));
    court.bench.delivered(UNIT);
    refused(ExplanationProblem.EXPLANATION_NOT_ASKED, court.answer(UNIT, "I.1", "Không ai hỏi"));
    court.cut(UNIT, "I.1");
    accepted(court.ask(Bench.STTTT, UNIT, "I.1"));
    assertEquals(
        "[evidence[0] " + ExplanationProblem.EXPLANATION_FILE_NOT_THERE + "]",
        places(refused(InputProblem.INVALID_BODY, court.answer(UNIT, "I.1", "Đây", "nofile")))
            .toString());
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneIsToldWhatStands() {
    cutAndAsked();
    court.province.memory.overtake(2);
    accepted(court.answer(UNIT, "I.1", "Một"));
    refused(WriteProblem.IF_MATCH_REQUIRED, court.answer(UNIT, "I.1", "Hai"));
    assertEquals(
        "Một", court.explanation(UNIT, "I.1").last().orElseThrow().answer().orElseThrow().text());
  }
}
