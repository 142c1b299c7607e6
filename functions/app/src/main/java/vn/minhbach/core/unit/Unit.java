package vn.minhbach.core.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;

/**
 * An assessed unit.
 *
 * @param group 1 provincial agencies, 2 districts, 3 communes (plan, annex 1)
 * @param kind as {@code department}, {@code district_city}, {@code ward}
 * @param parent the district of a commune; empty for the others, and for communes where there is no
 *     district level (since 2025)
 * @param validFrom first day of the unit as it is; empty where nobody said
 * @param validTo last day; empty while it lasts
 * @param predecessors the units of earlier campaigns that it came from by merger, division or
 *     renaming; empty for a unit that is what its code always was
 */
public record Unit(
    UnitCode code,
    int group,
    String kind,
    String name,
    Optional<UnitCode> parent,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    List<UnitCode> predecessors) {

  public static final int DEPARTMENTS = 1;
  public static final int DISTRICTS = 2;
  public static final int COMMUNES = 3;
  public static final int NAME_MAX = 200;

  public Unit {
    predecessors = List.copyOf(predecessors);
  }

  /** A unit without dates and lineage. */
  public Unit(UnitCode code, int group, String kind, String name, Optional<UnitCode> parent) {
    this(code, group, kind, name, parent, Optional.empty(), Optional.empty(), List.of());
  }

  /** Whether the unit's form goes through a district first (plan V.4). */
  public boolean consolidated() {
    return parent.isPresent();
  }
}
