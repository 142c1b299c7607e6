package vn.minhbach.core.appraise.assignment;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.campaign.Campaign;

/** Port: the assignments of a campaign, by group, one immutable version beside the other. */
public interface Assignments {

  /** Writes a new version; writing it twice writes the same. */
  void stage(Assignment assignment);

  Optional<Assignment> find(CampaignId campaign, int group, long version);

  /** The assignment of a group in force. */
  default Optional<Assignment> of(Campaign campaign, int group) {
    return Optional.ofNullable(campaign.pointers().assignments().get(group))
        .flatMap(version -> find(campaign.id(), group, version));
  }
}
