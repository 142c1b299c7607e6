package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.publication.Scorecards;
import vn.minhbach.core.publish.publication.UnitCard;

/** Frozen scorecards: one item a unit, beside the table that it stands in. */
public final class DynamoScorecards implements Scorecards {

  private final DynamoTable items;

  public DynamoScorecards(DynamoTable items) {
    this.items = items;
  }

  @Override
  public void stage(CampaignId campaign, long version, List<UnitCard> cards) {
    items.putAll(
        cards.stream()
            .map(card ->
                Item.of(
                    Keys.scorecard(campaign, card.group(), version, card.unit()),
                    Kind.SCORECARD,
                    Documents.write(card)))
            .toList());
  }

  @Override
  public Optional<UnitCard> find(CampaignId campaign, int group, long version, UnitCode unit) {
    return items
        .get(Keys.scorecard(campaign, group, version, unit))
        .map(item -> Documents.read(item, UnitCard.class));
  }
}
