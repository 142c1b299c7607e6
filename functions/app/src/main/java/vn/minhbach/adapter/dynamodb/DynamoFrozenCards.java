package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.FrozenCards;

/**
 * What a report froze criterion by criterion: an item for each unit beside its line of the table.
 */
public final class DynamoFrozenCards implements FrozenCards {

  private final DynamoTable items;

  public DynamoFrozenCards(DynamoTable items) {
    this.items = items;
  }

  @Override
  public void stage(CampaignId campaign, int group, long version, List<FrozenCard> cards) {
    items.putAll(
        cards.stream()
            .map(card ->
                Item.of(
                    Keys.frozenCard(campaign, group, version, card.unit()),
                    Kind.FROZEN_CARD,
                    Documents.write(card)))
            .toList());
  }

  @Override
  public Optional<FrozenCard> find(CampaignId campaign, int group, long version, UnitCode unit) {
    return items.get(Keys.frozenCard(campaign, group, version, unit)).map(DynamoFrozenCards::read);
  }

  @Override
  public List<FrozenCard> all(CampaignId campaign, int group, long version) {
    return items.all(Keys.frozenCardsOf(campaign, group, version)).stream()
        .map(DynamoFrozenCards::read)
        .toList();
  }

  private static FrozenCard read(Item item) {
    return Documents.read(item, FrozenCard.class);
  }
}
