package vn.minhbach.core.assess.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.by;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.core.assess.consolidation.ForwardInstead;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;

/**
 * Any sequence of what can be done to a commune's form, by whoever, at any time: nothing that was
 * said is lost, no state is reached but by a declared move, and a form that is shut says what it
 * said.
 */
class GateMachineTest {

  private static final String COMMUNE = "06649";
  private static final String DISTRICT = "193";
  private static final CriterionId CRITERION = new CriterionId("I.1");

  private enum Act {
    SAVE(Move.EDIT),
    CLOSE(Move.CLOSE),
    SIGN(Move.SEND_TO_DISTRICT),
    FORWARD(Move.FORWARD),
    OVERRIDE(Move.FORWARD_INSTEAD),
    RETURN(Move.RETURN),
    RETURN_CRITERION(Move.RETURN_CRITERIA),
    RETURN_FROM_TEAM(Move.RETURN_FROM_TEAM),
    RETURN_CRITERION_FROM_TEAM(Move.RETURN_CRITERIA_FROM_TEAM),
    REMARK(Move.REMARK),
    FIRST_MARK(Move.BEGIN_APPRAISAL),
    ASK(Move.ASK_EXPLANATION),
    EXPLAIN(Move.EXPLAIN),
    END(Move.END_EXPLANATION),
    CLOSE_APPRAISAL(Move.CLOSE_APPRAISAL),
    REOPEN_APPRAISAL(Move.REOPEN_APPRAISAL),
    WAIT(null),
    WAIT_LONG(null);

    private final Move move;

    Act(Move move) {
      this.move = move;
    }

    private static List<Act> legal(State state) {
      return Arrays.stream(values())
          .filter(act -> act.move != null && act.move.legalFrom(state))
          .toList();
    }
  }

  private record Step(Act act, int x) {}

  /** What shall be. */
  private static final class Model {
    Instant now = OPENED;
    int figure = -1;
    String remark = "";
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Act> acts =
        Arbitraries.of(
            Arrays.stream(Act.values())
                .flatMap(act -> Collections.nCopies(weight(act), act).stream())
                .toList());
    return Combinators.combine(acts, Arbitraries.integers().between(0, 9))
        .as(Step::new)
        .list()
        .ofMinSize(30)
        .ofMaxSize(70);
  }

  private static int weight(Act act) {
    return switch (act) {
      case SIGN, FORWARD, SAVE -> 6;
      case WAIT, OVERRIDE, FIRST_MARK, CLOSE_APPRAISAL, WAIT_LONG -> 1;
      default -> 2;
    };
  }

  @Property(tries = 30)
  void nothingIsLostAndWhatIsShutStays(@ForAll("lives") List<Step> life) {
    Province province = Province.opened();
    province.answerAll(COMMUNE);
    var model = new Model();
    model.figure = figure(province);
    for (Step any : life) {
      Head before = province.head(COMMUNE);
      Step step = likely(any, before.state());
      int entries = province.memory.chain(Province.ID + "/" + COMMUNE).size();
      boolean accepted = done(province, model, step, before).fold(no -> false, yes -> true);
      Head after = province.head(COMMUNE);
      holds(province, model, step, before, after, accepted);
      assertTrue(
          accepted || province.memory.chain(Province.ID + "/" + COMMUNE).size() == entries,
          () -> "a refusal writes nothing: " + step);
    }
    assertEquals(
        List.of(),
        Verification.faults(
            province.memory.chain(Province.ID + "/" + COMMUNE), province.head(COMMUNE).tip()));
  }

  /** Half of the steps are made what the state allows: else few lives come far. */
  private static Step likely(Step any, State state) {
    List<Act> legal = Act.legal(state);
    return any.x() % 2 == 0 && any.act().move != null
        ? new Step(legal.get((any.act().ordinal() + any.x()) % legal.size()), any.x())
        : any;
  }

  private static void holds(
      Province province, Model model, Step step, Head before, Head after, boolean accepted) {
    Statistics.label("state")
        .collect(after.state())
        .coverage(seen -> {
          for (State state : EnumSet.complementOf(EnumSet.of(State.NOT_STARTED, State.SUBMITTED))) {
            seen.check(state).count(Predicate.not(count -> count == 0));
          }
        });
    String told = step + " from " + before.state() + " to " + after.state();
    if (step.act().name().startsWith("WAIT")) {
      assertEquals(before.state(), after.state(), "time moves no form");
      return;
    }
    assertTrue(
        before.state() == after.state()
            || Arrays.stream(Move.values())
                .anyMatch(move ->
                    move.legalFrom(before.state())
                        && move.to().filter(after.state()::equals).isPresent()),
        told);
    assertEquals(model.figure, figure(province), told);
    assertEquals(model.remark, remark(province), told);
    if (!accepted) {
      assertEquals(before, after, told);
    }
    if (before.state() == State.APPRAISED && after.state() == State.APPRAISED) {
      assertEquals(before, after, "an appraised form stays: " + told);
    }
    if (before.appraisal().firstMarkAt().isPresent()) {
      assertEquals(before.appraisal().firstMarkAt(), after.appraisal().firstMarkAt(), told);
      assertTrue(after.signature().isPresent(), "what was marked stays signed: " + told);
    }
    assertEquals(
        !after.state().editable(), after.signature().isPresent(), "sent is signed: " + told);
    assertTrue(!after.closesAt().isBefore(after.dueAt()), told);
  }

  private static int figure(Province province) {
    return ((Number) stored(province).inputs().get("a")).intValue();
  }

  private static Answer stored(Province province) {
    return province
        .memory
        .submissions()
        .answer(Province.ID, new UnitCode(COMMUNE), CRITERION)
        .orElseThrow();
  }

  private static String remark(Province province) {
    return province
        .memory
        .remarks()
        .find(Province.ID, new UnitCode(COMMUNE), CRITERION)
        .map(Remark::text)
        .orElse("");
  }

  /** Does it, and lets the model take what was accepted. */
  private static Outcome<?> done(Province province, Model model, Step step, Head head) {
    Condition read = new Condition(Optional.of(head.etag()));
    Instant now = model.now;
    return switch (step.act()) {
      case SAVE -> {
        boolean open =
            switch (head.state().changeable()) {
              case WHOLE -> !head.lockedAt(now);
              case REOPENED -> head.reopenedFor(CRITERION, now);
              case NOTHING -> false;
            };
        Outcome<?> saved =
            province.saveAnswer.save(
                province.campaign(),
                province.unit(COMMUNE),
                CRITERION,
                by(COMMUNE, now, Role.UNIT),
                new Condition(Optional.of(stored(province).etag())),
                AnswerDraft.read(Map.of("inputs", Map.of("a", step.x(), "b", 21))));
        assertEquals(open, saved.<Boolean>fold(no -> false, yes -> true), head::toString);
        model.figure = open ? step.x() : model.figure;
        yield saved;
      }
      case CLOSE ->
          province.closeForm.close(
              province.campaign(),
              province.unit(COMMUNE),
              by(COMMUNE, now, Role.UNIT),
              read,
              CloseForm.lateReason(Map.of()));
      case SIGN -> province.submit(COMMUNE, now);
      case FORWARD ->
          province.consolidate.consolidate(
              province.campaign(),
              province.unit(DISTRICT),
              by(DISTRICT, now, Role.DISTRICT),
              new Condition(Optional.of(province.head(DISTRICT).etag())),
              ConsolidateCommunes.read(Map.of("communes", List.of(COMMUNE), "statement", "x")));
      case OVERRIDE ->
          province.forwardInstead.override(
              province.campaign(),
              province.unit(DISTRICT),
              by("STTTT", now, Role.OFFICE),
              ForwardInstead.read(Map.of("communes", "ready", "reason", "x")));
      case RETURN -> giveBack(province, by(DISTRICT, now, Role.DISTRICT), read, false);
      case RETURN_CRITERION -> giveBack(province, by(DISTRICT, now, Role.DISTRICT), read, true);
      case RETURN_FROM_TEAM -> giveBack(province, by("SNV", now, Role.APPRAISER), read, false);
      case RETURN_CRITERION_FROM_TEAM -> giveBack(province, by("SNV", now, Role.LEAD), read, true);
      case REMARK -> {
        Outcome<Remark> remarked =
            province.remark.remark(
                province.campaign(),
                province.unit(COMMUNE),
                CRITERION,
                by(DISTRICT, now, Role.DISTRICT),
                new Condition(
                    province
                        .memory
                        .remarks()
                        .find(Province.ID, new UnitCode(COMMUNE), CRITERION)
                        .map(Remark::etag)),
                RemarkOnCriterion.read(Map.of("remark", "Ý kiến " + step.x())));
        remarked.map(remark -> model.remark = remark.text());
        yield remarked;
      }
      case FIRST_MARK -> move(province, head, head.withFirstMark(now), Move.BEGIN_APPRAISAL, now);
      case ASK -> move(province, head, head, Move.ASK_EXPLANATION, now);
      case EXPLAIN -> move(province, head, head, Move.EXPLAIN, now);
      case END -> move(province, head, head, Move.END_EXPLANATION, now);
      case CLOSE_APPRAISAL ->
          move(province, head, head.withAppraisalClosed(now), Move.CLOSE_APPRAISAL, now);
      case REOPEN_APPRAISAL ->
          move(province, head, head.withAppraisalReopened(), Move.REOPEN_APPRAISAL, now);
      case WAIT -> {
        model.now = now.plus(Duration.ofHours(9L * (step.x() + 1)));
        yield Outcome.accepted(model.now);
      }
      case WAIT_LONG -> {
        model.now = now.plus(Duration.ofDays(4L * (step.x() + 1)));
        yield Outcome.accepted(model.now);
      }
    };
  }

  private static Outcome<Head> giveBack(
      Province province, vn.minhbach.core.Act act, Condition read, boolean criterion) {
    return province.returnForm.giveBack(
        province.campaign(),
        province.unit(COMMUNE),
        act,
        read,
        ReturnForm.read(
            criterion
                ? Map.of("reason", "x", "criteria", List.of(CRITERION.value()))
                : Map.of("reason", "x")));
  }

  private static Outcome<Head> move(
      Province province, Head head, Head shaped, Move move, Instant now) {
    return province.commits.until(() ->
        move.of(head)
            .map(legal -> {
              var change =
                  province.commits.move(
                      head,
                      shaped,
                      move,
                      List.of(),
                      Note.of(now, new GateFact.RemarkMade("x", CRITERION, "…", 1)));
              return Decision.commit(change.head().after(), change);
            }));
  }
}
