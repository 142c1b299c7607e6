package vn.minhbach.core.campaign;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.criteria.Correction;
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
  default boolean commit(Campaign after, Entry entry, Optional<Receipt> receipt) {
    return commit(after, entry, receipt, List.of());
  }

  /** The same with what is written beside the campaign, each new, in the same transaction. */
  boolean commit(Campaign after, Entry entry, Optional<Receipt> receipt, List<Beside> beside);

  /** Something that a change of a campaign makes and that stands in an item of its own. */
  interface Beside {}

  /** Puts a new correction. */
  record PutCorrection(Correction correction) implements Beside {}
}
