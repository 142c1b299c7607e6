package vn.minhbach.core.keep.upkeep;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: stored documents of schemas that are written no more. */
public interface OldDocuments {

  /**
   * How far a campaign is brought to what is written now.
   *
   * @param schemas what is written now, as one word: another one begins anew
   * @param after done up to this unit, by code; empty at the beginning
   */
  record Reached(String schemas, Optional<UnitCode> after, boolean done) {}

  /** The schemas that this code writes, as one word. */
  String schemas();

  Optional<Reached> reached(CampaignId campaign);

  void keep(CampaignId campaign, Reached reached);

  /**
   * Brings what is stored of a unit to the schemas of today; doing it twice is as good.
   *
   * @return how many documents were written; empty where other hands changed them at every attempt
   */
  Optional<Integer> bring(CampaignId campaign, UnitCode unit);
}
