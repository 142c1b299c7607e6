package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaGroup.Kind;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Level;

/**
 * A unit's points with their sums (<i>phiếu điểm</i>). Sums add rounded numbers; what does not
 * apply leaves both points and maximum.
 *
 * @param max the sum of the applicable maxima
 * @param index percent of {@code max}, rounded once; empty where nothing applies
 * @param level of the printed index; present with it
 */
public record Scorecard(
    List<Line> lines,
    List<GroupTotal> groups,
    Points points,
    Points max,
    Optional<Points> index,
    Optional<Level> level) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final CriterionScore UNANSWERED = new CriterionScore.Unanswered();

  public Scorecard {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /** What counts for one criterion; {@code max} is its full maximum, applicable or not. */
  public record Line(CriterionId criterion, Points max, CriterionScore score) {}

  /**
   * The sums of one group of criteria.
   *
   * @param points of bonus and penalty no more than the group's cap
   * @param max what applies of the group's maximum; of bonus and penalty their cap
   * @param percent {@code points / max}, rounded once; empty where nothing applies, and of bonus
   *     and penalty
   * @param converted {@code points / max ×} the group's full maximum (<i>điểm quy đổi</i>), rounded
   *     once; present with {@code percent}
   * @param level of {@code percent}; empty where the group has no levels of its own
   */
  public record GroupTotal(
      String group,
      CriteriaGroup.Kind kind,
      Points points,
      Points max,
      Optional<Points> percent,
      Optional<Points> converted,
      Optional<Level> level) {

    /** The sums of a group of which so many points were reached, before a cap. */
    public static GroupTotal of(CriteriaGroup group, Points points, Points max) {
      if (!group.base()) {
        return new GroupTotal(
            group.id(),
            group.kind(),
            least(points, group.maxPoints()),
            group.maxPoints(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
      }
      Optional<Points> percent = index(points, max);
      return new GroupTotal(
          group.id(),
          group.kind(),
          points,
          max,
          percent,
          percent.map(applies -> converted(points, max, group.maxPoints())),
          percent
              .filter(applies -> !group.levels().isEmpty())
              .map(reached -> Level.of(group.levels(), reached)));
    }

    private static Points converted(Points points, Points max, Points full) {
      return new Points(
          points.value().multiply(full.value()).divide(max.value(), 2, RoundingMode.HALF_UP));
    }
  }

  /**
   * Sums up a unit's scores; a criterion without one counts as unanswered. Scores outside 0 to the
   * maximum, or of criteria that the set does not have, are a bug of the caller.
   */
  public static Scorecard of(CriteriaSet set, Map<CriterionId, CriterionScore> scores) {
    if (!set.criteria().keySet().containsAll(scores.keySet())) {
      throw new IllegalArgumentException("scores of criteria that " + set + " does not have");
    }
    return of(set, criterion -> scores.get(criterion.id()));
  }

  /**
   * The same, asked criterion by criterion in the order of the form.
   *
   * @param scores null of what counts as unanswered
   */
  public static Scorecard of(CriteriaSet set, Function<Criterion, CriterionScore> scores) {
    var lines = new Line[set.criteria().size()];
    var groups = new GroupTotal[set.groups().size()];
    var byGroup = new HashMap<String, Points>();
    Points max = Points.ZERO;
    int at = 0;
    for (int i = 0; i < groups.length; i++) {
      CriteriaGroup group = set.groups().get(i);
      long points = 0;
      long applies = 0;
      for (Criterion criterion : group.criteria()) {
        Line line = line(criterion, scores.apply(criterion));
        points += line.score().points().hundredths();
        applies += line.score().applicable() ? line.max().hundredths() : 0;
        lines[at++] = line;
      }
      groups[i] = GroupTotal.of(group, Points.ofHundredths(points), Points.ofHundredths(applies));
      byGroup.put(group.id(), groups[i].points());
      max = group.base() ? max.plus(groups[i].max()) : max;
    }
    Points points = total(set, byGroup, max);
    Optional<Points> index = index(points, max);
    return new Scorecard(
        List.of(lines), List.of(groups), points, max, index, index.map(set::levelOf));
  }

  /**
   * The points of all groups together: what belongs to the maximum, with bonus on top and penalty
   * off, each up to its cap, and never below zero or above the applicable maximum.
   *
   * @param groups points of each group, no more than its own cap
   */
  public static Points total(CriteriaSet set, Map<String, Points> groups, Points max) {
    Points points =
        of(Kind.BASE, set, groups)
            .plus(of(Kind.BONUS, set, groups))
            .minus(of(Kind.PENALTY, set, groups));
    return points.compareTo(Points.ZERO) < 0 ? Points.ZERO : least(points, max);
  }

  private static Points of(Kind kind, CriteriaSet set, Map<String, Points> groups) {
    Points sum = Points.ZERO;
    for (CriteriaGroup group : set.groups()) {
      Points points = group.kind() == kind ? groups.get(group.id()) : null;
      sum = points == null ? sum : sum.plus(points);
    }
    Optional<Points> cap = set.cap(kind);
    return cap.isPresent() ? least(sum, cap.get()) : sum;
  }

  private static Points least(Points one, Points other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** {@code points / max × 100}, rounded once; empty where nothing applies. */
  public static Optional<Points> index(Points points, Points max) {
    return max.value().signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Points(
                points.value().multiply(HUNDRED).divide(max.value(), 2, RoundingMode.HALF_UP)));
  }

  /** The points of a group of criteria; zero where the set has no such group. */
  public Points pointsOf(String group) {
    return Points.sum(
        groups.stream()
            .filter(total -> total.group().equals(group))
            .map(GroupTotal::points)
            .toList());
  }

  /** The criteria to which an answer is awaited, in the order of the form. */
  public List<CriterionId> unanswered() {
    return lines.stream()
        .filter(line ->
            line.score() instanceof CriterionScore.Unanswered
                || line.score() instanceof CriterionScore.Owed)
        .map(Line::criterion)
        .toList();
  }

  private static Line line(Criterion criterion, CriterionScore given) {
    CriterionScore score = given == null ? UNANSWERED : given;
    if (score.points().compareTo(Points.ZERO) < 0
        || score.points().compareTo(criterion.maxPoints()) > 0) {
      throw new IllegalArgumentException(
          criterion.id() + ": " + score.points() + " points, maximum " + criterion.maxPoints());
    }
    return new Line(criterion.id(), criterion.maxPoints(), score);
  }
}
