package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;

/**
 * How far a unit is from the level above its own, and by which criteria it would get there.
 *
 * @param distance points of the index up to the level's bound; where that itself is not enough, the
 *     unit must get above it
 * @param steps the fewest criteria that would do, in full, the largest gaps first; all that lack
 *     points where even those together would not
 * @param enough whether they would do
 */
public record NextLevel(Level level, Points distance, List<Step> steps, boolean enough) {

  public NextLevel {
    steps = List.copyOf(steps);
  }

  /** A criterion with what it lacks of its maximum. */
  public record Step(CriterionId criterion, String title, Points gap) {}

  /**
   * Derives it; empty at the highest level, and for a unit without an index. Looks at the criteria
   * of the maximum alone: a bonus is no gap. With equal gaps the order is that of the form.
   *
   * @param shown which criteria the reader may learn of
   */
  static Optional<NextLevel> of(CriteriaSet criteria, Scorecard card, Predicate<Criterion> shown) {
    return card.index()
        .flatMap(index ->
            criteria.levels().stream()
                .filter(level -> !level.reachedBy(index))
                .reduce((higher, lower) -> lower)
                .map(next -> of(criteria, card, next, index, shown)));
  }

  private static NextLevel of(
      CriteriaSet criteria, Scorecard card, Level next, Points index, Predicate<Criterion> shown) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    card.lines().forEach(line -> scores.put(line.criterion(), line.score()));
    var steps = new ArrayList<Step>();
    boolean enough = false;
    for (Step step : gaps(criteria, card, shown)) {
      steps.add(step);
      Points full = criteria.criterion(step.criterion()).orElseThrow().maxPoints();
      scores.put(step.criterion(), new CriterionScore.Awarded(full));
      if (Scorecard.of(criteria, scores).index().filter(next::reachedBy).isPresent()) {
        enough = true;
        break;
      }
    }
    return new NextLevel(next, next.minPercent().minus(index), steps, enough);
  }

  private static List<Step> gaps(CriteriaSet criteria, Scorecard card, Predicate<Criterion> shown) {
    return criteria.groups().stream()
        .filter(CriteriaGroup::base)
        .flatMap(group -> group.criteria().stream())
        .filter(shown)
        .flatMap(criterion ->
            card.lines().stream()
                .filter(line -> line.criterion().equals(criterion.id()))
                .filter(line -> line.score().applicable())
                .map(line ->
                    new Step(
                        criterion.id(),
                        criterion.title(),
                        line.max().minus(line.score().points()))))
        .filter(step -> step.gap().compareTo(Points.ZERO) > 0)
        .sorted(Comparator.comparing(Step::gap, Comparator.reverseOrder()))
        .toList();
  }
}
