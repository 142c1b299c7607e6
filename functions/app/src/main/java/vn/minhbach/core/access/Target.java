package vn.minhbach.core.access;

import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.unit.Unit;

/**
 * What a request is about, as far as access depends on it.
 *
 * @param unit the unit in the path, if any
 * @param group the group whose draft ranks are asked for, if any
 * @param callerGroup the group of the unit that employs the caller; empty when no unit does
 * @param frozen whether the result is reported, so that no figure can change any more
 */
public record Target(
    Optional<Unit> unit, Optional<Integer> group, Optional<Integer> callerGroup, boolean frozen) {

  /** The campaign as a whole. */
  public static final Target CAMPAIGN =
      new Target(Optional.empty(), Optional.empty(), Optional.empty(), false);

  public static Target of(Unit unit) {
    return new Target(Optional.of(unit), Optional.empty(), Optional.empty(), false);
  }

  public static Target draftOf(int group, Optional<Integer> callerGroup, boolean frozen) {
    return new Target(Optional.empty(), Optional.of(group), callerGroup, frozen);
  }

  Optional<UnitCode> code() {
    return unit.map(Unit::code);
  }
}
