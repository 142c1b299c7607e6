package vn.minhbach.core.assess.answering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Edit;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.OnBehalf;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;

/**
 * A unit saves its answer to one criterion (plan V.5). One transaction: head, answer with its
 * computed points, ledger entry.
 *
 * <p>Where the province holds the figure, the unit confirms it or contests it with a reason; what
 * the system computes itself cannot be typed.
 *
 * <p>For a commune its district or the office may type, from the commune's signed paper form and
 * with its name; over an answer that the commune gave itself, or set aside, nobody else may.
 *
 * <p>Refused when the form cannot be changed, the criterion is unknown, the figures break a rule of
 * the criterion, or somebody else's answer would be overwritten unread. The same content again is
 * accepted and writes nothing, so that a request whose reply was lost can be repeated.
 */
public final class SaveAnswer {

  private final Forms forms;
  private final Baselines baselines;
  private final Fillings fillings;
  private final Commits commits;

  public SaveAnswer(Forms forms, Baselines baselines, Fillings fillings, Commits commits) {
    this.forms = forms;
    this.baselines = baselines;
    this.fillings = fillings;
    this.commits = commits;
  }

  /**
   * What saving came to.
   *
   * @param answer as stored now
   * @param form with that answer in it, from the one read on which it was decided
   */
  public record Saved(Answer answer, FormView form) {}

  /**
   * Saves an answer. The form is read once: what is decided and what is told of it is of it.
   *
   * @param sent what was read of the body; whose form is closed hears that before what is wrong in
   *     it
   */
  public Outcome<Saved> save(
      Campaign campaign,
      Unit unit,
      CriterionId criterion,
      Act act,
      Condition condition,
      Outcome<AnswerDraft> sent) {
    return commits.until(() ->
        forms
            .editableForm(campaign, unit, criterion, act)
            .flatMap(view -> {
              Settling settling = Settling.of(baselines, campaign, unit, view, act);
              return settling
                  .known(criterion)
                  .flatMap(known ->
                      known.computed()
                          ? computed(campaign, unit, view, known, settling, sent)
                          : answer(campaign, unit, known, settling, sent)
                              .flatMap(answer -> decide(view, answer, act, condition)));
            }));
  }

  // What a unit types here is read, so that a faulty figure is still named, but the system's own
  // figure is what stands: it is answered at once, and written when the form is sent.
  private Outcome<Decision<Saved>> computed(
      Campaign campaign,
      Unit unit,
      FormView view,
      Criterion criterion,
      Settling settling,
      Outcome<AnswerDraft> sent) {
    Map<String, Object> figure =
        fillings
            .computed(
                campaign,
                unit,
                view.form().head(),
                settling.criteria(),
                settling.act().now(),
                List.of())
            .get(criterion.id())
            .inputs();
    return sent.flatMap(draft -> draft.settle(criterion, Optional.empty()))
        .flatMap(typed -> AnswerDraft.of(figure).settle(criterion, Optional.empty()))
        .map(own ->
            Decision.nothingToDo(
                new Saved(
                    settling.answer(criterion.id(), own).withVersion(0).withClaim(Claim.computed()),
                    view)));
  }

  // The same figures given to a corrected criterion are another answer: it is to the new rule.
  private Outcome<Decision<Saved>> decide(
      FormView view, Answer answer, Act act, Condition condition) {
    Head head = view.form().head();
    Optional<Answer> stored = view.form().stored(answer.criterion());
    if (stored.isPresent()
        && stored.get().sameContent(answer)
        && !view.amendments().outdated(stored.get())) {
      return Outcome.accepted(Decision.nothingToDo(new Saved(stored.get(), view)));
    }
    return condition
        .against(stored.map(Answer::etag))
        .flatMap(met -> untouched(head, stored, answer))
        .map(met -> {
          Answer next = answer.over(stored);
          return Decision.commit(
              new Saved(next, view.with(List.of(next))),
              commits.edit(
                  head,
                  head,
                  List.of(PutAnswer.in(head, next)),
                  Note.of(act.now(), said(head, next))));
        });
  }

  // Whatever the commune said itself, nobody else ever writes over.
  private static Outcome<Answer> untouched(Head head, Optional<Answer> stored, Answer answer) {
    boolean own = stored.filter(old -> old.onBehalf().isEmpty() || old.contested()).isPresent();
    return answer.onBehalf().isPresent() && own
        ? Outcome.refused(AnsweringProblem.OWN_WORD_STANDS.of(head.unit(), answer.criterion()))
        : Outcome.accepted(answer);
  }

  private Outcome<Optional<OnBehalf>> onBehalf(
      Campaign campaign, Unit unit, Act act, AnswerDraft draft) {
    boolean own = act.caller().fillsFor(unit.code());
    if (own || unit.group() != Unit.COMMUNES) {
      return !own
          ? Outcome.refused(AccessProblem.OTHER_UNIT.of(unit.code().value()))
          : draft.paper().isEmpty()
              ? Outcome.accepted(Optional.empty())
              : Outcome.refused(AnsweringProblem.PAPER_IS_FOR_OTHERS.of(unit.code()));
    }
    if (draft.paper().isEmpty()) {
      return Outcome.refused(AnsweringProblem.PAPER_NEEDED.of(unit.code()));
    }
    String paper = draft.paper().get();
    boolean there =
        forms
            .file(campaign, unit, paper)
            .filter(file -> file.purpose().filter(Purpose.PAPER_FORM::equals).isPresent())
            .filter(file -> file.state().present())
            .isPresent();
    return there
        ? Outcome.accepted(Optional.of(new OnBehalf(paper, end(campaign, act), Optional.empty())))
        : Outcome.refused(AnsweringProblem.PAPER_NOT_THERE.of(unit.code(), paper));
  }

  // Whole days, as every term of the plan: until the end of the last one.
  private static Instant end(Campaign campaign, Act act) {
    Calendar calendar = campaign.calendar();
    long days = campaign.settings().deskSettings().contestTerm().toDays();
    return calendar.lastMomentBefore(
        act.now().atZone(calendar.zone()).toLocalDate().plusDays(days + 1));
  }

  private Outcome<Answer> answer(
      Campaign campaign,
      Unit unit,
      Criterion criterion,
      Settling settling,
      Outcome<AnswerDraft> sent) {
    return sent.flatMap(draft ->
        onBehalf(campaign, unit, settling.act(), draft)
            .flatMap(typed ->
                settling
                    .answer(criterion, draft)
                    .map(answer -> typed.map(answer::withOnBehalf).orElse(answer))));
  }

  private static Edit said(Head head, Answer answer) {
    AnswerFact.Given given = AnswerFact.Given.of(answer);
    return answer
        .onBehalf()
        .<Edit>map(typed ->
            new AnswerFact.AnswerTyped(
                given, answer.by(), head.unit(), typed.paper(), typed.until(), Optional.empty()))
        .orElseGet(() -> new AnswerFact.AnswerSaved(given, answer.by(), Optional.empty()));
  }
}
