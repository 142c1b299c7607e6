package vn.minhbach.core.appraise.marking;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;

/**
 * One criterion of one form, as it stands now: what a mark is held against.
 *
 * @param group of units that the unit is ranked in
 * @param penalty whether its points are taken off
 * @param self what the unit's own answer counts
 * @param answer that counts; empty where nothing was sent, or it was set aside
 * @param now what lies before a reader
 * @param evidence whether there is anything that could carry more than the unit claims
 * @param twice whether two hands judge it, blind
 * @param source the province's figure, where the unit has confirmed it or the system computed it
 *     from its own times: no hand has anything to judge
 */
public record Cell(
    UnitCode unit,
    int group,
    Criterion criterion,
    boolean penalty,
    CriterionScore self,
    Optional<Answer> answer,
    Seen now,
    boolean evidence,
    boolean twice,
    Optional<Basis.Source> source) {

  /**
   * A cell of a form.
   *
   * @param baseline the province's figure in force
   */
  static Cell of(
      FormView view, Unit unit, Criterion criterion, boolean twice, Optional<Baseline> baseline) {
    CriterionId id = criterion.id();
    Optional<Answer> answer = Optional.ofNullable(view.form().answers().get(id));
    return new Cell(
        unit.code(),
        unit.group(),
        criterion,
        penalty(view, id),
        view.scorecard().lines().stream()
            .filter(line -> line.criterion().equals(id))
            .findFirst()
            .orElseThrow()
            .score(),
        answer,
        Seen.of(view, id),
        !Seen.files(view, id).isEmpty() || baseline.isPresent(),
        twice,
        answer
            .filter(given -> !view.amendments().outdated(given))
            .filter(given -> confirmed(given, baseline))
            .map(given -> new Basis.Source(given.inputs())));
  }

  /** The cell of who has not read the files, and takes them to be those of an earlier look. */
  Cell withFilesAs(Seen earlier) {
    return new Cell(
        unit,
        group,
        criterion,
        penalty,
        self,
        answer,
        new Seen(now.answer(), earlier.evidence(), now.criteriaVersion()),
        true,
        twice,
        source);
  }

  private static boolean penalty(FormView view, CriterionId id) {
    return view.criteria().groups().stream()
        .filter(group -> group.kind() == CriteriaGroup.Kind.PENALTY)
        .flatMap(group -> group.criteria().stream())
        .anyMatch(criterion -> criterion.id().equals(id));
  }

  // A figure that was imported anew since the unit confirmed it is no longer the province's word.
  private static boolean confirmed(Answer answer, Optional<Baseline> baseline) {
    return answer.computed()
        || answer.claim().filter(claim -> claim.kind() == Claim.Kind.CONFIRMED).isPresent()
            && baseline.filter(known -> known.inputs().equals(answer.inputs())).isPresent();
  }

  public CriterionId id() {
    return criterion.id();
  }

  /** Whether the office does not assign the criterion to the unit: there is no such cell. */
  public boolean exempt() {
    return self instanceof CriterionScore.NotAssigned;
  }

  /** Whether the unit said anything that can be judged. */
  public boolean answered() {
    return answer.isPresent();
  }

  /** The unit's own figure. */
  public Worth own() {
    return Worth.of(self);
  }

  /** Whether the unit says that the criterion does not apply to it. */
  boolean claimsNotApplicable() {
    return answer.flatMap(Answer::notApplicable).isPresent();
  }

  Worth full() {
    return Worth.of(criterion.maxPoints());
  }

  /** How a worth stands to the self-score. */
  Change change(Worth judged) {
    return Change.of(own(), judged, full(), penalty);
  }

  /**
   * Whether a judgement says something else than the unit: other points, or other figures where
   * points hang on the best of the group and are known later.
   */
  Change change(Basis basis, Worth judged) {
    Change plain = change(judged);
    boolean figures =
        criterion.rule().relative()
            && basis.figures().filter(other -> !other.equals(inputs())).isPresent();
    return figures && !plain.any() ? new Change(true, true) : plain;
  }

  Map<String, Object> inputs() {
    return answer.map(Answer::inputs).orElse(Map.of());
  }

  /** What a basis is worth in this cell; refused where its figures break the rule. */
  Outcome<Worth> worth(Basis basis) {
    return switch (basis) {
      case Basis.Agreed agreed -> Outcome.accepted(own());
      case Basis.Given given -> Outcome.accepted(Worth.of(given.points()));
      case Basis.NotApplicable decided ->
          Outcome.accepted(decided.granted() ? Worth.NOT_APPLICABLE : Worth.of(Points.ZERO));
      case Basis.Inputs inputs -> scored(inputs.inputs()).map(scored -> Worth.of(scored.score()));
      case Basis.Source source -> scored(source.figure()).map(scored -> Worth.of(scored.score()));
    };
  }

  /** What a basis counts in a total: of a rule that awaits the group's best, what it awaits too. */
  CriterionScore score(Basis basis, Worth worth) {
    if (!worth.applicable()) {
      return new CriterionScore.NotApplicable();
    }
    if (criterion.rule().relative()) {
      return switch (basis) {
        case Basis.Agreed agreed -> self;
        case Basis.Inputs inputs -> scored(inputs.inputs(), worth);
        case Basis.Source source -> scored(source.figure(), worth);
        case Basis.Given given -> new CriterionScore.Awarded(worth.points());
        case Basis.NotApplicable refused -> new CriterionScore.Awarded(worth.points());
      };
    }
    return new CriterionScore.Awarded(worth.points());
  }

  Outcome<Scored> scored(Object inputs) {
    return Scoring.score(criterion, inputs);
  }

  private CriterionScore scored(Map<String, Object> inputs, Worth worth) {
    return Scoring.points(criterion, inputs)
        .fold(refusal -> new CriterionScore.Awarded(worth.points()), score -> score);
  }
}
