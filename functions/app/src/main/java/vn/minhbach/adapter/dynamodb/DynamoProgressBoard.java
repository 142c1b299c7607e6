package vn.minhbach.adapter.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.progress.ProgressBoard;

/** The progress of a campaign: one partition, one small item for each unit. */
public final class DynamoProgressBoard implements ProgressBoard {

  private final DynamoTable table;

  public DynamoProgressBoard(DynamoTable table) {
    this.table = table;
  }

  @Override
  public boolean put(CampaignId campaign, Progress row) {
    Item item =
        Item.of(Keys.progress(campaign, row.unit()), Kind.PROGRESS, Documents.write(row))
            .with(Item.SOURCE_SEQ, row.sourceSeq());
    // The same seq may be written again: a row that was computed wrongly is computed anew.
    return table.put(
        item, Condition.absent().or(Condition.number(Item.SOURCE_SEQ, "<=", row.sourceSeq())));
  }

  @Override
  public Map<UnitCode, Progress> all(CampaignId campaign) {
    return rows(table.lagging(Keys.progressOf(campaign)));
  }

  @Override
  public Map<UnitCode, Progress> of(CampaignId campaign, Collection<UnitCode> units) {
    return rows(table.getAll(units.stream().map(unit -> Keys.progress(campaign, unit)).toList()));
  }

  @Override
  public Map<UnitCode, Progress> current(CampaignId campaign) {
    return rows(table.all(Keys.progressOf(campaign)));
  }

  private static Map<UnitCode, Progress> rows(List<Item> items) {
    var rows = new TreeMap<UnitCode, Progress>();
    for (Item item : items) {
      Progress row = Documents.read(item, Progress.class);
      rows.put(row.unit(), row);
    }
    return rows;
  }
}
