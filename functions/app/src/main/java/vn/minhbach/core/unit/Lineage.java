package vn.minhbach.core.unit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.core.UnitCode;

/**
 * What a unit was in an earlier campaign: year on year compares only what is the same or a
 * successor, and says “not comparable” otherwise (177 communes became 54).
 *
 * @param predecessors those of the earlier campaign, by code
 */
public record Lineage(Relation relation, List<Unit> predecessors) {

  /** How a unit relates to the earlier campaign. */
  public enum Relation {
    /** The same unit under the same code. */
    SAME,
    /** It alone took over one unit whole: renamed, upgraded, or given another code. */
    SUCCESSOR,
    /** Made of several units. */
    MERGED,
    /** Made of a part of a unit that others share. */
    SPLIT,
    /** Unknown to the earlier campaign. */
    NEW;

    /** Whether the figures of both years may stand side by side. */
    public boolean comparable() {
      return this == SAME || this == SUCCESSOR;
    }
  }

  public Lineage {
    predecessors = List.copyOf(predecessors);
  }

  /**
   * Traces a unit.
   *
   * @param now every unit of the unit's own campaign
   * @param before every unit of the earlier campaign
   */
  public static Lineage of(Unit unit, List<Unit> now, List<Unit> before) {
    Map<UnitCode, Unit> earlier =
        before.stream().collect(Collectors.toMap(Unit::code, known -> known));
    List<UnitCode> named =
        unit.predecessors().isEmpty() ? List.of(unit.code()) : unit.predecessors();
    List<Unit> found = named.stream().filter(earlier::containsKey).map(earlier::get).toList();
    return new Lineage(relation(unit, now, found), found);
  }

  private static Relation relation(Unit unit, List<Unit> now, List<Unit> found) {
    if (found.isEmpty()) {
      return Relation.NEW;
    }
    if (found.size() > 1) {
      return Relation.MERGED;
    }
    UnitCode origin = found.getFirst().code();
    boolean shared =
        now.stream()
            .filter(other -> !other.code().equals(unit.code()))
            .anyMatch(other -> cameFrom(other, origin));
    if (shared) {
      return Relation.SPLIT;
    }
    return unit.predecessors().isEmpty() ? Relation.SAME : Relation.SUCCESSOR;
  }

  private static boolean cameFrom(Unit unit, UnitCode origin) {
    return unit.predecessors().contains(origin)
        || (unit.predecessors().isEmpty() && unit.code().equals(origin));
  }
}
