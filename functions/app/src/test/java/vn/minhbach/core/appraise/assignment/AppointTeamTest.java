package vn.minhbach.core.appraise.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Appraisal.FIVE;
import static vn.minhbach.core.memory.Appraisal.HEADER;
import static vn.minhbach.core.memory.Appraisal.NOW;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.memory.Appraisal;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Stage;

class AppointTeamTest {

  private static Appraisal appraisal;

  @BeforeAll
  static void five() {
    appraisal = Appraisal.five();
  }

  @Test
  void registerIsInForceAndTheLedgerNamesNobody() {
    Team team = appraisal.team();
    assertEquals(7, team.members().size());
    Campaign campaign = appraisal.province.campaign();
    List<Entry> chain = appraisal.province.memory.ledger().entries(campaign.chain(), 0, 100);
    TeamFact.TeamAppointed fact =
        chain.stream()
            .flatMap(entry -> TeamFact.read(entry).stream())
            .map(TeamFact.TeamAppointed.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(team.version(), fact.version());
    assertEquals("77/QĐ-STTTT", fact.number());
    String written = chain.toString();
    assertFalse(written.contains("appraiser3") || written.contains("em ruột"), written);
    assertFalse(written.contains(Long.toString(team.seed())), "the seed is fixed and not told");
  }

  @Test
  void anAccountKeepsItsOpaqueIdAndTheTeamItsSeed() {
    var other = Appraisal.five();
    Team before = other.team();
    accepted(other.appointed(FIVE + "new,VPUB,secretary,2020-11-01,,,\n"));
    Team after = other.team();
    assertEquals(before.seed(), after.seed());
    assertNotEquals(before.version(), after.version());
    before
        .members()
        .forEach(member ->
            assertEquals(member.actor(), after.lines(member.account()).getFirst().actor()));
    var actors = after.members().stream().map(Member::actor).collect(Collectors.toSet());
    assertEquals(8, actors.size());
    assertTrue(actors.stream().allMatch(actor -> actor.matches("[0-9a-f]{32}")), actors::toString);
  }

  @Test
  void sameFileAgainWritesNothing() {
    var other = Appraisal.five();
    Team before = other.team();
    int entries = other.province.memory.entries();
    accepted(other.appointed(FIVE));
    assertEquals(before, other.team());
    assertEquals(entries, other.province.memory.entries());
  }

  @Test
  void namesStandApart() {
    var other = new Appraisal(Province.opened());
    accepted(
        other.appointed(
            HEADER.replace("\n", ",name\n")
                + "lead,STTTT,lead,2020-10-01,,,,Lê Hà\n"
                + "deputy,SNV,deputy,2020-10-01,,,,\n"));
    assertEquals(List.of("Lê Hà"), other.named.stream().map(one -> one.name()).toList());
    assertEquals(other.team().lines("lead").getFirst().actor(), other.named.getFirst().id());
    assertFalse(other.team().toString().contains("Lê Hà"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ê,STTTT,appraiser,2020-10-01,,, | account BAD_ACCOUNT",
        "a,,appraiser,2020-10-01,,, | body UNKNOWN_UNIT",
        "a,sttt,appraiser,2020-10-01,,, | body UNKNOWN_UNIT",
        "a,SXD,appraiser,2020-10-01,,, | body BODY_NOT_OF_TEAM",
        "a,SNV,boss,2020-10-01,,, | role UNKNOWN_VALUE",
        "a,SNV,lead,2020-10-01,,, | body ROLE_OF_BODY",
        "a,STTTT,lead,2020-10-01,,, | role ONE_LEAD",
        "a,STTTT,deputy,2020-10-01,,, | body ROLE_OF_BODY",
        "a,SNV,appraiser,,,, | from BLANK",
        "a,SNV,appraiser,1/10,,, | from BAD_DATE",
        "a,SNV,appraiser,2020-10-02,2020-10-01,, | until DATES_NOT_ASCENDING",
        "a,SNV,appraiser,2020-10-01,,a, | substitute NO_SUCH_SUBSTITUTE",
        "a,SNV,appraiser,2020-10-01,,nobody, | substitute NO_SUCH_SUBSTITUTE",
        "a,SNV,appraiser,2020-10-01,,,0664X | conflicts UNKNOWN_UNIT",
        "appraiser1,STTTT,appraiser,2020-11-01,,, | account DUPLICATE_ID"
      })
  void everyFaultIsToldAtItsLine(String line, String fault) {
    Team before = appraisal.team();
    Set<String> found =
        places(refused(InputProblem.MALFORMED_CSV, appraisal.appointed(FIVE + line + "\n")));
    assertTrue(found.contains("dòng/line 9, " + fault), found::toString);
    assertEquals(before, appraisal.team(), "all or nothing");
  }

  @Test
  void leadAndDeputyOfOneBodyAreRefusedWhereTheCampaignNamesNone() {
    String csv =
        HEADER + "lead,STTTT,lead,2020-10-01,,,\ndeputy,STTTT,deputy,2020-10-01,2020-12-01,,\n";
    assertEquals(
        Set.of("dòng/line 3, body DEPUTY_OF_LEADS_BODY"),
        places(
            refused(
                InputProblem.MALFORMED_CSV,
                TeamFile.read(
                    csv,
                    "c",
                    appraisal.province.register().stream()
                        .collect(Collectors.toMap(unit -> unit.code(), unit -> unit)),
                    AppraisalSettings.DEFAULT))));
  }

  @Test
  void registerWithoutMembersOrLeadIsRefusedWhole() {
    refused(TeamProblem.NO_MEMBERS, appraisal.appointed(HEADER));
    refused(TeamProblem.NO_LEAD, appraisal.appointed(HEADER + "a,SNV,appraiser,2020-10-01,,,\n"));
    var many = new StringBuilder(FIVE);
    for (int i = 0; i < Team.MEMBERS_MAX; i++) {
      many.append("a").append(i).append(",SNV,appraiser,2020-10-01,,,\n");
    }
    assertTrue(
        places(refused(InputProblem.MALFORMED_CSV, appraisal.appointed(many.toString()))).stream()
            .anyMatch(place -> place.endsWith("account TOO_MANY")));
  }

  @Test
  void decisionIsReadWithItsFaults() {
    Campaign campaign = appraisal.province.campaign();
    assertEquals(
        Set.of("number MISSING_FIELD", "date IN_THE_FUTURE"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                AppointTeam.decision(campaign, Province.act(NOW), Map.of("date", "2020-10-06")))));
    assertEquals(
        new Team.Decision("77/QĐ", LocalDate.of(2020, 10, 5)),
        accepted(
            AppointTeam.decision(
                campaign, Province.act(NOW), Map.of("number", "77/QĐ", "date", "2020-10-05"))));
  }

  @Test
  void nothingIsAppointedAfterTheReport() {
    var other = new Appraisal(Province.opened());
    other.at(Stage.APPRAISING);
    accepted(other.appointed(FIVE));
    other.at(Stage.REPORTED);
    refused(CampaignProblem.WRONG_STAGE, other.appointed(FIVE));
  }

  @Test
  void whoLeavesIsStoodForByTheSubstituteFromTheNextDay() {
    Team team = appraisal.team();
    assertEquals(
        "appraiser3",
        team.standing("appraiser3", LocalDate.of(2020, 11, 15)).orElseThrow().account());
    assertEquals(
        "appraiser4",
        team.standing("appraiser3", LocalDate.of(2020, 11, 16)).orElseThrow().account());
    assertEquals(Optional.empty(), team.standing("appraiser3", LocalDate.of(2020, 9, 30)));
    assertEquals(Optional.empty(), team.standing("nobody", LocalDate.of(2020, 11, 16)));
    assertEquals(
        Set.of(new UnitCode("06649"), new UnitCode("06652")),
        new HashSet<>(team.conflicts("appraiser3")));
  }

  @Test
  void substitutesThatNameEachOtherEndWithNobody() {
    var other = new Appraisal(Province.opened());
    accepted(
        other.appointed(
            HEADER
                + "lead,STTTT,lead,2020-10-01,,,\n"
                + "a,SNV,appraiser,2020-10-01,2020-10-10,b,\n"
                + "b,SNV,appraiser,2020-10-01,2020-10-12,a,\n"));
    assertEquals(
        "b", other.team().standing("a", LocalDate.of(2020, 10, 11)).orElseThrow().account());
    assertEquals(Optional.empty(), other.team().standing("a", LocalDate.of(2020, 10, 13)));
  }
}
