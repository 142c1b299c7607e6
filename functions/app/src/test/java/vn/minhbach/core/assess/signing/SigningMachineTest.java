package vn.minhbach.core.assess.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.minhbach.core.assess.custody.LaneFixture.OPENED;
import static vn.minhbach.core.assess.custody.LaneFixture.WALL;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.custody.LaneFixture;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.ledger.Verification;

/**
 * Any sequence of saving, closing, signing, withdrawing, refusing and waiting, held against a model
 * of a few lines that knows the rules and nothing of how they are kept.
 */
class SigningMachineTest {

  private static final Instant DUE = Instant.parse("2020-09-16T16:59:59.999Z");
  private static final Instant LOCK = Instant.parse("2020-10-31T16:59:59.999Z");

  /** What the last step was answered. */
  private Outcome<?> answered;

  private enum Act {
    SAVE,
    ADD_FILE,
    WITHDRAW_FILE,
    CLOSE,
    SIGN,
    SIGN_CODE,
    BRING_PAPER,
    REFUSE_PAPER,
    SIGN_PAPER,
    WAIT,
    WAIT_LONG
  }

  private record Step(Act act, int x, int y) {}

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Act> acts =
        Arbitraries.frequency(
            Tuple.of(3, Act.SAVE),
            Tuple.of(1, Act.ADD_FILE),
            Tuple.of(1, Act.WITHDRAW_FILE),
            Tuple.of(4, Act.CLOSE),
            Tuple.of(1, Act.SIGN),
            Tuple.of(1, Act.SIGN_CODE),
            Tuple.of(3, Act.BRING_PAPER),
            Tuple.of(3, Act.REFUSE_PAPER),
            Tuple.of(4, Act.SIGN_PAPER),
            Tuple.of(3, Act.WAIT),
            Tuple.of(1, Act.WAIT_LONG));
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, 5);
    return Combinators.combine(acts, choice, choice)
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  /** What shall be. */
  private static final class Model {
    String state = "WORK";
    long figure = 40;
    final TreeSet<String> files = new TreeSet<>();
    final Map<String, String> codes = new HashMap<>();
    final List<String> given = new ArrayList<>();
    final List<String> papers = new ArrayList<>();
    final TreeSet<String> refused = new TreeSet<>();
    Instant now = OPENED;
    Instant sentAt;
    Instant signBy;
    String signedOn = "";
    String signed;
    boolean late;

    String says() {
      return figure + " " + files;
    }

    Problem shut() {
      if (state.equals("SIGNED")) {
        return SubmissionProblem.FORM_SUBMITTED;
      }
      return now.isAfter(LOCK) ? SubmissionProblem.FORM_LOCKED : null;
    }

    Problem notSignable() {
      if (!state.equals("CLOSED")) {
        return shut();
      }
      return now.isAfter(LOCK) && now.isAfter(signBy) ? SubmissionProblem.SIGNATURE_OVERDUE : null;
    }

    void edited() {
      state = "WORK";
    }

    static Instant endOfThirdDay(Instant from) {
      return from.atOffset(ZoneOffset.ofHours(7))
          .toLocalDate()
          .plusDays(4)
          .atStartOfDay()
          .toInstant(ZoneOffset.ofHours(7))
          .minusMillis(1);
    }

    void sign(String paper) {
      if (!state.equals("CLOSED") || now.isAfter(signBy)) {
        sentAt = now;
      }
      state = "SIGNED";
      signedOn = paper;
      signed = says();
      late = sentAt.isAfter(DUE);
    }
  }

  @Property(tries = 400)
  void formIsWhatTheRulesSay(@ForAll("lives") List<Step> life) {
    var lane = new LaneFixture();
    lane.answerEverything();
    lane.saved(OPENED, 40);
    var model = new Model();
    for (Step step : life) {
      Problem expected = live(step, lane, model);
      assertEquals(expected, problem(answered), step::toString);
      holds(lane, model);
    }
    assertEquals(List.of(), Verification.faults(lane.ledger, lane.head.orElseThrow().tip()));
    assertFalse(lane.ledger.toString().contains("Nguyễn Văn A"));
  }

  private static Problem problem(Outcome<?> outcome) {
    return outcome == null ? null : outcome.fold(refusal -> refusal.problem(), value -> null);
  }

  /** Does it, lets the model take what the answer says, and foretells the refusal. */
  private Problem live(Step step, LaneFixture lane, Model model) {
    answered = null;
    switch (step.act()) {
      case SAVE -> {
        Problem shut = model.shut();
        answered = lane.saved(model.now, 40 + step.x());
        if (shut == null && model.figure != 40 + step.x()) {
          model.figure = 40 + step.x();
          model.edited();
        }
        return shut;
      }
      case ADD_FILE -> {
        Problem shut = shutForFiles(model);
        Outcome<GrantUpload.Grant> granted =
            lane.grant.grant(
                lane.campaign,
                lane.unit,
                lane.act(model.now),
                WALL,
                lane.file("f" + model.files.size() + lane.ledger.size(), 1 + lane.ledger.size()));
        answered = granted;
        granted.map(grant -> {
          lane.upload(grant.evidence(), WALL);
          lane.arrived(grant.evidence().id(), model.now);
          model.files.add(grant.evidence().id());
          model.edited();
          return grant;
        });
        return shut;
      }
      case WITHDRAW_FILE -> {
        if (model.files.isEmpty()) {
          return null;
        }
        Problem shut = model.shut();
        answered = withdraw(lane, model, model.files.first());
        if (shut == null) {
          model.files.pollFirst();
          model.edited();
        }
        return shut;
      }
      case CLOSE -> {
        Problem shut = model.notSignable();
        Outcome<CloseForm.Closed> closed = lane.closed(model.now);
        answered = closed;
        closed.map(done -> {
          if (!model.state.equals("CLOSED")) {
            model.state = "CLOSED";
            model.sentAt = model.now;
            model.signBy = Model.endOfThirdDay(model.now);
            gives(model, done.checkCode());
          }
          return done;
        });
        return shut;
      }
      case SIGN -> {
        return signed(lane, model, "", null);
      }
      case SIGN_CODE -> {
        return model.given.isEmpty() ? null : signed(lane, model, "", code(step, model));
      }
      case BRING_PAPER -> {
        Problem shut = model.notSignable();
        Outcome<GrantUpload.Grant> granted =
            lane.grant.grant(lane.campaign, lane.unit, lane.act(model.now), WALL, paper(lane));
        answered = granted;
        granted.map(grant -> {
          lane.upload(grant.evidence(), WALL);
          lane.arrived(grant.evidence().id(), model.now);
          model.papers.add(grant.evidence().id());
          return grant;
        });
        return shut;
      }
      case REFUSE_PAPER -> {
        if (model.papers.isEmpty()) {
          return null;
        }
        String paper = model.papers.get(step.x() % model.papers.size());
        lane.scanned(paper, "THREATS_FOUND", model.now);
        model.refused.add(paper);
        if (model.state.equals("SIGNED") && model.signedOn.equals(paper)) {
          model.state = "CLOSED";
          model.signBy = Model.endOfThirdDay(model.now);
          model.signedOn = "";
        }
        return null;
      }
      case SIGN_PAPER -> {
        return model.papers.isEmpty() || model.given.isEmpty()
            ? null
            : signed(
                lane,
                model,
                model.papers.get(Math.max(0, model.papers.size() - 1 - step.y() / 4)),
                code(step, model));
      }
      case WAIT -> model.now = model.now.plus(Duration.ofHours(7L * (step.x() + 1)));
      case WAIT_LONG -> model.now = model.now.plus(Duration.ofDays(4L * (step.x() + 1)));
    }
    return null;
  }

  // A closed form takes papers after the lock, so whoever brings a file hears of the lock later.
  private static Problem shutForFiles(Model model) {
    return model.state.equals("CLOSED") && model.notSignable() != null
        ? model.notSignable()
        : model.shut();
  }

  private Problem signed(LaneFixture lane, Model model, String paper, String code) {
    Problem expected = model.notSignable();
    if (expected == null && model.refused.contains(paper)) {
      expected = SigningProblem.SIGNED_FORM_GONE;
    }
    if (expected == null && code != null && !model.says().equals(model.codes.get(code))) {
      expected = SigningProblem.CODE_NOT_IN_FORCE;
    }
    var more = new HashMap<String, Object>();
    if (code != null) {
      more.put("checkCode", code);
    }
    if (!paper.isEmpty()) {
      more.put("signedEvidenceId", paper);
      more.put("letter", Map.of("number", "12/CV", "date", "2020-09-15"));
    }
    Outcome<Head> outcome = lane.signed(model.now, more);
    answered = outcome;
    outcome.map(head -> {
      model.sign(paper);
      gives(model, head.signature().orElseThrow().checkCode().orElseThrow());
      return head;
    });
    return expected;
  }

  private static void gives(Model model, String code) {
    assertEquals(
        model.says(), model.codes.getOrDefault(code, model.says()), "a code says one thing");
    model.codes.put(code, model.says());
    model.given.remove(code);
    model.given.add(code);
  }

  private static String code(Step step, Model model) {
    return step.x() > 1 ? model.given.getLast() : model.given.get(step.y() % model.given.size());
  }

  private static Map<String, Object> paper(LaneFixture lane) {
    var file = lane.file("Phiếu " + lane.ledger.size(), 100_000 + lane.ledger.size());
    file.remove("criterion");
    file.put("purpose", "signed-form");
    return file;
  }

  private static Outcome<Evidence> withdraw(LaneFixture lane, Model model, String id) {
    return lane.withdraw.withdraw(
        lane.campaign,
        lane.unit,
        id,
        lane.act(model.now),
        new Condition(Optional.ofNullable(lane.records.get(id)).map(Evidence::etag)));
  }

  private static void holds(LaneFixture lane, Model model) {
    Head head = lane.head.orElseThrow();
    assertEquals(
        switch (model.state) {
          case "WORK" -> State.IN_PROGRESS;
          case "CLOSED" -> State.CLOSED;
          default -> State.SUBMITTED;
        },
        head.state());
    assertEquals(!model.state.equals("WORK"), head.inForce().isPresent());
    head.inForce()
        .ifPresent(closing -> {
          assertEquals(model.says(), model.codes.get(closing.checkCode()));
          assertEquals(
              closing.checkCode(), lane.content().code().text(), "it says what was closed");
        });
    head.signature()
        .ifPresent(signature -> {
          assertEquals(model.signed, model.codes.get(signature.checkCode().orElseThrow()));
          assertEquals(model.sentAt, signature.sentAt());
          assertEquals(model.late, signature.late());
          assertEquals(model.signedOn, signature.evidence().orElse(""));
        });
  }
}
