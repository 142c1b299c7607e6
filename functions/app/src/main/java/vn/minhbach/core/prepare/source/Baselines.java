package vn.minhbach.core.prepare.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.VerifyBy;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;

/** Reads what the province holds about a unit. */
public final class Baselines {

  private final Sources sources;

  public Baselines(Sources sources) {
    this.sources = sources;
  }

  /**
   * What the province holds about a unit, by criterion.
   *
   * @param awaited what waits for a confirmation by another body and has no effect before; empty
   *     for a figure in force that shall be taken away
   */
  public record Known(
      Map<CriterionId, Baseline> inForce, Map<CriterionId, Optional<Baseline>> awaited) {

    private static final Known NOTHING = new Known(Map.of(), Map.of());
  }

  /** The figures in force by criterion; nothing is read while the campaign has no source. */
  public Map<CriterionId, Baseline> of(Campaign campaign, Unit unit, CriteriaSet criteria) {
    return known(campaign, unit, criteria).inForce();
  }

  /** The figures in force, and those that wait. */
  public Known known(Campaign campaign, Unit unit, CriteriaSet criteria) {
    if (campaign.sourceVersions().isEmpty()) {
      return Known.NOTHING;
    }
    var inForce = new TreeMap<CriterionId, Baseline>();
    var awaited = new TreeMap<CriterionId, Optional<Baseline>>();
    for (UnitFigures figures :
        sources.ofUnit(campaign.id(), unit.code(), campaign.sourceVersions())) {
      for (Figure figure : figures.figures()) {
        baseline(criteria, figure, figures.provenance())
            .ifPresent(baseline -> inForce.put(figure.criterion(), baseline));
      }
      figures.awaited().ifPresent(sent -> awaited.putAll(changes(criteria, figures, sent)));
    }
    return new Known(inForce, awaited);
  }

  /**
   * The figures in force of one criterion, by unit: one query a source, and none where the province
   * holds nothing of the criterion.
   */
  public Map<UnitCode, Baseline> of(Campaign campaign, CriteriaSet criteria, CriterionId id) {
    boolean held =
        criteria
            .criterion(id)
            .filter(criterion -> criterion.verifyBy() == VerifyBy.SHARED_SYSTEM)
            .isPresent();
    var known = new TreeMap<UnitCode, Baseline>();
    if (held) {
      new TreeMap<>(campaign.sourceVersions())
          .forEach((source, version) ->
              sources
                  .all(campaign.id(), source, version)
                  .forEach(figures ->
                      figures.figures().stream()
                          .filter(figure -> figure.criterion().equals(id))
                          .flatMap(
                              figure -> baseline(criteria, figure, figures.provenance()).stream())
                          .forEach(baseline -> known.put(figures.unit(), baseline))));
    }
    return known;
  }

  private static Map<CriterionId, Optional<Baseline>> changes(
      CriteriaSet criteria, UnitFigures figures, UnitFigures.Awaited sent) {
    var changes = new TreeMap<CriterionId, Optional<Baseline>>();
    figures.figures().forEach(held -> changes.put(held.criterion(), Optional.empty()));
    sent.figures()
        .forEach(figure ->
            changes.put(figure.criterion(), baseline(criteria, figure, sent.provenance())));
    figures.figures().stream()
        .filter(sent.figures()::contains)
        .forEach(same -> changes.remove(same.criterion()));
    return changes;
  }

  /**
   * The figure under the criterion in force. Empty where the criteria were changed after the import
   * so that they no longer take it: the unit then answers as if nothing were known.
   */
  static Optional<Baseline> baseline(CriteriaSet criteria, Figure figure, Provenance provenance) {
    return criteria
        .criterion(figure.criterion())
        .filter(criterion -> criterion.verifyBy() == VerifyBy.SHARED_SYSTEM)
        .flatMap(criterion ->
            Scoring.score(criterion, figure.inputs())
                .fold(
                    refusal -> Optional.<Baseline>empty(),
                    scored ->
                        Optional.of(
                            new Baseline(
                                figure.criterion(),
                                scored.inputs(),
                                scored.points(),
                                provenance))));
  }
}
