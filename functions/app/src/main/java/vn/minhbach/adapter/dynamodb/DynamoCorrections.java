package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.Corrections;

/**
 * Corrections of criteria: an item each. Every read of a form asks for them once there are any;
 * they never change, so an instance remembers what it read.
 */
public final class DynamoCorrections implements Corrections {

  private static final int REMEMBERED_MAX = 32;

  private final DynamoTable table;
  private final Map<Key, List<Correction>> remembered = new ConcurrentHashMap<>();

  public DynamoCorrections(DynamoTable table) {
    this.table = table;
  }

  @Override
  public List<Correction> of(CampaignId campaign, int group, int count) {
    if (count == 0) {
      return List.of();
    }
    Key latest = Keys.correction(campaign, group, count);
    List<Correction> known = remembered.get(latest);
    if (known != null) {
      return known;
    }
    List<Correction> read =
        table.all(Keys.correctionsOf(campaign, group, count)).stream()
            .map(item -> Documents.read(item, Correction.class))
            .toList();
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    remembered.put(latest, read);
    return read;
  }

  /** A correction as part of the change that puts its set in force. */
  static Item.Put put(Correction correction) {
    return new Item.Put(
        Item.of(
            Keys.correction(correction.campaign(), correction.group(), correction.number()),
            Kind.CORRECTION,
            Documents.write(correction)),
        Condition.absent());
  }
}
