package vn.minhbach.core.assess.evidence;

import java.util.Optional;
import vn.minhbach.core.CampaignId;

/** Port: the latest audit of each campaign. */
public interface Audits {

  /** Read consistently. */
  Optional<Audit> latest(CampaignId campaign);

  /**
   * Puts an audit over the version one below its own. Version 1 begins anew, over nothing or over
   * an audit that is finished.
   *
   * @return false when another hand was faster
   */
  boolean put(Audit audit);
}
