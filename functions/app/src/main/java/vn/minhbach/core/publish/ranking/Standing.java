package vn.minhbach.core.publish.ranking;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.scoring.Scorecard;

/**
 * A unit as it enters a ranking.
 *
 * @param max the sum of the applicable maxima
 * @param index the printed index; empty for a unit that is not to be ranked
 * @param level of the printed index; present with it
 * @param results points of the group of achieved results (II): orders the display inside a tie
 * @param cause why there is no index; present where {@code index} is empty
 * @param breakers points that break a tie, in the order in which the campaign declares them; empty
 *     where it declares none, and equal indexes share a rank
 */
public record Standing(
    UnitCode unit,
    String name,
    Points points,
    Points max,
    Optional<Points> index,
    Optional<Level> level,
    Points results,
    Optional<Unranked> cause,
    List<Points> breakers) {

  /** The group of criteria that orders the display inside a tie: results, in all three sets. */
  public static final String RESULTS_GROUP = "II";

  public Standing {
    if (index.isPresent() == cause.isPresent()) {
      throw new IllegalArgumentException(unit + ": an index or a cause, one of the two");
    }
    breakers = List.copyOf(breakers);
  }

  /** A unit of a campaign that breaks no ties. */
  public Standing(
      UnitCode unit,
      String name,
      Points points,
      Points max,
      Optional<Points> index,
      Optional<Level> level,
      Points results,
      Optional<Unranked> cause) {
    this(unit, name, points, max, index, level, results, cause, List.of());
  }

  /**
   * A unit with a final score. Unranked where nothing applies to it.
   *
   * @param tieBreaks criteria groups whose points break a tie
   */
  public static Standing of(UnitCode unit, String name, Scorecard card, List<String> tieBreaks) {
    return new Standing(
        unit,
        name,
        card.points(),
        card.max(),
        card.index(),
        card.level(),
        card.pointsOf(RESULTS_GROUP),
        card.index().isPresent() ? Optional.empty() : Optional.of(Unranked.NOTHING_APPLICABLE),
        tieBreaks.stream().map(card::pointsOf).toList());
  }

  /** A unit without a final score: listed, with the cause, but not as zero. */
  public static Standing unranked(UnitCode unit, String name, Unranked cause) {
    return new Standing(
        unit,
        name,
        Points.ZERO,
        Points.ZERO,
        Optional.empty(),
        Optional.empty(),
        Points.ZERO,
        Optional.of(cause));
  }
}
