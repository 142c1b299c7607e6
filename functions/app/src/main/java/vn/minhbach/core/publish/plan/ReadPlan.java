package vn.minhbach.core.publish.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.FrozenCards;
import vn.minhbach.core.unit.Unit;

/** What a unit plans, what it might plan for, and what became of what it planned before. */
public final class ReadPlan {

  private static final int WEAKEST = 10;

  private final Plans plans;
  private final FrozenCards cards;
  private final CriteriaSets criteriaSets;
  private final EarlierPlan earlier;

  public ReadPlan(Plans plans, FrozenCards cards, CriteriaSets criteriaSets, EarlierPlan earlier) {
    this.plans = plans;
    this.cards = cards;
    this.criteriaSets = criteriaSets;
    this.earlier = earlier;
  }

  /** A criterion by how much of it is to be gained. */
  public record Weak(CriterionId criterion, Optional<String> title, Points points, Points max) {

    public Points lost() {
      return max.minus(points);
    }
  }

  /**
   * A plan with what stands around it.
   *
   * @param plan empty until the unit has one
   * @param dueOn last day; empty before publication
   * @param weakest criteria of the public result with the most to gain, at most ten; empty before
   *     publication and for who was not ranked
   */
  public record Shown(
      Optional<Plan> plan,
      Optional<LocalDate> dueOn,
      List<Weak> weakest,
      Optional<EarlierPlan.Reviewed> earlier) {}

  /** All of it, in four reads at most. */
  public Shown of(Campaign campaign, Unit unit) {
    return new Shown(
        plans.find(campaign.id(), unit.code()),
        PlanTerm.lastDay(campaign),
        weakest(campaign, unit),
        earlier.of(campaign, unit));
  }

  private List<Weak> weakest(Campaign campaign, Unit unit) {
    return campaign
        .publicResult()
        .flatMap(
            result -> cards.find(campaign.id(), unit.group(), result.rankingVersion(), unit.code()))
        .map(card -> weakest(campaign, unit, card))
        .orElse(List.of());
  }

  private List<Weak> weakest(Campaign campaign, Unit unit, FrozenCard card) {
    Optional<CriteriaSet> set =
        criteriaSets.find(campaign.id(), unit.group(), card.criteriaVersion());
    return card.criteria().entrySet().stream()
        .map(line ->
            new Weak(
                line.getKey(),
                set.flatMap(all -> all.criterion(line.getKey())).map(Criterion::title),
                line.getValue().points(),
                line.getValue().max()))
        .filter(weak -> weak.lost().compareTo(Points.ZERO) > 0)
        .sorted(
            Comparator.comparing(Weak::lost, Comparator.reverseOrder())
                .thenComparing(Weak::criterion))
        .limit(WEAKEST)
        .toList();
  }
}
