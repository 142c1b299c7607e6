package vn.minhbach.core.unit;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Port: the unit register of a campaign, one immutable version beside the other. Staged rows become
 * visible when the campaign points to their version.
 */
public interface Units {

  /** Writes all rows of a new version; running it twice writes the same rows. */
  void stage(CampaignId campaign, long version, List<Unit> units);

  Optional<Unit> find(CampaignId campaign, long version, UnitCode code);

  /** All units of a version, by group, then code. */
  List<Unit> all(CampaignId campaign, long version);
}
