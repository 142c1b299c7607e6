package vn.minhbach.core.assess.answering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.OnBehalf;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A commune does not stand by what was typed for it: the answer is set aside, with the reason, and
 * counts as not given until the commune answers itself; the same figures are an answer too.
 *
 * <p>Also for a form that is sent: the criterion opens again then, as for a file that fell out, and
 * the form is signed again for it. Refused where nothing was typed on behalf, after the days to
 * contest, and for an unsent form that is locked.
 */
public final class ContestTyped {

  private static final int REASON_MAX = 1_000;

  private final Forms forms;
  private final Submissions submissions;
  private final Commits commits;

  public ContestTyped(Forms forms, Submissions submissions, Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
    this.commits = commits;
  }

  /** Which answer the unit sets aside, and why. */
  public record Contest(CriterionId criterion, String reason) {}

  /** Reads {@code {criterion, reason}}. */
  public static Outcome<Contest> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ContestTyped::shape);
  }

  /**
   * The answer, set aside; contesting it twice writes nothing.
   *
   * @param sent what was read of the body; told after a locked form
   */
  public Outcome<Answer> contest(Campaign campaign, Unit unit, Act act, Outcome<Contest> sent) {
    return commits.once(
        act,
        ids -> replay(campaign, unit, ids),
        () ->
            campaign
                .underway()
                .flatMap(open -> forms.head(open, unit))
                .flatMap(head -> unlocked(head, act))
                .flatMap(head -> sent.flatMap(said -> decide(campaign, head, act, said))));
  }

  private Outcome<Decision<Answer>> replay(Campaign campaign, Unit unit, Map<String, String> ids) {
    return Outcome.accepted(
        Decision.nothingToDo(
            submissions
                .answer(campaign.id(), unit.code(), new CriterionId(ids.get("criterion")))
                .orElseThrow()));
  }

  private static Outcome<Head> unlocked(Head head, Act act) {
    if (head.state().changeable() == State.Changeable.NOTHING) {
      return Forms.submitted(head);
    }
    return head.state().editable() && head.lockedAt(act.now())
        ? Outcome.refused(SubmissionProblem.FORM_LOCKED.of(head.unit(), head.closesAt()))
        : Outcome.accepted(head);
  }

  private Outcome<Decision<Answer>> decide(Campaign campaign, Head head, Act act, Contest said) {
    Optional<Answer> stored = submissions.answer(head.campaign(), head.unit(), said.criterion());
    Optional<OnBehalf> typed = stored.flatMap(Answer::onBehalf);
    if (typed.isEmpty()) {
      return Outcome.refused(AnsweringProblem.NOT_TYPED_FOR_YOU.of(head.unit(), said.criterion()));
    }
    if (stored.get().contested()) {
      return Outcome.accepted(Decision.nothingToDo(stored.get()));
    }
    if (act.now().isAfter(typed.get().until())) {
      return Outcome.refused(
          AnsweringProblem.CONTEST_TOO_LATE.of(said.criterion(), typed.get().until()));
    }
    return Outcome.accepted(contested(campaign, head, act, said, stored.get(), typed.get()));
  }

  private Decision<Answer> contested(
      Campaign campaign, Head head, Act act, Contest said, Answer stored, OnBehalf typed) {
    var word = new OnBehalf.Contest(said.reason(), act.now(), act.caller().id());
    Answer aside = stored.withOnBehalf(typed.contestedBy(word)).withVersion(stored.version() + 1);
    Optional<Head.Reopened> opening =
        Optional.of(head)
            .filter(sent -> !sent.state().editable())
            .map(sent ->
                Head.Reopened.forFile(
                    said.criterion(), campaign.reopenedUntil(act.now()), typed.paper()));
    var fact =
        new AnswerFact.TypedAnswerContested(
            act.caller().id(),
            said.criterion(),
            said.reason(),
            typed.paper(),
            aside.version(),
            opening.map(Head.Reopened::until),
            Optional.empty());
    return Decision.commit(
        aside,
        commits.edit(
            head,
            opening.map(head::withReopened).orElse(head),
            List.of(PutAnswer.in(head, aside)),
            Note.of(act, fact, Map.of("criterion", said.criterion().value()))));
  }

  private static Supplier<Contest> shape(Node body) {
    body.only("criterion", "reason");
    Node criterion = body.field("criterion");
    String id = criterion.raw() == null ? "" : criterion.code(40);
    if (!id.isBlank() && !CriterionId.valid(id)) {
      criterion.fault(InputProblem.BAD_CODE.of(id));
    }
    Node reason = body.field("reason");
    String text = reason.raw() == null ? "" : reason.lines(REASON_MAX);
    return () -> new Contest(new CriterionId(id), text);
  }
}
