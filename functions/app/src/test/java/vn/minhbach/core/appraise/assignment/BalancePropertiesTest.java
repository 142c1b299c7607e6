package vn.minhbach.core.appraise.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Disclosure;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.VerifyBy;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.unit.Unit;

/** Any team, any conflicts, any maximum: what a balanced plan and the readers of a cell keep. */
class BalancePropertiesTest {

  private static final List<String> BODIES = List.of("B0", "B1", "B2", "B3");
  private static final LocalDate DAY = LocalDate.of(2020, 10, 5);
  private static final CampaignId CAMPAIGN = new CampaignId("c");

  /** A province small enough that every rule is met often. */
  record Small(List<Cells> groups, List<Member> members, long seed, int maximum) {

    List<Cell> cells() {
      return groups.stream()
          .flatMap(group ->
              group.criteria().stream()
                  .flatMap(criterion ->
                      group.of(criterion).stream()
                          .map(unit -> new Cell(group.group(), unit, criterion.id()))))
          .toList();
    }

    SortedMap<Integer, List<Assignment.Share>> plan() {
      return Balance.plan(groups, members, seed, maximum);
    }

    Team team() {
      return new Team(CAMPAIGN, 1, new Team.Decision("1", DAY), "", seed, members);
    }

    boolean free(int member, Unit unit) {
      return members.get(member).recusal(unit).isEmpty();
    }
  }

  record Cell(int group, Unit unit, CriterionId criterion) {}

  /** Who was given each cell, by the plan's own shares; absent for nobody. */
  private static Map<Cell, Integer> given(Small small, Map<Integer, List<Assignment.Share>> plan) {
    var given = new HashMap<Cell, Integer>();
    Given shares = Given.indexed(plan.get(1));
    for (Cell cell : small.cells()) {
      shares
          .account(cell.unit().code(), cell.criterion())
          .map(account -> Integer.parseInt(account.substring(1)))
          // The one hand of a criterion is not given what it is recused from.
          .filter(member -> small.free(member, cell.unit()))
          .ifPresent(member -> given.put(cell, member));
    }
    return given;
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void nobodyGetsMoreThanTheMaximumAndNobodyWhatTheyAreRecusedFrom(
      @ForAll("provinces") Small small) {
    var plan = small.plan();
    var load = new int[small.members().size()];
    given(small, plan).values().forEach(member -> load[member]++);
    for (int one : load) {
      assertTrue(one <= small.maximum(), () -> one + " of " + small);
    }
    plan.forEach((group, shares) ->
        shares.forEach(share ->
            share
                .units()
                .forEach(code -> {
                  Member member =
                      small.members().get(Integer.parseInt(share.account().substring(1)));
                  Unit unit =
                      small.groups().stream()
                          .flatMap(cells -> cells.units().stream())
                          .filter(known -> known.code().equals(code))
                          .findFirst()
                          .orElseThrow();
                  assertEquals(Optional.empty(), member.recusal(unit));
                })));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void sameSeedGivesTheSamePlan(@ForAll("provinces") Small small) {
    assertEquals(small.plan(), small.plan());
  }

  /**
   * As many cells have a reader as can have one. The proof of a cell without: whoever could read
   * it, and everybody to whom those could hand a cell on, is at the maximum.
   */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everyCellThatSomebodyMayTakeIsTaken(@ForAll("provinces") Small small) {
    Map<Cell, Integer> given = given(small, small.plan());
    var load = new int[small.members().size()];
    given.values().forEach(member -> load[member]++);
    for (Cell cell : small.cells()) {
      if (!given.containsKey(cell)) {
        var reached = new HashSet<Integer>();
        var open = new ArrayList<>(free(small, cell.unit()));
        while (!open.isEmpty()) {
          int member = open.removeLast();
          if (reached.add(member)) {
            given.forEach((other, reader) -> {
              if (reader == member) {
                open.addAll(free(small, other.unit()));
              }
            });
          }
        }
        for (int member : reached) {
          assertEquals(small.maximum(), load[member], () -> cell + " of " + small);
        }
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void criterionStaysWithItsVerifierWhereThatBodyHasRoom(@ForAll("provinces") Small small) {
    var roomy = new Small(small.groups(), small.members(), small.seed(), 1_000);
    Map<Cell, Integer> given = given(roomy, roomy.plan());
    for (Cells group : roomy.groups()) {
      for (Criterion criterion : group.criteria()) {
        List<Integer> verifiers =
            IntStream.range(0, roomy.members().size())
                .filter(member ->
                    roomy
                            .members()
                            .get(member)
                            .body()
                            .map(UnitCode::value)
                            .equals(criterion.verifier())
                        && group.of(criterion).stream().anyMatch(unit -> roomy.free(member, unit)))
                .boxed()
                .toList();
        if (criterion.verifier().isPresent() && !verifiers.isEmpty()) {
          assertTrue(
              verifiers.stream()
                  .anyMatch(member ->
                      given.entrySet().stream()
                          .filter(cell -> cell.getKey().criterion().equals(criterion.id()))
                          .filter(cell -> roomy.free(member, cell.getKey().unit()))
                          .allMatch(cell -> cell.getValue().equals(member))),
              () -> criterion.id() + " of " + roomy);
        }
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void secondReaderIsAnotherOfAnotherBodyAndWhoComesMovesOnlyTheirOwnCells(
      @ForAll("provinces") Small small) {
    var plan = small.plan();
    Team team = small.team();
    Member more = member("m99", "B9", List.of(), DAY.minusDays(1));
    var members = new ArrayList<>(team.members());
    members.add(more);
    Team grown = new Team(CAMPAIGN, 2, team.decision(), "", team.seed(), members);
    for (Cell cell : small.cells()) {
      Readers readers = readers(team, plan, cell);
      Optional<Member> first = readers.first(cell.unit(), cell.criterion());
      Optional<Member> second = readers.second(cell.unit(), cell.criterion());
      first.ifPresent(one -> assertEquals(Optional.empty(), one.recusal(cell.unit())));
      second.ifPresent(two -> {
        assertEquals(Optional.empty(), two.recusal(cell.unit()));
        first.ifPresent(one -> assertTrue(two.ofAnotherBody(one) && !two.equals(one)));
      });
      Optional<Member> after = readers(grown, plan, cell).second(cell.unit(), cell.criterion());
      assertTrue(after.equals(second) || after.equals(Optional.of(more)), cell::toString);
    }
  }

  private static Readers readers(Team team, Map<Integer, List<Assignment.Share>> plan, Cell cell) {
    return new Readers(
        team,
        new Assignment(CAMPAIGN, cell.group(), 1, plan.get(cell.group())),
        AppraisalSettings.DEFAULT,
        DAY);
  }

  private static List<Integer> free(Small small, Unit unit) {
    return IntStream.range(0, small.members().size())
        .filter(member -> small.free(member, unit))
        .boxed()
        .toList();
  }

  @Provide
  Arbitrary<Small> provinces() {
    Arbitrary<Set<Integer>> conflicts = Arbitraries.integers().between(0, 9).set().ofMaxSize(7);
    Arbitrary<List<Set<Integer>>> members = conflicts.list().ofMinSize(1).ofMaxSize(6);
    Arbitrary<List<Integer>> verifiers = Arbitraries.integers().between(-1, 3).list().ofSize(4);
    Arbitrary<Set<Integer>> exempt = Arbitraries.integers().between(0, 39).set().ofMaxSize(6);
    return Combinators.combine(
            members,
            verifiers,
            exempt,
            Arbitraries.longs().between(0, 1_000),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 12)),
                Tuple.of(1, Arbitraries.just(1_000))))
        .as(BalancePropertiesTest::small);
  }

  // Ten units: four are the members' own bodies, two are districts' communes.
  private static Small small(
      List<Set<Integer>> conflicts,
      List<Integer> verifiers,
      Set<Integer> exempt,
      long seed,
      int maximum) {
    List<Unit> units =
        IntStream.range(0, 10)
            .mapToObj(i ->
                new Unit(
                    code(i),
                    1,
                    "department",
                    "Đơn vị " + i,
                    i >= 8 ? Optional.of(new UnitCode("B" + i % 4)) : Optional.empty()))
            .toList();
    List<Member> members =
        IntStream.range(0, conflicts.size())
            .mapToObj(i ->
                member(
                    "m" + i,
                    BODIES.get(i % BODIES.size()),
                    conflicts.get(i).stream()
                        .sorted()
                        .map(one -> new Member.Conflict(code(one), ""))
                        .toList(),
                    DAY.minusDays(3)))
            .toList();
    List<Criterion> criteria =
        IntStream.range(0, 4).mapToObj(i -> criterion("I." + i, verifiers.get(i))).toList();
    return new Small(
        List.of(
            new Cells(
                1,
                units,
                criteria,
                (unit, criterion) ->
                    exempt.contains(units.indexOf(unit) * 4 + criteria.indexOf(criterion)))),
        members,
        seed,
        maximum);
  }

  private static UnitCode code(int unit) {
    return new UnitCode(unit < 4 ? "B" + unit : "U" + unit);
  }

  private static Member member(
      String account, String body, List<Member.Conflict> conflicts, LocalDate from) {
    return new Member(
        account,
        "actor-" + account,
        Optional.of(new UnitCode(body)),
        TeamRole.APPRAISER,
        from,
        Optional.empty(),
        Optional.empty(),
        conflicts);
  }

  private static Criterion criterion(String id, int verifier) {
    return new Criterion(
        new CriterionId(id),
        "Tiêu chí " + id,
        Points.of("5.00"),
        new ScoringRule.YesNo(
            new Input("v", "Có", InputKind.BOOLEAN, BigDecimal.ZERO),
            Points.of("5.00"),
            Points.ZERO),
        false,
        Optional.empty(),
        VerifyBy.values()[0],
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        verifier < 0 ? Optional.empty() : Optional.of(BODIES.get(verifier)),
        Optional.empty(),
        Disclosure.ALL);
  }
}
