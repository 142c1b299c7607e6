package vn.minhbach.adapter.dynamodb;

import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.assess.evidence.Strays;

/** What is left to the office: an item for each object, kept as long as quarantine and a while. */
public final class DynamoStrays implements Strays {

  private static final long SECONDS_KEPT = 90L * 24 * 3600;

  private final DynamoTable table;

  public DynamoStrays(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void note(Stray stray) {
    table.put(
        Item.of(Keys.stray(stray), Kind.STRAY, Documents.write(stray))
            .with(Item.EXPIRES_AT, stray.seenAt().getEpochSecond() + SECONDS_KEPT),
        Condition.absent());
  }

  @Override
  public List<Stray> list(CampaignId campaign, int limit) {
    return table.first(Keys.straysOf(campaign), limit).stream()
        .map(item -> Documents.read(item, Stray.class))
        .toList();
  }
}
