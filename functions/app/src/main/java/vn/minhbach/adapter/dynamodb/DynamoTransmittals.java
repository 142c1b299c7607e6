package vn.minhbach.adapter.dynamodb;

import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.consolidation.PutTransmittal;
import vn.minhbach.core.assess.consolidation.Transmittal;
import vn.minhbach.core.assess.consolidation.Transmittals;

/** Batches: beside the district's own form, after its head, by number. */
public final class DynamoTransmittals implements Transmittals {

  private final DynamoTable table;

  public DynamoTransmittals(DynamoTable table) {
    this.table = table;
  }

  @Override
  public List<Transmittal> of(CampaignId campaign, UnitCode district) {
    return table.all(Keys.transmittalsOf(campaign, district)).stream()
        .map(item -> Documents.read(item, Transmittal.class))
        .toList();
  }

  /** A batch as part of its order's transaction. */
  static Item.Put put(PutTransmittal write) {
    Transmittal batch = write.transmittal();
    return new Item.Put(
        Item.of(
            Keys.transmittal(batch.campaign(), batch.district(), batch.number()),
            Kind.TRANSMITTAL,
            Documents.write(batch)),
        Condition.absent());
  }
}
