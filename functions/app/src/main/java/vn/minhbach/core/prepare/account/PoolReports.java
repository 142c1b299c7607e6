package vn.minhbach.core.prepare.account;

import java.util.Optional;
import vn.minhbach.core.CampaignId;

/** Port: the latest report on the user pool, one for each campaign. */
public interface PoolReports {

  Optional<PoolReport> latest(CampaignId campaign);

  /** Replaces the latest one. */
  void put(PoolReport report);
}
