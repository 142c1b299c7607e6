package vn.minhbach.core.appraise.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Csv;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;

/**
 * Reads who shall read what: from JSON {@code {"shares": [{"group", "criterion"?, "units"?,
 * "account"}]}} or lines {@code group,criterion,units,account}; or {@code {"balance": {"seed",
 * "maximum"?, "groups"?}}}. Every fault is named at its place.
 */
final class AssignmentDraft {

  static final List<String> COLUMNS = List.of("group", "criterion", "units", "account");
  private static final int SHARES_MAX = 5_000;
  private static final int UNITS_MAX = 11_000;
  private static final int ACCOUNT_MAX = 100;
  private static final int MAXIMUM_MAX = 1_000_000;
  private static final long SEED_MAX = (1L << 53) - 1;

  private final Map<Integer, Cells> cells;
  private final Team team;
  private final AssignWork.By by;
  private final Map<String, String> given = new HashMap<>();
  private final Map<Integer, Integer> named = new HashMap<>();

  private AssignmentDraft(Map<Integer, Cells> cells, Team team, AssignWork.By by) {
    this.cells = cells;
    this.team = team;
    this.by = by;
  }

  /** What is asked: shares made by hand, group by group, or a balanced plan. */
  sealed interface Order {
    record ByHand(SortedMap<Integer, List<Assignment.Share>> shares) implements Order {}

    /**
     * A balanced plan.
     *
     * @param maximum of cells that anybody reads first
     * @param groups those that are assigned anew; the others stay
     */
    record Balanced(long seed, int maximum, Set<Integer> groups) implements Order {}
  }

  static Outcome<Order> read(Object tree, Map<Integer, Cells> cells, Team team, AssignWork.By by) {
    var draft = new AssignmentDraft(cells, team, by);
    return Node.read(tree, InputProblem.INVALID_BODY::of, draft::order);
  }

  static Outcome<Order> csv(String csv, Map<Integer, Cells> cells, Team team, AssignWork.By by) {
    var draft = new AssignmentDraft(cells, team, by);
    return Csv.read(csv, COLUMNS, draft::lines);
  }

  private Supplier<Order> order(Node body) {
    body.only("shares", "balance", "dryRun");
    body.optional("dryRun").ifPresent(Node::bool);
    Optional<Node> balance = body.optional("balance");
    if (balance.isPresent()) {
      body.optional("shares")
          .ifPresent(both -> both.fault(InputProblem.ONE_OF_TWO.of("shares", "balance")));
      return balanced(balance.get());
    }
    Node list = body.field("shares");
    var shares = new TreeMap<Integer, List<Assignment.Share>>();
    if (list.raw() != null) {
      List<Node> all = list.items(SHARES_MAX);
      if (all.isEmpty() && list.raw() instanceof List<?>) {
        list.fault(InputProblem.TOO_FEW.of(1, 0));
      }
      all.forEach(one -> share(one, shares));
    }
    return () -> new Order.ByHand(shares);
  }

  private Supplier<Order> balanced(Node node) {
    node.only("seed", "maximum", "groups");
    Node seed = node.field("seed");
    long number = seed.raw() == null ? 0 : seed.integer(0, SEED_MAX);
    int maximum =
        node.optional("maximum")
            .map(most -> (int) most.integer(1, MAXIMUM_MAX))
            .orElse(MAXIMUM_MAX);
    Set<Integer> groups =
        node.optional("groups")
            .map(list ->
                list.items(3).stream()
                    .map(one -> (int) one.integer(1, 3))
                    .collect(Collectors.toSet()))
            .orElse(cells.keySet());
    return () -> new Order.Balanced(number, maximum, groups);
  }

  private void share(Node node, Map<Integer, List<Assignment.Share>> shares) {
    node.only("group", "criterion", "units", "account");
    Node group = node.field("group");
    int number = group.raw() == null ? 0 : (int) group.integer(1, 3);
    Optional<CriterionId> criterion =
        node.optional("criterion")
            .flatMap(one -> criterion(number, one.code(40), fault -> one.fault(fault)));
    var units = new ArrayList<UnitCode>();
    node.optional("units")
        .ifPresent(list ->
            list.items(UNITS_MAX)
                .forEach(one ->
                    unit(number, one.code(40), fault -> one.fault(fault)).ifPresent(units::add)));
    Node account = node.field("account");
    String name = account.raw() == null ? "" : account.text(ACCOUNT_MAX);
    if (node.optional("criterion").isEmpty() && node.optional("units").isEmpty()) {
      node.fault(TeamProblem.SHARE_OF_ALL.of());
    }
    add(
        new Read(number, criterion, units, name, node.place()),
        (field, fault) -> node.faultAt(field, fault),
        shares);
  }

  private Supplier<Order> lines(List<Csv.Line> lines) {
    var shares = new TreeMap<Integer, List<Assignment.Share>>();
    for (Csv.Line line : lines) {
      String group = line.cell("group");
      if (!group.matches("[123]")) {
        line.fault("group", InputProblem.UNKNOWN_VALUE.of(group, List.of("1", "2", "3")));
        continue;
      }
      int number = Integer.parseInt(group);
      String criterion = line.cell("criterion");
      String cell = line.cell("units");
      if (criterion.isEmpty() && cell.isEmpty()) {
        line.fault("criterion", TeamProblem.SHARE_OF_ALL.of());
        continue;
      }
      var units = new ArrayList<UnitCode>();
      if (!cell.isEmpty()) {
        for (String code : cell.split("[;|]")) {
          unit(number, code.strip(), fault -> line.fault("units", fault)).ifPresent(units::add);
        }
      }
      add(
          new Read(
              number,
              criterion.isEmpty()
                  ? Optional.empty()
                  : criterion(number, criterion, fault -> line.fault("criterion", fault)),
              units,
              line.cell("account"),
              "dòng/line " + line.number()),
          line::fault,
          shares);
    }
    return () -> new Order.ByHand(shares);
  }

  private record Read(
      int group,
      Optional<CriterionId> criterion,
      List<UnitCode> units,
      String account,
      String place) {}

  private interface At {
    void fault(Fault fault);
  }

  private Optional<CriterionId> criterion(int group, String id, At at) {
    boolean known =
        CriterionId.valid(id)
            && Optional.ofNullable(cells.get(group)).stream()
                .flatMap(one -> one.criteria().stream())
                .map(Criterion::id)
                .anyMatch(new CriterionId(id)::equals);
    if (!known) {
      at.fault(CriteriaProblem.UNKNOWN_CRITERION.of(id));
    }
    return known ? Optional.of(new CriterionId(id)) : Optional.empty();
  }

  // Whoever is recused from a unit does not choose who reads it either.
  private Optional<UnitCode> unit(int group, String code, At at) {
    Optional<Unit> unit = unit(group, code);
    if (unit.isEmpty()) {
      at.fault(UnitProblem.UNKNOWN_UNIT.of(by.campaign(), code));
    }
    unit.flatMap(one -> Recusal.of(by.caller(), one).map(cause -> cause.from(one.code())))
        .ifPresent(at::fault);
    return unit.map(Unit::code);
  }

  private Optional<Unit> unit(int group, String code) {
    return Optional.ofNullable(cells.get(group)).stream()
        .flatMap(one -> one.units().stream())
        .filter(one -> one.code().value().equals(code))
        .findFirst();
  }

  private void add(
      Read read, BiConsumer<String, Fault> fault, Map<Integer, List<Assignment.Share>> shares) {
    List<Member> lines =
        team.lines(read.account()).stream().filter(member -> member.role().marks()).toList();
    if (lines.isEmpty()) {
      fault.accept("account", TeamProblem.NO_SUCH_MEMBER.of(read.account()));
    }
    for (UnitCode code : read.units()) {
      unit(read.group(), code.value())
          .flatMap(unit -> lines.stream().flatMap(one -> one.recusal(unit).stream()).findFirst())
          .ifPresent(cause ->
              fault.accept(
                  "units", TeamProblem.MEMBER_RECUSED.of(read.account(), code, cause.words())));
      once(read, code.value(), fault);
    }
    if (read.units().isEmpty() && read.criterion().isPresent()) {
      once(read, "", fault);
    }
    int total = named.merge(read.group(), read.units().size(), Integer::sum);
    if (total > Assignment.NAMED_MAX) {
      fault.accept("units", InputProblem.TOO_MANY.of(total, Assignment.NAMED_MAX));
    }
    if (read.criterion().isPresent() || !read.units().isEmpty()) {
      shares
          .computeIfAbsent(read.group(), group -> new ArrayList<>())
          .add(new Assignment.Share(read.criterion(), read.units(), read.account()));
    }
  }

  private void once(Read read, String unit, BiConsumer<String, Fault> fault) {
    String criterion = read.criterion().map(CriterionId::value).orElse("");
    String before = given.putIfAbsent(read.group() + "|" + criterion + "|" + unit, read.place());
    if (before != null) {
      fault.accept(
          unit.isEmpty() ? "criterion" : "units",
          InputProblem.DUPLICATE_ID.of(unit.isEmpty() ? criterion : unit, before));
    }
  }
}
