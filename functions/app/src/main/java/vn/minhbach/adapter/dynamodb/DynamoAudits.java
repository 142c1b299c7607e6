package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.assess.evidence.Audit;
import vn.minhbach.core.assess.evidence.Audits;

/** The latest audit of each campaign: one item. */
public final class DynamoAudits implements Audits {

  private static final String RUNNING = "RUNNING";
  private static final String FINISHED = "FINISHED";

  private final DynamoTable table;

  public DynamoAudits(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Audit> latest(CampaignId campaign) {
    return table.get(Keys.audit(campaign)).map(item -> Documents.read(item, Audit.class));
  }

  @Override
  public boolean put(Audit audit) {
    Item item =
        Item.of(Keys.audit(audit.campaign()), Kind.AUDIT, Documents.write(audit))
            .with(Item.VERSION, audit.version())
            .with(Item.STATE, audit.running() ? RUNNING : FINISHED);
    return table.put(
        item,
        audit.version() == 1
            ? Condition.absent().or(Condition.text(Item.STATE, FINISHED))
            : Condition.number(Item.VERSION, "=", audit.version() - 1)
                .and(Condition.text(Item.STATE, RUNNING)));
  }
}
