package vn.minhbach.core.appraise.session;

import java.util.Optional;
import vn.minhbach.core.CampaignId;

/** Port: the minutes of the team's closing session. Reads are consistent. */
public interface Sessions {

  Optional<Session> find(CampaignId campaign);
}
