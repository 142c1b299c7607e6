package vn.minhbach.core.assess.evidence;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: what is to be taken down, one of each unit and hash; all reads are consistent. */
public interface Takedowns {

  Optional<Takedown> of(CampaignId campaign, UnitCode unit, String sha256);

  /** Those of the same bytes, at whichever unit. */
  List<Takedown> ofBytes(CampaignId campaign, String sha256);

  /** All of a campaign, by hash. */
  List<Takedown> all(CampaignId campaign);

  /** By which order these bytes may come into the campaign no more, from whichever unit. */
  default Optional<Takedown.Order> barred(CampaignId campaign, String sha256) {
    return ofBytes(campaign, sha256).stream()
        .filter(Takedown::inForce)
        .findFirst()
        .map(takedown -> takedown.asked().order());
  }
}
