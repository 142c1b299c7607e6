package vn.minhbach.core.publish.review;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: requests for review. Reads are consistent. */
public interface Reviews {

  /**
   * One of a unit.
   *
   * @param id as {@link Review#id}
   */
  Optional<Review> find(CampaignId campaign, UnitCode unit, String id);

  /** Those of a unit, by issue and criterion. */
  List<Review> ofUnit(CampaignId campaign, UnitCode unit);

  /** Those of all units. */
  List<Review> all(CampaignId campaign);
}
