package vn.minhbach.core.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.VerifyBy;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;

/** Reads what the province holds about a unit. */
public final class Baselines {

  private final Sources sources;

  public Baselines(Sources sources) {
    this.sources = sources;
  }

  /** The figures in force by criterion; nothing is read while the campaign has no source. */
  public Map<CriterionId, Baseline> of(Campaign campaign, Unit unit, CriteriaSet criteria) {
    if (campaign.sourceVersions().isEmpty()) {
      return Map.of();
    }
    var baselines = new TreeMap<CriterionId, Baseline>();
    for (UnitFigures figures :
        sources.ofUnit(campaign.id(), unit.code(), campaign.sourceVersions())) {
      for (Figure figure : figures.figures()) {
        baseline(criteria, figure, figures.provenance())
            .ifPresent(baseline -> baselines.put(figure.criterion(), baseline));
      }
    }
    return baselines;
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
