package vn.minhbach.core.job;

import java.util.List;
import vn.minhbach.core.CampaignId;

/**
 * Port: jobs that were accepted and are not done. They are written by the commit of their cause.
 */
public interface Jobs {

  List<Job> open(CampaignId campaign, int limit);

  /** Keeps how far a job is; one that was struck off meanwhile stays so. */
  void keep(Job job);

  /** Strikes a job off; striking it off twice is as good. */
  void done(Job job);
}
