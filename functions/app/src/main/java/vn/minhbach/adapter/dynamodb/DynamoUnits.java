package vn.minhbach.adapter.dynamodb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** Unit registers: a partition for each version, an item for each unit. */
public final class DynamoUnits implements Units {

  private static final Comparator<Unit> BY_GROUP_THEN_CODE =
      Comparator.comparingInt(Unit::group).thenComparing(Unit::code);

  private final DynamoTable table;

  public DynamoUnits(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void stage(CampaignId campaign, long version, List<Unit> units) {
    table.putAll(
        units.stream()
            .map(unit ->
                Item.of(
                    Keys.unit(campaign, version, unit.code()), Kind.UNIT, Documents.write(unit)))
            .toList());
  }

  @Override
  public Optional<Unit> find(CampaignId campaign, long version, UnitCode code) {
    return table.get(Keys.unit(campaign, version, code)).map(DynamoUnits::read);
  }

  @Override
  public List<Unit> all(CampaignId campaign, long version) {
    return table.all(Keys.unitsOf(campaign, version)).stream()
        .map(DynamoUnits::read)
        .sorted(BY_GROUP_THEN_CODE)
        .toList();
  }

  private static Unit read(Item item) {
    return Documents.read(item, Unit.class);
  }
}
