package vn.minhbach.core.assess.evidence;

import java.util.Collection;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: removes bytes from the buckets in spite of their lock. One function has it. */
public interface FileRemoval {

  /**
   * Removes every version of a unit's file, from the vault and what is left of its uploads in
   * quarantine. When it returns, nothing of it was there any more.
   *
   * @param evidenceIds the records that name the bytes, under which uploads lie
   * @return how many versions were removed; 0 where nothing was left
   */
  int remove(CampaignId campaign, UnitCode unit, String sha256, Collection<String> evidenceIds);
}
