package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.account.PoolReport;
import vn.minhbach.core.prepare.account.PoolReports;

/** The latest report on the user pool of each campaign: one item. */
public final class DynamoPoolReports implements PoolReports {

  private final DynamoTable table;

  public DynamoPoolReports(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<PoolReport> latest(CampaignId campaign) {
    return table.get(Keys.poolReport(campaign)).map(item -> Documents.read(item, PoolReport.class));
  }

  @Override
  public void put(PoolReport report) {
    table.put(
        Item.of(Keys.poolReport(report.campaign()), Kind.POOL_REPORT, Documents.write(report)));
  }
}
