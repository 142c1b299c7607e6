package vn.minhbach.core.prepare.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Reads the file of a source and holds it against the units, the criteria in force and the other
 * sources of the campaign; writes nothing. The import does so, and whoever wants to know before.
 */
public final class CheckSource {

  private final Units units;
  private final CriteriaSets criteriaSets;
  private final Sources sources;

  public CheckSource(Units units, CriteriaSets criteriaSets, Sources sources) {
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.sources = sources;
  }

  /** The figures by unit, all or none; refused with each line at fault. */
  public Outcome<Map<UnitCode, List<Figure>>> read(
      Campaign campaign, SourceId source, String csv, ImportSource.JsonText json) {
    return campaign.unitsVersion() == 0
        ? Outcome.refused(CampaignProblem.NEEDS_UNITS.of(campaign.id()))
        : SourceFile.read(csv, register(campaign, source), json);
  }

  private SourceFile.Register register(Campaign campaign, SourceId source) {
    var byCode = new HashMap<UnitCode, Unit>();
    units
        .all(campaign.id(), campaign.unitsVersion())
        .forEach(unit -> byCode.put(unit.code(), unit));
    var sets = new TreeMap<Integer, CriteriaSet>();
    campaign
        .criteriaVersions()
        .forEach((group, version) ->
            criteriaSets
                .find(campaign.id(), group, version)
                .ifPresent(set -> sets.put(group, set)));
    var taken = new HashMap<String, String>();
    campaign
        .sourceVersions()
        .forEach((other, version) -> {
          if (!other.equals(source.value())) {
            sources
                .all(campaign.id(), other, version)
                .forEach(unit ->
                    // What waits is spoken for too: confirmed, it would stand twice.
                    Stream.concat(
                            unit.figures().stream(),
                            unit.awaited().stream().flatMap(sent -> sent.figures().stream()))
                        .forEach(figure ->
                            taken.put(SourceFile.key(unit.unit(), figure.criterion()), other)));
          }
        });
    return new SourceFile.Register(campaign.id().value(), byCode, sets, taken);
  }
}
