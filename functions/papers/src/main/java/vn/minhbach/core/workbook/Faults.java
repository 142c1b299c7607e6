package vn.minhbach.core.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;

/** What is wrong in a workbook, each at its cell. */
final class Faults {

  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> places = new HashSet<>();

  void at(Place place, Fault fault) {
    at(place.toString(), fault);
  }

  void at(String place, Fault fault) {
    places.add(place);
    add(Violation.at(place, fault));
  }

  void add(Violation violation) {
    if (!violations.contains(violation)) {
      violations.add(violation);
    }
  }

  /** Whether something is known to be wrong there already. */
  boolean knows(Place place) {
    return places.contains(place.toString());
  }

  boolean isEmpty() {
    return violations.isEmpty();
  }

  Refusal refusal() {
    return Refusal.of(WorkbookProblem.INVALID_WORKBOOK.of(violations.size()), violations);
  }
}
