package vn.minhbach.adapter.dynamodb;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.custody.PutReading;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Readings;

/** What files say of themselves: an item for each unit and hash, beside the unit's form. */
public final class DynamoReadings implements Readings {

  private final DynamoTable table;

  public DynamoReadings(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<FileReading> of(CampaignId campaign, UnitCode unit, String sha256) {
    return table
        .get(Keys.reading(campaign, unit, sha256))
        .map(item -> Documents.read(item, FileReading.class));
  }

  @Override
  public void note(FileReading reading) {
    table.put(item(reading), Condition.follows(reading.version()));
  }

  /** As part of its release's transaction. */
  static Item.Put put(PutReading write) {
    return new Item.Put(item(write.reading()), Condition.follows(write.reading().version()));
  }

  private static Item item(FileReading reading) {
    return Item.of(
            Keys.reading(reading.campaign(), reading.unit(), reading.sha256()),
            Kind.READING,
            Documents.write(reading))
        .with(Item.VERSION, reading.version());
  }
}
