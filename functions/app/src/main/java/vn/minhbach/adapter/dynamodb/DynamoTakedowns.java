package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.takedown.PutTakedown;

/** What is to be taken down: an item for each unit and hash, all of a campaign in one partition. */
public final class DynamoTakedowns implements Takedowns {

  private final DynamoTable table;

  public DynamoTakedowns(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Takedown> of(CampaignId campaign, UnitCode unit, String sha256) {
    return table
        .get(Keys.takedown(campaign, unit, sha256))
        .map(item -> Documents.read(item, Takedown.class));
  }

  @Override
  public List<Takedown> ofBytes(CampaignId campaign, String sha256) {
    return read(Keys.takedownsOf(campaign, sha256));
  }

  @Override
  public List<Takedown> all(CampaignId campaign) {
    return read(Keys.takedownsOf(campaign));
  }

  private List<Takedown> read(Key.Range range) {
    return table.all(range).stream().map(item -> Documents.read(item, Takedown.class)).toList();
  }

  /** As part of its change's transaction. */
  static Item.Put put(PutTakedown write) {
    Takedown takedown = write.takedown();
    return new Item.Put(
        Item.of(
                Keys.takedown(takedown.campaign(), takedown.unit(), takedown.sha256()),
                Kind.TAKEDOWN,
                Documents.write(takedown))
            .with(Item.VERSION, takedown.version()),
        Condition.follows(takedown.version()));
  }
}
