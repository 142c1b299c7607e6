package vn.minhbach.core.assess.hint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * What a unit answered in the campaign before, to be shown beside this year's criteria. A
 * suggestion and a yardstick: it never becomes an answer by itself.
 *
 * <p>Only where both years ask the same: the unit is the same or took over one unit whole, in the
 * same group, and the criterion has the same id, kind of rule and inputs, and still takes the
 * figure. Registers and criteria are remembered, so that it costs one item and one query more.
 */
public final class LastYear {

  private final Campaigns campaigns;
  private final Units units;
  private final CriteriaSets criteriaSets;
  private final Submissions submissions;

  public LastYear(
      Campaigns campaigns, Units units, CriteriaSets criteriaSets, Submissions submissions) {
    this.campaigns = campaigns;
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.submissions = submissions;
  }

  /**
   * A criterion's figure of last year.
   *
   * @param notApplicable the reason, where it did not apply
   * @param points as the unit scored itself
   */
  public record Figure(
      Map<String, Object> inputs, Optional<String> notApplicable, Optional<Points> points) {
    public Figure {
      inputs = new TreeMap<>(inputs);
    }
  }

  /**
   * Last year beside this one.
   *
   * @param unit the unit that it was then; empty where none can stand beside it
   * @param obstacle why the years cannot be compared; empty where they can
   */
  public record Comparison(
      Campaign campaign,
      Optional<Unit> unit,
      Optional<Fault> obstacle,
      List<UnitCode> predecessors,
      Map<CriterionId, Figure> figures) {
    public Comparison {
      predecessors = List.copyOf(predecessors);
      figures = new LinkedHashMap<>(figures);
    }
  }

  /** Last year of a unit; empty where the campaign names none before it. */
  public Optional<Comparison> of(Campaign campaign, Unit unit, CriteriaSet criteria) {
    return campaign
        .settings()
        .deskSettings()
        .previous()
        .flatMap(campaigns::find)
        .map(before ->
            compared(
                campaign,
                before,
                unit,
                then -> figures(before, then, criteria, answers(before, then))));
  }

  /** The same with the figure of one criterion alone: one item instead of the whole form. */
  Optional<Comparison> of(
      Campaign campaign, Unit unit, CriteriaSet criteria, CriterionId criterion) {
    return campaign
        .settings()
        .deskSettings()
        .previous()
        .flatMap(campaigns::find)
        .map(before ->
            compared(
                campaign,
                before,
                unit,
                then -> figures(before, then, criteria, answer(before, then, criterion))));
  }

  private Map<CriterionId, Answer> answer(Campaign before, Unit then, CriterionId criterion) {
    return submissions
        .answer(before.id(), then.code(), criterion)
        .filter(answer -> !answer.contested())
        .map(answer -> Map.of(criterion, answer))
        .orElse(Map.of());
  }

  /**
   * One criterion of many units of a group: the answers of then in one batch, however many units
   * there are. Without those that cannot stand beside it.
   */
  public Map<UnitCode, Figure> of(Campaign campaign, Collection<Unit> group, Criterion criterion) {
    return campaign
        .settings()
        .deskSettings()
        .previous()
        .flatMap(campaigns::find)
        .map(before -> figures(before, predecessors(campaign, before, group), criterion))
        .orElse(Map.of());
  }

  /**
   * The units of a group as they were in the campaign before.
   *
   * @param units by the code of today; without those that cannot stand beside it
   */
  public record Predecessors(Campaign campaign, Map<UnitCode, Unit> units) {
    public Predecessors {
      units = new TreeMap<>(units);
    }
  }

  /**
   * Who they were; empty where the campaign names none before it. Both registers are remembered.
   */
  public Optional<Predecessors> before(Campaign campaign, Collection<Unit> group) {
    return campaign
        .settings()
        .deskSettings()
        .previous()
        .flatMap(campaigns::find)
        .map(before -> new Predecessors(before, predecessors(campaign, before, group)));
  }

  private Map<UnitCode, Unit> predecessors(
      Campaign campaign, Campaign before, Collection<Unit> group) {
    List<Unit> now = units.all(campaign.id(), campaign.unitsVersion());
    List<Unit> then = units.all(before.id(), before.unitsVersion());
    var predecessors = new TreeMap<UnitCode, Unit>();
    for (Unit unit : group) {
      Lineage lineage = Lineage.of(unit, now, then);
      List<UnitCode> codes = lineage.predecessors().stream().map(Unit::code).toList();
      if (obstacle(lineage, codes, unit).isEmpty()) {
        predecessors.put(unit.code(), lineage.predecessors().getFirst());
      }
    }
    return predecessors;
  }

  private Map<UnitCode, Figure> figures(
      Campaign before, Map<UnitCode, Unit> predecessors, Criterion criterion) {
    Map<Submissions.Asked, Answer> answers =
        submissions.answers(
            before.id(),
            predecessors.values().stream()
                .map(then -> new Submissions.Asked(then.code(), criterion.id()))
                .toList());
    var figures = new TreeMap<UnitCode, Figure>();
    predecessors.forEach((unit, then) ->
        Optional.ofNullable(answers.get(new Submissions.Asked(then.code(), criterion.id())))
            .filter(answer -> !answer.contested())
            .flatMap(answer -> set(before, then).flatMap(set -> figure(set, criterion, answer)))
            .ifPresent(figure -> figures.put(unit, figure)));
    return figures;
  }

  private Optional<CriteriaSet> set(Campaign before, Unit then) {
    return Optional.ofNullable(before.criteriaVersions().get(then.group()))
        .flatMap(version -> criteriaSets.find(before.id(), then.group(), version));
  }

  private static Optional<Figure> figure(CriteriaSet set, Criterion criterion, Answer answer) {
    return Optional.of(answer)
        .filter(
            then -> set.criterion(criterion.id()).filter(old -> same(old, criterion)).isPresent())
        .filter(then -> takes(criterion, then))
        .map(then -> new Figure(then.inputs(), then.notApplicable(), then.points()));
  }

  private Comparison compared(
      Campaign campaign,
      Campaign before,
      Unit unit,
      Function<Unit, Map<CriterionId, Figure>> figures) {
    Lineage lineage =
        Lineage.of(
            unit,
            units.all(campaign.id(), campaign.unitsVersion()),
            units.all(before.id(), before.unitsVersion()));
    List<UnitCode> predecessors = lineage.predecessors().stream().map(Unit::code).toList();
    Optional<Fault> obstacle = obstacle(lineage, predecessors, unit);
    if (obstacle.isPresent()) {
      return new Comparison(before, Optional.empty(), obstacle, predecessors, Map.of());
    }
    Unit then = lineage.predecessors().getFirst();
    return new Comparison(
        before, Optional.of(then), Optional.empty(), predecessors, figures.apply(then));
  }

  private static Optional<Fault> obstacle(Lineage lineage, List<UnitCode> predecessors, Unit unit) {
    return switch (lineage.relation()) {
      case MERGED -> Optional.of(HintProblem.LAST_YEAR_MERGED.of(predecessors));
      case SPLIT -> Optional.of(HintProblem.LAST_YEAR_SPLIT.of(predecessors));
      case NEW -> Optional.of(HintProblem.LAST_YEAR_NEW.of());
      case SAME, SUCCESSOR ->
          lineage.predecessors().getFirst().group() == unit.group()
              ? Optional.empty()
              : Optional.of(HintProblem.LAST_YEAR_OTHER_GROUP.of(predecessors));
    };
  }

  private Map<CriterionId, Answer> answers(Campaign before, Unit then) {
    return submissions.form(before.id(), then.code()).map(Form::answers).orElse(Map.of());
  }

  private Map<CriterionId, Figure> figures(
      Campaign before, Unit then, CriteriaSet criteria, Map<CriterionId, Answer> answers) {
    Optional<CriteriaSet> set = set(before, then);
    if (set.isEmpty()) {
      return Map.of();
    }
    var figures = new LinkedHashMap<CriterionId, Figure>();
    criteria
        .criteria()
        .forEach((id, criterion) ->
            Optional.ofNullable(answers.get(id))
                .flatMap(answer -> figure(set.get(), criterion, answer))
                .ifPresent(figure -> figures.put(id, figure)));
    return figures;
  }

  private static boolean same(Criterion old, Criterion criterion) {
    return old.rule().type().equals(criterion.rule().type()) && keys(old).equals(keys(criterion));
  }

  private static List<String> keys(Criterion criterion) {
    return Leaf.of(criterion).stream()
        .flatMap(leaf ->
            Stream.concat(
                Stream.of(leaf.place(leaf.rule().type())),
                leaf.rule().inputs().stream().map(input -> leaf.place(input.key()))))
        .toList();
  }

  // An option or an item that is gone cannot be suggested.
  private static boolean takes(Criterion criterion, Answer answer) {
    return answer.notApplicable().isPresent()
        ? criterion.naAllowed()
        : Scoring.points(criterion, answer.inputs()).fold(refusal -> false, score -> true);
  }
}
