package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.inspection.Finding;
import vn.minhbach.core.appraise.inspection.Inspection;
import vn.minhbach.core.appraise.inspection.Inspections;
import vn.minhbach.core.appraise.inspection.Minutes;
import vn.minhbach.core.appraise.inspection.PutFinding;
import vn.minhbach.core.appraise.inspection.PutInspection;
import vn.minhbach.core.appraise.inspection.PutMinutes;

/**
 * Inspections: the plans in a partition of the campaign, findings and minutes beside the form of
 * their unit, after its head, so that its query does not read them.
 */
public final class DynamoInspections implements Inspections {

  private static final int ID_MAX = 40;

  private final DynamoTable table;

  public DynamoInspections(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Inspection> find(CampaignId campaign, int number) {
    return table
        .get(Keys.inspection(campaign, number))
        .map(item -> Documents.read(item, Inspection.class));
  }

  @Override
  public List<Inspection> all(CampaignId campaign) {
    return table.all(Keys.inspectionsOf(campaign)).stream()
        .map(item -> Documents.read(item, Inspection.class))
        .toList();
  }

  @Override
  public List<Finding> findings(CampaignId campaign, UnitCode unit) {
    return table.all(Keys.findingsOf(campaign, unit)).stream()
        .map(item -> Documents.read(item, Finding.class))
        .sorted(Finding.IN_ORDER)
        .toList();
  }

  @Override
  public Optional<Finding> finding(CampaignId campaign, UnitCode unit, String id) {
    return id.length() > ID_MAX
        ? Optional.empty()
        : table
            .get(Keys.finding(campaign, unit, id))
            .map(item -> Documents.read(item, Finding.class));
  }

  @Override
  public Optional<Minutes> minutes(CampaignId campaign, UnitCode unit, int inspection) {
    return table
        .get(Keys.minutes(campaign, unit, inspection))
        .map(item -> Documents.read(item, Minutes.class));
  }

  @Override
  public List<Minutes> minutes(CampaignId campaign, UnitCode unit) {
    return table.all(Keys.minutesOf(campaign, unit)).stream()
        .map(item -> Documents.read(item, Minutes.class))
        .toList();
  }

  static Item.Put put(PutInspection write) {
    Inspection plan = write.inspection();
    return new Item.Put(
        Item.of(
                Keys.inspection(plan.campaign(), plan.number()),
                Kind.INSPECTION,
                Documents.write(plan))
            .with(Item.VERSION, plan.version()),
        Condition.follows(plan.version()));
  }

  static Item.Put put(PutFinding write) {
    Finding finding = write.finding();
    return new Item.Put(
        Item.of(
                Keys.finding(finding.campaign(), finding.unit(), finding.id()),
                Kind.FINDING,
                Documents.write(finding))
            .with(Item.VERSION, 1),
        Condition.follows(1));
  }

  static Item.Put put(PutMinutes write) {
    Minutes minutes = write.minutes();
    return new Item.Put(
        Item.of(
                Keys.minutes(minutes.campaign(), minutes.unit(), minutes.inspection()),
                Kind.MINUTES,
                Documents.write(minutes))
            .with(Item.VERSION, 1),
        Condition.follows(1));
  }
}
