package vn.minhbach.core.unit;

import java.util.Optional;
import vn.minhbach.core.UnitCode;

/**
 * An assessed unit.
 *
 * @param group 1 provincial agencies, 2 districts, 3 communes (plan, annex 1)
 * @param kind as {@code department}, {@code district_city}, {@code ward}
 * @param parent the district of a commune; empty for the others
 */
public record Unit(UnitCode code, int group, String kind, String name, Optional<UnitCode> parent) {

  public static final int DEPARTMENTS = 1;
  public static final int DISTRICTS = 2;
  public static final int COMMUNES = 3;
  public static final int NAME_MAX = 200;

  /** Whether the unit's form goes through a district first (plan V.4). */
  public boolean consolidated() {
    return parent.isPresent();
  }
}
