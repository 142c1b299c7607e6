package vn.minhbach.core.assess.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.by;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Points;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.criteria.CriteriaDocument;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.unit.Unit;

/** Last year's figures beside this year's form. */
class LastYearTest {

  private static final CampaignId NEXT = new CampaignId("next");
  private static final CriterionId FIRST = new CriterionId("I.1");

  private static final String UNITS =
      """
      code,group,kind,name,parent_code,predecessors
      193,2,district_city,UBND thành phố Hạ Long,,
      06649,3,ward,Phường Hà Khánh,193,
      N1,3,ward,Phường đổi tên,193,06652
      N2,3,ward,Phường sáp nhập,193,06655;06658
      N3,3,ward,Phường tách một,193,06661
      N4,3,ward,Phường tách hai,193,06661
      N5,3,ward,Phường lập mới,193,
      X,1,department,Sở mới,,
      """;

  private final Province province = Province.opened();

  private Campaign next() {
    accepted(
        NewCampaign.read(
                Map.of("template", "131-2020", "id", "next", "previous", Province.ID.value()))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    accepted(province.prepare.importUnits(NEXT, act(OPENED), UNITS));
    accepted(
        OpenCampaign.said(Map.of("reason", "thử"))
            .flatMap(sent -> province.open.open(NEXT, act(OPENED), sent)));
    return province.memory.campaigns().find(NEXT).orElseThrow();
  }

  private Unit unit(Campaign campaign, String code) {
    return province
        .memory
        .units()
        .find(NEXT, campaign.unitsVersion(), new UnitCode(code))
        .orElseThrow();
  }

  private LastYear.Comparison compared(Campaign campaign, String code) {
    Unit unit = unit(campaign, code);
    return province
        .hints
        .of(campaign, unit, accepted(province.forms.read(campaign, unit)))
        .lastYear()
        .orElseThrow();
  }

  @Test
  void sameUnitAndSuccessorAreShownTheirFiguresAndNothingIsAnswered() {
    Map<String, Object> figures = Map.of("inputs", Map.of("a", 12, "b", 21));
    accepted(province.save("06649", "I.1", figures, OPENED));
    accepted(province.save("06652", "I.1", figures, OPENED));
    Campaign campaign = next();
    for (String code : List.of("06649", "N1")) {
      LastYear.Comparison before = compared(campaign, code);
      assertEquals(Optional.empty(), before.obstacle());
      assertEquals(Set.of(FIRST), before.figures().keySet());
      LastYear.Figure figure = before.figures().get(FIRST);
      assertEquals(Map.of("a", 12L, "b", 21L), figure.inputs());
      assertEquals(Optional.of(Points.of("2.29")), figure.points());
      assertTrue(
          accepted(province.forms.read(campaign, unit(campaign, code))).form().answers().isEmpty());
    }
    assertEquals("06652", compared(campaign, "N1").unit().orElseThrow().code().value());
  }

  /** Read by criterion it is the same as read by form, and no other unit has a figure. */
  @Test
  void oneCriterionOfAGroupIsReadAtOnce() {
    accepted(province.save("06649", "I.1", Map.of("inputs", Map.of("a", 12, "b", 21)), OPENED));
    accepted(province.save("06652", "I.1", Map.of("inputs", Map.of("a", 3, "b", 21)), OPENED));
    accepted(province.save("06655", "I.1", Map.of("inputs", Map.of("a", 5, "b", 21)), OPENED));
    Campaign campaign = next();
    var lastYear =
        new LastYear(
            province.memory.campaigns(),
            province.memory.units(),
            province.memory.criteriaSets(),
            province.memory.submissions());
    Map<UnitCode, LastYear.Figure> figures =
        lastYear.of(
            campaign,
            List.of(unit(campaign, "06649"), unit(campaign, "N1"), unit(campaign, "N2")),
            CriteriaFixture.commune().criterion(FIRST).orElseThrow());
    assertEquals(Set.of(new UnitCode("06649"), new UnitCode("N1")), figures.keySet());
    figures.forEach((code, figure) ->
        assertEquals(compared(campaign, code.value()).figures().get(FIRST), figure));
    assertEquals(
        Map.of(),
        lastYear.of(
            province.campaign(),
            List.of(province.unit("06649")),
            CriteriaFixture.commune().criterion(FIRST).orElseThrow()),
        "no campaign before");
  }

  @Test
  void whatWasMergedSplitOrIsNewIsNotComparableAndSaysWhy() {
    Campaign campaign = next();
    assertEquals(Optional.of(HintProblem.LAST_YEAR_MERGED), obstacle(compared(campaign, "N2")));
    assertEquals(Optional.of(HintProblem.LAST_YEAR_SPLIT), obstacle(compared(campaign, "N3")));
    assertEquals(Optional.of(HintProblem.LAST_YEAR_NEW), obstacle(compared(campaign, "N5")));
    assertEquals(
        List.of(new UnitCode("06655"), new UnitCode("06658")),
        compared(campaign, "N2").predecessors());
  }

  @Test
  void unitThatChangedItsGroupIsAskedOtherThings() {
    Campaign campaign = next();
    Unit strange =
        new Unit(
            new UnitCode("X"),
            3,
            "ward",
            "X",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new UnitCode("STTTT")));
    assertEquals(
        Optional.of(HintProblem.LAST_YEAR_OTHER_GROUP),
        obstacle(
            new LastYear(
                    province.memory.campaigns(),
                    province.memory.units(),
                    province.memory.criteriaSets(),
                    province.memory.submissions())
                .of(campaign, strange, CriteriaFixture.commune())
                .orElseThrow()));
  }

  @Test
  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  void criterionThatAsksSomethingElseNowIsLeftOut() {
    accepted(province.save("06649", "I.1", Map.of("inputs", Map.of("a", 1, "b", 2)), OPENED));
    accepted(province.save("06649", "I.4", Map.of("inputs", Map.of("v", true)), OPENED));
    accepted(
        NewCampaign.read(Map.of("template", "131-2020", "id", "next", "previous", "131-2020"))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    Map<String, Object> set = CriteriaFixture.tree("commune");
    var group = (Map<String, Object>) ((List<Object>) set.get("groups")).getFirst();
    var first = (Map<String, Object>) ((List<Object>) group.get("criteria")).getFirst();
    var scoring = (Map<String, Object>) first.get("scoring");
    var input = (Map<String, Object>) ((List<Object>) scoring.get("inputs")).getFirst();
    String key = (String) input.put("key", "x");
    scoring.replaceAll((field, value) -> key.equals(value) ? "x" : value);
    accepted(
        CriteriaDocument.read(set)
            .flatMap(sent -> province.prepare.importCriteria(NEXT, 3, act(OPENED), sent)));
    accepted(
        OpenCampaign.said(Map.of("reason", "thử"))
            .flatMap(sent -> province.open.open(NEXT, act(OPENED), sent)));
    Campaign campaign = province.memory.campaigns().find(NEXT).orElseThrow();
    assertEquals(Set.of(new CriterionId("I.4")), compared(campaign, "06649").figures().keySet());
  }

  @Test
  void jumpIsWarnedOfAndSavesAllTheSame() {
    accepted(province.save("06649", "I.1", Map.of("inputs", Map.of("a", 5, "b", 20)), OPENED));
    Campaign campaign = next();
    Unit unit = unit(campaign, "06649");
    SaveAnswer.Saved saved =
        accepted(
            province.saveAnswer.save(
                campaign,
                unit,
                FIRST,
                by("06649", OPENED, Role.UNIT),
                Condition.NONE,
                AnswerDraft.read(Map.of("inputs", Map.of("a", 19, "b", 20)))));
    assertEquals(
        List.of(HintProblem.SHARE_JUMPED),
        province.hints.afterSaving(campaign, unit, saved.form(), FIRST).stream()
            .map(warning -> warning.fault().problem())
            .toList());
  }

  @Test
  void previousMustBeAnotherCampaignThatIsThere() {
    for (String previous : List.of("nowhere", "next")) {
      assertEquals(
          Set.of("previous NO_EARLIER_CAMPAIGN"),
          places(
              refused(
                  InputProblem.INVALID_BODY,
                  NewCampaign.read(
                          Map.of("template", "131-2020", "id", "next", "previous", previous))
                      .flatMap(sent -> province.prepare.create(act(OPENED), sent)))));
    }
    assertEquals(
        Set.of(
            "previous BAD_CODE",
            "desk.jumpPoints OUT_OF_RANGE",
            "desk.contestDays NOT_A_WHOLE_NUMBER",
            "desk.more UNKNOWN_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                NewCampaign.read(
                        Map.of(
                            "template",
                            "131-2020",
                            "id",
                            "next",
                            "previous",
                            "Đợt trước",
                            "desk",
                            Map.of(
                                "jumpPoints", 101,
                                "contestDays", new java.math.BigDecimal("1.5"),
                                "more", 1)))
                    .flatMap(sent -> province.prepare.create(act(OPENED), sent)))));
    assertFalse(province.memory.campaigns().find(NEXT).isPresent());
  }

  private static Optional<Problem> obstacle(LastYear.Comparison years) {
    return years.obstacle().map(Fault::problem);
  }
}
