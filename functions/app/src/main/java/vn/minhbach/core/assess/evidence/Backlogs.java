package vn.minhbach.core.assess.evidence;

import java.util.Optional;
import vn.minhbach.core.CampaignId;

/** Port: how far each campaign's backlog of unread files was gone through. */
public interface Backlogs {

  Optional<Backlog> of(CampaignId campaign);

  /** Puts it over the version one below its own; false where another hand was first. */
  boolean put(Backlog backlog);
}
