package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.gate.PutRemark;
import vn.minhbach.core.assess.gate.Remark;
import vn.minhbach.core.assess.gate.Remarks;

/**
 * Remarks: beside the form of the commune, after its head, so that its query does not read them.
 */
public final class DynamoRemarks implements Remarks {

  private final DynamoTable table;

  public DynamoRemarks(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Remark> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return table.get(Keys.remark(campaign, unit, criterion)).map(DynamoRemarks::remark);
  }

  @Override
  public List<Remark> of(CampaignId campaign, UnitCode unit) {
    return table.all(Keys.remarksOf(campaign, unit)).stream().map(DynamoRemarks::remark).toList();
  }

  /** A remark as part of its change's transaction. */
  static Item.Put put(PutRemark write) {
    Remark remark = write.remark();
    return new Item.Put(
        Item.of(
                Keys.remark(write.campaign(), write.unit(), remark.criterion()),
                Kind.REMARK,
                Documents.write(remark))
            .with(Item.VERSION, remark.version()),
        Condition.follows(remark.version()));
  }

  private static Remark remark(Item item) {
    return Documents.read(item, Remark.class);
  }
}
