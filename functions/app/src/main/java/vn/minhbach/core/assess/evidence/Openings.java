package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

/** Port: the log of who opened which file. It is only ever added to. */
public interface Openings {

  /**
   * One opening.
   *
   * @param id random, so that two openings in one millisecond are two
   * @param by opaque id of the account; no name, no address
   * @param at domain clock
   */
  record Opening(
      CampaignId campaign,
      UnitCode unit,
      String evidence,
      String id,
      String by,
      Set<Role> roles,
      Instant at) {

    public Opening {
      roles = new TreeSet<>(roles);
    }
  }

  void note(Opening opening);

  /** The first openings of a file, oldest first. */
  List<Opening> of(CampaignId campaign, UnitCode unit, String evidence, int limit);
}
