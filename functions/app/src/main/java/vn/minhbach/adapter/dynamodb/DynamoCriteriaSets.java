package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;

/**
 * Criteria sets: the imported tree of each version in one item (40 KB as the plan's are, 5 read
 * units and some milliseconds of checking). A version never changes, so an instance remembers what
 * it read.
 */
public final class DynamoCriteriaSets implements CriteriaSets {

  private final DynamoTable table;
  private final Remembered<CriteriaSet> remembered = new Remembered<>();

  public DynamoCriteriaSets(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void stage(CampaignId campaign, int group, long version, Object tree) {
    table.put(
        Item.of(Keys.criteria(campaign, group, version), Kind.CRITERIA, Documents.writeTree(tree)));
  }

  @Override
  public Optional<CriteriaSet> find(CampaignId campaign, int group, long version) {
    return remembered.of(
        Keys.criteria(campaign, group, version),
        key -> tree(campaign, group, version).map(DynamoCriteriaSets::checked));
  }

  @Override
  public Optional<Object> tree(CampaignId campaign, int group, long version) {
    return table.get(Keys.criteria(campaign, group, version)).map(Documents::readTree);
  }

  private static CriteriaSet checked(Object tree) {
    return CriteriaSet.read(tree)
        .fold(
            refusal -> {
              throw new IllegalStateException(
                  "a stored criteria set is faulty: " + refusal.violations());
            },
            set -> set);
  }
}
