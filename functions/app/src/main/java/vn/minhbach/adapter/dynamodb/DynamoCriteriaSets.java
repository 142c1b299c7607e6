package vn.minhbach.adapter.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;

/**
 * Criteria sets: the imported tree of each version in one item (40 KB as the plan's are, 5 read
 * units and some milliseconds of checking). A version never changes, so an instance remembers what
 * it read.
 */
public final class DynamoCriteriaSets implements CriteriaSets {

  private static final int REMEMBERED_MAX = 32;

  private final DynamoTable table;
  private final Map<Key, CriteriaSet> remembered = new ConcurrentHashMap<>();

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
    Key key = Keys.criteria(campaign, group, version);
    Optional<CriteriaSet> known = Optional.ofNullable(remembered.get(key));
    return known.isPresent()
        ? known
        : tree(campaign, group, version).map(tree -> remember(key, checked(tree)));
  }

  @Override
  public Optional<Object> tree(CampaignId campaign, int group, long version) {
    return table.get(Keys.criteria(campaign, group, version)).map(Documents::readTree);
  }

  private CriteriaSet remember(Key key, CriteriaSet set) {
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    remembered.put(key, set);
    return set;
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
