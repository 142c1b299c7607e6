package vn.minhbach.core.prepare.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.unit.Units;

/**
 * The standing office imports what a system of the province holds. The figures are staged under a
 * drawn version; one conditional write puts them in force. No answer is touched, whenever that
 * happens.
 *
 * <p>Nobody alone sets a figure of a unit that they are recused from, be it their own body: what a
 * file changes for it waits until {@link ConfirmFigures}.
 *
 * <p>Refused once the campaign is reported, and as a whole when any line is at fault, naming each:
 * a unit or criterion that is not there, a criterion that is not verified on a shared system,
 * figures that the criterion's rule refuses, a figure twice, a figure that another source gives.
 */
public final class ImportSource {

  private final CampaignChange change;
  private final CheckSource check;
  private final Sources sources;
  private final Chance chance;

  public ImportSource(CampaignChange change, CheckSource check, Sources sources, Chance chance) {
    this.change = change;
    this.check = check;
    this.sources = sources;
    this.chance = chance;
  }

  /** With a check of its own. */
  public ImportSource(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Sources sources,
      Chance chance) {
    this(change, new CheckSource(units, criteriaSets, sources), sources, chance);
  }

  /** Reads a text of JSON into a plain tree; the core reads trees, not JSON. */
  public interface JsonText {
    Outcome<Object> tree(String text);
  }

  /** What came in: the head and the file. */
  public record Sent(SourceHead head, String csv, JsonText json) {}

  /** The import as it is in force now. */
  public Outcome<Extraction> bring(CampaignId id, SourceId source, Act act, Sent sent) {
    return change
        .of(
            id,
            act,
            campaign ->
                campaign
                    .beforeReport()
                    .flatMap(open -> decide(open, source, act, sent.head(), sent)))
        .map(campaign -> inForce(campaign, source));
  }

  private Extraction inForce(Campaign campaign, SourceId source) {
    return sources
        .find(campaign.id(), source.value(), campaign.sourceVersions().get(source.value()))
        .orElseThrow();
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, SourceId source, Act act, SourceHead head, Sent sent) {
    return check
        .read(campaign, source, sent.csv(), sent.json())
        .map(figures -> decided(campaign, source, act, head, sent.csv(), figures));
  }

  private CampaignChange.Decided decided(
      Campaign campaign,
      SourceId source,
      Act act,
      SourceHead head,
      String csv,
      Map<UnitCode, List<Figure>> figures) {
    var provenance =
        new Provenance(
            source.value(),
            chance.version(),
            head.system(),
            head.from(),
            head.to(),
            head.extractedAt());
    var extraction =
        new Extraction(
            provenance,
            head.by(),
            act.now(),
            act.caller().id(),
            Sha256.hex(csv.getBytes(StandardCharsets.UTF_8)),
            figures.values().stream().mapToInt(List::size).sum(),
            figures.size(),
            Optional.ofNullable(campaign.sourceVersions().get(source.value())));
    var awaited = new TreeMap<UnitCode, UnitFigures>();
    act.caller()
        .recused()
        .forEach(unit ->
            awaited(campaign, unit, provenance, figures)
                .ifPresent(waiting -> awaited.put(unit, waiting)));
    Optional<UnitCode> own = act.caller().unit().filter(awaited::containsKey);
    var known =
        extraction.awaiting(
            own,
            awaited.keySet().stream().filter(unit -> own.filter(unit::equals).isEmpty()).toList());
    sources.stage(
        campaign.id(),
        known,
        Stream.concat(
                figures.entrySet().stream()
                    .filter(unit -> !awaited.containsKey(unit.getKey()))
                    .map(unit -> new UnitFigures(unit.getKey(), provenance, unit.getValue())),
                awaited.values().stream())
            .toList());
    return CampaignChange.Decided.of(
        campaign.withSource(source.value(), provenance.version()),
        new SourceFact.SourceImported(
            extraction.provenance(),
            extraction.importedBy(),
            extraction.sha256(),
            extraction.figures(),
            extraction.units(),
            extraction.previous(),
            known.awaiting(),
            known.recused()));
  }

  /**
   * What the file changes for a unit that the importer is recused from, left out there included: it
   * waits, and what is in force stays. Empty where it changes nothing.
   */
  private Optional<UnitFigures> awaited(
      Campaign campaign,
      UnitCode body,
      Provenance provenance,
      Map<UnitCode, List<Figure>> figures) {
    Optional<UnitFigures> before =
        Optional.ofNullable(campaign.sourceVersions().get(provenance.source())).stream()
            .flatMap(version ->
                sources.ofUnit(campaign.id(), body, Map.of(provenance.source(), version)).stream())
            .findFirst();
    List<Figure> held = before.map(UnitFigures::figures).orElse(List.of());
    List<Figure> sent = figures.getOrDefault(body, List.of());
    return Set.copyOf(held).equals(Set.copyOf(sent))
        ? Optional.empty()
        : Optional.of(
            new UnitFigures(
                body,
                before.map(UnitFigures::provenance).orElse(provenance),
                held,
                Optional.of(new UnitFigures.Awaited(provenance, sent))));
  }
}
