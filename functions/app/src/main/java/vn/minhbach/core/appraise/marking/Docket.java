package vn.minhbach.core.appraise.marking;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The door of this room for those in which units are heard: they reach a cell with what has become
 * of it, and lay a judgement there, under the same rules as whoever marks.
 */
public final class Docket {

  /** Whose hand a judgement is that silence has decided. */
  private static final Hand SYSTEM =
      new Hand("system", Optional.empty(), Optional.empty(), Role.OFFICE);

  private final Forms forms;
  private final Cells cells;
  private final Jury jury;
  private final Duties duties;

  public Docket(
      Forms forms, Baselines baselines, Marks marks, Duties duties, Risks risks, Units units) {
    this.forms = forms;
    this.cells = new Cells(forms, baselines, marks, risks);
    this.jury = new Jury(duties, units);
    this.duties = duties;
  }

  /**
   * The team's member at a unit.
   *
   * @param me the caller's hand
   */
  public record Sitting(FormView view, Hand me, Map<CriterionId, Case> cases) {

    /** The case of a criterion; refused for one that the set does not have or nobody assigned. */
    public Outcome<Case> of(CriterionId criterion) {
      return Optional.ofNullable(cases.get(criterion))
          .map(Outcome::accepted)
          .orElseGet(
              () -> Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(criterion.value())));
    }
  }

  /** A cell, what was said of it, and what it has come to. */
  public record Case(Cell cell, Optional<Mark> mark, Marking marking) {

    private Mark made(Sitting sitting) {
      return mark.orElseGet(() ->
          Mark.unmarked(
              sitting.view().form().head().campaign(),
              sitting.view().form().head().unit(),
              cell.id()));
    }

    /** The cut that the unit was not shown yet; empty where there is none. */
    public Optional<Reading> proposed() {
      return marking.state() == Marking.State.PROPOSED ? marking.decisive() : Optional.empty();
    }

    /** Whether a hand is one of the two that first read it. */
    public boolean readBy(Hand hand) {
      return by(hand, one -> !one.kind().decides());
    }

    /** Whether a hand has judged it, in whatever step. */
    public boolean judgedBy(Hand hand) {
      return by(hand, one -> true);
    }

    private boolean by(Hand hand, Predicate<Reading> kind) {
      return mark.stream()
          .flatMap(made -> made.readings().stream())
          .filter(one -> !one.cleared())
          .filter(kind)
          .anyMatch(one -> !one.by().another(hand));
    }
  }

  /** The caller as a member of the team that is not recused from the unit, and the unit's cells. */
  public Outcome<Sitting> sit(Campaign campaign, Unit unit, Act act) {
    return jury.bench(campaign, unit, act)
        .flatMap(bench ->
            forms
                .read(campaign, unit)
                .map(view ->
                    new Sitting(view, bench.me(), cases(campaign, unit, view, bench.team(), act))));
  }

  /** The same for whoever leads: lead or deputy. */
  public Outcome<Sitting> lead(Campaign campaign, Unit unit, Act act) {
    return jury.bench(campaign, unit, act)
        .flatMap(bench ->
            bench.me().leads()
                ? Outcome.accepted(bench)
                : Outcome.<Jury.Bench>refused(TeamProblem.NOT_LEADING.of(unit.code())))
        .flatMap(bench -> sit(campaign, unit, act));
  }

  /** The caller's hand, if the cell is the caller's to ask about: assigned, or led. */
  public Outcome<Hand> asking(
      Campaign campaign, Unit unit, CriterionId criterion, Hand me, Act act) {
    return me.leads()
        ? Outcome.accepted(me)
        : duties.of(campaign, unit, criterion, act).map(duty -> me);
  }

  /** A unit's cells for nobody in particular; empty while the campaign has no team. */
  public Optional<Sitting> look(Campaign campaign, Unit unit, FormView view, Act act) {
    return duties
        .team(campaign)
        .fold(
            refusal -> Optional.empty(),
            team -> Optional.of(new Sitting(view, SYSTEM, cases(campaign, unit, view, team, act))));
  }

  private Map<CriterionId, Case> cases(
      Campaign campaign, Unit unit, FormView view, Team team, Act act) {
    Terms terms = Terms.of(campaign);
    Predicate<Hand> recused = Jury.recusedFrom(team, unit);
    var cases = new TreeMap<CriterionId, Case>();
    duties
        .readers(campaign, unit.group(), act)
        .fold(
            refusal -> cells.all(campaign, unit, view),
            readers -> cells.all(campaign, unit, view, readers))
        .stream()
        .filter(one -> !one.cell().exempt())
        .forEach(one ->
            cases.put(
                one.cell().id(),
                new Case(
                    one.cell(), one.mark(), Marking.of(one.cell(), one.mark(), terms, recused))));
    return cases;
  }

  /** The judgement that a unit is shown now, with its reason. */
  public PutMark shown(Sitting sitting, Case at, Reading reading, Instant now) {
    return new PutMark(at.made(sitting).with(reading.shownAt(now)));
  }

  /**
   * What somebody above the first readers decides in a unit's petition. It is told to the unit as
   * it is decided.
   */
  public Outcome<PutMark> petitioned(
      Sitting sitting, Case at, MarkDraft.Judge judge, String reason, Instant now) {
    Mark made = at.made(sitting);
    return MarkDraft.basis(judge, at.cell())
        .flatMap(basis ->
            MarkCriterion.ruling(at.cell(), basis, Optional.of(reason), Reading.Kind.PETITION))
        .map(ruling ->
            new PutMark(
                made.with(
                    reading(at, Reading.Kind.PETITION, sitting.me(), ruling, now)
                        .over(made.reading(Reading.Kind.PETITION))
                        .told(now))));
  }

  /**
   * The judgement that stands after a petition was refused, looked at anew with what the unit
   * brought for it; empty where no hand has judged.
   */
  public Optional<PutMark> kept(Sitting sitting, Case at, Instant now) {
    return at.marking()
        .decisive()
        .map(one ->
            one.boundTo().equals(at.cell().now())
                ? one.shownAt(now)
                : one.with(
                        new Reading.Confirmation(sitting.me(), at.cell().now(), now), one.worth())
                    .told(now))
        .map(reading -> new PutMark(at.made(sitting).with(reading)));
  }

  /** The self-score stands, for the team did not answer the unit's explanation in time. */
  public PutMark unanswered(Sitting sitting, Case at, String reason, Instant now) {
    Mark made = at.made(sitting);
    var ruling = new Reading.Ruling(new Basis.Agreed(), at.cell().own(), Optional.of(reason));
    return new PutMark(
        made.with(
            reading(at, Reading.Kind.AFTER_EXPLANATION, SYSTEM, ruling, now)
                .over(made.reading(Reading.Kind.AFTER_EXPLANATION))
                .told(now)));
  }

  private static Reading reading(
      Case at, Reading.Kind kind, Hand by, Reading.Ruling ruling, Instant now) {
    return new Reading(kind, by, ruling, at.cell().now(), now, Reading.After.NOTHING, 1);
  }

  /** Whether a cell still stands against showing the provisional result: a cut does not. */
  public static boolean awaits(Case at) {
    Marking.State state = at.marking().state();
    return !state.done() && state != Marking.State.PROPOSED;
  }

  /** The readings by which a cell was judged after its unit had spoken. */
  public static boolean judgedSince(Optional<Mark> mark, Instant spoken) {
    return mark.stream()
        .flatMap(made -> made.readings().stream())
        .filter(one -> !one.cleared())
        .filter(one -> AFTER.contains(one.kind()))
        .anyMatch(one -> !one.at().isBefore(spoken));
  }

  private static final EnumSet<Reading.Kind> AFTER =
      EnumSet.of(Reading.Kind.AFTER_EXPLANATION, Reading.Kind.PETITION);

  /** The criteria of a sitting, in the order of the form. */
  public static List<Case> inOrder(Sitting sitting) {
    return sitting.view().criteria().criteria().keySet().stream()
        .flatMap(id -> Optional.ofNullable(sitting.cases().get(id)).stream())
        .toList();
  }
}
