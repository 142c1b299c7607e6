package vn.minhbach.core.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.source.Baselines;
import vn.minhbach.core.unit.Unit;

/**
 * A unit saves its answer to one criterion (plan V.5). One transaction: head, answer with its
 * computed points, ledger entry.
 *
 * <p>Where the province holds the figure, the unit confirms it or contests it with a reason; what
 * the system computes itself cannot be typed.
 *
 * <p>Refused when the form cannot be changed, the criterion is unknown, the figures break a rule of
 * the criterion, or somebody else's answer would be overwritten unread. The same content again is
 * accepted and writes nothing, so that a request whose reply was lost can be repeated.
 */
public final class SaveAnswer {

  private final Forms forms;
  private final Submissions submissions;
  private final Baselines baselines;
  private final Fillings fillings;
  private final Commits commits;

  public SaveAnswer(
      Forms forms,
      Submissions submissions,
      Baselines baselines,
      Fillings fillings,
      Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
    this.baselines = baselines;
    this.fillings = fillings;
    this.commits = commits;
  }

  /** The answer as stored now. */
  public Outcome<Answer> save(
      Campaign campaign,
      Unit unit,
      CriterionId criterion,
      Act act,
      Condition condition,
      Object tree) {
    return commits.until(() ->
        forms
            .editable(campaign, unit, criterion, act.now())
            .flatMap(head -> {
              Settling settling = Settling.of(forms, baselines, campaign, unit, act);
              return settling
                  .known(criterion)
                  .flatMap(known ->
                      known.computed()
                          ? computed(campaign, unit, head, known, settling, tree)
                          : AnswerDraft.read(tree)
                              .flatMap(draft -> settling.answer(known, draft))
                              .flatMap(answer -> decide(head, answer, act, condition)));
            }));
  }

  // What a unit types here is read, so that a faulty figure is still named, but the system's own
  // figure is what stands: it is answered at once, and written when the form is sent.
  private Outcome<Decision<Answer>> computed(
      Campaign campaign,
      Unit unit,
      Head head,
      Criterion criterion,
      Settling settling,
      Object tree) {
    Map<String, Object> figure =
        fillings
            .computed(campaign, unit, head, settling.criteria(), settling.act().now(), List.of())
            .get(criterion.id())
            .inputs();
    return declared(criterion, tree)
        .flatMap(typed -> declared(criterion, Map.of("inputs", figure)))
        .map(own ->
            Decision.nothingToDo(
                settling.answer(criterion.id(), own).withVersion(0).withClaim(Claim.computed())));
  }

  private static Outcome<AnswerDraft.Settled> declared(Criterion criterion, Object tree) {
    return AnswerDraft.read(tree).flatMap(draft -> draft.settle(criterion, Optional.empty()));
  }

  private Outcome<Decision<Answer>> decide(Head head, Answer answer, Act act, Condition condition) {
    Optional<Answer> stored = submissions.answer(head.campaign(), head.unit(), answer.criterion());
    if (stored.isPresent() && stored.get().sameContent(answer)) {
      return Outcome.accepted(Decision.nothingToDo(stored.get()));
    }
    return condition
        .against(stored.map(Answer::etag))
        .map(met -> {
          Answer next = answer.over(stored);
          var body = new TreeMap<>(next.canonical());
          body.put("by", next.by());
          return Decision.commit(
              next,
              commits.change(
                  head,
                  head,
                  head.touched(),
                  List.of(new Change.PutAnswer(next)),
                  new Commits.Note(act.now(), "ANSWER_SAVED", body)));
        });
  }
}
