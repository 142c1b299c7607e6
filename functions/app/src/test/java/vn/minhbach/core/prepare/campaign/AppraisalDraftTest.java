package vn.minhbach.core.prepare.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.memory.Province;

class AppraisalDraftTest {

  private static Outcome<Campaign> read(Object appraisal) {
    var body = new HashMap<String, Object>();
    body.put("name", "Năm 2020");
    body.put("year", 2020L);
    body.put("plan", Map.of("number", "1", "date", "2020-07-21", "issuer", "UBND tỉnh"));
    body.put(
        "calendar",
        Map.of(
            "dueBefore", "2020-09-30",
            "appraisedBefore", "2020-12-30",
            "reportBefore", "2021-01-30",
            "publishBefore", "2021-04-01"));
    if (appraisal != null) {
      body.put("appraisal", appraisal);
    }
    return CampaignDraft.read(body, new CampaignId("c"));
  }

  @Test
  void bodiesOfThePlanAreDataOfItsCampaign() {
    AppraisalSettings plan = Province.opened().campaign().settings().appraisalSettings();
    assertEquals(Optional.of(new UnitCode("STTTT")), plan.standingOffice());
    assertEquals(Optional.of(new UnitCode("SNV")), plan.deputyBody());
    assertEquals(
        List.of("STTTT", "SNV", "SKHCN", "TTPVHCC", "VPUB"),
        plan.teamBodies().stream().map(UnitCode::value).toList());
  }

  @Test
  void whatIsNotSaidIsAsByDefault() {
    Campaign campaign = accepted(read(null));
    assertEquals(Optional.empty(), campaign.settings().appraisal());
    AppraisalSettings settings = campaign.settings().appraisalSettings();
    assertEquals(
        List.of(1, 5, 5, 4000, 5),
        List.of(
            settings.readingsOfEach(),
            settings.sampleOfHundred(),
            settings.daysToExplain(),
            settings.longestExplanation(),
            settings.daysToPetition()));
    assertEquals(Points.of("1.00"), settings.gap());
    assertEquals(settings, accepted(read(Map.of())).settings().appraisalSettings());
  }

  @Test
  void everythingMayBeSet() {
    var sent = new HashMap<String, Object>();
    sent.put("standingOffice", "SKHCN");
    sent.put("deputyBody", "SNV");
    sent.put("teamBodies", List.of("SKHCN", "SNV", "VPUB", "STC"));
    sent.put("readings", 2L);
    sent.put("samplePercent", 0L);
    sent.put("gapPoints", "0.50");
    sent.put("explanationDays", 3L);
    sent.put("explanationMax", 2000L);
    sent.put("petitionDays", 7L);
    sent.put("seed", 99L);
    AppraisalSettings settings = accepted(read(sent)).settings().appraisalSettings();
    assertEquals(2, settings.readingsOfEach());
    assertEquals(0, settings.sampleOfHundred());
    assertEquals(Points.of("0.50"), settings.gap());
    assertEquals(4, settings.teamBodies().size());
    assertEquals(Optional.of(99L), settings.seed());
  }

  @Test
  void everyFaultIsToldAtItsPlace() {
    var sent = new HashMap<String, Object>();
    sent.put("standingOffice", "SNV");
    sent.put("deputyBody", "SNV");
    sent.put("teamBodies", new ArrayList<>(List.of("SNV", "Sở Y tế")));
    sent.put("readings", 3L);
    sent.put("samplePercent", 101L);
    sent.put("gapPoints", "1");
    sent.put("explanationDays", 0L);
    sent.put("explanationMax", 10L);
    sent.put("petitionDays", 61L);
    sent.put("seed", -1L);
    sent.put("more", true);
    assertEquals(
        Set.of(
            "appraisal.deputyBody DEPUTY_OF_ANOTHER_BODY",
            "appraisal.teamBodies[1] BAD_CODE",
            "appraisal.readings OUT_OF_RANGE",
            "appraisal.samplePercent OUT_OF_RANGE",
            "appraisal.gapPoints OUT_OF_RANGE",
            "appraisal.explanationDays OUT_OF_RANGE",
            "appraisal.explanationMax OUT_OF_RANGE",
            "appraisal.petitionDays OUT_OF_RANGE",
            "appraisal.seed NEGATIVE",
            "appraisal.more UNKNOWN_FIELD"),
        places(refused(InputProblem.INVALID_BODY, read(sent))));
  }
}
