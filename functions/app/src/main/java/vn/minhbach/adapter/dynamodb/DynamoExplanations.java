package vn.minhbach.adapter.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.explanation.PutExplanation;

/**
 * Explanations: in the partition of their form, under the same head, behind the chain, so that
 * whoever reads the form or its marks does not pay for them.
 */
public final class DynamoExplanations implements Explanations {

  private final DynamoTable table;

  public DynamoExplanations(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Explanation> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return table
        .get(Keys.explanation(campaign, unit, criterion))
        .map(DynamoExplanations::explanation);
  }

  @Override
  public List<Explanation> ofUnit(CampaignId campaign, UnitCode unit) {
    return table.all(Keys.explanationsOf(campaign, unit)).stream()
        .map(DynamoExplanations::explanation)
        .toList();
  }

  @Override
  public List<Explanation> of(
      CampaignId campaign, CriterionId criterion, Collection<UnitCode> units) {
    return table
        .getAll(units.stream().map(unit -> Keys.explanation(campaign, unit, criterion)).toList())
        .stream()
        .map(DynamoExplanations::explanation)
        .toList();
  }

  /** As part of its change's transaction. */
  static Item.Put put(PutExplanation write) {
    Explanation explanation = write.explanation();
    return new Item.Put(
        Item.of(
                Keys.explanation(
                    explanation.campaign(), explanation.unit(), explanation.criterion()),
                Kind.EXPLANATION,
                Documents.write(explanation))
            .with(Item.VERSION, explanation.version()),
        Condition.follows(explanation.version()));
  }

  private static Explanation explanation(Item item) {
    return Documents.read(item, Explanation.class);
  }
}
