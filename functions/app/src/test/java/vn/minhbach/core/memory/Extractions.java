package vn.minhbach.core.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.source.Extraction;
import vn.minhbach.core.prepare.source.Sources;
import vn.minhbach.core.prepare.source.UnitFigures;

/** The province's own figures in memory. */
public final class Extractions implements Sources {

  private final Map<String, Extraction> extractions = new HashMap<>();
  private final Map<String, List<UnitFigures>> figures = new HashMap<>();

  @Override
  public void stage(CampaignId campaign, Extraction extraction, List<UnitFigures> all) {
    String key = key(campaign, extraction.provenance().source(), extraction.provenance().version());
    extractions.put(key, extraction);
    figures.put(key, all);
  }

  @Override
  public Optional<Extraction> find(CampaignId campaign, String source, long version) {
    return Optional.ofNullable(extractions.get(key(campaign, source, version)));
  }

  @Override
  public List<UnitFigures> ofUnit(CampaignId campaign, UnitCode unit, Map<String, Long> versions) {
    return versions.entrySet().stream()
        .flatMap(source -> all(campaign, source.getKey(), source.getValue()).stream())
        .filter(one -> one.unit().equals(unit))
        .toList();
  }

  @Override
  public List<UnitFigures> all(CampaignId campaign, String source, long version) {
    return figures.getOrDefault(key(campaign, source, version), List.of());
  }

  private static String key(CampaignId campaign, String source, long version) {
    return campaign + "#" + source + "#" + version;
  }
}
