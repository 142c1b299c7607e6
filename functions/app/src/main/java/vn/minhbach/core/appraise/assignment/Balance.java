package vn.minhbach.core.appraise.assignment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.unit.Unit;

/**
 * Proposes who first reads what: one hand for a criterion, by preference of the body that the
 * criteria set names as its verifier, else whoever has least; the cells from which that one is
 * recused go to others. Equal inputs and an equal seed give an equal plan.
 *
 * <p>Nobody gets a cell that they are recused from, nor more than the maximum. As many cells are
 * given as these two allow: where one is left over though somebody is free to read it, cells are
 * handed on along a path of members (an augmenting path of bipartite matching) until there is none.
 */
final class Balance {

  private static final int NOBODY = -1;

  private final List<Member> members;
  private final long seed;
  private final int maximum;
  private final int[] load;
  private final List<Cell> cells = new ArrayList<>();

  /** Which members are free to read, to the cells of which that is true, member by member. */
  private final Map<List<Integer>, List<ArrayDeque<Cell>>> held = new HashMap<>();

  private Balance(List<Member> members, long seed, int maximum) {
    this.members = members;
    this.seed = seed;
    this.maximum = maximum;
    this.load = new int[members.size()];
  }

  private static final class Cell {
    private final int group;
    private final Criterion criterion;
    private final Unit unit;
    private final List<Integer> free;
    private int reader = NOBODY;

    private Cell(int group, Criterion criterion, Unit unit, List<Integer> free) {
      this.group = group;
      this.criterion = criterion;
      this.unit = unit;
      this.free = free;
    }
  }

  /**
   * A plan.
   *
   * @param members among whom the cells are shared out; each account once
   * @param maximum of cells that anybody reads first
   * @return group to its shares
   */
  static SortedMap<Integer, List<Assignment.Share>> plan(
      List<Cells> groups, List<Member> members, long seed, int maximum) {
    var balance = new Balance(members, seed, maximum);
    groups.stream()
        .flatMap(
            group -> group.criteria().stream().map(criterion -> balance.column(group, criterion)))
        .sorted(
            Comparator.comparingInt((List<Cell> column) -> -column.size())
                .thenComparingLong(balance::order))
        .forEach(balance::give);
    balance.cells.stream().filter(cell -> cell.reader == NOBODY).forEach(balance::handOn);
    var plan = new TreeMap<Integer, List<Assignment.Share>>();
    groups.forEach(group -> plan.put(group.group(), balance.shares(group)));
    return plan;
  }

  private List<Cell> column(Cells group, Criterion criterion) {
    List<Cell> column =
        group.of(criterion).stream()
            .map(unit ->
                new Cell(
                    group.group(),
                    criterion,
                    unit,
                    IntStream.range(0, members.size())
                        .filter(member -> members.get(member).recusal(unit).isEmpty())
                        .boxed()
                        .toList()))
            .toList();
    cells.addAll(column);
    return column;
  }

  private long order(List<Cell> column) {
    return column.isEmpty()
        ? 0
        : hash(column.getFirst().group + "|" + column.getFirst().criterion.id());
  }

  private void give(List<Cell> column) {
    one(column)
        .ifPresent(member ->
            column.stream()
                .filter(cell -> cell.free.contains(member))
                .forEach(cell -> take(cell, member)));
    for (Cell cell : column) {
      if (cell.reader == NOBODY) {
        least(cell.free, cell.criterion, 1).ifPresent(member -> take(cell, member));
      }
    }
  }

  /** The one hand of a criterion; empty where nobody has room for all that they are free to. */
  private Optional<Integer> one(List<Cell> column) {
    if (column.isEmpty()) {
      return Optional.empty();
    }
    Criterion criterion = column.getFirst().criterion;
    List<Integer> fit =
        IntStream.range(0, members.size())
            .filter(member -> {
              long free = column.stream().filter(cell -> cell.free.contains(member)).count();
              return free > 0 && load[member] + free <= maximum;
            })
            .boxed()
            .toList();
    List<Integer> verifiers =
        fit.stream().filter(member -> verifies(members.get(member), criterion)).toList();
    return least(verifiers.isEmpty() ? fit : verifiers, criterion, 1);
  }

  private static boolean verifies(Member member, Criterion criterion) {
    return criterion.verifier().isPresent()
        && member.body().map(UnitCode::value).equals(criterion.verifier());
  }

  private Optional<Integer> least(List<Integer> among, Criterion criterion, int more) {
    return among.stream()
        .filter(member -> load[member] + more <= maximum)
        .min(
            Comparator.comparingInt((Integer member) -> load[member])
                .thenComparingLong(
                    member -> hash(criterion.id() + "|" + members.get(member).account()))
                .thenComparing(member -> members.get(member).account()));
  }

  private void take(Cell cell, int member) {
    cell.reader = member;
    load[member]++;
    held.computeIfAbsent(
            cell.free, free -> members.stream().map(one -> new ArrayDeque<Cell>()).toList())
        .get(member)
        .add(cell);
  }

  /** From whom a member would take over a cell, to which a path of hand-overs led. */
  private record Step(int from, List<Integer> free) {}

  private void handOn(Cell cell) {
    var reached = new LinkedHashMap<Integer, Optional<Step>>();
    cell.free.forEach(member -> reached.put(member, Optional.empty()));
    var open = new ArrayDeque<>(cell.free);
    while (!open.isEmpty()) {
      int member = open.remove();
      if (load[member] < maximum) {
        path(cell, member, reached);
        return;
      }
      held.forEach((free, cells) -> {
        if (!cells.get(member).isEmpty()) {
          for (int other : free) {
            if (reached.putIfAbsent(other, Optional.of(new Step(member, free))) == null) {
              open.add(other);
            }
          }
        }
      });
    }
  }

  private void path(Cell cell, int last, Map<Integer, Optional<Step>> reached) {
    int member = last;
    Optional<Step> step = reached.get(member);
    while (step.isPresent()) {
      Cell handed = held.get(step.get().free()).get(step.get().from()).remove();
      load[step.get().from()]--;
      take(handed, member);
      member = step.get().from();
      step = reached.get(member);
    }
    take(cell, member);
  }

  private List<Assignment.Share> shares(Cells group) {
    var shares = new ArrayList<Assignment.Share>();
    for (Criterion criterion : group.criteria()) {
      List<Cell> column =
          cells.stream()
              .filter(cell -> cell.group == group.group() && cell.criterion.equals(criterion))
              .toList();
      shares.addAll(shares(criterion.id(), column));
    }
    return shares;
  }

  private List<Assignment.Share> shares(CriterionId criterion, List<Cell> column) {
    var units = new TreeMap<Integer, List<UnitCode>>();
    column.stream()
        .filter(cell -> cell.reader != NOBODY)
        .forEach(cell ->
            units.computeIfAbsent(cell.reader, member -> new ArrayList<>()).add(cell.unit.code()));
    // Who has most has the criterion; but a cell that is left over must fall to nobody by that.
    Optional<Integer> hand =
        column.stream().allMatch(cell -> cell.reader != NOBODY || cell.free.isEmpty())
            ? units.keySet().stream()
                .max(Comparator.comparingInt(member -> units.get(member).size()))
            : Optional.empty();
    var shares = new ArrayList<Assignment.Share>();
    hand.ifPresent(member ->
        shares.add(
            new Assignment.Share(
                Optional.of(criterion), List.of(), members.get(member).account())));
    units.forEach((member, codes) -> {
      if (hand.filter(member::equals).isEmpty()) {
        shares.add(
            new Assignment.Share(Optional.of(criterion), codes, members.get(member).account()));
      }
    });
    return shares;
  }

  private long hash(String text) {
    return Long.parseLong(
        Sha256.hex((seed + "|" + text).getBytes(StandardCharsets.UTF_8)).substring(0, 13), 16);
  }
}
