package vn.minhbach.core.publish.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.question.ReferQuestion;
import vn.minhbach.core.assess.question.Referral;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.CampaignFact;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.unit.Unit;

/** From the last form to the published ranking, over stores in memory. */
class PublishResultTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");
  private static final Map<String, Object> DECISION =
      Map.of("number", "123/QĐ-UBND", "date", "2021-02-10");

  private final Province province = Province.opened();

  @Test
  void nothingIsReportedWhileAnyFormCanStillChange() {
    var refusal =
        refused(PublicationProblem.FORMS_STILL_OPEN, province.publish.report(ID, act(OPENED)));
    assertEquals("220", refusal.facts().get("count"));
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    refusal =
        refused(PublicationProblem.FORMS_STILL_OPEN, province.publish.report(ID, act(OPENED)));
    assertEquals("219", refusal.facts().get("count"));
  }

  @Test
  void nothingIsReportedWhileCriterionIsOpenAgain() {
    province.answerAll("STTTT");
    Evidence file = province.evidence("STTTT", "I.1");
    province.vault.put(
        file.id(),
        new EvidenceVault.Arrival(
            file.sizeBytes(),
            file.sha256(),
            "tag",
            OPENED,
            Optional.of(file.contentType()),
            Optional.empty()));
    accepted(province.submit("STTTT", OPENED));
    Instant scanned = LOCKED.minusSeconds(86_400);
    accepted(
        province.checkEvidence.scanned(
            ID,
            new UnitCode("STTTT"),
            file.id(),
            new Checks.Scanned(false, "THREATS_FOUND", Optional.empty()),
            scanned));
    var refusal =
        refused(PublicationProblem.FORMS_STILL_OPEN, province.publish.report(ID, act(LOCKED)));
    assertEquals("STTTT", refusal.facts().get("units"));
    accepted(province.publish.report(ID, act(LOCKED.plusSeconds(4 * 86_400))));
  }

  @Test
  void stepsGoInOrderAndNoneTwice() {
    refused(CampaignProblem.WRONG_STAGE, province.approve(DECISION, LOCKED));
    refused(CampaignProblem.WRONG_STAGE, province.publish.publish(ID, act(LOCKED)));
    assertEquals(Stage.REPORTED, accepted(province.publish.report(ID, act(LOCKED))).stage());
    refused(CampaignProblem.WRONG_STAGE, province.publish.report(ID, act(LOCKED)));
    assertEquals(Stage.APPROVED, accepted(province.approve(DECISION, LOCKED)).stage());
    assertEquals(Stage.PUBLISHED, accepted(province.publish.publish(ID, act(LOCKED))).stage());
  }

  @Test
  void decisionHasNumberAndDateOrNeither() {
    accepted(province.publish.report(ID, act(LOCKED)));
    assertEquals(
        Set.of("date MISSING_FIELD"),
        places(
            refused(InputProblem.INVALID_BODY, province.approve(Map.of("number", "1"), LOCKED))));
    accepted(province.approve(Map.of(), LOCKED));
  }

  @Test
  void publicReadsNothingBeforePublication() {
    Unit unit = province.unit("STTTT");
    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(province.approve(DECISION, LOCKED));
    refused(
        PublicationProblem.NOT_PUBLISHED,
        province.results.published(province.campaign(), 1, 0, 0, 10));
    refused(
        PublicationProblem.NOT_PUBLISHED,
        province.results.publishedCard(province.campaign(), unit));
    accepted(province.publish.publish(ID, act(LOCKED)));
    assertEquals(
        30, accepted(province.results.published(province.campaign(), 1, 0, 0, 500)).rows().size());
    accepted(province.results.publishedCard(province.campaign(), unit));
  }

  @Test
  void unitThatSentNothingIsRankedByTheProvincesFiguresAloneOnceItsTimeIsOver() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    province.answerAll("SNV");
    province.mended();
    province.drafted(OPENED);
    assertTrue(
        rows(province.results.draft(province.campaign(), 1, 0, 500, OPENED)).stream()
            .skip(1)
            .allMatch(row -> row.unranked().orElseThrow().equals("NOT_SUBMITTED")));
    published();
    List<RankingRow> rows = published(1);
    assertEquals("STTTT", rows.getFirst().unit().value());
    assertFalse(rows.getFirst().withoutForm());
    assertEquals(30, rows.size());
    for (RankingRow row : rows.subList(1, 30)) {
      assertTrue(row.withoutForm());
      assertEquals(Points.of("0.00"), row.index().orElseThrow());
      assertEquals(rows.getFirst().annex().orElseThrow().maximum(), row.applicableMax());
      assertEquals(2, row.rank().orElseThrow());
    }
    // What was typed and never sent is nobody's business, and counts nothing.
    var card = accepted(province.results.publishedCard(province.campaign(), province.unit("SNV")));
    assertEquals(Points.of("0.00"), card.scorecard().points());
    assertTrue(card.view().form().answers().isEmpty());
    assertEquals(card.row().orElseThrow().applicableMax(), card.scorecard().max());
  }

  @Test
  void excusedUnitIsListedWithItsDecisionAndHoldsNothingUp() {
    Map<String, Object> order =
        Map.of(
            "decision",
            Map.of("number", "55/QĐ-UBND", "date", "2020-08-01"),
            "reason",
            "Mới thành lập");
    assertEquals(
        Set.of("decision.date IN_THE_FUTURE", "reason MISSING_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                excuse("SNV", Map.of("decision", Map.of("number", "1", "date", "2021-02-10"))))));
    accepted(excuse("SNV", order));
    long version = province.campaign().version();
    accepted(excuse("SNV", order));
    assertEquals(version, province.campaign().version());
    published();
    RankingRow row = row(1, "SNV");
    assertEquals("EXCUSED", row.unranked().orElseThrow());
    assertEquals("55/QĐ-UBND", row.excused().orElseThrow().number());
    assertTrue(row.rank().isEmpty());
    refused(CampaignProblem.WRONG_STAGE, excuse("SNV", order));
  }

  private Outcome<Campaign> excuse(String unit, Object body) {
    return province.excuse.excuse(province.campaign(), province.unit(unit), act(OPENED), body);
  }

  @Test
  void everyKindThatIsOpenIsNamedInOneAnswer() {
    accepted(
        province.change.of(
            ID,
            act(OPENED),
            campaign ->
                Outcome.accepted(
                    new CampaignChange.Decided(
                        campaign,
                        Optional.of(new CampaignFact.CampaignCreated("test", Optional.empty())),
                        Map.of(),
                        List.of(new PutJob(Job.correct(ID, "j1", 1, OPENED)))))));
    var refusal =
        refused(PublicationProblem.REPORT_BLOCKED, province.publish.report(ID, act(OPENED)));
    assertEquals("2", refusal.facts().get("count"));
    assertEquals(
        Set.of(
            "jobs " + PublicationProblem.JOBS_STILL_OPEN,
            "forms " + PublicationProblem.FORMS_STILL_OPEN),
        places(refusal));
  }

  @Test
  void officeEntersTheSignedPaperAndTheDeputyConfirmsIt() {
    Campaign reported = accepted(province.publish.report(ID, act(LOCKED)));
    String code = reported.result().orElseThrow().frozen().orElseThrow().code();
    assertTrue(code.matches("[0-9a-f]{4}( [0-9a-f]{4}){3}"), code);
    refused(PublicationProblem.APPROVAL_PAPER_NEEDED, enter(DECISION));
    refused(PublicationProblem.NO_APPROVAL_ENTERED, confirm("deputy", Map.of()));
    assertEquals(
        Set.of("number MISSING_FIELD", "date MISSING_FIELD", "signedBy MISSING_FIELD"),
        places(refused(InputProblem.INVALID_BODY, enter(Map.of("issuer", "UBND")))));
    var paper = new HashMap<String, Object>(DECISION);
    paper.put("issuer", "UBND");
    paper.put("authority", "TM");
    paper.put("signedBy", Map.of("name", "Nguyễn Văn B", "title", "Chủ tịch"));
    paper.put("sha256", "ab".repeat(32));
    paper.put("code", "0000-0000-0000-0000");
    var other = refused(PublicationProblem.OTHER_SNAPSHOT, enter(paper));
    assertEquals("0000 0000 0000 0000", other.facts().get("sent"));
    assertEquals(code, other.facts().get("code"));
    // As it was typed from the paper: spaces and case make no difference.
    paper.put("code", code.replace(" ", "").toUpperCase(Locale.ROOT));
    Campaign entered = accepted(enter(paper));
    assertEquals(Stage.REPORTED, entered.stage());
    assertEquals(
        Campaign.Authority.TM,
        entered
            .result()
            .orElseThrow()
            .entered()
            .orElseThrow()
            .paper()
            .orElseThrow()
            .authority()
            .orElseThrow());
    refused(CampaignProblem.WRONG_STAGE, province.publish.publish(ID, act(LOCKED)));
    refused(PublicationProblem.ANOTHER_CONFIRMS, confirm("account", Map.of()));
    refused(
        PublicationProblem.OTHER_SNAPSHOT, confirm("deputy", Map.of("code", "1111222233334444")));
    Campaign approved = accepted(confirm("deputy", Map.of("code", code)));
    assertEquals(Stage.APPROVED, approved.stage());
    assertEquals("123/QĐ-UBND", approved.result().orElseThrow().approval().orElseThrow().number());
    assertEquals(List.of("report", "approval"), province.kept);
  }

  private Outcome<Campaign> enter(Object body) {
    return province.approve.approve(ID, act(LOCKED), ApprovalDraft.read(body));
  }

  private Outcome<Campaign> confirm(String account, Object body) {
    var deputy =
        new Act(
            new Caller(account, Set.of(Role.DEPUTY), Optional.empty()), LOCKED, Optional.empty());
    return province.approve.confirm(ID, deputy, ApprovalDraft.seen(body));
  }

  @Test
  void approvalOfAnotherVersionThanTheOneInForceIsRefused() {
    Campaign reported = accepted(province.publish.report(ID, act(LOCKED)));
    long version = reported.result().orElseThrow().rankingVersion();
    refused(
        PublicationProblem.OTHER_RANKING_VERSION,
        province.approve(Map.of("rankingVersion", version + 1), LOCKED));
    accepted(province.approve(Map.of("rankingVersion", version), LOCKED));
  }

  @Test
  void whatIsSentBackIsReportedAnewAndItsAnchorsStandBesideTheFirst() {
    accepted(province.publish.report(ID, act(LOCKED)));
    Campaign back =
        accepted(
            province.approve.sendBack(
                ID, Province.by(Role.APPROVER, LOCKED), Outcome.accepted("Xem lại nhóm 2")));
    assertEquals(Stage.OPEN, back.stage());
    assertTrue(back.result().isEmpty());
    assertEquals("Xem lại nhóm 2", back.ruled().sentBack().orElseThrow().reason());
    refused(
        CampaignProblem.WRONG_STAGE,
        province.approve.sendBack(
            ID, Province.by(Role.APPROVER, LOCKED), Outcome.accepted("Lần nữa")));
    accepted(
        excuse(
            "SNV",
            Map.of("decision", Map.of("number", "9", "date", "2020-08-01"), "reason", "Giải thể")));
    published();
    assertEquals(List.of("report", "report-2", "approval-2", "publication-2"), province.kept);
    assertEquals(1, province.campaign().result().orElseThrow().issue());
  }

  @Test
  void correctedResultIsASecondIssueAndTheFirstStaysReadable() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    refused(CampaignProblem.WRONG_STAGE, reissue());
    published();
    String first = published(1).toString();
    refused(PublicationProblem.NO_SUCH_ISSUE, issue(2));
    accepted(reissue());
    // While it is corrected the public reads the first, and no scorecard that is in flux.
    assertEquals(first, published(1).toString());
    refused(
        PublicationProblem.RESULT_BEING_CORRECTED,
        province.results.publishedCard(province.campaign(), province.unit("STTTT")));
    accepted(
        excuse(
            "STTTT",
            Map.of("decision", Map.of("number", "9", "date", "2020-08-01"), "reason", "Giải thể")));
    accepted(province.publish.report(ID, act(LOCKED)));
    assertEquals(first, published(1).toString());
    refused(PublicationProblem.NO_SUCH_ISSUE, issue(2));
    accepted(province.approve(Map.of(), LOCKED));
    accepted(province.publish.publish(ID, act(LOCKED)));
    assertEquals(first, accepted(issue(1)).rows().toString());
    assertEquals("EXCUSED", row(1, "STTTT").unranked().orElseThrow());
    assertEquals(2, accepted(issue(2)).result().orElseThrow().issue());
    var moved =
        accepted(province.results.publishedReport(province.campaign(), 2)).getFirst().moved();
    assertEquals(30, moved.size());
    var lost =
        moved.stream().filter(one -> one.unit().value().equals("STTTT")).findFirst().orElseThrow();
    assertEquals(1, lost.from().orElseThrow());
    assertTrue(lost.to().isEmpty());
    assertEquals(
        List.of(),
        accepted(province.results.publishedReport(province.campaign(), 1)).getFirst().moved());
  }

  private Outcome<Campaign> reissue() {
    return province.publish.reissue(ID, act(LOCKED), PublishResult.reason(Map.of("reason", "Sai")));
  }

  private Outcome<ReadResult.Page> issue(int issue) {
    return province.results.published(province.campaign(), 1, issue, 0, 500);
  }

  @Test
  void reportSaysWhatTheTableSaysOfEachGroup() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    refused(PublicationProblem.NOT_REPORTED, province.results.report(province.campaign()));
    accepted(province.publish.report(ID, act(LOCKED)));
    refused(
        PublicationProblem.NOT_PUBLISHED, province.results.publishedReport(province.campaign(), 0));
    GroupReport report = accepted(province.results.report(province.campaign())).getFirst();
    RankingRow best = rows(province.results.draft(province.campaign(), 1, 0, 1, LOCKED)).getFirst();
    assertEquals(30, report.ranked());
    assertEquals(best.index().orElseThrow(), report.spread().orElseThrow().best());
    assertEquals(List.of(best.unit()), report.spread().orElseThrow().bestUnits());
    assertEquals(29, report.spread().orElseThrow().worstUnits().size());
    assertEquals(30, report.levels().values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(10, report.weakest().size());
    assertTrue(report.weakest().stream().allMatch(weak -> weak.assessed() == 1));
    assertEquals(best.annex().orElseThrow().exceptions().orElseThrow(), report.exceptions());
  }

  @Test
  void reportSaysWhatWentUpToTheCommitteeAndWhatItRuledWithoutWhoAsked() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    referred("SNV", "Thiếu máy quét", Map.of());
    referred(
        "SXD",
        "Phần mềm chưa liên thông",
        Map.of(
            "ruling",
            Map.of("number", "6120/UBND", "date", "2020-08-03", "text", "Giao nâng cấp.")));
    accepted(province.publish.report(ID, act(LOCKED)));
    List<GroupReport> reports = accepted(province.results.report(province.campaign()));
    Map<String, Optional<String>> told = new TreeMap<>();
    reports
        .getFirst()
        .difficulties()
        .forEach(one -> told.put(one.text(), one.ruling().map(Referral.Ruling::text)));
    assertEquals(
        Map.of(
            "Thiếu máy quét",
            Optional.empty(),
            "Phần mềm chưa liên thông",
            Optional.of("Giao nâng cấp.")),
        told);
    assertEquals(List.of(), reports.get(1).difficulties(), "of another group");
    assertFalse(reports.getFirst().difficulties().toString().contains("SXD"));
  }

  private void referred(String unit, String wording, Map<String, Object> ruling) {
    Question question =
        accepted(
            province.questions.ask(
                province.campaign(),
                province.unit(unit),
                by(unit, OPENED, Role.UNIT),
                QuestionDesk.asked(Map.of("criterion", "I.1", "question", "Làm sao?"))));
    var body = new TreeMap<String, Object>(ruling);
    body.put("question", wording);
    accepted(
        province.referring.refer(
            province.campaign(),
            province.unit(unit),
            question.id(),
            act(OPENED),
            Condition.NONE,
            ReferQuestion.read(body, act(OPENED))));
  }

  @Test
  void lastYearStandsBesideThisYearWhereTheUnitIsTheSame() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    published();
    RankingRow then = published(1).getFirst();
    CampaignId next = next(Map.of("noForm", "UNRANKED", "tieBreaks", List.of("II")));
    Campaign campaign = accepted(province.publish.report(next, act(LOCKED)));
    List<RankingRow> rows = rows(province.results.draft(campaign, 1, 0, 500, LOCKED));
    assertTrue(rows.stream().allMatch(row -> row.unranked().orElseThrow().equals("NOT_SUBMITTED")));
    RankingRow now =
        rows.stream().filter(row -> row.unit().value().equals("STTTT")).findFirst().orElseThrow();
    var former = now.annex().orElseThrow().former().orElseThrow();
    assertEquals(ID, former.campaign());
    assertEquals(then.rank(), former.rank());
    assertEquals(then.index(), former.index());
    GroupReport report = accepted(province.results.report(campaign)).getFirst();
    assertEquals(0, report.ranked());
    assertEquals(Optional.empty(), report.spread());
    assertEquals(List.of(), report.weakest());
    assertEquals(Optional.empty(), report.change());
  }

  @Test
  void tieThatIsBrokenShowsByWhat() {
    CampaignId next = next(Map.of("tieBreaks", List.of("II", "IX")));
    Campaign campaign = accepted(province.publish.report(next, act(LOCKED)));
    RankingRow row = rows(province.results.draft(campaign, 1, 0, 1, LOCKED)).getFirst();
    assertEquals(
        List.of(
            new RankingRow.TieBreak("II", Points.ZERO), new RankingRow.TieBreak("IX", Points.ZERO)),
        row.annex().orElseThrow().tieBreak());
    assertEquals(
        Set.of("result.noForm UNKNOWN_VALUE", "result.x UNKNOWN_FIELD"),
        places(
            refused(InputProblem.INVALID_BODY, create("worse", Map.of("noForm", "NO", "x", 1)))));
  }

  private CampaignId next(Map<String, Object> result) {
    accepted(create("next", result));
    var next = new CampaignId("next");
    accepted(
        OpenCampaign.said(Map.of()).flatMap(sent -> province.open.open(next, act(OPENED), sent)));
    return next;
  }

  private Outcome<Campaign> create(String id, Map<String, Object> result) {
    return NewCampaign.read(
            Map.of("template", "131-2020", "id", id, "previous", ID.value(), "result", result))
        .flatMap(sent -> province.prepare.create(act(OPENED), sent));
  }

  private void published() {
    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(province.approve(Map.of(), LOCKED));
    accepted(province.publish.publish(ID, act(LOCKED)));
    refused(CampaignProblem.WRONG_STAGE, province.publish.publish(ID, act(LOCKED)));
  }

  private List<RankingRow> published(int group) {
    return rows(accepted(province.results.published(province.campaign(), group, 0, 0, 500)));
  }

  private static List<RankingRow> rows(ReadResult.Page page) {
    return page.rows();
  }

  private RankingRow row(int group, String unit) {
    return published(group).stream()
        .filter(row -> row.unit().value().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void draftIsEmptyUntilItIsBuiltAndIsBuiltOnceForTheSameFigures() {
    ReadResult.Page none = province.results.draft(province.campaign(), 1, 0, 10, OPENED);
    assertEquals(List.of(), none.rows());
    assertEquals(0, none.table().count());
    assertEquals(Optional.empty(), none.next());
    assertEquals(3, province.drafted(OPENED));
    assertEquals(0, province.drafted(OPENED));
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    assertEquals(1, province.mended());
    assertEquals(1, province.drafted(OPENED));
    ReadResult.Page built = province.results.draft(province.campaign(), 1, 0, 500, OPENED);
    assertEquals(30, built.rows().size());
    assertNotEquals(none.table().digest(), built.table().digest());
  }
}
