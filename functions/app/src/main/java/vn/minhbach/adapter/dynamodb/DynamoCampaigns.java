package vn.minhbach.adapter.dynamodb;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.PutCampaign;

/** Campaigns: one item each, and one name in the register. */
public final class DynamoCampaigns implements Campaigns {

  private static final int LIST_MAX = 1_000;

  private static final int REMEMBERED_MAX = 32;

  private final DynamoTable table;
  private final Map<CampaignId, Campaign> lastRead = new ConcurrentHashMap<>();

  public DynamoCampaigns(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Campaign> find(CampaignId id) {
    Optional<Campaign> found = table.get(Keys.campaign(id)).map(DynamoCampaigns::read);
    found.ifPresent(this::remember);
    return found;
  }

  private void remember(Campaign campaign) {
    if (lastRead.size() >= REMEMBERED_MAX) {
      lastRead.clear();
    }
    lastRead.put(campaign.id(), campaign);
  }

  /** The campaign as this instance read it last: a guess at what it points to now, no more. */
  Optional<Campaign> lastRead(CampaignId id) {
    return Optional.ofNullable(lastRead.get(id));
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
