package vn.minhbach.adapter.dynamodb;

import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.Jobs;

/** Open jobs of a campaign: an item each, deleted when done. */
public final class DynamoJobs implements Jobs {

  private static final int JOBS_MAX = 1_000;

  private final DynamoTable table;

  public DynamoJobs(DynamoTable table) {
    this.table = table;
  }

  @Override
  public List<Job> open(CampaignId campaign, int limit) {
    return table.first(Keys.jobsOf(campaign), Math.min(limit, JOBS_MAX)).stream()
        .map(item -> Documents.read(item, Job.class))
        .toList();
  }

  @Override
  public void keep(Job job) {
    table.put(item(job), Condition.text(Item.TYPE, Kind.JOB.name()));
  }

  @Override
  public void done(Job job) {
    table.delete(Keys.job(job.campaign(), job.id()));
  }

  /** A job as part of its cause's transaction. */
  static Item.Put put(Job job) {
    return new Item.Put(item(job), Condition.absent());
  }

  private static Item item(Job job) {
    return Item.of(Keys.job(job.campaign(), job.id()), Kind.JOB, Documents.write(job));
  }
}
