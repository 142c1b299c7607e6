package vn.minhbach.adapter.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Tally;
import vn.minhbach.core.keep.upkeep.OldDocuments;

/**
 * Brings documents from older schemas to those of today: what the steps of {@link Schemas} make of
 * one, with what they could not know without reading more. Written on condition that the document
 * is still the one that was read, so that nobody's change is lost.
 */
public final class DynamoMigrations implements OldDocuments {

  /** The kinds that are looked for; every one that {@link Schemas} has steps for. */
  static final Set<Kind> SOUGHT = Set.of(Kind.HEAD);

  private final DynamoTable table;
  private final DynamoSubmissions submissions;

  public DynamoMigrations(DynamoTable table) {
    this.table = table;
    this.submissions = new DynamoSubmissions(table);
  }

  @Override
  public String schemas() {
    return SOUGHT.stream()
        .map(kind -> kind.name() + "-" + kind.schema())
        .sorted()
        .collect(Collectors.joining(","));
  }

  @Override
  public Optional<Reached> reached(CampaignId campaign) {
    return table.get(Keys.migration(campaign)).map(item -> Documents.read(item, Reached.class));
  }

  @Override
  public void keep(CampaignId campaign, Reached reached) {
    table.put(Item.of(Keys.migration(campaign), Kind.MIGRATION, Documents.write(reached)));
  }

  @Override
  public Optional<Integer> bring(CampaignId campaign, UnitCode unit) {
    for (int attempt = 0; attempt < Attempts.MAX; attempt++) {
      Optional<Item> old =
          table.get(Keys.head(campaign, unit)).filter(item -> item.schema() < Kind.HEAD.schema());
      if (old.isEmpty()) {
        return Optional.of(0);
      }
      if (table.put(counted(old.get()), Condition.text(Item.DOCUMENT, old.get().document()))) {
        return Optional.of(1);
      }
    }
    return Optional.empty();
  }

  // A file never changes without its head, so the count is of the head that was read before it, or
  // the condition does not hold.
  private Item counted(Item old) {
    Head head = Documents.read(old, Head.class);
    Head counted =
        head.files().tally().isPresent()
            ? head
            : head.withTally(Tally.of(submissions.evidenceOf(head.campaign(), head.unit())));
    Map<String, AttributeValue> attributes = new HashMap<>(old.attributes());
    attributes.put(Item.DOCUMENT, AttributeValue.fromS(Documents.write(counted)));
    return new Item(attributes).with(Item.SCHEMA, Kind.HEAD.schema());
  }
}
