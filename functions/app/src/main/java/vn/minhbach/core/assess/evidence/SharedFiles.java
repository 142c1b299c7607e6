package vn.minhbach.core.assess.evidence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Port: which units hold the same bytes. A projection of the evidence, rebuildable at any time; for
 * the office and the team, never for units.
 */
public interface SharedFiles {

  /**
   * A record that cites some bytes.
   *
   * @param present whether it counts now
   * @param version of the evidence; an older one never overwrites
   */
  record Holder(
      CampaignId campaign,
      String sha256,
      UnitCode unit,
      String evidence,
      boolean present,
      long version) {}

  /**
   * A finding: these units cite the same bytes.
   *
   * @param basis sum of the holders' versions; an older finding never overwrites
   */
  record Shared(CampaignId campaign, String sha256, Set<UnitCode> units, long basis) {

    public Shared {
      units = new TreeSet<>(units);
    }
  }

  void put(Holder holder);

  /** Who cites these bytes, or did; read consistently. */
  List<Holder> holders(CampaignId campaign, String sha256);

  /** Puts the finding at a unit. */
  void put(UnitCode at, Shared shared);

  /** The findings at a unit, those too that hold no longer (fewer than two units). */
  List<Shared> at(CampaignId campaign, UnitCode unit);

  /** All findings of a campaign, once for each unit that they concern. */
  List<Shared> all(CampaignId campaign);
}
