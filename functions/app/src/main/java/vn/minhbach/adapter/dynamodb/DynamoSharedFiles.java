package vn.minhbach.adapter.dynamodb;

import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.SharedFiles;

/** A partition for each hash with its holders, and one for each campaign with what was found. */
public final class DynamoSharedFiles implements SharedFiles {

  private final DynamoTable table;

  public DynamoSharedFiles(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void put(Holder holder) {
    table.put(
        Item.of(Keys.holder(holder), Kind.HOLDER, Documents.write(holder))
            .with(Item.SOURCE_SEQ, holder.version()),
        newer(holder.version()));
  }

  @Override
  public List<Holder> holders(CampaignId campaign, String sha256) {
    return table.all(Keys.holdersOf(campaign, sha256)).stream()
        .map(item -> Documents.read(item, Holder.class))
        .toList();
  }

  @Override
  public void put(UnitCode at, Shared shared) {
    table.put(
        Item.of(
                Keys.shared(shared.campaign(), at, shared.sha256()),
                Kind.SHARED,
                Documents.write(shared))
            .with(Item.SOURCE_SEQ, shared.basis()),
        newer(shared.basis()));
  }

  @Override
  public List<Shared> at(CampaignId campaign, UnitCode unit) {
    return shared(Keys.sharedAt(campaign, unit));
  }

  @Override
  public List<Shared> all(CampaignId campaign) {
    return shared(Keys.sharedOf(campaign));
  }

  private List<Shared> shared(Key.Range range) {
    return table.lagging(range).stream().map(item -> Documents.read(item, Shared.class)).toList();
  }

  private static Condition newer(long seq) {
    return Condition.absent().or(Condition.number(Item.SOURCE_SEQ, "<=", seq));
  }
}
