package vn.minhbach.core.publish.publication;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: the scorecards that a report froze, under the version of its ranking tables. */
public interface Scorecards {

  /** Writes them; writing them twice writes the same. */
  void stage(CampaignId campaign, long version, List<UnitCard> cards);

  /** In one read. */
  Optional<UnitCard> find(CampaignId campaign, int group, long version, UnitCode unit);
}
