package vn.minhbach.core.question;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Entry;

/** Port: the questions of a campaign. */
public interface Questions {

  Optional<Question> find(CampaignId campaign, UnitCode unit, String id);

  /** Those of one unit, read consistently. */
  List<Question> ofUnit(CampaignId campaign, UnitCode unit);

  /** All of a campaign; may lag by moments. */
  List<Question> all(CampaignId campaign);

  /** What is published to a group, taken back ones left out; may lag by moments. */
  List<Published> published(CampaignId campaign, int group);

  /**
   * Writes a question over the version one below its own, with its ledger entry and what others
   * read of it, in one transaction.
   *
   * @return false when another hand was faster; nothing is written then
   */
  boolean commit(
      Question after, Entry entry, Optional<Published> published, Optional<Receipt> receipt);
}
