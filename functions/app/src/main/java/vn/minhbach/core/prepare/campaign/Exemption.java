package vn.minhbach.core.prepare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/**
 * Named units are not assigned a criterion (<i>không giao tiêu chí</i>), by decision of the office:
 * it leaves their maximum, as one that does not apply, but nothing is asked of them. Beside what a
 * unit says of itself, and without its reason. It is kept for ever.
 *
 * @param number 1, 2, 3… within the campaign
 * @param group of units: 1 to 3
 * @param units in the order of their codes
 * @param by opaque id of the account
 * @param at domain clock
 */
public record Exemption(
    int number,
    int group,
    CriterionId criterion,
    List<UnitCode> units,
    Decision decision,
    String by,
    Instant at) {

  public Exemption {
    units = List.copyOf(units);
  }

  /** The decision (<i>quyết định, công văn</i>) that orders it. */
  public record Decision(String number, LocalDate date) {}

  /** Whether it names a unit. */
  public boolean names(UnitCode unit) {
    return units.contains(unit);
  }
}
