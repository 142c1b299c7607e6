package vn.minhbach.adapter.dynamodb;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Mark;
import vn.minhbach.core.appraise.marking.Marks;
import vn.minhbach.core.appraise.marking.PutMark;

/**
 * Marks: in the partition of their form, under the same head, behind the chain, so that whoever
 * reads the form does not pay for them.
 */
public final class DynamoMarks implements Marks {

  private final DynamoTable table;

  public DynamoMarks(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Mark> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return table.get(Keys.mark(campaign, unit, criterion)).map(DynamoMarks::mark);
  }

  @Override
  public Map<CriterionId, Mark> ofUnit(CampaignId campaign, UnitCode unit) {
    var marks = new TreeMap<CriterionId, Mark>();
    for (Item item : table.all(Keys.marksOf(campaign, unit))) {
      Mark mark = mark(item);
      marks.put(mark.criterion(), mark);
    }
    return marks;
  }

  @Override
  public Map<UnitCode, Mark> of(
      CampaignId campaign, CriterionId criterion, Collection<UnitCode> units) {
    var marks = new TreeMap<UnitCode, Mark>();
    for (Item item :
        table.getAll(units.stream().map(unit -> Keys.mark(campaign, unit, criterion)).toList())) {
      Mark mark = mark(item);
      marks.put(mark.unit(), mark);
    }
    return marks;
  }

  /** A mark as part of its change's transaction. */
  static Item.Put put(PutMark write) {
    Mark mark = write.mark();
    return new Item.Put(
        Item.of(
                Keys.mark(mark.campaign(), mark.unit(), mark.criterion()),
                Kind.MARK,
                Documents.write(mark))
            .with(Item.VERSION, mark.version()),
        Condition.follows(mark.version()));
  }

  private static Mark mark(Item item) {
    return Documents.read(item, Mark.class);
  }
}
