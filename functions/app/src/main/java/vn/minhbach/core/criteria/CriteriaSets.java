package vn.minhbach.core.criteria;

import java.util.Optional;
import vn.minhbach.core.CampaignId;

/**
 * Port: the criteria sets of a campaign, by group, one immutable version beside the other. A set is
 * kept as the tree that was imported, so that nothing of it is lost.
 */
public interface CriteriaSets {

  /** Writes a version; writing it twice writes the same. */
  void stage(CampaignId campaign, int group, long version, Object tree);

  /** A set that was checked on import. */
  Optional<CriteriaSet> find(CampaignId campaign, int group, long version);

  /** The tree as imported. */
  Optional<Object> tree(CampaignId campaign, int group, long version);
}
