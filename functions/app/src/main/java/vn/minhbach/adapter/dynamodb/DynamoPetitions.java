package vn.minhbach.adapter.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.appraise.petition.PutPetition;

/**
 * Petitions: in the partition of their form, under the same head, behind the chain, so that whoever
 * reads the form or its marks does not pay for them.
 */
public final class DynamoPetitions implements Petitions {

  private final DynamoTable table;

  public DynamoPetitions(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Petition> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return table.get(Keys.petition(campaign, unit, criterion)).map(DynamoPetitions::petition);
  }

  @Override
  public List<Petition> ofUnit(CampaignId campaign, UnitCode unit) {
    return table.all(Keys.petitionsOf(campaign, unit)).stream()
        .map(DynamoPetitions::petition)
        .toList();
  }

  @Override
  public List<Petition> of(CampaignId campaign, CriterionId criterion, Collection<UnitCode> units) {
    return table
        .getAll(units.stream().map(unit -> Keys.petition(campaign, unit, criterion)).toList())
        .stream()
        .map(DynamoPetitions::petition)
        .toList();
  }

  /** As part of its change's transaction. */
  static Item.Put put(PutPetition write) {
    Petition petition = write.petition();
    return new Item.Put(
        Item.of(
                Keys.petition(petition.campaign(), petition.unit(), petition.criterion()),
                Kind.PETITION,
                Documents.write(petition))
            .with(Item.VERSION, petition.version()),
        Condition.follows(petition.version()));
  }

  private static Petition petition(Item item) {
    return Documents.read(item, Petition.class);
  }
}
