package vn.minhbach.core.prepare.campaign;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;

/** Port: the campaigns. */
public interface Campaigns {

  /** Read consistently. */
  Optional<Campaign> find(CampaignId id);

  /** Up to {@code limit} campaigns after an id, by id. */
  List<Campaign> list(Optional<CampaignId> after, int limit);
}
