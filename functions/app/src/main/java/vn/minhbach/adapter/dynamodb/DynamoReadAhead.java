package vn.minhbach.adapter.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ReadAhead;
import vn.minhbach.core.prepare.campaign.Campaign;

/**
 * One BatchGetItem in place of the reads that every saved answer and every granted upload makes one
 * by one. Versions of registers and sources are those of the campaign as this instance read it
 * last; whatever the campaign points to now and was not fetched is read by itself.
 */
public final class DynamoReadAhead implements ReadAhead {

  private final DynamoTable table;
  private final DynamoCampaigns campaigns;
  private final DynamoUnits units;

  public DynamoReadAhead(DynamoTable table, DynamoCampaigns campaigns, DynamoUnits units) {
    this.table = table;
    this.campaigns = campaigns;
    this.units = units;
  }

  @Override
  public <T> T during(Reads reads, Supplier<T> use) {
    return table.ahead(keys(reads), use);
  }

  private List<Key> keys(Reads reads) {
    var keys = new ArrayList<Key>();
    keys.add(Keys.campaign(reads.campaign()));
    keys.add(Keys.head(reads.campaign(), reads.unit()));
    Optional<Campaign> known = campaigns.lastRead(reads.campaign());
    known.ifPresent(campaign -> keys.addAll(registers(campaign, reads)));
    reads
        .answer()
        .ifPresent(criterion -> {
          keys.add(Keys.particulars(reads.campaign(), reads.unit()));
          known.ifPresent(campaign -> {
            campaign
                .sourceVersions()
                .forEach((source, version) ->
                    keys.add(Keys.figures(reads.campaign(), source, version, reads.unit())));
            previous(campaign)
                .ifPresent(before -> {
                  keys.add(Keys.campaign(before));
                  keys.add(Keys.answer(before, reads.unit(), criterion));
                });
          });
        });
    return keys;
  }

  private static Optional<CampaignId> previous(Campaign campaign) {
    return campaign.settings().deskSettings().previous();
  }

  private List<Key> registers(Campaign campaign, Reads reads) {
    var keys = new ArrayList<Key>();
    if (campaign.unitsVersion() > 0
        && !units.remembers(campaign.id(), campaign.unitsVersion(), reads.unit())) {
      keys.add(Keys.unit(campaign.id(), campaign.unitsVersion(), reads.unit()));
    }
    campaign
        .pointers()
        .accounts()
        .ifPresent(version -> keys.add(Keys.account(campaign.id(), version, reads.account())));
    return keys;
  }
}
