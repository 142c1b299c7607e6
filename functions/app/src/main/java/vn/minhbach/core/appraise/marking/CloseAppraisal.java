package vn.minhbach.core.appraise.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Readers;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The lead closes the appraisal of a unit (<i>chốt thẩm định</i>); the deputy where the lead is
 * recused. From then on the appraised score ranks, and the self-score stays beside it. The entry
 * tells what each criterion counts, those included that no hand had to judge, so that the score is
 * the sum of what the ledger says.
 *
 * <p>Refused while anything is open, each named at its place.
 */
public final class CloseAppraisal {

  private static final int REASON_MAX = 2_000;

  private final Forms forms;
  private final Cells cells;
  private final Jury jury;
  private final Hearings hearings;
  private final Commits commits;

  public CloseAppraisal(
      Forms forms,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units,
      Hearings hearings,
      Commits commits) {
    this.forms = forms;
    this.cells = new Cells(forms, baselines, marks, risks);
    this.jury = new Jury(duties, units);
    this.hearings = hearings;
    this.commits = commits;
  }

  /** A unit's appraisal after the act. */
  public record Closed(Head head, Appraised appraised, FormView self) {}

  private record Bound(Jury.Bench bench, FormView view, Readers readers) {}

  /** Reads {@code {}}. */
  public static Outcome<Boolean> nothing(Object tree) {
    return Node.read(
        tree,
        InputProblem.INVALID_BODY::of,
        body -> {
          body.only();
          return () -> true;
        });
  }

  /** Reads {@code {reason}}. */
  public static Outcome<String> reason(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, CloseAppraisal::why);
  }

  /** Closes; needs the etag of the form. */
  public Outcome<Closed> close(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Boolean> sent) {
    return commits.once(
        act,
        ids -> bound(campaign, unit, act).map(at -> Decision.nothingToDo(closed(at))),
        () ->
            bound(campaign, unit, act)
                .flatMap(at -> lapsed(at, campaign, unit, act))
                .flatMap(at -> sent.map(read -> at))
                .flatMap(at ->
                    Move.CLOSE_APPRAISAL
                        .of(at.view().form().head())
                        .flatMap(head -> condition.against(Optional.of(head.etag())))
                        .flatMap(met -> done(at))
                        .map(all -> closing(at, all))));
  }

  /** Takes a closed appraisal up again, with a reason; needs the etag of the form. */
  public Outcome<Closed> reopen(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<String> sent) {
    return commits.once(
        act,
        ids -> bound(campaign, unit, act).map(at -> Decision.nothingToDo(closed(at))),
        () ->
            bound(campaign, unit, act)
                .flatMap(at ->
                    sent.flatMap(reason ->
                        Move.REOPEN_APPRAISAL
                            .of(at.view().form().head())
                            .flatMap(head -> condition.against(Optional.of(head.etag())))
                            .map(met -> reopening(at, reason)))));
  }

  // What silence has decided counts, so it is written first.
  private Outcome<Bound> lapsed(Bound at, Campaign campaign, Unit unit, Act act) {
    boolean overdue =
        hearings.open(campaign, unit, act.now()).stream()
            .anyMatch(one -> act.now().isAfter(one.until()));
    if (!overdue) {
      return Outcome.accepted(at);
    }
    hearings.lapse(campaign, unit, act.now());
    return bound(campaign, unit, act);
  }

  private Outcome<Bound> bound(Campaign campaign, Unit unit, Act act) {
    return campaign
        .underway()
        .flatMap(open -> jury.bench(open, unit, act))
        .flatMap(bench ->
            jury.leading(bench)
                .flatMap(member -> jury.readers(bench))
                .flatMap(readers ->
                    forms.read(campaign, unit).map(view -> new Bound(bench, view, readers))));
  }

  private List<Appraised.Settled> all(Bound at) {
    Terms terms = Terms.of(at.bench().campaign());
    return cells.all(at.bench().campaign(), at.bench().unit(), at.view(), at.readers()).stream()
        .map(one ->
            new Appraised.Settled(
                one.cell(), Marking.of(one.cell(), one.mark(), terms, at.bench()::recused)))
        .toList();
  }

  private Closed closed(Bound at) {
    return new Closed(
        at.view().form().head(), Appraised.of(at.view().criteria(), all(at)), at.view());
  }

  private Outcome<List<Appraised.Settled>> done(Bound at) {
    List<Appraised.Settled> all = all(at);
    List<Violation> open = new ArrayList<>(heard(at));
    open.addAll(
        all.stream()
            .filter(one -> !one.marking().state().done())
            .map(one ->
                Violation.at(
                    one.cell().id().value(), MarkProblem.CELL_OPEN.of(one.marking().told())))
            .toList());
    return open.isEmpty()
        ? Outcome.accepted(all)
        : Outcome.refused(
            Refusal.of(MarkProblem.APPRAISAL_OPEN.of(at.bench().unit().code(), open.size()), open));
  }

  private List<Violation> heard(Bound at) {
    return hearings.open(at.bench().campaign(), at.bench().unit(), at.bench().act().now()).stream()
        .map(one ->
            Violation.at(one.criterion().value(), MarkProblem.HEARING_OPEN.of(one.phase().label())))
        .toList();
  }

  private Decision<Closed> closing(Bound at, List<Appraised.Settled> all) {
    Appraised appraised = Appraised.of(at.view().criteria(), all);
    Map<String, MarkFact.Settled> criteria = new TreeMap<>();
    all.forEach(one -> criteria.put(one.cell().id().value(), told(one)));
    var fact =
        new MarkFact.AppraisalClosed(
            criteria,
            appraised.scorecard().points(),
            appraised.scorecard().max(),
            at.view().scorecard().points(),
            at.view().scorecard().max(),
            MarkFact.Signer.of(at.bench().me()));
    Head head = at.view().form().head();
    var commit =
        commits.move(
            head,
            head.withAppraisalClosed(at.bench().act().now()),
            Move.CLOSE_APPRAISAL,
            List.of(),
            Note.of(at.bench().act(), fact, Map.of("unit", head.unit().value())));
    return Decision.commit(new Closed(commit.head().after(), appraised, at.view()), commit);
  }

  private static MarkFact.Settled told(Appraised.Settled one) {
    Marking marking = one.marking();
    CriterionScore score = marking.score();
    return new MarkFact.Settled(
        marking
            .decisive()
            .map(reading -> reading.ruling().basis().kind())
            .or(() -> one.cell().source().map(Basis::kind)),
        MarkFact.Counts.of(Worth.of(score)).points(),
        MarkFact.Counts.of(one.cell().own()),
        score instanceof CriterionScore.AwaitsBest,
        marking.exception());
  }

  private Decision<Closed> reopening(Bound at, String reason) {
    Head head = at.view().form().head();
    var fact = new MarkFact.AppraisalReopened(reason, MarkFact.Signer.of(at.bench().me()));
    var commit =
        commits.move(
            head,
            head.withAppraisalReopened(),
            Move.REOPEN_APPRAISAL,
            List.of(),
            Note.of(at.bench().act(), fact, Map.of("unit", head.unit().value())));
    return Decision.commit(
        new Closed(commit.head().after(), Appraised.of(at.view().criteria(), all(at)), at.view()),
        commit);
  }

  private static Supplier<String> why(Node body) {
    body.only("reason");
    Node reason = body.field("reason");
    String text = reason.raw() == null ? "" : reason.lines(REASON_MAX).strip();
    return () -> text;
  }
}
