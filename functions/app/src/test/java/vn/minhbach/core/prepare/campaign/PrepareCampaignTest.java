package vn.minhbach.core.prepare.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Role;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;

class PrepareCampaignTest {

  private static final String UNITS =
      "code,group,kind,name,parent_code\nSTTTT,1,department,Sở TTTT,\n";
  private static final Map<String, Object> FROM_TEMPLATE = Map.of("template", "131-2020");

  private final Province province = new Province();
  private final Map<Integer, Object> sets =
      new ResourceTemplates().find("131-2020").orElseThrow().criteria();

  @Test
  void templateBringsUnitsAndCriteria() {
    Campaign campaign = accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    assertEquals(ID, campaign.id());
    assertEquals(Set.of(1, 2, 3), campaign.criteriaVersions().keySet());
    assertEquals(220, province.memory.units().all(ID, campaign.unitsVersion()).size());
  }

  @Test
  void secondFromTheSameTemplateIsNumbered() {
    accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    assertEquals(
        "131-2020-2", accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE)).id().value());
  }

  @Test
  void refusesAnIdThatIsTakenAndATemplateThatIsNot() {
    accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    int before = province.memory.entries();
    refused(
        CampaignProblem.CAMPAIGN_EXISTS,
        province.prepare.create(act(OPENED), Map.of("template", "131-2020", "id", "131-2020")));
    refused(
        CampaignProblem.UNKNOWN_TEMPLATE,
        province.prepare.create(act(OPENED), Map.of("template", "131-2021")));
    assertEquals(
        Set.of("id BAD_CODE"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                province.prepare.create(act(OPENED), Map.of("id", "Đợt 1")))));
    assertEquals(before, province.memory.entries());
  }

  @Test
  void sameKeyCreatesOnceAndAnotherBodyUnderItIsRefused() {
    var first = province.prepare.create(act(OPENED, "key", "body"), FROM_TEMPLATE);
    var again = province.prepare.create(act(OPENED, "key", "body"), FROM_TEMPLATE);
    assertEquals(accepted(first), accepted(again));
    refused(
        WriteProblem.KEY_REUSED,
        province.prepare.create(act(OPENED, "key", "other"), FROM_TEMPLATE));
    assertEquals(1, province.memory.entries());
  }

  @Test
  void importsComeIntoForceUnderAVersionOfTheirOwn() {
    Campaign before = accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    Campaign after = accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    assertNotEquals(before.unitsVersion(), after.unitsVersion());
    assertEquals(1, province.memory.units().all(ID, after.unitsVersion()).size());
    assertEquals(220, province.memory.units().all(ID, before.unitsVersion()).size());
  }

  @Test
  void refusesImportsThatCannotBe() {
    accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    int before = province.memory.entries();
    refused(
        CampaignProblem.NO_UNITS,
        province.prepare.importUnits(ID, act(OPENED), "code,group,kind,name,parent_code\n"));
    refused(
        CriteriaProblem.WRONG_GROUP,
        province.prepare.importCriteria(ID, 2, act(OPENED), sets.get(1)));
    refused(
        CriteriaProblem.INVALID_CRITERIA,
        province.prepare.importCriteria(ID, 2, act(OPENED), Map.of()));
    refused(
        CampaignProblem.UNKNOWN_CAMPAIGN,
        province.prepare.importUnits(new vn.minhbach.core.CampaignId("other"), act(OPENED), UNITS));
    assertEquals(before, province.memory.entries());
  }

  /** It would shut its importer out of the campaign: an employer that compares with nothing. */
  @Test
  void registerWithoutTheImportersOwnBodyIsRefused() {
    accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    refused(
        CampaignProblem.OWN_BODY_NOT_IN_FILE,
        province.prepare.importUnits(ID, Province.by("SNV", OPENED, Role.OFFICE), UNITS));
    accepted(province.prepare.importUnits(ID, Province.by("STTTT", OPENED, Role.OFFICE), UNITS));
    refused(
        CampaignProblem.OWN_BODY_NOT_IN_FILE,
        province.prepare.create(
            Province.by("stttt", OPENED, Role.OFFICE),
            Map.of("template", "131-2020", "id", "other")));
  }

  @Test
  void nothingIsImportedOnceTheFormsAreOut() {
    Province opened = Province.opened();
    refused(CampaignProblem.WRONG_STAGE, opened.prepare.importUnits(ID, act(OPENED), UNITS));
    refused(
        CampaignProblem.WRONG_STAGE,
        opened.prepare.importCriteria(ID, 1, act(OPENED), sets.get(1)));
    refused(CampaignProblem.WRONG_STAGE, opened.open.open(ID, act(OPENED), Map.of()));
  }

  @Test
  void formsAreSentOnlyWithUnitsCriteriaAndTimeToAnswer() {
    Map<String, Object> hurry = Map.of("reason", "Theo chỉ đạo");
    accepted(province.prepare.create(act(OPENED), body()));
    var missing =
        refused(CampaignProblem.NOT_READY_TO_OPEN, province.open.open(ID, act(OPENED), Map.of()));
    assertEquals("units", missing.facts().get("missing"));
    accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    missing =
        refused(CampaignProblem.NOT_READY_TO_OPEN, province.open.open(ID, act(OPENED), Map.of()));
    assertEquals("criteria for group [1]", missing.facts().get("missing"));
    accepted(province.prepare.importCriteria(ID, 1, act(OPENED), sets.get(1)));
    Instant lastMoment = Instant.parse("2020-09-29T16:59:59.999Z");
    refused(
        CampaignProblem.DUE_DATE_PASSED,
        province.open.open(ID, act(lastMoment.plusMillis(1)), hurry));
    assertEquals(
        Set.of("units.STTTT UNIT_AT_SHORT_NOTICE"),
        places(
            refused(
                CampaignProblem.SHORT_NOTICE, province.open.open(ID, act(lastMoment), Map.of()))));
    assertEquals(Stage.OPEN, accepted(province.open.open(ID, act(lastMoment), hurry)).stage());
  }

  @Test
  void everyStepStandsInTheCampaignsChain() {
    Province opened = Province.opened();
    List<Entry> chain = opened.memory.chain("131-2020");
    assertEquals(
        List.of("CAMPAIGN_CREATED", "FORMS_SENT"), chain.stream().map(Entry::kind).toList());
    assertEquals(List.of(), Verification.faults(chain, opened.campaign().tip()));
  }

  @Test
  void overtakenImportIsDecidedAnewAndGivesUpInTheEnd() {
    accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    province.memory.overtake(Attempts.MAX - 1);
    accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    province.memory.overtake(Attempts.MAX);
    String others = UNITS + "SYT,1,department,Sở Y tế,\n";
    refused(WriteProblem.BUSY, province.prepare.importUnits(ID, act(OPENED), others));
  }

  @Test
  void importOfWhatIsInForceWritesNothing() {
    accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    var first = accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    assertEquals(first, accepted(province.prepare.importUnits(ID, act(OPENED), UNITS)));
  }

  /** As a workbook brings it: 4.0 for 4. */
  private static Object respelled(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, value) -> copy.put(key, respelled(value)));
        yield copy;
      }
      case List<?> list -> list.stream().map(PrepareCampaignTest::respelled).toList();
      case Long number when number > 2 && number < 1000 -> BigDecimal.valueOf(number).setScale(1);
      case null, default -> node;
    };
  }

  @Test
  void theSamePointsInAnotherSpellingAreTheSameSet() {
    accepted(province.prepare.create(act(OPENED), FROM_TEMPLATE));
    var first = accepted(province.prepare.importCriteria(ID, 1, act(OPENED), sets.get(1)));
    Object again = respelled(sets.get(1));
    assertNotEquals(sets.get(1), again);
    assertEquals(first, accepted(province.prepare.importCriteria(ID, 1, act(OPENED), again)));
  }

  private static Map<String, Object> body() {
    return Map.of(
        "id",
        "131-2020",
        "name",
        "Đánh giá",
        "year",
        2020,
        "plan",
        Map.of("number", "131/KH-UBND", "date", "2020-07-21", "issuer", "UBND tỉnh"),
        "calendar",
        Map.of(
            "dueBefore", "2020-09-30",
            "appraisedBefore", "2020-12-30",
            "reportBefore", "2021-01-30",
            "publishBefore", "2021-04-01"));
  }
}
