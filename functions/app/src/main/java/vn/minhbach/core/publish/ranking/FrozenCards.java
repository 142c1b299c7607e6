package vn.minhbach.core.publish.ranking;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Port: the cards of a frozen result, under the version of its ranking tables. Of what was reported
 * before cards were kept there are none.
 */
public interface FrozenCards {

  /** Writes the cards of a group's ranked units; writing them twice writes the same. */
  void stage(CampaignId campaign, int group, long version, List<FrozenCard> cards);

  /** One unit's card, in one read. */
  Optional<FrozenCard> find(CampaignId campaign, int group, long version, UnitCode unit);

  /** The cards of a group. */
  List<FrozenCard> all(CampaignId campaign, int group, long version);
}
