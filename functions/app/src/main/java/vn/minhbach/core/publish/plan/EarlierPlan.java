package vn.minhbach.core.publish.plan;

import java.util.Optional;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Finds the plan that a unit, or the one that it alone took over whole, made in the campaign
 * before. Who was merged or split answers for nobody's plan.
 */
public final class EarlierPlan {

  private final Campaigns campaigns;
  private final Units units;
  private final Plans plans;

  public EarlierPlan(Campaigns campaigns, Units units, Plans plans) {
    this.campaigns = campaigns;
    this.units = units;
    this.plans = plans;
  }

  /**
   * A plan of then and what is said of it now.
   *
   * @param review of this very plan; empty while nothing is marked
   * @param stored what is stored of marks, of whichever version of the plan
   */
  public record Reviewed(Plan plan, Optional<PlanReview> review, Optional<PlanReview> stored) {

    /** What became of a measure; empty while nobody has said. */
    public Optional<PlanReview.Mark> mark(int number) {
      return review.flatMap(said -> Optional.ofNullable(said.marks().get(number)));
    }
  }

  /** Empty where the campaign names none before it, or there was no plan. */
  public Optional<Reviewed> of(Campaign campaign, Unit unit) {
    return campaign
        .settings()
        .deskSettings()
        .previous()
        .flatMap(campaigns::find)
        // Nothing is planned before a result is out.
        .filter(before -> before.publicResult().isPresent())
        .flatMap(before -> planned(campaign, before, unit))
        .map(plan -> {
          Optional<PlanReview> stored = plans.review(campaign.id(), unit.code());
          return new Reviewed(
              plan,
              stored.filter(said ->
                  said.earlier().equals(plan.campaign()) && said.planVersion() == plan.version()),
              stored);
        });
  }

  private Optional<Plan> planned(Campaign campaign, Campaign before, Unit unit) {
    Lineage lineage =
        Lineage.of(
            unit,
            units.all(campaign.id(), campaign.unitsVersion()),
            units.all(before.id(), before.unitsVersion()));
    return Optional.of(lineage)
        .filter(known -> known.relation().comparable())
        .map(known -> known.predecessors().getFirst())
        .flatMap(then -> plans.find(before.id(), then.code()));
  }
}
