package vn.minhbach.core.campaign;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.ledger.Entry;

/** Port: the campaigns. */
public interface Campaigns {

  /** Read consistently. */
  Optional<Campaign> find(CampaignId id);

  /** Up to {@code limit} campaigns after an id, by id. */
  List<Campaign> list(Optional<CampaignId> after, int limit);

  /**
   * Writes the campaign, its ledger entry and the receipt in one transaction, on condition that the
   * stored version is one below (or that nothing is stored, for version 1) and that the receipt is
   * new.
   *
   * @return false when another hand was faster; nothing is written then
   */
  boolean commit(Campaign after, Entry entry, Optional<Receipt> receipt);
}
