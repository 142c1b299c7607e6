package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.assess.evidence.Backlog;
import vn.minhbach.core.assess.evidence.Backlogs;

/** How far a campaign was gone through for unread files: one item, put over itself. */
public final class DynamoBacklogs implements Backlogs {

  private final DynamoTable table;

  public DynamoBacklogs(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Backlog> of(CampaignId campaign) {
    return table.get(Keys.backlog(campaign)).map(item -> Documents.read(item, Backlog.class));
  }

  @Override
  public boolean put(Backlog backlog) {
    return table.put(
        Item.of(Keys.backlog(backlog.campaign()), Kind.BACKLOG, Documents.write(backlog))
            .with(Item.VERSION, backlog.version()),
        Condition.follows(backlog.version()));
  }
}
