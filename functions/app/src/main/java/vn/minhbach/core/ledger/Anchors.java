package vn.minhbach.core.ledger;

import java.time.Instant;
import java.util.SortedMap;
import vn.minhbach.core.CampaignId;

/**
 * Port: notes where all chains of a campaign end, in a place where nothing can be overwritten: that
 * is how a truncated or forked chain shows.
 */
public interface Anchors {

  /**
   * Keeps the tips under a name; a name that is kept already stays as it is.
   *
   * @param occasion as {@code daily-2020-09-25}, {@code report}
   */
  void keep(CampaignId campaign, String occasion, Instant at, SortedMap<String, ChainTip> tips);

  /** The tips that were kept under a name; none where nothing was. */
  SortedMap<String, ChainTip> find(CampaignId campaign, String occasion);
}
