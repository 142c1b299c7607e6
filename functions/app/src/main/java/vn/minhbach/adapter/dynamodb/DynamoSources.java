package vn.minhbach.adapter.dynamodb;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.source.Extraction;
import vn.minhbach.core.prepare.source.Sources;
import vn.minhbach.core.prepare.source.UnitFigures;

/**
 * Imports of sources: a partition for each version with an item for each unit that holds all its
 * figures, so that a form reads one small item of each source, all in one call.
 */
public final class DynamoSources implements Sources {

  private final DynamoTable table;

  public DynamoSources(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void stage(CampaignId campaign, Extraction extraction, List<UnitFigures> figures) {
    String source = extraction.provenance().source();
    long version = extraction.provenance().version();
    table.putAll(
        figures.stream()
            .map(unit ->
                Item.of(
                    Keys.figures(campaign, source, version, unit.unit()),
                    Kind.FIGURES,
                    Documents.write(unit)))
            .toList());
    table.put(
        Item.of(Keys.source(campaign, source, version), Kind.SOURCE, Documents.write(extraction)));
  }

  @Override
  public Optional<Extraction> find(CampaignId campaign, String source, long version) {
    return table
        .get(Keys.source(campaign, source, version))
        .map(item -> Documents.read(item, Extraction.class));
  }

  @Override
  public List<UnitFigures> ofUnit(CampaignId campaign, UnitCode unit, Map<String, Long> versions) {
    return table
        .getAll(
            versions.entrySet().stream()
                .map(one -> Keys.figures(campaign, one.getKey(), one.getValue(), unit))
                .toList())
        .stream()
        .map(DynamoSources::read)
        .sorted(Comparator.comparing(figures -> figures.provenance().source()))
        .toList();
  }

  @Override
  public List<UnitFigures> all(CampaignId campaign, String source, long version) {
    return table.all(Keys.figuresOf(campaign, source, version)).stream()
        .map(DynamoSources::read)
        .toList();
  }

  private static UnitFigures read(Item item) {
    return Documents.read(item, UnitFigures.class);
  }
}
