package vn.minhbach.core.prepare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
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
 * @param ended by which decisions the criterion was assigned again, the first first
 */
public record Exemption(
    int number,
    int group,
    CriterionId criterion,
    List<UnitCode> units,
    Decision decision,
    String by,
    Instant at,
    List<Ended> ended) {

  private static final int NUMBER_MAX = 100;

  public Exemption {
    units = List.copyOf(units);
    ended = List.copyOf(ended);
  }

  /** The decision (<i>quyết định, công văn</i>) that orders it. */
  public record Decision(String number, LocalDate date) {

    /**
     * Reads {@code {number, date}}; one of a day to come is a fault.
     *
     * @param node missing, it is a fault already
     */
    public static Decision read(Node node, LocalDate today) {
      if (node.raw() == null) {
        return new Decision("", LocalDate.EPOCH);
      }
      node.only("number", "date");
      Node number = node.field("number");
      String text = number.raw() == null ? "" : number.text(NUMBER_MAX);
      Node date = node.field("date");
      LocalDate day = date.raw() == null ? LocalDate.EPOCH : date.date();
      if (day.isAfter(today)) {
        date.fault(InputProblem.IN_THE_FUTURE.of(day.toString(), today));
      }
      return new Decision(text, day);
    }
  }

  /**
   * Some of the units, or all, are assigned the criterion again (<i>giao lại tiêu chí</i>).
   *
   * @param by opaque id of the account
   */
  public record Ended(List<UnitCode> units, Decision decision, String by, Instant at) {

    public Ended {
      units = List.copyOf(units);
    }
  }

  /** Whether a unit is not assigned the criterion by it, now. */
  public boolean names(UnitCode unit) {
    return units.contains(unit) && ended.stream().noneMatch(end -> end.units().contains(unit));
  }

  /** The units that are not assigned the criterion by it, now. */
  public List<UnitCode> inForce() {
    return units.stream().filter(this::names).toList();
  }

  /** With units that are assigned the criterion again. */
  public Exemption without(Ended end) {
    var all = new ArrayList<>(ended);
    all.add(end);
    return new Exemption(number, group, criterion, units, decision, by, at, all);
  }
}
