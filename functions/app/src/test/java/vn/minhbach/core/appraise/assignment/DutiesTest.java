package vn.minhbach.core.appraise.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Appraisal.NOW;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.memory.Appraisal;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** Criterion I.1 of the communes is appraiser3's, who has conflicts in two and leaves on 15/11. */
class DutiesTest {

  private static final CriterionId FIRST = new CriterionId("I.1");
  private static final List<String> READERS =
      List.of("appraiser1", "appraiser2", "appraiser3", "appraiser4", "appraiser5");
  private static final Instant LEFT = Instant.parse("2020-11-16T02:00:00Z");

  private static Appraisal appraisal;
  private static Campaign campaign;
  private static List<Unit> communes;

  @BeforeAll
  static void assign() {
    appraisal = Appraisal.five();
    accepted(
        appraisal.assigned(
            Map.of(
                "shares",
                List.of(
                    Map.of("group", 3L, "criterion", "I.1", "account", "appraiser3"),
                    Map.of("group", 3L, "units", List.of("06655"), "account", "appraiser5"),
                    Map.of(
                        "group",
                        3L,
                        "criterion",
                        "I.1",
                        "units",
                        List.of("06658"),
                        "account",
                        "lead")))));
    campaign = appraisal.province.campaign();
    communes = appraisal.province.register().stream().filter(unit -> unit.group() == 3).toList();
  }

  private static Outcome<Duty> duty(String account, Unit unit, Instant now) {
    return appraisal.duties.of(campaign, unit, FIRST, appraisal.act(account, now));
  }

  private static Set<String> readers(Unit unit, Duty.Reading reading, Instant now) {
    return READERS.stream()
        .filter(account ->
            duty(account, unit, now).fold(no -> false, duty -> duty.reading() == reading))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void criterionIsOneHandsButForTheOwnConflictsAndTheExceptions() {
    for (Unit unit : communes) {
      Set<String> first = readers(unit, Duty.Reading.FIRST, NOW);
      switch (unit.code().value()) {
        case "06649", "06652" -> {
          assertEquals(1, first.size(), "a stand-in");
          assertFalse(first.contains("appraiser3"));
        }
        case "06655" -> assertEquals(Set.of("appraiser5"), first, "all of a named unit");
        case "06658" -> {
          assertEquals(Set.of(), first);
          assertEquals(
              Duty.Reading.FIRST, accepted(duty("lead", unit, NOW)).reading(), "a named cell");
        }
        default -> assertEquals(Set.of("appraiser3"), first, unit.code().value());
      }
    }
  }

  @Test
  void cellsOfTheSampleAreReadByASecondOfAnotherBodyAndBothAreBlind() {
    int twice = 0;
    for (Unit unit : communes) {
      Set<String> second = readers(unit, Duty.Reading.SECOND, NOW);
      assertTrue(second.size() <= 1, second::toString);
      if (!second.isEmpty()) {
        twice++;
        assertNotEquals(readers(unit, Duty.Reading.FIRST, NOW), second);
        assertTrue(accepted(duty(second.iterator().next(), unit, NOW)).blind());
      }
      readers(unit, Duty.Reading.FIRST, NOW)
          .forEach(
              first -> assertEquals(!second.isEmpty(), accepted(duty(first, unit, NOW)).blind()));
    }
    // 177 cells at 5 %: the seed of this team draws so many.
    assertTrue(twice > 1 && twice < 25, "" + twice);
  }

  @Test
  void whatIsRiskyIsReadTwiceBesideTheSample() {
    var all =
        new Duties(appraisal.teams(), appraisal.assignments(), (campaign, unit, criterion) -> true);
    Unit unit = communes.getLast();
    assertEquals(
        1,
        READERS.stream()
            .filter(account ->
                all.of(campaign, unit, FIRST, appraisal.act(account, NOW))
                    .fold(no -> false, duty -> duty.reading() == Duty.Reading.SECOND))
            .count());
  }

  @Test
  void whoHasNothingToReadInACellIsToldSoAndNobodyIsNamed() {
    Refusal refusal = refused(TeamProblem.NOT_ASSIGNED, duty("appraiser1", commune("06679"), NOW));
    READERS.forEach(account ->
        assertFalse(refusal.fault().facts().toString().contains(account), refusal::toString));
  }

  @Test
  void recusedIsRefusedWithTheCause() {
    Refusal declared = refused(AccessProblem.RECUSED, duty("appraiser3", commune("06649"), NOW));
    assertTrue(declared.fault().facts().toString().contains("conflict"), declared::toString);
    refused(
        AccessProblem.OWN_UNIT,
        appraisal.duties.of(
            campaign, appraisal.province.unit("SKHCN"), FIRST, appraisal.act("appraiser3", NOW)));
  }

  @Test
  void substituteTakesOverFromTheDayAfterAndTheOneWhoLeftHasNoDutyMore() {
    Unit unit = commune("06679");
    assertEquals(Set.of("appraiser3"), readers(unit, Duty.Reading.FIRST, NOW));
    refused(TeamProblem.NOT_ASSIGNED, duty("appraiser4", unit, NOW));
    assertEquals(Set.of("appraiser4"), readers(unit, Duty.Reading.FIRST, LEFT));
    refused(TeamProblem.NOT_A_MEMBER, duty("appraiser3", unit, LEFT));
    // Of the body that may have marked before, nobody reads it second.
    for (Unit one : communes) {
      Set<String> second = readers(one, Duty.Reading.SECOND, LEFT);
      assertFalse(second.contains("appraiser3") || second.contains("appraiser4"), "" + second);
    }
  }

  @Test
  void memberNeedsTheRoleInTheTokenToo() {
    Act without = appraisal.act("appraiser4", NOW);
    Caller caller = without.caller();
    refused(
        TeamProblem.NOT_A_MEMBER,
        appraisal.duties.member(
            campaign,
            new Act(
                new Caller(caller.id(), Set.of(Role.OFFICE), caller.employer()),
                NOW,
                without.key())));
    refused(
        TeamProblem.NOT_A_MEMBER, appraisal.duties.member(campaign, appraisal.act("nobody", NOW)));
  }

  @Test
  void leadDecidesAndTheDeputyWhereTheLeadIsRecused() {
    Unit commune = commune("06679");
    Unit own = appraisal.province.unit("STTTT");
    Act lead = appraisal.act("lead", NOW);
    Act deputy = appraisal.act("deputy", NOW);
    assertEquals(TeamRole.LEAD, accepted(appraisal.duties.leading(campaign, commune, lead)).role());
    refused(TeamProblem.NOT_LEADING, appraisal.duties.leading(campaign, commune, deputy));
    refused(AccessProblem.OWN_UNIT, appraisal.duties.leading(campaign, own, lead));
    assertEquals(TeamRole.DEPUTY, accepted(appraisal.duties.leading(campaign, own, deputy)).role());
    refused(
        TeamProblem.NOT_LEADING,
        appraisal.duties.leading(campaign, commune, appraisal.act("appraiser4", NOW)));
  }

  /** Of the register and of the assignment of the group, each once or twice; never of a cell. */
  @Test
  void dutyCostsTheSameReadsHoweverLargeTheGroup() {
    var reads = new ArrayList<String>();
    Teams teams = appraisal.teams();
    Assignments assignments = appraisal.assignments();
    var counted =
        new Duties(
            new Teams() {
              @Override
              public void stage(Team team, List<Actor> actors) {}

              @Override
              public Optional<Team> find(CampaignId campaign, long version) {
                reads.add("team");
                return teams.find(campaign, version);
              }
            },
            new Assignments() {
              @Override
              public void stage(Assignment assignment) {}

              @Override
              public Optional<Assignment> find(CampaignId campaign, int group, long version) {
                reads.add("assignment");
                return assignments.find(campaign, 3, version);
              }
            },
            Risks.NONE);
    counted.of(campaign, commune("06679"), FIRST, appraisal.act("appraiser3", NOW));
    assertEquals(List.of("team", "team", "assignment"), reads);
  }

  @Test
  void withoutATeamOrAnAssignmentNobodyHasADuty() {
    var bare = new Appraisal(Province.opened());
    refused(
        TeamProblem.NO_TEAM,
        bare.duties.of(
            bare.province.campaign(), bare.province.unit("06679"), FIRST, Province.act(NOW)));
    Stream.of("SKHCN", "193")
        .map(appraisal.province::unit)
        .forEach(unit ->
            refused(
                TeamProblem.NOTHING_ASSIGNED,
                appraisal.duties.of(campaign, unit, FIRST, appraisal.act("appraiser4", NOW))));
  }

  private static Unit commune(String code) {
    return appraisal.province.unit(code);
  }
}
