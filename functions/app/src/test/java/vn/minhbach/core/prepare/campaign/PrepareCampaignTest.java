package vn.minhbach.core.prepare.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Role;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.criteria.CriteriaDocument;
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
    Campaign campaign =
        accepted(
            NewCampaign.read(FROM_TEMPLATE)
                .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    assertEquals(ID, campaign.id());
    assertEquals(Set.of(1, 2, 3), campaign.criteriaVersions().keySet());
    assertEquals(220, province.memory.units().all(ID, campaign.unitsVersion()).size());
  }

  @Test
  void secondFromTheSameTemplateIsNumbered() {
    accepted(
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    assertEquals(
        "131-2020-2",
        accepted(
                NewCampaign.read(FROM_TEMPLATE)
                    .flatMap(sent -> province.prepare.create(act(OPENED), sent)))
            .id()
            .value());
  }

  @Test
  void refusesAnIdThatIsTakenAndATemplateThatIsNot() {
    accepted(
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    int before = province.memory.entries();
    refused(
        CampaignProblem.CAMPAIGN_EXISTS,
        NewCampaign.read(Map.of("template", "131-2020", "id", "131-2020"))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    refused(
        CampaignProblem.UNKNOWN_TEMPLATE,
        NewCampaign.read(Map.of("template", "131-2021"))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    assertEquals(
        Set.of("id BAD_CODE"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                NewCampaign.read(Map.of("id", "Đợt 1"))
                    .flatMap(sent -> province.prepare.create(act(OPENED), sent)))));
    assertEquals(before, province.memory.entries());
  }

  @Test
  void sameKeyCreatesOnceAndAnotherBodyUnderItIsRefused() {
    var first =
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED, "key", "body"), sent));
    var again =
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED, "key", "body"), sent));
    assertEquals(accepted(first), accepted(again));
    refused(
        WriteProblem.KEY_REUSED,
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED, "key", "other"), sent)));
    assertEquals(1, province.memory.entries());
  }

  @Test
  void importsComeIntoForceUnderAVersionOfTheirOwn() {
    Campaign before =
        accepted(
            NewCampaign.read(FROM_TEMPLATE)
                .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    Campaign after = accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    assertNotEquals(before.unitsVersion(), after.unitsVersion());
    assertEquals(1, province.memory.units().all(ID, after.unitsVersion()).size());
    assertEquals(220, province.memory.units().all(ID, before.unitsVersion()).size());
  }

  @Test
  void refusesImportsThatCannotBe() {
    accepted(
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    int before = province.memory.entries();
    refused(
        CampaignProblem.NO_UNITS,
        province.prepare.importUnits(ID, act(OPENED), "code,group,kind,name,parent_code\n"));
    refused(
        CriteriaProblem.WRONG_GROUP,
        CriteriaDocument.read(sets.get(1))
            .flatMap(sent -> province.prepare.importCriteria(ID, 2, act(OPENED), sent)));
    refused(
        CriteriaProblem.INVALID_CRITERIA,
        CriteriaDocument.read(Map.of())
            .flatMap(sent -> province.prepare.importCriteria(ID, 2, act(OPENED), sent)));
    refused(
        CampaignProblem.UNKNOWN_CAMPAIGN,
        province.prepare.importUnits(new vn.minhbach.core.CampaignId("other"), act(OPENED), UNITS));
    assertEquals(before, province.memory.entries());
  }

  /** It would shut its importer out of the campaign: an employer that compares with nothing. */
  @Test
  void registerWithoutTheImportersOwnBodyIsRefused() {
    accepted(
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    refused(
        CampaignProblem.OWN_BODY_NOT_IN_FILE,
        province.prepare.importUnits(ID, Province.by("SNV", OPENED, Role.OFFICE), UNITS));
    accepted(province.prepare.importUnits(ID, Province.by("STTTT", OPENED, Role.OFFICE), UNITS));
    refused(
        CampaignProblem.OWN_BODY_NOT_IN_FILE,
        NewCampaign.read(Map.of("template", "131-2020", "id", "other"))
            .flatMap(
                sent -> province.prepare.create(Province.by("stttt", OPENED, Role.OFFICE), sent)));
  }

  @Test
  void nothingIsImportedOnceTheFormsAreOut() {
    Province opened = Province.opened();
    refused(CampaignProblem.WRONG_STAGE, opened.prepare.importUnits(ID, act(OPENED), UNITS));
    refused(
        CampaignProblem.WRONG_STAGE,
        CriteriaDocument.read(sets.get(1))
            .flatMap(sent -> opened.prepare.importCriteria(ID, 1, act(OPENED), sent)));
    refused(
        CampaignProblem.WRONG_STAGE,
        OpenCampaign.said(Map.of()).flatMap(sent -> opened.open.open(ID, act(OPENED), sent)));
  }

  @Test
  void formsAreSentOnlyWithUnitsCriteriaAndTimeToAnswer() {
    Map<String, Object> hurry = Map.of("reason", "Theo chỉ đạo");
    accepted(NewCampaign.read(body()).flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    var missing =
        refused(
            CampaignProblem.NOT_READY_TO_OPEN,
            OpenCampaign.said(Map.of()).flatMap(sent -> province.open.open(ID, act(OPENED), sent)));
    assertEquals("units", missing.facts().get("missing"));
    accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    missing =
        refused(
            CampaignProblem.NOT_READY_TO_OPEN,
            OpenCampaign.said(Map.of()).flatMap(sent -> province.open.open(ID, act(OPENED), sent)));
    assertEquals("criteria for group [1]", missing.facts().get("missing"));
    accepted(
        CriteriaDocument.read(sets.get(1))
            .flatMap(sent -> province.prepare.importCriteria(ID, 1, act(OPENED), sent)));
    Instant lastMoment = Instant.parse("2020-09-29T16:59:59.999Z");
    refused(
        CampaignProblem.DUE_DATE_PASSED,
        OpenCampaign.said(hurry)
            .flatMap(sent -> province.open.open(ID, act(lastMoment.plusMillis(1)), sent)));
    assertEquals(
        Set.of("units.STTTT UNIT_AT_SHORT_NOTICE"),
        places(
            refused(
                CampaignProblem.SHORT_NOTICE,
                OpenCampaign.said(Map.of())
                    .flatMap(sent -> province.open.open(ID, act(lastMoment), sent)))));
    assertEquals(
        Stage.OPEN,
        accepted(
                OpenCampaign.said(hurry)
                    .flatMap(sent -> province.open.open(ID, act(lastMoment), sent)))
            .stage());
  }

  @Test
  void whereRealDataEntersFormsGoOutUnderAnApprovedSecurityLevelOnly() {
    accepted(NewCampaign.read(body()).flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    accepted(
        CriteriaDocument.read(sets.get(1))
            .flatMap(sent -> province.prepare.importCriteria(ID, 1, act(OPENED), sent)));
    var deployed = new OpenCampaign(province.change, province.memory.units(), true);
    refused(
        CampaignProblem.SECURITY_LEVEL_NOT_APPROVED,
        OpenCampaign.said(Map.of()).flatMap(sent -> deployed.open(ID, act(OPENED), sent)));
    Map<String, Object> approval = Map.of("number", "12/QĐ-STTTT", "date", "2020-06-30");
    accepted(
        OpenCampaign.said(Map.of("securityApproval", approval))
            .flatMap(sent -> deployed.open(ID, act(OPENED), sent)));
    var sent =
        assertInstanceOf(
            CampaignFact.FormsSent.class,
            CampaignFact.read(province.memory.chain("131-2020").getLast()).orElseThrow());
    assertEquals(Optional.of("12/QĐ-STTTT"), sent.securityApproval());
    assertEquals(Optional.of(LocalDate.of(2020, 6, 30)), sent.securityApprovedOn());
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
    accepted(
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    province.memory.overtake(Attempts.MAX - 1);
    accepted(province.prepare.importUnits(ID, act(OPENED), UNITS));
    province.memory.overtake(Attempts.MAX);
    String others = UNITS + "SYT,1,department,Sở Y tế,\n";
    refused(WriteProblem.BUSY, province.prepare.importUnits(ID, act(OPENED), others));
  }

  @Test
  void importOfWhatIsInForceWritesNothing() {
    accepted(
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
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
    accepted(
        NewCampaign.read(FROM_TEMPLATE)
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    var first =
        accepted(
            CriteriaDocument.read(sets.get(1))
                .flatMap(sent -> province.prepare.importCriteria(ID, 1, act(OPENED), sent)));
    Object again = respelled(sets.get(1));
    assertNotEquals(sets.get(1), again);
    assertEquals(
        first,
        accepted(
            CriteriaDocument.read(again)
                .flatMap(sent -> province.prepare.importCriteria(ID, 1, act(OPENED), sent))));
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
