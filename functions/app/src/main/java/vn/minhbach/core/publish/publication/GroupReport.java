package vn.minhbach.core.publish.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Referral;
import vn.minhbach.core.publish.ranking.Exceptions;

/**
 * What the report says of one group (plan V.1): frozen with its table, and public with it.
 *
 * @param issue of the result: 1, 2, …
 * @param units of the group, and how many of them are ranked
 * @param spread of the printed indexes; empty where nobody is ranked
 * @param middles of the points of each criteria group, by its id, over the units that are ranked
 * @param levels how many units reached each level, by code
 * @param weakest the ten criteria of which the least was reached, the weakest first
 * @param change against the campaign before; empty where no unit can be compared
 * @param exceptions of all units together
 * @param hands what each body of the team made of the self-scores, by body
 * @param standIns what lead and deputy judged at each other's bodies
 * @param difficulties that went up to the People's Committee, by criterion, with what it ruled
 * @param moved units whose rank is another than in the issue before; of a re-issue alone
 */
public record GroupReport(
    int group,
    int issue,
    int units,
    int ranked,
    Optional<Spread> spread,
    Map<String, Middle> middles,
    Map<String, Integer> levels,
    List<Weak> weakest,
    Optional<Change> change,
    Exceptions exceptions,
    List<Hands> hands,
    List<StandIn> standIns,
    List<Difficulty> difficulties,
    List<Moved> moved) {

  public GroupReport {
    middles = new TreeMap<>(middles);
    levels = new TreeMap<>(levels);
    weakest = List.copyOf(weakest);
    hands = List.copyOf(hands);
    standIns = List.copyOf(standIns);
    difficulties = List.copyOf(difficulties);
    moved = List.copyOf(moved);
  }

  /**
   * The spread of the printed indexes.
   *
   * @param mean rounded once
   * @param bestUnits who has the best; several where they are tied
   */
  public record Spread(
      Points mean, Points best, List<UnitCode> bestUnits, Points worst, List<UnitCode> worstUnits) {
    public Spread {
      bestUnits = List.copyOf(bestUnits);
      worstUnits = List.copyOf(worstUnits);
    }
  }

  /**
   * Where the points of a group of units lie.
   *
   * @param median of an even number of units the mean of the two in the middle, rounded once
   */
  public record Middle(Points least, Points median, Points most) {}

  /**
   * A criterion of which little was reached.
   *
   * @param percent points of all units over their maxima
   * @param assessed units to which it applies
   * @param below how many of them have less than half of its maximum
   * @param belowUnits the first of those, by code; none where the criterion is not public
   */
  public record Weak(
      CriterionId criterion,
      String title,
      Points percent,
      int assessed,
      int below,
      List<UnitCode> belowUnits) {
    public Weak {
      belowUnits = List.copyOf(belowUnits);
    }
  }

  /** The mean index of the units that can be compared, then and now. */
  public record Change(int units, Points then, Points now) {}

  /**
   * What the hands of a body made of self-scores, cell by cell: the mean change inside the group in
   * which the body is ranked itself, and outside it.
   *
   * @param body empty for members of none that is ranked
   */
  public record Hands(
      Optional<UnitCode> body,
      int cellsInside,
      Optional<Points> meanInside,
      int cellsOutside,
      Optional<Points> meanOutside) {}

  /**
   * What one of the two who lead judged at the other's body.
   *
   * @param role {@code lead} or {@code deputy}
   */
  public record StandIn(String role, UnitCode unit, int cells, Points mean) {}

  /**
   * A difficulty of the group (<i>khó khăn, vướng mắc</i>), without who told of it.
   *
   * @param text as the office worded it
   * @param ruling of the People's Committee; empty while it is awaited
   */
  public record Difficulty(CriterionId criterion, String text, Optional<Referral.Ruling> ruling) {}

  /** A unit whose rank moved with a correction. */
  public record Moved(UnitCode unit, OptionalInt from, OptionalInt to) {}
}
