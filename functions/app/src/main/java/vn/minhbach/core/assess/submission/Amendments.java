package vn.minhbach.core.assess.submission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.CriteriaDiff;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;

/**
 * What the corrections of a group's criteria mean for one form. Pure, and derived wherever a form
 * is read: correcting writes no form, so that none can be missed, whatever dies in between.
 *
 * <p>An answer that was given before the latest change of its criterion's substance is outdated: a
 * new one is awaited, and until then it counts as the new rule scores it, or nothing where it does
 * not fit. A form that was sent before is open again for those criteria alone until the
 * correction's day.
 *
 * @param corrections all of the group, by number
 */
public record Amendments(List<Correction> corrections) {

  /** Nothing was ever corrected. */
  public static final Amendments NONE = new Amendments(List.of());

  public Amendments {
    corrections = List.copyOf(corrections);
  }

  /**
   * What became of one criterion.
   *
   * @param by the latest correction that names it
   * @param fields what was corrected since the answer was given, or ever where there is none
   * @param owed whether an answer to what it asks now is awaited
   */
  public record Amended(Correction by, List<String> fields, boolean owed) {

    public Amended {
      fields = List.copyOf(fields);
    }
  }

  /**
   * An outdated answer under the rule in force.
   *
   * @param refusal why it fits no longer; it scores nothing then
   */
  public record Carried(CriterionScore score, Optional<Refusal> refusal) {}

  /** How many corrections there are. */
  public int number() {
    return corrections.size();
  }

  /** The number of the correction that brought this version into force; 0 for the first set. */
  int broughtBy(long criteriaVersion) {
    return corrections.stream()
        .filter(one -> one.version() == criteriaVersion)
        .mapToInt(Correction::number)
        .findFirst()
        .orElse(0);
  }

  /** The version that brought what is asked now: corrections of words alone are passed over. */
  public long substance(long criteriaVersion) {
    long version = corrections.isEmpty() ? criteriaVersion : corrections.getFirst().previous();
    for (Correction one : corrections) {
      if (one.lines().stream().anyMatch(CriteriaDiff.Line::substance)) {
        version = one.version();
      }
    }
    return version;
  }

  /**
   * The version that brought what one criterion asks now; of one that was never changed, the first.
   */
  public long brought(CriterionId criterion, long criteriaVersion) {
    return latestSubstance(criterion)
        .map(Correction::version)
        .or(this::first)
        .orElse(criteriaVersion);
  }

  /** Whether what one criterion asks was changed since the form was signed. */
  public boolean substanceSince(CriterionId criterion, Head head) {
    return latestSubstance(criterion).filter(one -> one.number() > signedUnder(head)).isPresent();
  }

  private Optional<Correction> latestSubstance(CriterionId criterion) {
    return corrections.stream()
        .filter(one -> line(one, criterion).filter(CriteriaDiff.Line::substance).isPresent())
        .reduce((earlier, later) -> later);
  }

  /** Whether a new answer is awaited in place of this one. */
  public boolean outdated(Answer answer) {
    return since(answer).stream()
        .flatMap(one -> line(one, answer.criterion()).stream())
        .anyMatch(CriteriaDiff.Line::substance);
  }

  /** What a reader must know of a criterion; empty where no correction names it. */
  public Optional<Amended> of(CriterionId criterion, Optional<Answer> answer) {
    List<Correction> naming =
        corrections.stream().filter(one -> line(one, criterion).isPresent()).toList();
    if (naming.isEmpty()) {
      return Optional.empty();
    }
    List<Correction> since =
        answer.map(this::since).orElse(corrections).stream().filter(naming::contains).toList();
    var fields = new LinkedHashSet<String>();
    boolean owed = false;
    for (Correction one : since.isEmpty() ? naming : since) {
      CriteriaDiff.Line line = line(one, criterion).orElseThrow();
      fields.addAll(line.change() == CriteriaDiff.Change.ADDED ? List.of("added") : line.fields());
      owed |= !since.isEmpty() && line.substance() && !line.computed();
    }
    return Optional.of(new Amended(naming.getLast(), List.copyOf(fields), owed));
  }

  /** What counts for an answer under the criterion in force. */
  CriterionScore score(Criterion criterion, Answer answer) {
    if (!outdated(answer)) {
      return answer
          .points()
          .map(points -> counted(criterion, points))
          .orElseGet(CriterionScore.NotApplicable::new);
    }
    return carried(criterion, answer).score();
  }

  private static CriterionScore counted(Criterion criterion, Points points) {
    return criterion.rule().relative()
        ? new CriterionScore.AwaitsBest(points)
        : new CriterionScore.Awarded(points);
  }

  /** What an outdated answer is worth under the rule in force. */
  public Carried carried(Criterion criterion, Answer answer) {
    boolean anotherOne =
        since(answer).stream()
            .flatMap(one -> line(one, criterion.id()).stream())
            .anyMatch(line -> line.change() != CriteriaDiff.Change.CHANGED);
    if (anotherOne) {
      // Removed and added again: the id may stand for a question that has nothing in common.
      return new Carried(new CriterionScore.Unanswered(), Optional.empty());
    }
    return rescored(criterion, answer)
        .fold(
            refusal -> new Carried(CriterionScore.Owed.NOTHING, Optional.of(refusal)),
            score ->
                new Carried(
                    new CriterionScore.Owed(score.points(), score.applicable()), Optional.empty()));
  }

  private static Outcome<CriterionScore> rescored(Criterion criterion, Answer answer) {
    if (answer.notApplicable().isPresent()) {
      return criterion.naAllowed()
          ? Outcome.accepted(new CriterionScore.NotApplicable())
          : Outcome.refused(SubmissionProblem.NOT_APPLICABLE_REFUSED.of(criterion.id()));
    }
    return Scoring.points(criterion, answer.inputs());
  }

  /**
   * The head as it stands under the corrections, whether or not the job has written it yet. The one
   * place where a correction acts on a form: in the unit's hands it gets time to answer anew, sent
   * it is open again for what the unit has not signed for.
   */
  public Head applied(Campaign campaign, Unit unit, Head head) {
    Head next = head;
    for (Correction one : corrections) {
      if (one.opens()) {
        next = next.state().editable() ? lengthened(campaign, unit, next, one) : opened(next, one);
      }
    }
    return voids(next) ? next.withoutCode() : next;
  }

  /** Whether what was closed and not yet signed was closed under another question. */
  private boolean voids(Head head) {
    return head.state() == State.CLOSED
        && head.inForce()
            .flatMap(Closing::criteriaVersion)
            .or(() -> head.inForce().flatMap(closing -> first()))
            .filter(version -> version != substance(version))
            .isPresent();
  }

  /** The version that was in force before the first correction. */
  private Optional<Long> first() {
    return corrections.stream().findFirst().map(Correction::previous);
  }

  // Nobody who is late already gains by a correction.
  private static Head lengthened(Campaign campaign, Unit unit, Head head, Correction one) {
    boolean late =
        one.at().isAfter(head.dueAt())
            && head.closing().filter(closed -> !closed.sentAt().isAfter(head.dueAt())).isEmpty();
    if (late || !one.until().isAfter(head.dueAt())) {
      return head;
    }
    Head longer = head.withCorrectedTo(Deadlines.of(campaign).day(one.until()));
    return longer.under(Forms.clock(campaign, unit, longer.facts()), one.at());
  }

  private Head opened(Head head, Correction one) {
    if (signedUnder(head) >= one.number()) {
      return head;
    }
    var all = new ArrayList<>(head.reopened());
    for (CriteriaDiff.Line line : one.lines()) {
      var open = Head.Reopened.corrected(line.criterion(), one.until(), one.number());
      if (line.opens() && !all.contains(open)) {
        all.add(open);
      }
    }
    return head.withReopened(all);
  }

  /** The number of the latest correction that was known when the form was signed. */
  public int signedUnder(Head head) {
    return head.signature().flatMap(Head.Signature::criteriaVersion).map(this::broughtBy).orElse(0);
  }

  private List<Correction> since(Answer answer) {
    int known = broughtBy(answer.criteriaVersion());
    return corrections.stream().filter(one -> one.number() > known).toList();
  }

  private static Optional<CriteriaDiff.Line> line(Correction one, CriterionId criterion) {
    return one.lines().stream().filter(line -> line.criterion().equals(criterion)).findFirst();
  }
}
