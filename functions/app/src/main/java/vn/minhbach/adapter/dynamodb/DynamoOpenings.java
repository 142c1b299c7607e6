package vn.minhbach.adapter.dynamodb;

import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Openings;

/** The log of openings: a partition for each unit, apart from its form, so that reading is free. */
public final class DynamoOpenings implements Openings {

  private final DynamoTable table;

  public DynamoOpenings(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void note(Opening opening) {
    table.put(Item.of(Keys.opening(opening), Kind.OPENING, Documents.write(opening)));
  }

  @Override
  public List<Opening> of(CampaignId campaign, UnitCode unit, String evidence, int limit) {
    return table.first(Keys.openingsOf(campaign, unit, evidence), limit).stream()
        .map(item -> Documents.read(item, Opening.class))
        .toList();
  }
}
