package vn.minhbach.core.publish.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A unit says in this campaign what became of a measure that it planned in the one before: done or
 * not, with a word and a file of its form, from the sending of the forms to the report. No part of
 * the form: it gives no point and voids no signature.
 */
public final class MarkMeasure {

  private static final int NOTE_MAX = 2_000;
  private static final int ID_MAX = 100;

  private final EarlierPlan earlier;
  private final Forms forms;
  private final Commits commits;

  public MarkMeasure(EarlierPlan earlier, Forms forms, Commits commits) {
    this.earlier = earlier;
    this.forms = forms;
    this.commits = commits;
  }

  /** What is said. */
  public record Draft(boolean done, Optional<String> note, Optional<String> evidence) {}

  /** Reads {@code {done, note?, evidence?}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(
        tree,
        InputProblem.INVALID_BODY::of,
        body -> {
          body.only("done", "note", "evidence");
          Node done = body.field("done");
          boolean taken = done.raw() != null && done.bool();
          Optional<String> note = body.optional("note").map(node -> node.lines(NOTE_MAX).strip());
          Optional<String> evidence = body.optional("evidence").map(node -> node.text(ID_MAX));
          return () -> new Draft(taken, note, evidence);
        });
  }

  /**
   * The earlier plan with its marks.
   *
   * @param number as the path has it
   */
  public Outcome<EarlierPlan.Reviewed> mark(
      Campaign campaign,
      Unit unit,
      String number,
      Act act,
      Condition condition,
      Outcome<Draft> sent) {
    return commits.once(
        act,
        ids -> Outcome.accepted(Decision.nothingToDo(earlier.of(campaign, unit).orElseThrow())),
        () ->
            forms
                .open(campaign, unit)
                .flatMap(form ->
                    planned(campaign, unit)
                        .flatMap(then ->
                            numbered(then.plan(), number)
                                .flatMap(which ->
                                    sent.flatMap(draft -> there(form, draft))
                                        .flatMap(draft ->
                                            decide(form, then, which, act, condition, draft))))));
  }

  private Outcome<EarlierPlan.Reviewed> planned(Campaign campaign, Unit unit) {
    return earlier
        .of(campaign, unit)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(PlanProblem.NO_EARLIER_PLAN.of(unit.code())));
  }

  private static Outcome<Integer> numbered(Plan plan, String number) {
    return Optional.of(number)
        .filter(text -> text.matches("[1-9]\\d{0,2}"))
        .map(Integer::valueOf)
        .filter(which -> plan.item(which).isPresent())
        .map(Outcome::accepted)
        .orElseGet(
            () -> Outcome.refused(PlanProblem.NO_SUCH_MEASURE.of(number, plan.items().size())));
  }

  private static Outcome<Draft> there(Form form, Draft draft) {
    return draft
        .evidence()
        .filter(id -> !form.holds(id))
        .map(id ->
            Outcome.<Draft>refused(
                Refusal.of(
                    InputProblem.INVALID_BODY.of(1),
                    List.of(Violation.at("evidence", PlanProblem.PLAN_FILE_NOT_THERE.of(id))))))
        .orElseGet(() -> Outcome.accepted(draft));
  }

  private Outcome<Decision<EarlierPlan.Reviewed>> decide(
      Form form, EarlierPlan.Reviewed then, int number, Act act, Condition condition, Draft draft) {
    var mark =
        new PlanReview.Mark(
            draft.done(), draft.note(), draft.evidence(), act.caller().id(), act.now());
    if (then.mark(number).filter(mark::sameAs).isPresent()) {
      return Outcome.accepted(Decision.nothingToDo(then));
    }
    return condition
        .against(then.stored().map(PlanReview::etag))
        .map(met -> {
          var marks = new TreeMap<>(then.review().map(PlanReview::marks).orElse(Map.of()));
          marks.put(number, mark);
          var next =
              new PlanReview(
                  form.head().campaign(),
                  form.head().unit(),
                  then.plan().campaign(),
                  then.plan().version(),
                  marks,
                  then.stored().map(PlanReview::version).orElse(0L) + 1);
          return Decision.commit(
              new EarlierPlan.Reviewed(then.plan(), Optional.of(next), Optional.of(next)),
              commits.note(
                  form.head(),
                  List.of(new PutPlanReview(next)),
                  Note.of(act, fact(then.plan(), number, mark), Map.of("measure", "" + number))));
        });
  }

  private static PlanFact fact(Plan plan, int number, PlanReview.Mark mark) {
    return new PlanFact.MeasureMarked(
        mark.by(),
        plan.campaign().value(),
        number,
        plan.item(number).orElseThrow().criterion(),
        mark.done(),
        mark.note(),
        mark.evidence());
  }
}
