package vn.minhbach.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.minhbach.core.Refusal.Violation;

/**
 * The faults of something that was read, each place once. Only so many are told: a body of 256 KB
 * has room for a hundred thousand, and an answer has not.
 */
public final class Faults {

  /** Nobody mends more in one go. */
  public static final int TOLD_MAX = 500;

  private final Set<Violation> told = new LinkedHashSet<>();
  private int untold;

  public void add(Violation fault) {
    if (told.size() < TOLD_MAX) {
      told.add(fault);
    } else if (!told.contains(fault)) {
      untold++;
    }
  }

  public boolean none() {
    return told.isEmpty();
  }

  /** How many there are, told or not. */
  public int count() {
    return told.size() + untold;
  }

  /** What is told, in reading order; a last line says how much is not. */
  public List<Violation> told() {
    return of(List.copyOf(told), untold);
  }

  /** The same of faults that were gathered elsewhere. */
  public static List<Violation> told(List<Violation> all) {
    return all.size() <= TOLD_MAX + 1 ? all : of(all.subList(0, TOLD_MAX), all.size() - TOLD_MAX);
  }

  private static List<Violation> of(List<Violation> told, int untold) {
    if (untold == 0) {
      return told;
    }
    var all = new ArrayList<>(told);
    all.add(Violation.at("…", InputProblem.MORE_FAULTS.of(untold)));
    return List.copyOf(all);
  }
}
