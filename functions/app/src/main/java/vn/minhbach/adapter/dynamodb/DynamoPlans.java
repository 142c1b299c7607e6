package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanReview;
import vn.minhbach.core.publish.plan.Plans;
import vn.minhbach.core.publish.plan.PutPlan;
import vn.minhbach.core.publish.plan.PutPlanReview;

/** Improvement plans: all of a campaign in one partition; what became of them beside the form. */
public final class DynamoPlans implements Plans {

  private final DynamoTable table;

  public DynamoPlans(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Plan> find(CampaignId campaign, UnitCode unit) {
    return table.get(Keys.plan(campaign, unit)).map(item -> Documents.read(item, Plan.class));
  }

  @Override
  public List<Plan> all(CampaignId campaign) {
    return table.all(Keys.plansOf(campaign)).stream()
        .map(item -> Documents.read(item, Plan.class))
        .toList();
  }

  @Override
  public Optional<PlanReview> review(CampaignId campaign, UnitCode unit) {
    return table
        .get(Keys.planReview(campaign, unit))
        .map(item -> Documents.read(item, PlanReview.class));
  }

  /** As part of its change's transaction. */
  static Item.Put put(PutPlan write) {
    Plan plan = write.plan();
    return new Item.Put(
        Item.of(Keys.plan(plan.campaign(), plan.unit()), Kind.PLAN, Documents.write(plan))
            .with(Item.VERSION, plan.version()),
        Condition.follows(plan.version()));
  }

  static Item.Put put(PutPlanReview write) {
    PlanReview review = write.review();
    return new Item.Put(
        Item.of(
                Keys.planReview(review.campaign(), review.unit()),
                Kind.PLAN_REVIEW,
                Documents.write(review))
            .with(Item.VERSION, review.version()),
        Condition.follows(review.version()));
  }
}
