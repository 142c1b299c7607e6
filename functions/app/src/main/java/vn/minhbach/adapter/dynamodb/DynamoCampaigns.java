package vn.minhbach.adapter.dynamodb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.submission.Change;

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

  @Override
  public boolean commit(
      Campaign after, Entry entry, Optional<Receipt> receipt, List<Beside> beside) {
    var puts = new ArrayList<Item.Put>();
    Item item =
        Item.of(Keys.campaign(after.id()), Kind.CAMPAIGN, Documents.write(after))
            .with(Item.VERSION, after.version());
    puts.add(new Item.Put(item, Condition.follows(after.version())));
    if (after.version() == 1) {
      Item name = Item.of(Keys.registered(after.id()), Kind.CAMPAIGN_NAME, "{}");
      puts.add(new Item.Put(name, Condition.absent()));
    }
    beside.forEach(one -> puts.add(put(one)));
    puts.add(DynamoLedger.put(after.chain(), entry));
    receipt.ifPresent(made -> puts.add(DynamoReceipts.put(made, table.epochSecond())));
    return table.commit(puts);
  }

  private static Item.Put put(Beside beside) {
    return switch (beside) {
      case PutCorrection(var correction) -> DynamoCorrections.put(correction);
      case Change.PutJob(var job) -> DynamoJobs.put(job);
      default -> throw new IllegalArgumentException("no item is known for " + beside);
    };
  }

  private static Campaign read(Item item) {
    return Documents.read(item, Campaign.class);
  }
}
