package vn.minhbach.core.publish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.file.FileProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.unit.Unit;

/** A unit's improvement plan from the publication to its marks in the campaign after. */
class PlanTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");
  private static final CampaignId NEXT = new CampaignId("next");
  private static final String SHA = "ab".repeat(32);
  private static final Map<String, Object> PAPER =
      Map.of("number", "14/KH-SNV", "date", "2020-10-30", "sha256", SHA);

  private final Province province = Province.opened();
  private final Plans plans = province.memory.plans();
  private final EarlierPlan earlier =
      new EarlierPlan(province.memory.campaigns(), province.memory.units(), plans);
  private final ReadPlan read =
      new ReadPlan(plans, province.board, province.memory.criteriaSets(), earlier);
  private final WritePlan write = new WritePlan(plans, province.forms, province.commits);
  private final MarkMeasure mark = new MarkMeasure(earlier, province.forms, province.commits);

  @BeforeEach
  void onlyOneUnitAnswers() {
    province.answerAll("SNV");
    accepted(province.submit("SNV", OPENED));
  }

  private void published() {
    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(province.approve(Map.of(), LOCKED));
    accepted(province.publish.publish(ID, act(LOCKED)));
  }

  private static Map<String, Object> item(String criterion, String due) {
    return new HashMap<>(
        Map.of(
            "criterion",
            criterion,
            "measure",
            "Thay máy tính cũ",
            "responsible",
            "Văn phòng Sở",
            "due",
            due));
  }

  private Outcome<Plan> written(Condition condition, Object... items) {
    return written(condition, Optional.empty(), items);
  }

  private Outcome<Plan> written(
      Condition condition, Optional<Map<String, Object>> official, Object... items) {
    var body = new HashMap<String, Object>(Map.of("items", List.of(items)));
    official.ifPresent(paper -> body.put("official", paper));
    return write.write(
        province.campaign(), province.unit("SNV"), act(LOCKED), condition, WritePlan.read(body));
  }

  private static Condition read(String etag) {
    return new Condition(Optional.of(etag));
  }

  @Test
  void planWaitsForThePublicationAndIsDueSoManyDaysAfterIt() {
    refused(
        PlanProblem.PLAN_BEFORE_PUBLICATION, written(Condition.NONE, item("I.1", "2021-06-30")));
    assertEquals(Optional.empty(), shown().dueOn());
    assertEquals(List.of(), shown().weakest());
    published();
    Plan plan = accepted(written(Condition.NONE, item("I.1", "2021-06-30")));
    assertEquals(1, plan.issue());
    assertEquals(Optional.of(LocalDate.of(2020, 12, 1)), shown().dueOn());
    assertEquals(Optional.of(plan), shown().plan());
  }

  @Test
  void officeSetsHowManyDaysAPlanMayTake() {
    Campaign other =
        accepted(
            NewCampaign.read(
                    Map.of("template", "131-2020", "id", "next", "result", Map.of("planDays", 45)))
                .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    assertEquals(45, other.settings().resultSettings().daysToPlan());
    assertEquals(
        Set.of("result.planDays OUT_OF_RANGE"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                NewCampaign.read(
                        Map.of("template", "131-2020", "id", "x", "result", Map.of("planDays", 0)))
                    .flatMap(sent -> province.prepare.create(act(OPENED), sent)))));
  }

  private ReadPlan.Shown shown() {
    return read.of(province.campaign(), province.unit("SNV"));
  }

  @Test
  void weakestAreOfTheFrozenCardByWhatIsLost() {
    published();
    List<ReadPlan.Weak> weakest = shown().weakest();
    for (int i = 1; i < weakest.size(); i++) {
      assertTrue(weakest.get(i - 1).lost().compareTo(weakest.get(i).lost()) >= 0);
    }
    assertTrue(weakest.stream().allMatch(weak -> weak.lost().compareTo(Points.ZERO) > 0));
    // Who sent nothing lost everything: the dearest criteria come first.
    ReadPlan.Shown nothing = read.of(province.campaign(), province.unit("SXD"));
    assertEquals(10, nothing.weakest().size());
    assertEquals(nothing.weakest().getFirst().max(), nothing.weakest().getFirst().lost());
    assertTrue(nothing.weakest().getFirst().title().isPresent());
  }

  @Test
  void everyFaultIsNamedAtItsPlace() {
    published();
    assertEquals(
        Set.of(
            "items[0].criterion " + CriteriaProblem.UNKNOWN_CRITERION,
            "items[0].due " + PlanProblem.MEASURE_DUE_TOO_EARLY,
            "official.date IN_THE_FUTURE"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                written(
                    Condition.NONE,
                    Optional.of(Map.of("number", "1", "date", "2020-11-02", "sha256", SHA)),
                    item("X.9", "2020-10-31")))));
    assertEquals(
        Set.of("items TOO_FEW", "official.sha256 " + FileProblem.BAD_SHA256),
        places(
            refused(
                InputProblem.INVALID_BODY,
                written(
                    Condition.NONE,
                    Optional.of(Map.of("number", "1", "date", "2020-11-01", "sha256", "AB"))))));
  }

  @Test
  void issuedPlanChangesWithAnotherPaperAloneAndTheLedgerNamesNobodyInCharge() {
    published();
    accepted(written(Condition.NONE, item("I.1", "2021-06-30")));
    refused(WriteProblem.IF_MATCH_REQUIRED, written(Condition.NONE, item("I.2", "2021-06-30")));
    accepted(written(read("k1"), Optional.of(PAPER), item("I.1", "2021-06-30")));
    int entries = province.memory.entries();
    accepted(written(Condition.NONE, Optional.of(PAPER), item("I.1", "2021-06-30")));
    assertEquals(entries, province.memory.entries(), "the same again writes nothing");
    var refusal =
        refused(PlanProblem.PLAN_ALREADY_ISSUED, written(read("k2"), item("I.1", "2021-06-30")));
    assertEquals("14/KH-SNV", refusal.facts().get("number"));
    refused(
        PlanProblem.PLAN_ALREADY_ISSUED,
        written(read("k2"), Optional.of(PAPER), item("I.2", "2021-06-30")));
    var other = new HashMap<>(PAPER);
    other.put("number", "20/KH-SNV");
    Plan second = accepted(written(read("k2"), Optional.of(other), item("I.2", "2021-06-30")));
    assertEquals(3, second.version());
    Entry last = province.memory.chain(province.head("SNV").chain().toString()).getLast();
    var fact = (PlanFact.PlanWritten) PlanFact.read(last).orElseThrow();
    assertEquals(Optional.of("20/KH-SNV"), fact.number());
    assertFalse(last.body().toString().contains("Văn phòng Sở"));
  }

  @Test
  void nextCampaignShowsThePlanAndItsUnitMarksEachMeasure() {
    published();
    accepted(written(Condition.NONE, item("I.1", "2021-06-30"), item("II.1", "2021-09-30")));
    Campaign next = next();
    Unit unit =
        province.memory.units().find(NEXT, next.unitsVersion(), new UnitCode("SNV")).orElseThrow();
    assertEquals(2, read.of(next, unit).earlier().orElseThrow().plan().items().size());
    refused(
        PlanProblem.NO_EARLIER_PLAN,
        marked(next, other(next, "SXD"), "1", Condition.NONE, Map.of("done", true)));
    for (String number : List.of("0", "3", "x", "99999")) {
      refused(
          PlanProblem.NO_SUCH_MEASURE,
          marked(next, unit, number, Condition.NONE, Map.of("done", true)));
    }
    assertEquals(
        Set.of("evidence " + PlanProblem.PLAN_FILE_NOT_THERE),
        places(
            refused(
                InputProblem.INVALID_BODY,
                marked(
                    next,
                    unit,
                    "1",
                    Condition.NONE,
                    Map.of("done", true, "evidence", "0".repeat(32))))));
    accepted(marked(next, unit, "1", Condition.NONE, Map.of("done", true, "note", "Đã thay")));
    refused(
        WriteProblem.IF_MATCH_REQUIRED,
        marked(next, unit, "2", Condition.NONE, Map.of("done", false)));
    EarlierPlan.Reviewed then =
        accepted(marked(next, unit, "2", read("r1"), Map.of("done", false)));
    assertTrue(then.mark(1).orElseThrow().done());
    assertFalse(then.mark(2).orElseThrow().done());
    assertEquals(then, earlier.of(next, unit).orElseThrow());
    // Marks of another version of the plan say nothing of this one.
    accepted(written(read("k1"), item("I.2", "2021-06-30")));
    assertEquals(Optional.empty(), earlier.of(next, unit).orElseThrow().mark(1));
    accepted(marked(next, unit, "1", read("r2"), Map.of("done", true)));
    assertEquals(1, earlier.of(next, unit).orElseThrow().review().orElseThrow().marks().size());
  }

  @Test
  void nothingIsMarkedOnceTheCampaignIsReported() {
    published();
    refused(
        CampaignProblem.WRONG_STAGE,
        marked(
            province.campaign(), province.unit("SNV"), "1", Condition.NONE, Map.of("done", true)));
  }

  private Outcome<EarlierPlan.Reviewed> marked(
      Campaign campaign, Unit unit, String number, Condition condition, Map<String, Object> body) {
    return mark.mark(campaign, unit, number, act(LOCKED), condition, MarkMeasure.read(body));
  }

  private Unit other(Campaign campaign, String code) {
    return province
        .memory
        .units()
        .find(campaign.id(), campaign.unitsVersion(), new UnitCode(code))
        .orElseThrow();
  }

  private Campaign next() {
    accepted(
        NewCampaign.read(Map.of("template", "131-2020", "id", "next", "previous", ID.value()))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    return accepted(
        OpenCampaign.said(Map.of("reason", "thử"))
            .flatMap(sent -> province.open.open(NEXT, act(OPENED), sent)));
  }
}
