package vn.minhbach.core.publish.feed;

import java.util.Optional;
import vn.minhbach.core.CampaignId;

/**
 * Port: mappings to the PAR index, one immutable version beside the other. Reads are consistent.
 */
public interface ParMappings {

  /** The one in force. */
  Optional<ParMapping> current(CampaignId campaign);

  Optional<ParMapping> find(CampaignId campaign, long version);
}
