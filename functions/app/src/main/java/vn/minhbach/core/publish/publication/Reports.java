package vn.minhbach.core.publish.publication;

import java.util.Optional;
import vn.minhbach.core.CampaignId;

/** Port: what the report says of each group, under the version of its ranking tables. */
public interface Reports {

  /** Writes it; writing it twice writes the same. */
  void stage(CampaignId campaign, long version, GroupReport report);

  /** In one read. */
  Optional<GroupReport> find(CampaignId campaign, int group, long version);
}
