package vn.minhbach.core.prepare.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;

/**
 * Puts in force what an account imported for its own body, once a member of another body has looked
 * at it. The access table keeps the unit's own people out. The import is staged again with these
 * figures in force and switched to, so that no version that was ever in force changes.
 *
 * <p>Refused once the campaign is reported, where nothing of the unit waits, and when another
 * import than the one that was seen is in force.
 */
public final class ConfirmFigures {

  /** What every JSON reader takes exactly. */
  private static final long VERSION_MAX = (1L << 53) - 1;

  private final CampaignChange change;
  private final Sources sources;
  private final Chance chance;

  public ConfirmFigures(CampaignChange change, Sources sources, Chance chance) {
    this.change = change;
    this.sources = sources;
    this.chance = chance;
  }

  /** Reads {@code {version}}. */
  public static Outcome<Long> seen(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ConfirmFigures::shape);
  }

  /**
   * Confirms.
   *
   * @param seen version of the import that was looked at
   * @return the import as it is in force now
   */
  public Outcome<Extraction> confirm(
      CampaignId id, SourceId source, UnitCode unit, Act act, long seen) {
    return change
        .of(
            id,
            act,
            campaign ->
                campaign.beforeReport().flatMap(open -> decide(open, source, unit, act, seen)))
        .map(campaign ->
            sources
                .find(id, source.value(), campaign.sourceVersions().get(source.value()))
                .orElseThrow());
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, SourceId source, UnitCode unit, Act act, long seen) {
    Optional<Long> inForce = Optional.ofNullable(campaign.sourceVersions().get(source.value()));
    List<UnitFigures> all =
        inForce
            .map(version -> sources.all(campaign.id(), source.value(), version))
            .orElse(List.of());
    Optional<UnitFigures> waiting =
        all.stream()
            .filter(one -> one.unit().equals(unit) && one.awaited().isPresent())
            .findFirst();
    if (waiting.isEmpty()) {
      return Outcome.refused(SourceProblem.NOTHING_TO_CONFIRM.of(source, unit));
    }
    long version = inForce.orElseThrow();
    return version == seen
        ? Outcome.accepted(confirmed(campaign, source, act, version, all, waiting.get()))
        : Outcome.refused(SourceProblem.OTHER_IMPORT_IN_FORCE.of(source, version, seen));
  }

  private CampaignChange.Decided confirmed(
      Campaign campaign,
      SourceId source,
      Act act,
      long version,
      List<UnitFigures> all,
      UnitFigures waiting) {
    long next = chance.version();
    var confirmation =
        new Extraction.Confirmed(waiting.unit(), act.caller().id(), act.now(), version);
    sources.stage(
        campaign.id(),
        sources
            .find(campaign.id(), source.value(), version)
            .orElseThrow()
            .confirmed(next, confirmation),
        all.stream()
            .map(one -> one.equals(waiting) ? one.confirmed() : one)
            .filter(one -> !one.figures().isEmpty() || one.awaited().isPresent())
            .toList());
    UnitFigures.Awaited awaited = waiting.awaited().orElseThrow();
    return CampaignChange.Decided.of(
        campaign.withSource(source.value(), next),
        new SourceFact.SourceConfirmed(
            awaited.provenance(),
            act.caller().id(),
            waiting.unit(),
            awaited.figures().size(),
            version,
            next));
  }

  private static Supplier<Long> shape(Node body) {
    body.only("version");
    Node version = body.field("version");
    long seen = version.raw() == null ? 0 : version.integer(0, VERSION_MAX);
    return () -> seen;
  }
}
