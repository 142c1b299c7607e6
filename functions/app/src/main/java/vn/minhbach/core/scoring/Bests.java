package vn.minhbach.core.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Leaf;

/**
 * The best value of a group of units in each criterion that is scored by it: the second pass of
 * scoring. It is known when the answers of the group are closed, and anyone who has those answers
 * finds the same: the order of units does not matter, and a second pass over its own result changes
 * nothing, since what was measured never does.
 *
 * <p>Who answered nothing, whose criterion does not apply and whose form was not delivered is not
 * among those measured. Where nobody is, nobody waits for points either.
 *
 * @param values by place: {@code II.3}, or {@code II.3.p1} for a part
 */
public record Bests(SortedMap<String, Measured> values) {

  /** The first pass: nothing is known of others. */
  public static final Bests UNKNOWN = new Bests(new TreeMap<>());

  public Bests {
    values = new TreeMap<>(values);
  }

  /** The best of what was measured, unit by unit. */
  public static Bests of(Collection<? extends Map<String, Measured>> units) {
    var best = new TreeMap<String, Measured>();
    units.forEach(unit -> unit.forEach((place, value) -> best.merge(place, value, Measured::or)));
    return new Bests(best);
  }

  Optional<Measured> at(String place) {
    return Optional.ofNullable(values.get(place));
  }

  /** The name of a rule in a set: that of its criterion, with the keys of the parts down to it. */
  static String place(CriterionId criterion, String leaf) {
    return leaf.isEmpty() ? criterion.value() : criterion.value() + "." + leaf;
  }

  /**
   * The points of each criteria group after the second pass, from those of the first: the points
   * that waited are added, everything else stays as it was.
   *
   * @param measured what this unit reached
   */
  public Map<String, Points> added(
      CriteriaSet set, Map<String, Points> groups, Map<String, Measured> measured) {
    var all = new HashMap<>(groups);
    for (CriteriaGroup group : set.groups()) {
      for (Criterion criterion : group.criteria()) {
        for (Leaf leaf : Leaf.of(criterion)) {
          String place = place(criterion.id(), leaf.place());
          if (leaf.rule().relative() && measured.containsKey(place)) {
            at(place)
                .map(best -> measured.get(place).points(leaf.maxPoints(), best))
                .ifPresent(points -> all.merge(group.id(), points, Points::plus));
          }
        }
      }
    }
    return all;
  }
}
