package vn.minhbach.core.appraise.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Appraisal.HEADER;
import static vn.minhbach.core.memory.Appraisal.NOW;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.memory.Appraisal;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Stage;

class AssignWorkTest {

  private Appraisal appraisal;

  @BeforeEach
  void five() {
    appraisal = Appraisal.five();
  }

  private Outcome<AssignWork.Plan> lines(String csv) {
    return appraisal.assign.assign(
        appraisal.province.campaign(),
        appraisal.act("lead", NOW),
        new AssignWork.Sent.Lines("group,criterion,units,account\n" + csv, false));
  }

  private static Map<String, Object> balanced(long seed, boolean dryRun) {
    return Map.of("balance", Map.of("seed", seed), "dryRun", dryRun);
  }

  /** The plan's own size: 220 units, and no cell without a reader. */
  @Test
  void balancedPlanGivesEveryCellOfTheProvinceAReader() {
    AssignWork.Plan plan = accepted(appraisal.assigned(balanced(2020, false)));
    int cells = plan.workload().loads().stream().mapToInt(Workload.Load::first).sum();
    assertEquals(List.of(), plan.workload().open());
    int all =
        appraisal.province.register().stream()
            .mapToInt(unit ->
                appraisal
                    .province
                    .forms
                    .criteria(appraisal.province.campaign(), unit)
                    .criteria()
                    .size())
            .sum();
    assertEquals(all, cells);
    int most = plan.workload().loads().stream().mapToInt(Workload.Load::first).max().orElse(0);
    int least = plan.workload().loads().stream().mapToInt(Workload.Load::first).min().orElse(0);
    assertEquals(5, plan.workload().loads().size());
    assertTrue(most - least <= 177, "one criterion of the communes at most: " + plan.workload());
    assertEquals(
        plan.assignments().stream().map(Assignment::shares).toList(),
        accepted(appraisal.assign.read(appraisal.province.campaign(), appraisal.act("deputy", NOW)))
            .assignments()
            .stream()
            .map(Assignment::shares)
            .toList());
  }

  @Test
  void dryRunWritesNothing() {
    int before = appraisal.province.memory.entries();
    AssignWork.Plan plan = accepted(appraisal.assigned(balanced(7, true)));
    assertTrue(plan.dryRun());
    assertEquals(3, plan.assignments().size());
    assertEquals(before, appraisal.province.memory.entries());
    assertEquals(
        List.of(),
        accepted(appraisal.assign.read(appraisal.province.campaign(), appraisal.act("lead", NOW)))
            .assignments());
  }

  @Test
  void sameSeedGivesTheSamePlanAndTheLedgerKeepsIt() {
    List<?> first =
        accepted(appraisal.assigned(balanced(7, true))).assignments().stream()
            .map(Assignment::shares)
            .toList();
    AssignWork.Plan again = accepted(appraisal.assigned(balanced(7, false)));
    assertEquals(first, again.assignments().stream().map(Assignment::shares).toList());
    int entries = appraisal.province.memory.entries();
    accepted(appraisal.assigned(balanced(7, false)));
    assertEquals(entries, appraisal.province.memory.entries(), "the same again writes nothing");
    TeamFact.WorkAssigned fact =
        appraisal.province.memory.chain(Province.ID.value()).stream()
            .flatMap(entry -> TeamFact.read(entry).stream())
            .filter(TeamFact.WorkAssigned.class::isInstance)
            .map(TeamFact.WorkAssigned.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(7L, fact.seed().orElseThrow());
    assertEquals(Set.of(1, 2, 3), fact.versions().keySet());
    assertEquals(appraisal.act("lead", NOW).caller().id(), fact.by());
  }

  @Test
  void whatIsSentIsWholeForTheGroupsThatItNamesAndTheOthersStay() {
    accepted(lines("1,I.1,,appraiser5\n2,,193,appraiser4\n"));
    accepted(lines("1,I.2,,appraiser4\n"));
    Map<Integer, List<Assignment.Share>> inForce =
        accepted(appraisal.assign.read(appraisal.province.campaign(), appraisal.act("lead", NOW)))
            .assignments()
            .stream()
            .collect(Collectors.toMap(Assignment::group, Assignment::shares));
    assertEquals("I.2", inForce.get(1).getFirst().criterion().orElseThrow().value());
    assertEquals(1, inForce.get(1).size());
    assertEquals("193", inForce.get(2).getFirst().units().getFirst().value());
  }

  @Test
  void whatNobodyReadsIsToldWithItsCause() {
    Workload workload = accepted(lines("2,I.1,,appraiser4\n")).workload();
    Map<Workload.Cause, Long> causes =
        workload.open().stream()
            .collect(Collectors.groupingBy(Workload.Open::cause, Collectors.counting()));
    assertEquals(Set.of(Workload.Cause.UNASSIGNED), causes.keySet());
    assertTrue(
        workload.open().stream().noneMatch(open -> open.criterion().value().equals("I.1")),
        workload::toString);
    assertTrue(workload.open().stream().allMatch(open -> open.units().size() == 13));
  }

  @Test
  void whereEverybodyIsRecusedOrHasLeftThatIsTold() {
    var two = new Appraisal(Province.opened());
    accepted(
        two.appointed(
            HEADER
                + "lead,STTTT,lead,2020-10-01,,,\n"
                + "a,SNV,appraiser,2020-10-01,,,193\n"
                + "b,VPUB,appraiser,2020-10-01,,,193;195\n"
                + "c,SKHCN,appraiser,2020-10-01,2020-10-02,,\n"));
    Workload workload =
        accepted(
                two.assigned(
                    Map.of(
                        "shares",
                        List.of(
                            Map.of("group", 2L, "criterion", "I.1", "account", "a"),
                            Map.of("group", 2L, "criterion", "I.2", "account", "c")))))
            .workload();
    assertEquals(
        List.of("193"),
        workload.open().stream()
            .filter(open -> open.cause() == Workload.Cause.RECUSED)
            .flatMap(open -> open.units().stream())
            .map(Object::toString)
            .toList());
    assertTrue(
        workload.open().stream()
            .anyMatch(open ->
                open.cause() == Workload.Cause.LEFT
                    && open.criterion().value().equals("I.2")
                    && open.units().size() == 13));
    // Two readers of everything: where only one is free there is no second.
    AssignWork.Plan plan = accepted(two.assigned(balanced(1, true)));
    assertEquals(
        Set.of("193"),
        plan.workload().open().stream()
            .filter(open -> open.cause() == Workload.Cause.RECUSED)
            .flatMap(open -> open.units().stream())
            .map(Object::toString)
            .collect(Collectors.toSet()));
  }

  @Test
  void everyFaultIsToldAtItsPlace() {
    assertEquals(
        Set.of(
            "dòng/line 2, group UNKNOWN_VALUE",
            "dòng/line 3, criterion UNKNOWN_CRITERION",
            "dòng/line 4, units UNKNOWN_UNIT",
            "dòng/line 5, account NO_SUCH_MEMBER",
            "dòng/line 6, units MEMBER_RECUSED",
            "dòng/line 7, units OWN_UNIT",
            "dòng/line 8, criterion SHARE_OF_ALL",
            "dòng/line 10, criterion DUPLICATE_ID",
            "dòng/line 12, units DUPLICATE_ID"),
        places(
            refused(
                InputProblem.MALFORMED_CSV,
                lines(
                    "4,I.1,,appraiser1\n"
                        + "3,X.1,,appraiser1\n"
                        + "3,I.2,SNV,appraiser1\n"
                        + "3,I.3,,nobody\n"
                        + "3,,06649,appraiser3\n"
                        + "1,,STTTT,appraiser2\n"
                        + "3,,,appraiser1\n"
                        + "3,I.1,,appraiser1\n"
                        + "3,I.1,,appraiser2\n"
                        + "3,,06655,appraiser1\n"
                        + "3,,06655,appraiser2\n"))));
    assertEquals(
        Set.of(
            "shares[0].group OUT_OF_RANGE",
            "shares[0].account MISSING_FIELD",
            "shares[0].account NO_SUCH_MEMBER",
            "shares[0] SHARE_OF_ALL",
            "shares[1].units MEMBER_RECUSED",
            "shares[2].units[0] OWN_UNIT",
            "shares[3].criterion UNKNOWN_CRITERION"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                appraisal.assigned(
                    Map.of(
                        "shares",
                        List.of(
                            Map.of("group", 4L),
                            Map.of("group", 3L, "units", List.of("06649"), "account", "appraiser3"),
                            Map.of("group", 1L, "units", List.of("STTTT"), "account", "appraiser2"),
                            Map.of("group", 1L, "criterion", "X", "account", "appraiser2")))))));
    assertEquals(
        Set.of("shares ONE_OF_TWO", "balance.seed MISSING_FIELD", "balance.maximum OUT_OF_RANGE"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                appraisal.assigned(
                    Map.of("shares", List.of(), "balance", Map.of("maximum", 0L))))));
  }

  @Test
  void withoutATeamOrAfterTheReportNothingIsAssigned() {
    var bare = new Appraisal(Province.opened());
    refused(
        TeamProblem.NO_TEAM,
        bare.assign.assign(
            bare.province.campaign(),
            Province.act(NOW),
            new AssignWork.Sent.Tree(balanced(1, true), false)));
    accepted(bare.appointed(HEADER + "lead,STTTT,lead,2020-10-01,,,\n"));
    refused(TeamProblem.NO_APPRAISERS, bare.assigned(balanced(1, true)));
    appraisal.at(Stage.REPORTED);
    refused(CampaignProblem.WRONG_STAGE, appraisal.assigned(balanced(1, false)));
  }
}
