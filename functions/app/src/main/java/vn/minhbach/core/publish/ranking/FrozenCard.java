package vn.minhbach.core.publish.ranking;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.scoring.Scorecard;

/**
 * What a unit came to criterion by criterion, as the report froze it beside its line of the table.
 * Form and marks move again once a result is taken up for correction; this stays under the version
 * of its issue.
 *
 * @param criteriaVersion version of the criteria set that it was scored by
 * @param criteria of those that apply to the unit; what does not is not there
 * @param groups by id of the criteria group: its points as they count, and what of its maximum
 *     applies
 */
public record FrozenCard(
    UnitCode unit,
    long criteriaVersion,
    Map<CriterionId, Reached> criteria,
    Map<String, Reached> groups) {

  public FrozenCard {
    criteria = new TreeMap<>(criteria);
    groups = new TreeMap<>(groups);
  }

  /** Points out of a maximum. */
  public record Reached(Points points, Points max) {

    /** What was not reached. */
    public Points lost() {
      return max.minus(points);
    }
  }

  /** The card of a unit, of what counts. */
  public static FrozenCard of(UnitCode unit, long criteriaVersion, Scorecard card) {
    var criteria = new TreeMap<CriterionId, Reached>();
    card.lines().stream()
        .filter(line -> line.score().applicable())
        .forEach(
            line -> criteria.put(line.criterion(), new Reached(line.score().points(), line.max())));
    var groups = new TreeMap<String, Reached>();
    card.groups()
        .forEach(total -> groups.put(total.group(), new Reached(total.points(), total.max())));
    return new FrozenCard(unit, criteriaVersion, criteria, groups);
  }

  /** What was reached in a criterion; empty where it does not apply to the unit. */
  public Optional<Reached> of(CriterionId criterion) {
    return Optional.ofNullable(criteria.get(criterion));
  }

  /** What was reached in a group of criteria; empty where nothing of it applies. */
  public Optional<Reached> of(String group) {
    return Optional.ofNullable(groups.get(group))
        .filter(reached -> reached.max().value().signum() > 0);
  }
}
