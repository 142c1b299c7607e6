package vn.minhbach.core.appraise.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.unit.Unit;

/**
 * The cells of a group: every unit with every criterion that it is assigned.
 *
 * @param units in the order of their codes
 * @param criteria in the order of the form
 */
public record Cells(
    int group, List<Unit> units, List<Criterion> criteria, BiPredicate<Unit, Criterion> exempt) {

  public Cells {
    units = List.copyOf(units);
    criteria = List.copyOf(criteria);
  }

  /** The units that have a cell of the criterion. */
  public List<Unit> of(Criterion criterion) {
    var asked = new ArrayList<Unit>(units);
    asked.removeIf(unit -> exempt.test(unit, criterion));
    return asked;
  }
}
