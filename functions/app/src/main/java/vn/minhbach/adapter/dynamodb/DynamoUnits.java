package vn.minhbach.adapter.dynamodb;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Unit registers: a partition for each version, an item for each unit. A version that is in force
 * never changes, and nearly every request asks for a unit, so an instance remembers what it read:
 * units one by one, and the last few registers that were read whole.
 */
public final class DynamoUnits implements Units {

  private static final Comparator<Unit> BY_GROUP_THEN_CODE =
      Comparator.comparingInt(Unit::group).thenComparing(Unit::code);

  private static final int REMEMBERED_MAX = 1_000;

  private final DynamoTable table;
  private static final int REGISTERS_MAX = 4;

  private final Map<Key, Unit> remembered = new ConcurrentHashMap<>();
  private final Map<Key.Range, List<Unit>> registers = new ConcurrentHashMap<>();

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
    Key key = Keys.unit(campaign, version, code);
    Optional<Unit> known = Optional.ofNullable(remembered.get(key));
    return known.isPresent()
        ? known
        : table.get(key).map(DynamoUnits::read).map(unit -> remember(key, unit));
  }

  /** Whether this instance knows the unit, so that finding it reads nothing. */
  boolean remembers(CampaignId campaign, long version, UnitCode code) {
    return remembered.containsKey(Keys.unit(campaign, version, code));
  }

  private Unit remember(Key key, Unit unit) {
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    remembered.put(key, unit);
    return unit;
  }

  @Override
  public List<Unit> all(CampaignId campaign, long version) {
    Key.Range range = Keys.unitsOf(campaign, version);
    List<Unit> known = registers.get(range);
    return known != null ? known : rememberAll(range);
  }

  private List<Unit> rememberAll(Key.Range range) {
    List<Unit> register =
        table.all(range).stream().map(DynamoUnits::read).sorted(BY_GROUP_THEN_CODE).toList();
    if (registers.size() >= REGISTERS_MAX) {
      registers.clear();
    }
    registers.put(range, register);
    return register;
  }

  private static Unit read(Item item) {
    return Documents.read(item, Unit.class);
  }
}
