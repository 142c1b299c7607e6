package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.publish.publication.DraftOpenings;

/**
 * The log of who read a frozen result: a partition for each campaign, apart from its head and
 * ledger, so that readers never stand in the way of who approves.
 */
public final class DynamoDraftOpenings implements DraftOpenings {

  private final DynamoTable table;

  public DynamoDraftOpenings(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void note(Opening opening) {
    table.put(Item.of(Keys.draftOpening(opening), Kind.DRAFT_OPENING, Documents.write(opening)));
  }

  @Override
  public List<Opening> of(CampaignId campaign, Optional<String> after, int limit) {
    return table.first(Keys.draftOpeningsOf(campaign, after), limit).stream()
        .map(item -> Documents.read(item, Opening.class))
        .toList();
  }
}
