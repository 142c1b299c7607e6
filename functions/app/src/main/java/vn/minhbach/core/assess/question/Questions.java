package vn.minhbach.core.assess.question;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: the questions of a campaign. */
public interface Questions {

  Optional<Question> find(CampaignId campaign, UnitCode unit, String id);

  /** Those of one unit, read consistently. */
  List<Question> ofUnit(CampaignId campaign, UnitCode unit);

  /** All of a campaign; may lag by moments. */
  List<Question> all(CampaignId campaign);

  /** What is published to a group, taken back ones left out; may lag by moments. */
  List<Published> published(CampaignId campaign, int group);
}
