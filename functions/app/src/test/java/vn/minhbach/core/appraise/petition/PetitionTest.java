package vn.minhbach.core.appraise.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.appraise.explanation.Court.UNIT;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.file;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.explanation.Court;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.appraise.marking.MarkProblem;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.publication.PublicationProblem;

/** The provisional result is shown, units ask to reconsider, and somebody else decides. */
class PetitionTest {

  private static final Map<String, Object> KEPT =
      Map.of("decision", "kept", "reason", "Hóa đơn của năm 2019");

  private final Court court = new Court();

  private static Map<String, Object> points(String points) {
    return Map.of("decision", "newPoints", "points", points, "reason", "Hóa đơn đã đủ");
  }

  private void shown(String... cut) {
    court.marked(UNIT, cut);
    for (String criterion : cut) {
      court.cut(UNIT, criterion);
    }
    accepted(court.show());
  }

  private Outcome<Petition> onBehalf(String criterion, String date) {
    court.bench.later();
    return court.writing.write(
        court.campaign(),
        court.province.unit(UNIT),
        Province.act(court.now()),
        Condition.NONE,
        WritePetition.read(
            Map.of(
                "criterion",
                criterion,
                "text",
                "Theo công văn của huyện",
                "letter",
                Map.of("number", "99/UBND", "date", date))));
  }

  private Marking marking(String criterion) {
    return court.bench.line(Bench.LEAD, UNIT, criterion).view().marking();
  }

  private Petition petition(String criterion) {
    return court
        .province
        .memory
        .petitions()
        .find(Province.ID, new UnitCode(UNIT), new CriterionId(criterion))
        .orElseThrow();
  }

  private Outcome<Campaign> report() {
    return court.province.publish.report(Province.ID, Province.act(court.bench.later().now()));
  }

  private Instant termOver() {
    return court.campaign().provisional().orElseThrow().until().plusMillis(1);
  }

  @Test
  void provisionalIsRefusedWhileACellWaitsOrAUnitIsHeardNamingFirstTenAndTheCount() {
    court.bench.delivered(UNIT);
    court.cut(UNIT, "I.1");
    Refusal refusal = refused(PetitionProblem.PROVISIONAL_NOT_READY, court.show());
    assertEquals(10, refusal.violations().size());
    int all =
        accepted(court.province.forms.read(court.campaign(), court.province.unit(UNIT)))
            .criteria()
            .criteria()
            .size();
    assertTrue(Integer.parseInt(refusal.facts().get("count")) > 10);
    assertTrue(Integer.parseInt(refusal.facts().get("count")) < all, "the cut one is ready");
    assertTrue(refusal.violations().getFirst().place().startsWith(UNIT + "/"));
    assertEquals(Stage.OPEN, court.campaign().stage());
  }

  @Test
  void openExplanationStandsAgainstTheProvisionalResult() {
    court.marked(UNIT, "I.1");
    court.cut(UNIT, "I.1");
    accepted(court.ask(Bench.STTTT, UNIT, "I.1"));
    assertEquals(
        Set.of(UNIT + "/I.1 " + MarkProblem.HEARING_OPEN),
        places(refused(PetitionProblem.PROVISIONAL_NOT_READY, court.show())));
    court.bench.at(
        court.explanation(UNIT, "I.1").last().orElseThrow().asked().until().plusMillis(1));
    accepted(court.show());
    assertEquals(
        Points.ZERO, marking("I.1").score().points(), "the mark that the unit left unanswered");
  }

  @Test
  void officeIsNotToldWhatIsOpenOfItsOwnBody() {
    court.marked(UNIT);
    court.bench.delivered("STTTT");
    court.bench.later();
    Act office =
        new Act(
            new Caller("office", Set.of(Role.OFFICE), Optional.of(new UnitCode("STTTT"))),
            court.now(),
            Optional.empty());
    assertEquals(
        Set.of("STTTT " + PetitionProblem.UNIT_NOT_READY),
        places(
            refused(
                PetitionProblem.PROVISIONAL_NOT_READY,
                court.bench.provisional.show(Province.ID, office))));
  }

  @Test
  void showingIsOneWriteFromWhichEachUnitSeesItsOwnResult() {
    court.marked(UNIT, "I.1");
    court.cut(UNIT, "I.1");
    refused(
        PetitionProblem.PROVISIONAL_NOT_SHOWN,
        court.reading.read(court.campaign(), court.province.unit(UNIT)));
    refused(PetitionProblem.PROVISIONAL_NOT_SHOWN, court.petition(UNIT, "I.1", "Chưa có gì"));
    assertEquals(Marking.State.PROPOSED, court.bench.state(UNIT, "I.1"));
    int entries = court.province.memory.entries();
    Campaign campaign = accepted(court.show());
    assertEquals(entries + 1, court.province.memory.entries());
    assertEquals(Stage.APPRAISING, campaign.stage());
    assertEquals(Marking.State.SETTLED, court.bench.state(UNIT, "I.1"), "no cut is unheard now");
    ReadProvisional.Sheet sheet =
        accepted(court.reading.read(court.campaign(), court.province.unit(UNIT)));
    assertEquals(Points.ZERO, sheet.appraised().cells().getFirst().marking().score().points());
    assertTrue(
        sheet.appraised().scorecard().points().compareTo(sheet.view().scorecard().points()) < 0);
    refused(PetitionProblem.PROVISIONAL_ALREADY_SHOWN, court.show());
    refused(
        PetitionProblem.PETITION_WITHOUT_FORM,
        court.reading.read(court.campaign(), court.province.unit("SXD")));
  }

  @Test
  void provisionalNeedsATeamAndACampaignUnderWay() {
    court.bench.nobody();
    refused(TeamProblem.NO_TEAM, court.show());
  }

  /** Pawtograder 457: an unmarked item could not be contested. */
  @Test
  void criterionThatNobodyMarkedCanBeContested() {
    shown();
    Optional<CriterionId> bySource =
        court
            .bench
            .docket
            .sit(court.campaign(), court.province.unit(UNIT), court.bench.act(Bench.LEAD))
            .fold(
                refusal -> Optional.empty(),
                sitting ->
                    sitting.cases().values().stream()
                        .filter(one -> one.mark().isEmpty())
                        .map(one -> one.cell().id())
                        .findFirst());
    String criterion = bySource.orElseThrow().value();
    accepted(court.petition(UNIT, criterion, "Số liệu của hệ thống sai"));
    accepted(court.sign(UNIT));
    accepted(court.decide(Bench.LEAD, UNIT, criterion, KEPT));
    assertEquals(Petition.State.DECIDED, petition(criterion).state());
  }

  /** Pawtograder 444, 9467 of Submitty: a request vanished, one person had two. */
  @Test
  void thereIsOneThreadACriterionAndNoneVanishesForAnother() {
    shown("I.1", "I.2");
    accepted(court.petition(UNIT, "I.1", "Một"));
    accepted(court.petition(UNIT, "I.2", "Hai"));
    refused(WriteProblem.IF_MATCH_REQUIRED, court.petition(UNIT, "I.1", "Lại nữa"));
    assertEquals("Một", petition("I.1").plea().text());
    Petition again =
        accepted(
            court.petition(
                UNIT, "I.1", "Một, rõ hơn", new Condition(Optional.of(petition("I.1").etag()))));
    assertEquals(2, again.version());
    accepted(court.sign(UNIT));
    refused(PetitionProblem.PETITION_ALREADY_SIGNED, court.petition(UNIT, "I.1", "Ba"));
    refused(PetitionProblem.NO_PETITION_TO_SIGN, court.sign(UNIT));
    assertEquals(
        2, court.province.memory.petitions().ofUnit(Province.ID, new UnitCode(UNIT)).size());
  }

  /** Pawtograder 401, 425: no "decline, leave as is"; "new points" or "points back" unclear. */
  @Test
  void decisionIsKeptOrNewPointsWithAReasonAndNothingElse() {
    shown("I.1", "I.2");
    accepted(court.petition(UNIT, "I.1", "Một"));
    accepted(court.petition(UNIT, "I.2", "Hai"));
    refused(PetitionProblem.PETITION_NOT_SIGNED, court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
    accepted(court.sign(UNIT));
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("decision", "kept", "points", "1.00", "reason", "x"),
            Map.of("decision", "newPoints", "reason", "x"),
            Map.of("decision", "newPoints", "points", "1.00", "inputs", Map.of(), "reason", "x"))) {
      assertEquals(
          Set.of("decision " + PetitionProblem.PETITION_POINTS),
          places(refused(InputProblem.INVALID_BODY, court.decide(Bench.LEAD, UNIT, "I.1", body))));
    }
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("decision", "kept"), Map.of("decision", "back", "reason", "x"))) {
      refused(InputProblem.INVALID_BODY, court.decide(Bench.LEAD, UNIT, "I.1", body));
    }
    refused(
        PetitionProblem.PETITION_NOTHING_NEW,
        court.decide(Bench.LEAD, UNIT, "I.1", points("0.00")));
    Petition kept = accepted(court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
    assertEquals(Petition.State.DECIDED, kept.state());
    assertEquals(Points.ZERO, marking("I.1").score().points());
    String self = court.bench.line(Bench.LEAD, UNIT, "I.2").view().cell().own().points().toString();
    accepted(court.decide(Bench.DEPUTY, UNIT, "I.2", points(self)));
    assertEquals(Points.of(self), marking("I.2").decisive().orElseThrow().worth().points());
    refused(
        PetitionProblem.PETITION_DECIDED, court.decide(Bench.DEPUTY, UNIT, "I.1", points(self)));
    int entries = court.province.memory.entries();
    accepted(court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
    assertEquals(entries, court.province.memory.entries());
    refused(PetitionProblem.UNKNOWN_PETITION, court.decide(Bench.LEAD, UNIT, "I.3", KEPT));
    assertEquals(
        List.of(),
        Verification.faults(
            court.province.memory.chain("131-2020/" + UNIT), court.province.head(UNIT).tip()));
  }

  @Test
  void whoFirstReadTheCriterionDoesNotDecideNorWhoDoesNotLead() {
    shown("I.1");
    accepted(court.petition(UNIT, "I.1", "Một"));
    accepted(court.sign(UNIT));
    refused(TeamProblem.NOT_LEADING, court.decide(Bench.STTTT, UNIT, "I.1", KEPT));
    court.bench.leads(Bench.STTTT);
    refused(PetitionProblem.PETITION_OWN_MARK, court.decide(Bench.STTTT, UNIT, "I.1", KEPT));
    accepted(court.decide(Bench.DEPUTY, UNIT, "I.1", KEPT));
  }

  /** Pawtograder 517: a request stayed pending after its item was marked anew. */
  @Test
  void noMarkIsMadeBesideAnOpenPetition() {
    shown("I.1");
    accepted(court.petition(UNIT, "I.1", "Một"));
    for (boolean signed : List.of(false, true)) {
      if (signed) {
        accepted(court.sign(UNIT));
      }
      refused(
          MarkProblem.HEARING_RUNS,
          court.bench.mark(
              Bench.STTTT,
              UNIT,
              "I.1",
              court.bench.read(Bench.STTTT, UNIT, "I.1"),
              "agree",
              true,
              "reason",
              "Chấm lại"));
    }
    accepted(court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
    assertEquals(
        List.of(),
        court.bench.hearings.open(court.campaign(), court.province.unit(UNIT), court.now()));
  }

  @Test
  void unitBringsAFileForWhatItContestsAndKeptIsDecidedWithIt() {
    shown("I.1");
    accepted(court.petition(UNIT, "I.1", "Một"));
    String id =
        accepted(
                court.province.grantUpload.grant(
                    court.campaign(),
                    court.province.unit(UNIT),
                    court.by(UNIT, Role.UNIT),
                    court.now(),
                    DeclaredFile.read(
                        file("I.1", Map.of()), court.campaign().settings().uploadLimits())))
            .evidence()
            .id();
    refused(
        InputProblem.INVALID_BODY,
        court.petition(
            UNIT, "I.1", "Một", new Condition(Optional.of(petition("I.1").etag())), "nofile"));
    accepted(
        court.petition(UNIT, "I.1", "Một", new Condition(Optional.of(petition("I.1").etag())), id));
    refused(PetitionProblem.PETITION_FILE_NOT_THERE, court.sign(UNIT));
    accepted(
        court.petition(UNIT, "I.1", "Một", new Condition(Optional.of(petition("I.1").etag()))));
    accepted(court.sign(UNIT));
    accepted(court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
    assertEquals(Marking.State.SETTLED, court.bench.state(UNIT, "I.1"));
  }

  @Test
  void officeEntersAPetitionFromALetterThatWasWrittenInTime() {
    shown("I.1", "I.2");
    String today = court.now().atZone(court.campaign().calendar().zone()).toLocalDate().toString();
    for (String date : List.of("2020-08-01", "2021-08-01")) {
      assertEquals(
          Set.of("letter.date " + PetitionProblem.PETITION_LETTER_TOO_LATE),
          places(refused(InputProblem.INVALID_BODY, onBehalf("I.1", date))));
    }
    court.bench.at(termOver());
    refused(PetitionProblem.PETITION_TERM_OVER, court.petition(UNIT, "I.2", "Muộn"));
    refused(PetitionProblem.PETITION_TERM_OVER, court.sign(UNIT));
    Petition entered = accepted(onBehalf("I.1", today));
    assertEquals(Petition.State.PENDING, entered.state());
    assertTrue(entered.plea().onBehalf());
    Outcome<Petition> withoutLetter =
        court.writing.write(
            court.campaign(),
            court.province.unit(UNIT),
            Province.act(court.bench.later().now()),
            Condition.NONE,
            WritePetition.read(Map.of("criterion", "I.2", "text", "Không có công văn")));
    assertEquals(
        Set.of("letter " + PetitionProblem.PETITION_LETTER_NEEDED),
        places(refused(InputProblem.INVALID_BODY, withoutLetter)));
    Outcome<Petition> withLetter =
        court.writing.write(
            court.campaign(),
            court.province.unit(UNIT),
            court.by(UNIT, Role.UNIT),
            Condition.NONE,
            WritePetition.read(
                Map.of(
                    "criterion",
                    "I.2",
                    "text",
                    "Tự ghi công văn",
                    "letter",
                    Map.of("number", "1", "date", today))));
    assertEquals(
        Set.of("letter " + PetitionProblem.PETITION_LETTER_BY_SIGNER),
        places(refused(InputProblem.INVALID_BODY, withLetter)));
    accepted(court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
  }

  @Test
  void petitionNeedsAKnownCriterionAndADeliveredForm() {
    shown("I.1");
    refused(InputProblem.INVALID_BODY, court.petition(UNIT, "IX.9", "Không có"));
    refused(PetitionProblem.PETITION_WITHOUT_FORM, court.petition("SXD", "I.1", "Không nộp"));
  }

  @Test
  void nothingIsReportedBeforeEveryUnitWasHeard() {
    court.marked(UNIT, "I.1");
    court.cut(UNIT, "I.1");
    court.bench.at(Instant.parse("2020-12-20T02:00:00Z"));
    blockedBy("hearings " + PetitionProblem.PROVISIONAL_FIRST);
    accepted(court.show());
    blockedBy("hearings " + PetitionProblem.PETITION_TERM_RUNS);
    accepted(court.petition(UNIT, "I.1", "Một"));
    accepted(court.petition(UNIT, "I.2", "Hai"));
    accepted(court.sign(UNIT));
    court.bench.at(termOver());
    blockedBy(
        "hearings " + PetitionProblem.UNITS_STILL_HEARD,
        UNIT + "/I.1 " + MarkProblem.HEARING_OPEN,
        UNIT + "/I.2 " + MarkProblem.HEARING_OPEN);
    accepted(court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
    accepted(court.decide(Bench.LEAD, UNIT, "I.2", KEPT));
    accepted(court.bench.close(Bench.LEAD, UNIT));
    court.bench.meet();
    assertEquals(Stage.REPORTED, accepted(report()).stage());
    refused(CampaignProblem.WRONG_STAGE, court.show());
    refused(CampaignProblem.WRONG_STAGE, court.petition(UNIT, "I.3", "Sau báo cáo"));
  }

  /** A unit that is to be heard is also one whose appraisal is not closed: both are named. */
  private void blockedBy(String... hearings) {
    var expected = new TreeSet<>(Set.of(hearings));
    expected.add("appraisals " + PublicationProblem.APPRAISALS_STILL_OPEN);
    assertEquals(expected, places(refused(PublicationProblem.REPORT_BLOCKED, report())));
  }

  @Test
  void historyTellsTheUnitWhatWasAskedSaidAndDecidedAndNeverByWhom() {
    court.marked(UNIT, "I.1");
    court.cut(UNIT, "I.1");
    accepted(court.ask(Bench.STTTT, UNIT, "I.1"));
    accepted(court.answer(UNIT, "I.1", "Bản nháp"));
    accepted(court.submit(UNIT, true));
    accepted(
        court.bench.mark(
            Bench.STTTT,
            UNIT,
            "I.1",
            court.bench.read(Bench.STTTT, UNIT, "I.1"),
            "points",
            "0.00",
            "reason",
            "Vẫn thiếu"));
    accepted(court.show());
    accepted(court.petition(UNIT, "I.1", "Một"));
    accepted(court.sign(UNIT));
    accepted(court.decide(Bench.DEPUTY, UNIT, "I.1", KEPT));
    List<String> told =
        accepted(
                court.bench.histories.read(
                    court.campaign(),
                    court.province.unit(UNIT),
                    new CriterionId("I.1"),
                    court.by(UNIT, Role.UNIT)))
            .events()
            .stream()
            .skip(1)
            .map(event -> event.who().vietnamese() + " " + event.what().vietnamese())
            .toList();
    assertEquals(
        List.of(
            "Thành viên Tổ thẩm định (STTTT) chấm 0,00 điểm, điểm tự chấm "
                + court
                    .bench
                    .line(Bench.LEAD, UNIT, "I.1")
                    .view()
                    .cell()
                    .own()
                    .points()
                    .toString()
                    .replace('.', ',')
                + " điểm; lý do: Thiếu hóa đơn I.1",
            "Thành viên Tổ thẩm định (STTTT) yêu cầu giải trình: Hóa đơn ở đâu? I.1 (điểm dự kiến:"
                + " 0,00 điểm)",
            "Đơn vị giải trình bằng văn bản số 212/UBND ngày 2020-09-10",
            "Thành viên Tổ thẩm định (STTTT) chấm 0,00 điểm, điểm tự chấm "
                + court
                    .bench
                    .line(Bench.LEAD, UNIT, "I.1")
                    .view()
                    .cell()
                    .own()
                    .points()
                    .toString()
                    .replace('.', ',')
                + " điểm; lý do: Vẫn thiếu",
            "Đơn vị đề nghị xem xét lại điểm, văn bản số 212/UBND",
            "Tổ phó Tổ thẩm định (SNV) xem xét lại, giữ nguyên điểm; lý do: Hóa đơn của năm 2019"),
        told);
  }

  @Test
  void draftThatNobodySignsInTimeIsNoPetitionAndStaysWritten() {
    shown("I.1");
    accepted(court.petition(UNIT, "I.1", "Chưa ký"));
    assertEquals(
        1,
        court.bench.hearings.open(court.campaign(), court.province.unit(UNIT), court.now()).size());
    court.bench.at(termOver());
    assertEquals(
        List.of(),
        court.bench.hearings.open(court.campaign(), court.province.unit(UNIT), court.now()));
    assertEquals("Chưa ký", petition("I.1").plea().text());
    accepted(court.bench.close(Bench.LEAD, UNIT));
  }

  @Test
  void whatIsCutAfterTheShowingIsShownAgainBeforeItCounts() {
    shown("I.1");
    accepted(
        court.bench.mark(
            Bench.STTTT,
            UNIT,
            "I.2",
            court.bench.read(Bench.STTTT, UNIT, "I.2"),
            "points",
            "0.00",
            "reason",
            "Phát hiện sau"));
    assertEquals(Marking.State.PROPOSED, court.bench.state(UNIT, "I.2"));
    assertTrue(
        accepted(court.reading.read(court.campaign(), court.province.unit(UNIT)))
            .appraised()
            .cells()
            .stream()
            .anyMatch(one -> one.marking().state() == Marking.State.PROPOSED));
    Campaign again = accepted(court.show());
    assertEquals(2, again.provisional().orElseThrow().number());
    assertEquals(Marking.State.SETTLED, court.bench.state(UNIT, "I.2"));
  }
}
