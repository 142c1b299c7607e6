package vn.minhbach.adapter.dynamodb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.PutCampaign;

/** Campaigns: one item each, and one name in the register. */
public final class DynamoCampaigns implements Campaigns {

  private static final int LIST_MAX = 1_000;

  private final DynamoTable table;

  public DynamoCampaigns(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Campaign> find(CampaignId id) {
    return table.get(Keys.campaign(id)).map(DynamoCampaigns::read);
  }

  @Override
  public List<Campaign> list(Optional<CampaignId> after, int limit) {
    List<Key> found =
        table.first(Keys.registeredAfter(after), Math.min(limit, LIST_MAX)).stream()
            .map(name -> Keys.campaign(new CampaignId(name.key().sk())))
            .toList();
    return table.getAll(found).stream()
        .map(DynamoCampaigns::read)
        .sorted(Comparator.comparing(Campaign::id))
        .toList();
  }

  /** A campaign as part of its change's transaction; at first with its name in the register. */
  static List<Item.Put> put(PutCampaign write) {
    Campaign campaign = write.campaign();
    Item item =
        Item.of(Keys.campaign(campaign.id()), Kind.CAMPAIGN, Documents.write(campaign))
            .with(Item.VERSION, campaign.version());
    var put = new Item.Put(item, Condition.follows(campaign.version()));
    Item name = Item.of(Keys.registered(campaign.id()), Kind.CAMPAIGN_NAME, "{}");
    return campaign.version() == 1
        ? List.of(put, new Item.Put(name, Condition.absent()))
        : List.of(put);
  }

  private static Campaign read(Item item) {
    return Documents.read(item, Campaign.class);
  }
}
