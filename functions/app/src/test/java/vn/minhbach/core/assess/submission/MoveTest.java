package vn.minhbach.core.assess.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainTip;

/** The state machine of a submission, as it is written down, and as it runs. */
class MoveTest {

  private static final Path DECISION =
      Path.of(System.getProperty("root"), "infra/decisions/0029-moves-of-a-submission.md");
  private static final String BEGIN = "<!-- moves: made by MoveTest -->\n";
  private static final String END = "<!-- end of moves -->\n";
  private static final Instant AT = Instant.parse("2020-10-05T02:00:00Z");

  /** What changes what a form says. */
  private static final Set<Move> CHANGES = EnumSet.of(Move.EDIT, Move.TAKE_BACK, Move.AMEND);

  @Test
  void theTableOfTheDecisionIsThis() throws IOException {
    String decision = Files.readString(DECISION);
    int from = decision.indexOf(BEGIN) + BEGIN.length();
    int to = decision.indexOf(END);
    assertTrue(from >= BEGIN.length() && to >= from, "the marks of the table");
    String made = table();
    if (Boolean.getBoolean("moves.write")) {
      Files.writeString(DECISION, decision.substring(0, from) + made + decision.substring(to));
    } else {
      assertEquals(made, decision.substring(from, to), "run MoveTest with -Dmoves.write=true");
    }
  }

  private static String table() {
    var text = new StringBuilder("| Move | By | From | To | Reason | The unit may change then |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Move move : Move.values()) {
      text.append(
          "| `%s` %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  move,
                  both(move.label()),
                  both(move.by().label()),
                  names(move.from()),
                  move.to().map(State::name).orElse("stays"),
                  move.reasoned() ? "yes" : "",
                  move.to().map(next -> next.changeable().label().english()).orElse("as before")));
    }
    text.append("\n| State | | The unit may change | Delivered |\n|---|---|---|---|\n");
    for (State state : State.values()) {
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  state,
                  both(state.label()),
                  state.changeable().label().english(),
                  state.delivered() ? "yes" : ""));
    }
    return text.toString();
  }

  private static String both(Bilingual label) {
    return label.english() + " (*" + label.vietnamese() + "*)";
  }

  private static String names(Set<State> states) {
    return states.stream().map(State::name).collect(Collectors.joining(", "));
  }

  @Test
  void everyStateIsReachedFromTheFirstAndNoneIsTheEnd() {
    var reached = EnumSet.of(State.NOT_STARTED);
    var next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      State state = next.poll();
      List<State> after =
          Arrays.stream(Move.values())
              .filter(move -> move.legalFrom(state))
              .flatMap(move -> move.to().stream())
              .toList();
      assertFalse(after.isEmpty(), state::name);
      after.stream().filter(reached::add).forEach(next::add);
    }
    assertEquals(EnumSet.allOf(State.class), reached);
  }

  @Test
  void whatTheUnitChangesIsWhatTheStateSays() {
    for (State state : State.values()) {
      Set<Move> legal =
          CHANGES.stream()
              .filter(move -> move.legalFrom(state))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Move.class)));
      assertEquals(
          switch (state.changeable()) {
            case WHOLE -> EnumSet.of(state == State.CLOSED ? Move.TAKE_BACK : Move.EDIT);
            case REOPENED -> EnumSet.of(Move.AMEND);
            case NOTHING -> EnumSet.noneOf(Move.class);
          },
          legal,
          state::name);
      assertEquals(state != State.APPRAISED, legal.contains(Move.editing(state)), state::name);
    }
  }

  @Test
  void nothingIsReturnedOnceAMarkStands() {
    for (State state : State.values()) {
      for (Move move : Move.values()) {
        if (state.inAppraisal() && move.legalFrom(state)) {
          assertTrue(move.to().orElse(state).inAppraisal(), () -> move + " from " + state);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Move.class)
  void illegalMoveIsRefusedWithTheLegalOnes(Move move) {
    for (State state : State.values()) {
      Head head = in(state);
      Outcome<Head> answered = move.of(head);
      if (move.legalFrom(state)) {
        assertEquals(head, answered.fold(refusal -> null, same -> same));
        continue;
      }
      Refusal refusal = answered.fold(refused -> refused, same -> null);
      assertEquals(SubmissionProblem.MOVE_NOT_ALLOWED, refusal.problem());
      Bilingual allowed = Move.allowed(state);
      assertEquals(allowed.vietnamese(), refusal.facts().get("allowedVi"));
      assertEquals(allowed.english(), refusal.facts().get("allowed"));
      for (Move other : Move.values()) {
        String told = other.label().english() + " (" + other.by().label().english() + ")";
        assertEquals(
            other.legalFrom(state) && other.by() != Move.Hand.SYSTEM,
            List.of(allowed.english().split("; ")).contains(told),
            () -> other + " from " + state);
      }
      assertThrows(IllegalStateException.class, () -> head.moved(move, head.tip()));
    }
  }

  @Test
  void appraisalAndStateTellTheSame() {
    Head sent = in(State.SUBMITTED);
    assertThrows(
        IllegalStateException.class, () -> sent.moved(Move.BEGIN_APPRAISAL, sent.tip()), "no mark");
    Head marked = sent.withFirstMark(AT);
    assertThrows(
        IllegalStateException.class, () -> marked.moved(Move.SIGN_AGAIN, sent.tip()), "a mark");
    Head begun = marked.moved(Move.BEGIN_APPRAISAL, sent.tip());
    assertEquals(begun, begun.withFirstMark(AT.plusSeconds(1)), "the first mark stays the first");
    assertThrows(IllegalStateException.class, () -> begun.moved(Move.CLOSE_APPRAISAL, sent.tip()));
  }

  /** Any sequence: an illegal move changes nothing, a legal one leads where it says. */
  @Property(tries = 500)
  void noSequenceLeavesTheTable(@ForAll List<Move> life) {
    Head head = in(State.NOT_STARTED);
    long said = 0;
    for (Move move : life) {
      Head before = head;
      if (move.of(before).<Boolean>fold(refusal -> true, same -> false)) {
        continue;
      }
      Head shaped = shaped(before, move);
      head = shaped.moved(move, new ChainTip(before.tip().seq() + 1, "ab".repeat(32)));
      assertEquals(move.to().orElse(before.state()), head.state());
      assertEquals(before.formVersion() + 1, head.formVersion());
      assertEquals(shaped.signing(), head.signing());
      assertEquals(shaped.term(), head.term());
      assertEquals(shaped.files(), head.files());
      if (before.appraisal().firstMarkAt().isPresent()) {
        assertEquals(before.appraisal().firstMarkAt(), head.appraisal().firstMarkAt());
        assertTrue(head.state().inAppraisal(), "what was marked stays in appraisal");
      }
      if (CHANGES.contains(move)) {
        said++;
        assertTrue(before.state().changeable() != State.Changeable.NOTHING);
      }
      assertTrue(said <= head.formVersion());
    }
  }

  private static Head shaped(Head head, Move move) {
    return switch (move) {
      case BEGIN_APPRAISAL -> head.withFirstMark(AT);
      case CLOSE_APPRAISAL -> head.withAppraisalClosed(AT);
      case REOPEN_APPRAISAL -> head.withAppraisalReopened();
      default -> head;
    };
  }

  private static Head in(State state) {
    var term = new Term(AT, AT, AT, Optional.empty(), Optional.empty(), Optional.empty());
    Optional<Instant> marked = Optional.of(AT).filter(at -> state.inAppraisal());
    Optional<Instant> closed = Optional.of(AT).filter(at -> state == State.APPRAISED);
    return new Head(
        new CampaignId("131-2020"),
        new UnitCode("06649"),
        ChainTip.START,
        0,
        state,
        term,
        Signing.NONE,
        Head.Files.NONE,
        Head.Corrected.NONE,
        new Head.Appraisal(marked, closed, List.of()),
        Optional.empty());
  }
}
