package vn.minhbach.core.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Problem;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;

/**
 * A unit saves its answer to one criterion (plan V.5). One transaction: head, answer with its
 * computed points, ledger entry.
 *
 * <p>Refused when the form cannot be changed, the criterion is unknown, the figures break a rule of
 * the criterion, or somebody else's answer would be overwritten unread. The same content again is
 * accepted and writes nothing, so that a request whose reply was lost can be repeated.
 */
public final class SaveAnswer {

  private static final int NOTE_MAX = 2_000;

  private final Forms forms;
  private final Submissions submissions;
  private final Commits commits;

  public SaveAnswer(Forms forms, Submissions submissions, Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
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
            .flatMap(head ->
                answer(campaign, unit, criterion, act, tree)
                    .flatMap(answer -> decide(head, answer, act, condition))));
  }

  private Outcome<Decision<Answer>> decide(Head head, Answer answer, Act act, Condition condition) {
    Optional<Answer> stored = submissions.answer(head.campaign(), head.unit(), answer.criterion());
    if (stored.isPresent() && stored.get().sameContent(answer)) {
      return Outcome.accepted(Decision.nothingToDo(stored.get()));
    }
    return condition
        .against(stored.map(Answer::etag))
        .map(met -> {
          Answer next = answer.withVersion(stored.map(Answer::version).orElse(0L) + 1);
          return Decision.commit(
              next,
              commits.change(
                  head,
                  head,
                  head.touched(),
                  List.of(new Change.PutAnswer(next)),
                  new Commits.Note(act.now(), "ANSWER_SAVED", body(next))));
        });
  }

  private Outcome<Answer> answer(
      Campaign campaign, Unit unit, CriterionId id, Act act, Object tree) {
    Optional<Criterion> known = forms.criteria(campaign, unit).criterion(id);
    if (known.isEmpty()) {
      return Outcome.refused(Problem.UNKNOWN_CRITERION, "criterion", id.value());
    }
    Criterion criterion = known.get();
    long criteriaVersion = campaign.criteriaVersions().get(unit.group());
    return Node.read(tree, Problem.INVALID_BODY, SaveAnswer::read)
        .flatMap(draft -> scored(criterion, draft))
        .map(scored ->
            new Answer(
                id,
                scored.inputs(),
                scored.notApplicable(),
                scored.note(),
                scored.points(),
                criteriaVersion,
                act.now(),
                act.caller().id(),
                1));
  }

  private static Outcome<ScoredDraft> scored(Criterion criterion, Draft draft) {
    if (draft.inputs().isPresent() == draft.notApplicable().isPresent()) {
      return Outcome.refused(Problem.ANSWER_EITHER_OR);
    }
    if (draft.notApplicable().isPresent()) {
      return criterion.naAllowed()
          ? Outcome.accepted(
              new ScoredDraft(Map.of(), draft.notApplicable(), draft.note(), Optional.empty()))
          : Outcome.refused(Problem.NOT_APPLICABLE_REFUSED, "criterion", criterion.id().value());
    }
    return Scoring.score(criterion, draft.inputs().get())
        .map((Scored scored) ->
            new ScoredDraft(scored.inputs(), Optional.empty(), draft.note(), scored.points()));
  }

  private static Supplier<Draft> read(Node body) {
    body.only("inputs", "note", "notApplicable");
    Optional<Object> inputs = body.optional("inputs").map(Node::raw);
    Optional<String> note = body.optional("note").map(text -> text.text(NOTE_MAX));
    Optional<String> reason = body.optional("notApplicable").map(text -> text.text(NOTE_MAX));
    return () -> new Draft(inputs, note, reason);
  }

  private static Map<String, Object> body(Answer answer) {
    var body = new TreeMap<String, Object>();
    body.put("by", answer.by());
    body.put("criterion", answer.criterion().value());
    body.put("criteriaVersion", answer.criteriaVersion());
    body.put("version", answer.version());
    if (answer.notApplicable().isPresent()) {
      body.put("notApplicable", answer.notApplicable().get());
    } else {
      body.put("inputs", LedgerValues.canonical(answer.inputs()));
    }
    answer.note().ifPresent(note -> body.put("note", note));
    answer.points().map(Points::toString).ifPresent(points -> body.put("points", points));
    return body;
  }

  private record Draft(
      Optional<Object> inputs, Optional<String> note, Optional<String> notApplicable) {}

  private record ScoredDraft(
      Map<String, Object> inputs,
      Optional<String> notApplicable,
      Optional<String> note,
      Optional<Points> points) {}
}
