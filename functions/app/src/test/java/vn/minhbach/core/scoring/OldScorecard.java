package vn.minhbach.core.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaGroup.Kind;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;

/** How forms were summed up before: the judge of {@link Scorecard#of}. */
final class OldScorecard {

  private OldScorecard() {}

  static Scorecard of(CriteriaSet set, Map<CriterionId, CriterionScore> scores) {
    if (!set.criteria().keySet().containsAll(scores.keySet())) {
      throw new IllegalArgumentException("scores of criteria that " + set + " does not have");
    }
    var lines = new ArrayList<Scorecard.Line>();
    var groups = new ArrayList<Scorecard.GroupTotal>();
    for (CriteriaGroup group : set.groups()) {
      List<Scorecard.Line> own =
          group.criteria().stream().map(criterion -> line(criterion, scores)).toList();
      lines.addAll(own);
      groups.add(Scorecard.GroupTotal.of(group, points(own), max(own)));
    }
    Points max =
        Points.sum(
            groups.stream()
                .filter(group -> group.kind() == Kind.BASE)
                .map(Scorecard.GroupTotal::max)
                .toList());
    var byGroup = new HashMap<String, Points>();
    groups.forEach(group -> byGroup.put(group.group(), group.points()));
    Points points = total(set, byGroup, max);
    Optional<Points> index = Scorecard.index(points, max);
    return new Scorecard(lines, groups, points, max, index, index.map(set::levelOf));
  }

  /**
   * The points of all groups together: what belongs to the maximum, with bonus on top and penalty
   * off, each up to its cap, and never below zero or above the applicable maximum.
   *
   * @param groups points of each group, no more than its own cap
   */
  private static Points total(CriteriaSet set, Map<String, Points> groups, Points max) {
    Points points =
        of(Kind.BASE, set, groups)
            .plus(of(Kind.BONUS, set, groups))
            .minus(of(Kind.PENALTY, set, groups));
    return points.compareTo(Points.ZERO) < 0 ? Points.ZERO : least(points, max);
  }

  private static Points of(Kind kind, CriteriaSet set, Map<String, Points> groups) {
    Points sum =
        Points.sum(
            set.groups().stream()
                .filter(group -> group.kind() == kind)
                .map(group -> groups.getOrDefault(group.id(), Points.ZERO))
                .toList());
    return set.cap(kind).map(cap -> least(sum, cap)).orElse(sum);
  }

  private static Points least(Points one, Points other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Scorecard.Line line(Criterion criterion, Map<CriterionId, CriterionScore> scores) {
    CriterionScore score = scores.getOrDefault(criterion.id(), new CriterionScore.Unanswered());
    if (score.points().compareTo(Points.ZERO) < 0
        || score.points().compareTo(criterion.maxPoints()) > 0) {
      throw new IllegalArgumentException(
          criterion.id() + ": " + score.points() + " points, maximum " + criterion.maxPoints());
    }
    return new Scorecard.Line(criterion.id(), criterion.maxPoints(), score);
  }

  private static Points points(List<Scorecard.Line> lines) {
    return Points.sum(lines.stream().map(line -> line.score().points()).toList());
  }

  private static Points max(List<Scorecard.Line> lines) {
    return Points.sum(
        lines.stream().filter(line -> line.score().applicable()).map(Scorecard.Line::max).toList());
  }
}
