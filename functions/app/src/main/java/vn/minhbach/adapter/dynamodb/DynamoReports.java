package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.core.publish.publication.Reports;

/** What the report says of a group: one item beside the table that it is about. */
public final class DynamoReports implements Reports {

  private final DynamoTable items;

  public DynamoReports(DynamoTable items) {
    this.items = items;
  }

  @Override
  public void stage(CampaignId campaign, long version, GroupReport report) {
    items.put(
        Item.of(
            Keys.groupReport(campaign, report.group(), version),
            Kind.GROUP_REPORT,
            Documents.write(report)));
  }

  @Override
  public Optional<GroupReport> find(CampaignId campaign, int group, long version) {
    return items
        .get(Keys.groupReport(campaign, group, version))
        .map(item -> Documents.read(item, GroupReport.class));
  }
}
