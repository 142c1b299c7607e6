package vn.minhbach.local.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who takes part, in the order in which they get to work, and who will be late. */
final class Province {

  /** One in so many is late, and at least one of a group that is no smaller than this. */
  private static final int LATE_ONE_IN = 20;

  private static final int GROUP_WITH_LATE = 3;

  /** Communes whose district types their form from paper, and districts that are slow. */
  private static final int ON_BEHALF = 10;

  private static final int SLOW = 3;

  private final List<Unit> units;
  private final Set<Unit> late = new HashSet<>();

  Province(List<Unit> register, Chances chances, boolean lateness) {
    this.units =
        register.stream()
            .sorted(Comparator.comparing(unit -> chances.of("order", unit.code()).nextLong()))
            .toList();
    Map<Integer, List<Unit>> groups = new TreeMap<>();
    units.forEach(unit -> groups.computeIfAbsent(unit.group(), g -> new ArrayList<>()).add(unit));
    if (lateness) {
      groups
          .values()
          .forEach(group -> {
            int count =
                group.size() < GROUP_WITH_LATE ? 0 : Math.max(1, group.size() / LATE_ONE_IN);
            late.addAll(group.subList(group.size() - count, group.size()));
          });
    }
  }

  List<Unit> units() {
    return units;
  }

  List<Unit> inTime() {
    return units.stream().filter(unit -> !late.contains(unit)).toList();
  }

  List<Unit> late() {
    return units.stream().filter(late::contains).toList();
  }

  /** Units that have communes to forward. */
  List<Unit> districts() {
    Set<String> parents = new HashSet<>();
    units.forEach(unit -> unit.parent().ifPresent(parents::add));
    return units.stream().filter(unit -> parents.contains(unit.code())).toList();
  }

  /** The communes of a district that send in time, in the order of the province. */
  List<Unit> inTimeOf(Unit district) {
    return inTime().stream()
        .filter(unit -> unit.parent().filter(district.code()::equals).isPresent())
        .toList();
  }

  /** Whether a commune's form is typed by its district: of the last in time. */
  boolean onBehalf(Unit unit) {
    List<Unit> communes = inTime().stream().filter(one -> one.parent().isPresent()).toList();
    int count = Math.min(ON_BEHALF, communes.size() / 2);
    return communes.subList(communes.size() - count, communes.size()).contains(unit);
  }

  /** Whether a district passes on nothing by itself: the last ones, and never the only one. */
  boolean slow(Unit district) {
    List<Unit> districts = districts();
    int count = Math.min(SLOW, districts.size() / 2);
    return districts.subList(districts.size() - count, districts.size()).contains(district);
  }

  int communes() {
    return (int) units.stream().filter(unit -> unit.parent().isPresent()).count();
  }

  int answers() {
    return units.stream().mapToInt(Unit::criteria).sum();
  }

  /** The first unit in time of each group: those are watched closely. */
  List<Unit> samples() {
    Map<Integer, Unit> first = new TreeMap<>();
    inTime().forEach(unit -> first.putIfAbsent(unit.group(), unit));
    return List.copyOf(first.values());
  }
}
