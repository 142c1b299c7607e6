package vn.minhbach.core.appraise.assignment;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.campaign.Campaign;

/** Port: the registers of a campaign's appraisal team, one immutable version beside the other. */
public interface Teams {

  /**
   * Writes a new version; writing it twice writes the same.
   *
   * @param actors who stands behind the opaque ids; apart, where it can be erased
   */
  void stage(Team team, List<Actor> actors);

  Optional<Team> find(CampaignId campaign, long version);

  /** The register in force. */
  default Optional<Team> of(Campaign campaign) {
    return campaign.pointers().team().flatMap(version -> find(campaign.id(), version));
  }
}
