package vn.minhbach.core.appraise.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.unit.UnitProblem;

/** The team goes and looks, notes what it found, and the unit reads it with the minutes. */
class InspectionTest {

  private static final String UNIT = "SXD";
  private static final Instant THERE = Instant.parse("2020-11-10T02:00:00Z");

  private final Bench bench = new Bench();

  @BeforeEach
  void formIsThere() {
    bench.delivered(UNIT);
    bench.at(THERE);
  }

  private static Map<String, Object> plan(Map<String, Object> other) {
    var plan = new LinkedHashMap<String, Object>();
    plan.put("decision", Map.of("number", "12/KH-TTĐ", "date", "2020-11-05"));
    plan.put("from", "2020-11-10");
    plan.put("until", "2020-11-13");
    plan.put("members", List.of(Bench.SKHCN, Bench.DEPUTY));
    plan.put("units", List.of(UNIT));
    plan.putAll(other);
    return plan;
  }

  private Outcome<Inspection> planned(Condition condition, Map<String, Object> other) {
    return bench.planning.plan(
        ID, 1, bench.act(Bench.LEAD), condition, PlanInspection.read(plan(other)));
  }

  private void planned() {
    accepted(planned(Condition.NONE, Map.of()));
  }

  private Outcome<Finding> note(String account, Map<String, Object> other) {
    var body = new HashMap<String, Object>();
    body.put("inspection", 1L);
    body.put("criterion", "I.1");
    body.put("found", "differs");
    body.put("text", "Hai trong chín máy không hoạt động");
    body.putAll(other);
    return bench.finding.note(
        bench.campaign(), bench.province.unit(UNIT), bench.act(account), NoteFinding.read(body));
  }

  private Outcome<Evidence> upload(Act act, Map<String, Object> other) {
    var file = new LinkedHashMap<String, Object>();
    file.put("purpose", "inspection");
    file.put("fileName", "Máy số 3.jpg");
    file.put("contentType", "image/jpeg");
    file.put("sizeBytes", 1000L);
    file.put("sha256", "cd".repeat(32));
    file.put("photo", Map.of("taken", "2020-11-10"));
    file.putAll(other);
    return bench
        .province
        .grantUpload
        .grant(
            bench.campaign(),
            bench.province.unit(UNIT),
            act,
            THERE,
            DeclaredFile.read(file, bench.campaign().settings().uploadLimits()))
        .map(grant -> grant.evidence());
  }

  /** A photo that has arrived; the scan is still to come. */
  private Evidence photo() {
    Evidence file = accepted(upload(bench.act(Bench.SKHCN), Map.of()));
    arrived(file);
    return accepted(bench.province.checkEvidence.arrived(ID, new UnitCode(UNIT), file.id(), THERE))
        .orElseThrow();
  }

  private void arrived(Evidence file) {
    bench.province.vault.put(
        file.id(),
        new EvidenceVault.Arrival(
            file.sizeBytes(),
            file.sha256(),
            "tag",
            THERE,
            Optional.of(file.contentType()),
            Optional.empty()));
  }

  private List<String> history(Act act) {
    return accepted(
            bench.histories.read(
                bench.campaign(), bench.province.unit(UNIT), new CriterionId("I.1"), act))
        .events()
        .stream()
        .map(event -> event.what().vietnamese())
        .toList();
  }

  private Evidence scanned(Evidence file) {
    return accepted(
            bench.province.checkEvidence.scanned(
                ID,
                new UnitCode(UNIT),
                file.id(),
                new Checks.Scanned(true, "NO_THREATS_FOUND", Optional.empty()),
                THERE))
        .orElseThrow();
  }

  private Outcome<Minutes> minutes(String account, Map<String, Object> other, String... files) {
    var body = new HashMap<String, Object>();
    body.put("day", "2020-11-10");
    body.put("representative", "Phó Giám đốc");
    body.put("conclusion", "Đoàn ghi nhận như trên");
    body.put("evidence", List.of(files));
    body.putAll(other);
    return bench.minutes.keep(
        bench.campaign(), bench.province.unit(UNIT), 1, bench.act(account), KeepMinutes.read(body));
  }

  private ReadInspections.Report seenBy(Act act) {
    return bench.inspections.at(bench.campaign(), bench.province.unit(UNIT), act.caller());
  }

  private Act unit() {
    return Province.by(UNIT, bench.now(), Role.UNIT);
  }

  @Test
  void unitReadsWhatWasFoundWithTheMinutesAndNotBefore() {
    planned();
    Evidence photo = scanned(photo());
    assertEquals(Evidence.State.ACCEPTED, photo.state());
    accepted(note(Bench.SKHCN, Map.of("evidence", List.of(photo.id()))));
    assertEquals(
        new ReadInspections.Report(List.of(), List.of(), List.of()), seenBy(unit()), "too early");
    assertEquals(1, seenBy(bench.act(Bench.LEAD)).findings().size());
    refused(EvidenceProblem.UNKNOWN_EVIDENCE, opened(photo, unit()));
    assertTrue(history(unit()).stream().noneMatch(InspectionTest::found));
    assertTrue(history(bench.act(Bench.LEAD)).stream().anyMatch(InspectionTest::found));

    Evidence paper =
        accepted(
            upload(
                bench.act(Bench.SKHCN), Map.of("sha256", "ef".repeat(32), "fileName", "BB.jpg")));
    arrived(paper);
    accepted(bench.province.checkEvidence.arrived(ID, new UnitCode(UNIT), paper.id(), THERE));
    accepted(minutes(Bench.SKHCN, Map.of("opinion", "Đơn vị sẽ sửa"), paper.id()));
    ReadInspections.Report told = seenBy(unit());
    assertEquals(Finding.Found.DIFFERS, told.findings().getFirst().found());
    assertEquals("Phó Giám đốc", told.minutes().getFirst().representative());
    assertEquals(2, told.files().size());
    accepted(opened(photo, unit()));
    assertTrue(history(unit()).stream().anyMatch(InspectionTest::found));
    refused(InspectionProblem.MINUTES_ALREADY_KEPT, note(Bench.SKHCN, Map.of()));
  }

  private Outcome<?> opened(Evidence file, Act act) {
    return bench.province.openEvidence.open(
        bench.campaign(), bench.province.unit(UNIT), file.id(), act.caller(), bench.now());
  }

  private static boolean found(String told) {
    return told.startsWith("kiểm tra thực tế");
  }

  @Test
  void findingMovesNoPointAndMakesNoMarkStaleButTheSheetSaysThatItWasSeen() {
    planned();
    bench.later();
    accepted(bench.mark(Bench.STTTT, UNIT, "I.1", "agree", true));
    var before = bench.line(Bench.LEAD, UNIT, "I.1").view().marking();
    photo();
    accepted(note(Bench.SKHCN, Map.of()));
    accepted(note(Bench.DEPUTY, Map.of("criterion", "I.2", "found", "not-seen")));
    assertEquals(before, bench.line(Bench.LEAD, UNIT, "I.1").view().marking());
    assertEquals(
        Set.of(new CriterionId("I.1")), bench.inspections.seen(ID, new UnitCode(UNIT)), "not I.2");
  }

  @Test
  void teamFilesTakeNothingOfTheUnitsRoomAndAreNoneOfItsEvidence() {
    planned();
    Evidence photo = photo();
    assertTrue(
        accepted(bench.province.forms.read(bench.campaign(), bench.province.unit(UNIT)))
            .form()
            .evidence()
            .stream()
            .noneMatch(file -> file.id().equals(photo.id())));
    assertTrue(bench.province.memory.submissions().evidenceOf(ID, new UnitCode(UNIT)).isEmpty());
  }

  @Test
  void teamUploadsNothingElseAndNobodyElseUploadsForTheTeam() {
    planned();
    refused(
        CustodyProblem.ONLY_INSPECTION_FILES,
        upload(bench.act(Bench.SKHCN), Map.of("purpose", "signed-form")));
    bench.at(Province.OPENED);
    refused(
        EvidenceProblem.UNKNOWN_EVIDENCE,
        bench.province.withdraw.withdraw(
            bench.campaign(),
            bench.province.unit("SYT"),
            "0".repeat(32),
            Province.by("SYT", bench.now(), Role.UNIT),
            Condition.NONE));
    refused(
        CustodyProblem.NOT_OF_THE_TEAM,
        bench.province.grantUpload.grant(
            bench.campaign(),
            bench.province.unit("SYT"),
            Province.by("SYT", Province.OPENED, Role.UNIT),
            Province.OPENED,
            DeclaredFile.read(
                Map.of(
                    "purpose", "inspection",
                    "fileName", "a.jpg",
                    "contentType", "image/jpeg",
                    "sizeBytes", 10L,
                    "sha256", "cd".repeat(32)),
                bench.campaign().settings().uploadLimits())));
    refused(
        SubmissionProblem.MOVE_NOT_ALLOWED,
        bench.province.grantUpload.grant(
            bench.campaign(),
            bench.province.unit("SYT"),
            bench.act(Bench.SKHCN),
            Province.OPENED,
            DeclaredFile.read(
                Map.of(
                    "purpose", "inspection",
                    "fileName", "a.jpg",
                    "contentType", "image/jpeg",
                    "sizeBytes", 10L,
                    "sha256", "cd".repeat(32)),
                bench.campaign().settings().uploadLimits())));
  }

  @Test
  void planIsRefusedWithEveryPlaceAtFault() {
    assertEquals(
        Set.of(
            "until " + InspectionProblem.INSPECTION_DAYS,
            "units[0] " + UnitProblem.UNKNOWN_UNIT,
            "members[0] " + InspectionProblem.NO_MEMBER_TO_SEND,
            "members[1] " + InspectionProblem.RECUSED_FROM_INSPECTION),
        places(
            refused(
                InputProblem.INVALID_BODY,
                planned(
                    Condition.NONE,
                    Map.of(
                        "until", "2020-11-01",
                        "units", List.of("NOWHERE", "SNV"),
                        "members", List.of("stranger", Bench.SNV))))));
    assertEquals(
        Set.of("units " + InspectionProblem.RECUSED_FROM_INSPECTION),
        places(
            refused(
                InputProblem.INVALID_BODY,
                planned(
                    Condition.NONE,
                    Map.of("units", List.of("STTTT"), "members", List.of(Bench.SKHCN))))),
        "the lead plans nothing at its own body");
    for (String number : List.of("0", "1000", "x", "-1", "")) {
      refused(InspectionProblem.INSPECTION_NUMBER, PlanInspection.number(number));
    }
    bench.nobody();
    refused(
        TeamProblem.NO_TEAM,
        bench.planning.plan(
            ID, 1, Province.act(bench.now()), Condition.NONE, PlanInspection.read(plan(Map.of()))));
  }

  @Test
  void changedPlanNeedsTheEtagAndTheSameAgainWritesNothing() {
    planned();
    int entries = bench.province.memory.entries();
    planned();
    assertEquals(entries, bench.province.memory.entries());
    refused(WriteProblem.IF_MATCH_REQUIRED, planned(Condition.NONE, Map.of("until", "2020-11-20")));
    Inspection next =
        accepted(planned(new Condition(Optional.of("i1")), Map.of("until", "2020-11-20")));
    assertEquals(LocalDate.of(2020, 11, 20), next.until());
    assertEquals("i2", next.etag());
  }

  @Test
  void findingIsRefusedForWhoWasNotSentTooEarlyElsewhereAndWithoutItsFiles() {
    refused(InspectionProblem.UNKNOWN_INSPECTION, note(Bench.SKHCN, Map.of()));
    accepted(planned(Condition.NONE, Map.of("criteria", List.of("I.1"))));
    refused(InspectionProblem.NOT_SENT_THERE, note(Bench.STTTT, Map.of()));
    refused(
        InspectionProblem.CRITERION_NOT_INSPECTED, note(Bench.SKHCN, Map.of("criterion", "I.2")));
    refused(CriteriaProblem.UNKNOWN_CRITERION, note(Bench.SKHCN, Map.of("criterion", "IX.9")));
    assertEquals(
        Set.of("evidence[0] " + InspectionProblem.NO_TEAM_FILE),
        places(
            refused(
                InputProblem.INVALID_BODY,
                note(Bench.SKHCN, Map.of("evidence", List.of("0".repeat(32)))))));
    bench.delivered("SYT");
    bench.at(THERE);
    refused(
        InspectionProblem.UNIT_NOT_INSPECTED,
        bench.finding.note(
            bench.campaign(),
            bench.province.unit("SYT"),
            bench.act(Bench.SKHCN),
            NoteFinding.read(
                Map.of(
                    "inspection", 1L, "criterion", "I.1", "found", "confirmed", "text", "Đúng"))));
    bench.at(Instant.parse("2020-11-09T02:00:00Z"));
    refused(InspectionProblem.INSPECTION_NOT_BEGUN, note(Bench.SKHCN, Map.of()));
    assertFalse(
        NoteFinding.read(Map.of("inspection", 0L, "found", "maybe"))
            .<Boolean>fold(refusal -> false, draft -> true));
  }

  @Test
  void minutesAreRefusedWithoutTheirPaperOnAnotherDayAndOverOthers() {
    planned();
    assertFalse(
        KeepMinutes.read(
                Map.of(
                    "day", "2020-11-10",
                    "representative", "Giám đốc",
                    "conclusion", "Đúng",
                    "evidence", List.of()))
            .<Boolean>fold(refusal -> false, draft -> true));
    Evidence paper = photo();
    assertEquals(
        Set.of("day " + InspectionProblem.MINUTES_DAY),
        places(
            refused(
                InputProblem.INVALID_BODY,
                minutes(Bench.SKHCN, Map.of("day", "2020-11-11"), paper.id()))),
        "it has not come");
    accepted(minutes(Bench.SKHCN, Map.of(), paper.id()));
    int entries = bench.province.memory.entries();
    accepted(minutes(Bench.DEPUTY, Map.of(), paper.id()));
    assertEquals(entries, bench.province.memory.entries(), "the same minutes again");
    refused(
        InspectionProblem.MINUTES_ALREADY_KEPT,
        minutes(Bench.SKHCN, Map.of("conclusion", "Khác"), paper.id()));
  }

  @Test
  void plansAtUnitsThatAReaderIsRecusedFromAreNotListed() {
    planned();
    assertEquals(
        1, bench.inspections.plans(bench.campaign(), bench.act(Bench.SNV).caller()).size());
    var theirs = new Caller("x", Set.of(Role.APPRAISER), Optional.of(new UnitCode(UNIT)));
    assertEquals(0, bench.inspections.plans(bench.campaign(), theirs).size());
    bench.delivered("SKHCN");
    refused(
        AccessProblem.OWN_UNIT,
        bench.finding.note(
            bench.campaign(),
            bench.province.unit("SKHCN"),
            bench.act(Bench.SKHCN),
            NoteFinding.read(
                Map.of(
                    "inspection", 1L, "criterion", "I.1", "found", "confirmed", "text", "Đúng"))));
  }
}
