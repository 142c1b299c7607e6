package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.publish.feed.ParMapping;
import vn.minhbach.core.publish.feed.ParMappings;
import vn.minhbach.core.publish.feed.PutParMapping;

/** Mappings to the PAR index: an item for each version, and a copy of the one in force. */
public final class DynamoParMappings implements ParMappings {

  private final DynamoTable table;

  public DynamoParMappings(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<ParMapping> current(CampaignId campaign) {
    return table.get(Keys.parMapping(campaign)).map(DynamoParMappings::read);
  }

  @Override
  public Optional<ParMapping> find(CampaignId campaign, long version) {
    return table.get(Keys.parMapping(campaign, version)).map(DynamoParMappings::read);
  }

  /** As part of its change's transaction. */
  static List<Item.Put> put(PutParMapping write) {
    ParMapping mapping = write.mapping();
    String document = Documents.write(mapping);
    return List.of(
        new Item.Put(
            Item.of(Keys.parMapping(mapping.campaign()), Kind.PAR_MAPPING, document)
                .with(Item.VERSION, mapping.version()),
            Condition.follows(mapping.version())),
        new Item.Put(
            Item.of(
                Keys.parMapping(mapping.campaign(), mapping.version()), Kind.PAR_MAPPING, document),
            Condition.absent()));
  }

  private static ParMapping read(Item item) {
    return Documents.read(item, ParMapping.class);
  }
}
