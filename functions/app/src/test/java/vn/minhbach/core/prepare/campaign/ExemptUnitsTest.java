package vn.minhbach.core.prepare.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.by;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.scoring.CriterionScore;

/** Units that are not assigned a criterion, by decision of the office. */
class ExemptUnitsTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");
  private static final CriterionId FIRST = new CriterionId("I.1");
  private static final Map<String, Object> DECISION =
      Map.of("number", "15/QĐ-STTTT", "date", "2020-08-01");

  private final Province province = Province.opened();

  private Outcome<Exemption> exempt(Act act, Map<String, Object> changes) {
    var body = new HashMap<String, Object>();
    body.put("criterion", "I.1");
    body.put("units", List.of("SNV", "STC"));
    body.put("decision", DECISION);
    body.putAll(changes);
    return province.exempt.exempt(province.campaign(), 1, act, body);
  }

  private FormView form(String unit) {
    return accepted(province.forms.read(province.campaign(), province.unit(unit)));
  }

  @Test
  void leavesTheMaximumOfTheNamedUnitsAloneWhateverTheyAnswered() {
    province.answerAll("SNV");
    province.answerAllBut("STC", Set.of("I.1"));
    Points max = form("SNV").scorecard().max();
    Points own = form("SNV").criteria().criterion(FIRST).orElseThrow().maxPoints();

    Exemption made = accepted(exempt(act(OPENED), Map.of()));

    assertEquals(1, made.number());
    assertEquals(List.of("SNV", "STC"), made.units().stream().map(UnitCode::value).toList());
    for (String unit : List.of("SNV", "STC")) {
      FormView view = form(unit);
      assertEquals(max.minus(own), view.scorecard().max());
      assertEquals(new CriterionScore.NotAssigned(), view.scorecard().lines().getFirst().score());
      assertEquals("15/QĐ-STTTT", view.exempt().get(FIRST).decision().number());
      assertFalse(view.scorecard().unanswered().contains(FIRST));
    }
    // What was answered stays on record; nobody else is touched.
    assertTrue(form("SNV").form().answers().containsKey(FIRST));
    assertEquals(max, form("SXD").scorecard().max());
    // The one that never answered it is complete without.
    accepted(province.submit("STC", OPENED));
  }

  @Test
  void isWrittenInTheCampaignsLedger() {
    accepted(exempt(act(OPENED), Map.of()));
    CampaignFact.UnitsExempted fact =
        province.memory.ledger().entries(province.campaign().chain(), 0, 100).stream()
            .flatMap(entry -> CampaignFact.read(entry).stream())
            .filter(CampaignFact.UnitsExempted.class::isInstance)
            .map(CampaignFact.UnitsExempted.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(FIRST, fact.criterion());
    assertEquals("15/QĐ-STTTT", fact.decision());
    assertEquals("2020-08-01", fact.decided().toString());
  }

  @Test
  void takesNoAnswerToWhatIsNotAssigned() {
    accepted(exempt(act(OPENED), Map.of()));
    var refusal =
        refused(
            SubmissionProblem.CRITERION_NOT_ASSIGNED,
            province.save("SNV", "I.1", Map.of("inputs", Map.of("a", 1L, "b", 2L)), OPENED));
    assertEquals("15/QĐ-STTTT", refusal.facts().get("decision"));
    var plan =
        refused(
            SubmissionProblem.CRITERION_NOT_ASSIGNED,
            province.merge(
                "SNV",
                Map.of(
                    "basedOn",
                    Map.of(
                        "criteriaVersion",
                        province.campaign().criteriaVersions().get(1),
                        "formVersion",
                        0L,
                        "answers",
                        Map.of()),
                    "answers",
                    Map.of("I.1", Map.of("inputs", Map.of("a", 1L, "b", 2L)))),
                OPENED));
    assertEquals("15/QĐ-STTTT", plan.facts().get("decision"));
    assertEquals(Map.of(), form("SNV").form().answers());
  }

  @Test
  void isRefusedWithoutADecisionAndForWhatTheGroupDoesNotHave() {
    assertEquals(Set.of("decision MISSING_FIELD"), faults(Map.of("decision", "x"), "decision"));
    assertEquals(
        Set.of("decision.number MISSING_FIELD", "decision.date MISSING_FIELD"),
        faults(Map.of("decision", Map.of()), ""));
    assertEquals(
        Set.of("decision.date IN_THE_FUTURE"),
        faults(Map.of("decision", Map.of("number", "1", "date", "2020-08-04")), ""));
    assertEquals(Set.of("criterion UNKNOWN_CRITERION"), faults(Map.of("criterion", "IX.9"), ""));
    assertEquals(
        Set.of("units[0] UNIT_NOT_IN_GROUP", "units[1] UNIT_NOT_IN_GROUP"),
        faults(Map.of("units", List.of("193", "KHONGCO")), ""));
    assertEquals(
        Set.of("units[1] DUPLICATE_ID"), faults(Map.of("units", List.of("SNV", "SNV")), ""));
    assertEquals(Set.of("units TOO_FEW"), faults(Map.of("units", List.of()), ""));
    assertEquals(List.of(), province.campaign().exemptions());

    accepted(exempt(act(OPENED), Map.of()));
    assertEquals(
        Set.of("units[0] EXEMPT_ALREADY"), faults(Map.of("units", List.of("SNV", "SXD")), ""));
    refused(
        CampaignProblem.UNKNOWN_CAMPAIGN,
        province.exempt.exempt(
            Campaign.draft(new CampaignId("khac"), province.campaign().settings()),
            1,
            act(OPENED),
            Map.of()));
  }

  private Set<String> faults(Map<String, Object> changes, String missing) {
    var body = new HashMap<String, Object>();
    body.put("criterion", "I.1");
    body.put("units", List.of("SNV"));
    body.put("decision", DECISION);
    body.putAll(changes);
    if (!missing.isEmpty()) {
      body.remove(missing);
    }
    return places(
        refused(
            InputProblem.INVALID_BODY,
            province.exempt.exempt(province.campaign(), 1, act(OPENED), body)));
  }

  @Test
  void isNothingForTheOwnBodyAndForADeputyOfAnother() {
    assertEquals(
        "SNV",
        refused(AccessProblem.OWN_UNIT, exempt(by("SNV", OPENED, Role.OFFICE), Map.of()))
            .facts()
            .get("unit"));
    refused(AccessProblem.OWN_UNIT, exempt(by("STC", OPENED, Role.DEPUTY), Map.of()));
    accepted(exempt(by("STTTT", OPENED, Role.DEPUTY), Map.of()));
  }

  @Test
  void isRefusedOnceTheResultIsReported() {
    accepted(province.publish.report(ID, act(LOCKED)));
    refused(CampaignProblem.WRONG_STAGE, exempt(act(LOCKED), Map.of()));
  }

  @Test
  void countsInTheRankingOfAFormThatWasSentBefore() {
    province.answerAll("SNV");
    accepted(province.submit("SNV", OPENED));
    province.projectScores.project(ID, new UnitCode("SNV"));
    Points before = max("SNV");
    Points own = form("SNV").criteria().criterion(FIRST).orElseThrow().maxPoints();

    accepted(exempt(act(OPENED), Map.of()));
    accepted(province.publish.report(ID, act(LOCKED)));

    assertEquals(before.minus(own), max("SNV"));
    accepted(province.approve(Map.of(), LOCKED));
    accepted(province.publish.publish(ID, act(LOCKED)));
    var card = accepted(province.results.publishedCard(province.campaign(), province.unit("SNV")));
    assertEquals(before.minus(own), card.row().orElseThrow().applicableMax());
    assertEquals(card.row().flatMap(row -> row.index()), card.view().scorecard().index());
  }

  @Test
  void isTakenBackForTheUnitsThatCanStillAnswer() {
    province.answerAll("SNV");
    province.answerAllBut("STC", Set.of("I.1"));
    Points max = form("SNV").scorecard().max();
    accepted(exempt(act(OPENED), Map.of()));
    province.projectScores.project(ID, new UnitCode("SNV"));

    Exemption ended = accepted(again("1", Map.of("units", List.of("SNV"))));

    assertEquals(List.of(new UnitCode("STC")), ended.inForce());
    FormView back = form("SNV");
    assertEquals(max, back.scorecard().max());
    assertEquals(Map.of(), back.exempt());
    assertEquals(form("SXD").scorecard().max(), back.scorecard().max());
    assertEquals(Set.of(FIRST), form("STC").exempt().keySet());
    // The row of the board is from before, though the exemption has the same number.
    assertTrue(
        province
            .board
            .current(ID)
            .get(new UnitCode("SNV"))
            .behind(province.campaign(), province.unit("SNV")));
    CampaignFact.UnitsAssignedAgain fact =
        province.memory.ledger().entries(province.campaign().chain(), 0, 100).stream()
            .flatMap(entry -> CampaignFact.read(entry).stream())
            .filter(CampaignFact.UnitsAssignedAgain.class::isInstance)
            .map(CampaignFact.UnitsAssignedAgain.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("16/QĐ-STTTT", fact.decision());
    assertEquals(List.of(new UnitCode("SNV")), fact.units());

    // All that are left; asked of the one that never answered.
    accepted(again("1", Map.of()));
    assertTrue(form("STC").scorecard().unanswered().contains(FIRST));
    // And not assigned once more, by another decision.
    assertEquals(2, accepted(exempt(act(OPENED), Map.of())).number());
    assertEquals(2, form("SNV").exempt().get(FIRST).number());
  }

  @Test
  void isNotTakenBackFromWhomItIsNoQuestionAnyMore() {
    accepted(exempt(act(OPENED), Map.of()));
    refused(CampaignProblem.NO_EXEMPTION, again("2", Map.of()));
    refused(CampaignProblem.NO_EXEMPTION, again("x", Map.of()));
    assertEquals(
        Set.of("units[0] NOT_EXEMPT", "units[1] DUPLICATE_ID"),
        places(
            refused(
                InputProblem.INVALID_BODY, again("1", Map.of("units", List.of("SXD", "SXD"))))));
    assertEquals(
        Set.of("units[0] UNIT_NOT_IN_GROUP"),
        places(refused(InputProblem.INVALID_BODY, again("1", Map.of("units", List.of("?"))))));
    refused(
        AccessProblem.OWN_UNIT,
        province.assignAgain.assign(
            province.campaign(), 1, "1", by("SNV", OPENED, Role.OFFICE), body(Map.of())));
    province.answerAllBut("SNV", Set.of("I.1"));
    accepted(province.submit("SNV", OPENED));
    assertEquals(
        Set.of("units TOO_LATE_TO_ASSIGN"),
        places(refused(InputProblem.INVALID_BODY, again("1", Map.of()))));
    accepted(again("1", Map.of("units", List.of("STC"))));
    accepted(province.publish.report(ID, act(LOCKED)));
    refused(
        CampaignProblem.WRONG_STAGE,
        province.assignAgain.assign(province.campaign(), 1, "1", act(LOCKED), body(Map.of())));
  }

  private Outcome<Exemption> again(String number, Map<String, Object> changes) {
    return province.assignAgain.assign(province.campaign(), 1, number, act(OPENED), body(changes));
  }

  private static Map<String, Object> body(Map<String, Object> changes) {
    var body = new HashMap<String, Object>();
    body.put("decision", Map.of("number", "16/QĐ-STTTT", "date", "2020-08-02"));
    body.putAll(changes);
    return body;
  }

  private Points max(String unit) {
    return Optional.ofNullable(province.board.current(ID).get(new UnitCode(unit)))
        .orElseThrow()
        .self()
        .applicableMax();
  }
}
