package vn.minhbach.core.appraise.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.appraise.marking.Bench.DEPUTY;
import static vn.minhbach.core.appraise.marking.Bench.LEAD;
import static vn.minhbach.core.appraise.marking.Bench.SKHCN;
import static vn.minhbach.core.appraise.marking.Bench.SNV;
import static vn.minhbach.core.appraise.marking.Bench.STTTT;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.session.SessionProblem;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Edited;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.core.scoring.ScoringProblem;

/** A member marks: who may, what is taken, and what it comes to. */
class MarkCriterionTest {

  /** A department: STTTT, whose member reads it, is ranked beside it. */
  private static final String RIVAL = "SXD";

  /** A district: nobody of the team is ranked beside it. */
  private static final String DISTRICT = "193";

  private final Bench bench = new Bench();

  @Test
  void firstMarkBeginsTheAppraisalAndIsOneEntryOfTheUnitsChain() {
    bench.delivered(RIVAL);
    CellView view = accepted(bench.mark(STTTT, RIVAL, "I.1", "agree", true));
    assertEquals(Marking.State.SETTLED, view.marking().state());
    assertEquals(Optional.of("m1"), view.etag());
    assertEquals(State.UNDER_APPRAISAL, bench.province.head(RIVAL).state());
    String form = bench.province.head(RIVAL).etag();
    accepted(bench.mark(STTTT, RIVAL, "I.2", "agree", true));
    assertEquals(form, bench.province.head(RIVAL).etag(), "a mark is no change of the form");
    List<Entry> chain = bench.province.memory.chain("131-2020/" + RIVAL);
    assertEquals(
        List.of("CRITERION_MARKED", "CRITERION_MARKED"),
        chain.subList(chain.size() - 2, chain.size()).stream().map(Entry::kind).toList());
    assertEquals(STTTT, chain.getLast().body().get("by"));
    assertEquals("STTTT", chain.getLast().body().get("body"));
    assertEquals(List.of(), Verification.faults(chain, bench.province.head(RIVAL).tip()));
  }

  @Test
  void sameMarkAgainWritesNothingAndAnotherOneNeedsWhatWasRead() {
    bench.delivered(RIVAL);
    accepted(bench.mark(STTTT, RIVAL, "I.1", "agree", true));
    int entries = bench.province.memory.entries();
    assertEquals(
        Optional.of("m1"), accepted(bench.mark(STTTT, RIVAL, "I.1", "agree", true)).etag());
    assertEquals(entries, bench.province.memory.entries());
    Object[] cut = {"points", "1.50", "reason", "Thiếu hóa đơn"};
    refused(WriteProblem.IF_MATCH_REQUIRED, bench.mark(STTTT, RIVAL, "I.1", cut));
    refused(
        WriteProblem.STALE, bench.mark(STTTT, RIVAL, "I.1", new Condition(Optional.of("m7")), cut));
    assertEquals(
        Optional.of("m2"),
        accepted(bench.mark(STTTT, RIVAL, "I.1", bench.read(STTTT, RIVAL, "I.1"), cut)).etag());
  }

  @Test
  void nothingIsMarkedWithoutATeamOrByWhoHasNoPartInIt() {
    bench.delivered(RIVAL);
    bench.delivered("SNV");
    refused(TeamProblem.NOT_ASSIGNED, bench.mark(SNV, RIVAL, "I.1", "agree", true));
    refused(AccessProblem.OWN_UNIT, bench.mark(SNV, "SNV", "I.1", "agree", true));
    bench.change(
        STTTT,
        one ->
            new Member(
                one.account(),
                one.actor(),
                one.body(),
                one.role(),
                one.from(),
                one.until(),
                one.substitute(),
                List.of(new Member.Conflict(new UnitCode(RIVAL), "anh trai"))));
    refused(AccessProblem.RECUSED, bench.mark(STTTT, RIVAL, "I.1", "agree", true));
    refused(
        AccessProblem.RECUSED,
        bench.sheets.read(bench.campaign(), bench.province.unit(RIVAL), bench.act(STTTT)));
    bench.change(STTTT, one -> until(one, LocalDate.of(2020, 8, 31), Optional.empty()));
    refused(TeamProblem.NOT_A_MEMBER, bench.mark(STTTT, RIVAL, "I.1", "agree", true));
    var act = bench.act(LEAD);
    bench.nobody();
    refused(
        TeamProblem.NO_TEAM, bench.sheets.read(bench.campaign(), bench.province.unit(RIVAL), act));
  }

  @Test
  void markIsTakenOfADeliveredFormAndAnAnsweredCriterionAlone() {
    bench.province.answerAllBut("06649", Set.of());
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, bench.mark(STTTT, "06649", "I.1", "agree", true));
    accepted(bench.province.submit("06649", OPENED));
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, bench.mark(STTTT, "06649", "I.1", "agree", true));
    bench.delivered(RIVAL);
    refused(CriteriaProblem.UNKNOWN_CRITERION, bench.mark(STTTT, RIVAL, "IX.9", "agree", true));
  }

  @Test
  void bodySaysOneThingAndEachFaultIsNamedAtItsPlace() {
    bench.delivered(RIVAL);
    assertEquals(
        Set.of(" ONE_RULING"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                bench.mark(STTTT, RIVAL, "I.1", "agree", true, "points", "1.00"))));
    assertEquals(
        Set.of(" ONE_RULING"),
        places(refused(InputProblem.INVALID_BODY, bench.mark(STTTT, RIVAL, "I.1"))));
    assertEquals(
        Set.of("agree ONLY_TRUE"),
        places(
            refused(InputProblem.INVALID_BODY, bench.mark(STTTT, RIVAL, "I.1", "agree", false))));
    assertEquals(
        Set.of("points BAD_POINTS", "seen BAD_SEEN"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                bench.mark(STTTT, RIVAL, "I.1", "points", "3,5", "seen", "x"))));
    assertEquals(
        Set.of("points OUT_OF_RANGE"),
        places(
            refused(
                InputProblem.INVALID_BODY, bench.mark(STTTT, RIVAL, "I.1", "points", "99.00"))));
    assertEquals(
        Set.of("reason MARK_REASON_REQUIRED"),
        places(
            refused(InputProblem.INVALID_BODY, bench.mark(STTTT, RIVAL, "I.1", "points", "1.00"))));
    assertEquals(
        Set.of("reason MISSING_FIELD"),
        places(refused(InputProblem.INVALID_BODY, bench.mark(STTTT, RIVAL, "I.1", "clear", true))));
    assertEquals(
        Set.of("inputs.b MISSING_FIELD"),
        places(
            refused(
                ScoringProblem.INVALID_ANSWER,
                bench.mark(STTTT, RIVAL, "I.1", "inputs", Map.of("a", 1L)))));
  }

  @Test
  void cutIsProposedUntilTheUnitWasShownItAndARivalsNeedsAnotherBody() {
    bench.delivered(DISTRICT);
    accepted(
        bench.mark(
            STTTT, DISTRICT, "I.1", "inputs", Map.of("a", 0L, "b", 2L), "reason", "Máy hỏng"));
    assertEquals(Marking.State.PROPOSED, bench.state(DISTRICT, "I.1"));
    bench.delivered(RIVAL);
    accepted(bench.mark(STTTT, RIVAL, "I.1", "points", "1.50", "reason", "Máy hỏng"));
    assertEquals(Marking.State.AWAITS_COUNTERSIGN, bench.state(RIVAL, "I.1"));
    assertEquals(
        Set.of(Marking.Lack.OTHER_BODY), bench.line(LEAD, RIVAL, "I.1").view().marking().lacks());
    Condition read = bench.read(LEAD, RIVAL, "I.1");
    // The lead is of the same body as the marker.
    refused(
        MarkProblem.SIGNATURE_NOT_NEEDED,
        bench.mark(LEAD, RIVAL, "I.1", read, "countersign", true));
    refused(MarkProblem.OWN_READING, bench.mark(STTTT, RIVAL, "I.1", read, "countersign", true));
    accepted(bench.mark(SKHCN, RIVAL, "I.1", read, "countersign", true));
    int entries = bench.province.memory.entries();
    accepted(bench.mark(SKHCN, RIVAL, "I.1", read, "countersign", true));
    assertEquals(entries, bench.province.memory.entries(), "signed once");
    assertEquals(Marking.State.PROPOSED, bench.state(RIVAL, "I.1"));
    bench.show(RIVAL, "I.1");
    assertEquals(Marking.State.SETTLED, bench.state(RIVAL, "I.1"));
  }

  @Test
  void pointsAboveTheSelfScoreNeedEvidenceAndAnotherBodyAndAreAnException() {
    bench.province.answerAllBut(DISTRICT, Set.of("I.1"));
    accepted(
        bench.province.save(DISTRICT, "I.1", Map.of("inputs", Map.of("a", 1L, "b", 2L)), OPENED));
    accepted(bench.province.submit(DISTRICT, OPENED));
    refused(
        MarkProblem.RAISE_WITHOUT_EVIDENCE,
        bench.mark(
            STTTT, DISTRICT, "I.1", "inputs", Map.of("a", 2L, "b", 2L), "reason", "Đếm thiếu"));
  }

  @Test
  void pointsThatTheRuleCannotGiveNeedTheLead() {
    bench.delivered(DISTRICT);
    String choice = firstOf("boolean");
    accepted(bench.mark(STTTT, DISTRICT, choice, "points", "0.37", "reason", "Một phần"));
    assertTrue(
        bench.line(LEAD, DISTRICT, choice).view().marking().lacks().contains(Marking.Lack.LEAD));
    Condition read = bench.read(LEAD, DISTRICT, choice);
    refused(
        MarkProblem.SIGNATURE_NOT_NEEDED,
        bench.mark(SKHCN, DISTRICT, choice, read, "countersign", true));
    accepted(bench.mark(LEAD, DISTRICT, choice, read, "countersign", true));
    assertEquals(Marking.State.PROPOSED, bench.state(DISTRICT, choice));
  }

  private String firstOf(String rule) {
    return bench
        .province
        .forms
        .criteria(bench.campaign(), bench.province.unit(DISTRICT))
        .criteria()
        .values()
        .stream()
        .filter(one -> one.rule().type().equals(rule))
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }

  @Test
  void twoBlindReadersSeeNothingOfEachOtherUntilBothStand() {
    bench.risky.add(new CriterionId("I.1"));
    bench.delivered(DISTRICT);
    accepted(bench.mark(STTTT, DISTRICT, "I.1", "agree", true));
    String second =
        List.of(SNV, SKHCN).stream()
            .filter(one -> bench.line(one, DISTRICT, "I.1").reading().isPresent())
            .findFirst()
            .orElseThrow();
    String third = second.equals(SNV) ? SKHCN : SNV;
    for (String who : List.of(second, third)) {
      CellView hidden = bench.line(who, DISTRICT, "I.1").view();
      assertEquals(List.of(), hidden.readings());
      assertEquals(Optional.empty(), hidden.etag(), "not even an etag tells that it is there");
      assertEquals(Marking.State.UNMARKED, hidden.marking().state());
    }
    assertEquals(Marking.State.AWAITS_SECOND, bench.state(DISTRICT, "I.1"));
    assertEquals(1, bench.line(STTTT, DISTRICT, "I.1").view().readings().size());
    CellView both =
        accepted(bench.mark(second, DISTRICT, "I.1", "points", "0.00", "reason", "Không có máy"));
    assertEquals(2, both.readings().size());
    assertEquals(Marking.State.GAP, both.marking().state());
    // Neither moves towards the other now.
    refused(
        MarkProblem.MARK_DECIDED,
        bench.mark(second, DISTRICT, "I.1", bench.read(second, DISTRICT, "I.1"), "agree", true));
    assertEquals(
        Set.of("reason MARK_REASON_REQUIRED"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                bench.mark(
                    LEAD, DISTRICT, "I.1", bench.read(LEAD, DISTRICT, "I.1"), "agree", true))));
    CellView decided =
        accepted(
            bench.mark(
                LEAD,
                DISTRICT,
                "I.1",
                bench.read(LEAD, DISTRICT, "I.1"),
                "agree",
                true,
                "reason",
                "Đã kiểm tra tại chỗ"));
    assertEquals(Marking.State.SETTLED, decided.marking().state());
    assertEquals(3, decided.readings().size());
  }

  @Test
  void leadDecidesNothingThatNobodyHasRead() {
    bench.delivered(DISTRICT);
    refused(
        MarkProblem.NOTHING_TO_DECIDE,
        bench.mark(LEAD, DISTRICT, "I.1", "agree", true, "reason", "Đã xem"));
    refused(TeamProblem.NOT_ASSIGNED, bench.mark(DEPUTY, DISTRICT, "I.1", "agree", true));
  }

  @Test
  void markThatWasTakenBackLeavesItsTraceAndWhoMarked() {
    bench.delivered(DISTRICT);
    refused(
        MarkProblem.NOTHING_TO_CLEAR,
        bench.mark(STTTT, DISTRICT, "I.1", "clear", true, "reason", "Nhầm"));
    accepted(bench.mark(STTTT, DISTRICT, "I.1", "agree", true));
    Condition read = bench.read(STTTT, DISTRICT, "I.1");
    CellView back =
        accepted(bench.mark(STTTT, DISTRICT, "I.1", read, "clear", true, "reason", "Nhầm đơn vị"));
    assertEquals(Marking.State.UNMARKED, back.marking().state());
    assertEquals(STTTT, back.readings().getFirst().by().account());
    accepted(bench.mark(STTTT, DISTRICT, "I.1", read, "clear", true, "reason", "Nhầm đơn vị"));
    assertEquals(Optional.of("m2"), back.etag(), "an etag never comes back");
  }

  @Test
  void memberWhoLeavesKeepsItsMarksAndItsSubstituteLooksAfterThem() {
    bench.delivered(DISTRICT);
    accepted(bench.mark(STTTT, DISTRICT, "I.1", "agree", true));
    bench.change(STTTT, one -> until(one, LocalDate.of(2020, 9, 1), Optional.of(SKHCN)));
    assertEquals(Marking.State.SETTLED, bench.state(DISTRICT, "I.1"));
    CellView view = bench.line(SKHCN, DISTRICT, "I.1").view();
    assertEquals(STTTT, view.readings().getFirst().by().account());
    CellView next = accepted(bench.mark(SKHCN, DISTRICT, "I.2", "agree", true));
    assertEquals(SKHCN, next.readings().getFirst().by().account());
  }

  private static Member until(Member one, LocalDate day, Optional<String> substitute) {
    return new Member(
        one.account(),
        one.actor(),
        one.body(),
        one.role(),
        one.from(),
        Optional.of(day),
        substitute,
        one.conflicts());
  }

  @Test
  void conflictThatIsDeclaredLaterTakesNoMarkFromItsAuthorButCountsItNoMore() {
    bench.delivered(DISTRICT);
    accepted(bench.mark(STTTT, DISTRICT, "I.1", "agree", true));
    bench.change(
        STTTT,
        one ->
            new Member(
                one.account(),
                one.actor(),
                one.body(),
                one.role(),
                one.from(),
                one.until(),
                one.substitute(),
                List.of(new Member.Conflict(new UnitCode(DISTRICT), "vợ công tác"))));
    assertEquals(Marking.State.UNMARKED, bench.state(DISTRICT, "I.1"));
    assertEquals(
        STTTT, bench.line(LEAD, DISTRICT, "I.1").view().readings().getFirst().by().account());
  }

  @Test
  void otherHandIsTakenNoticeOfWhenTwoMarkAtOnce() {
    bench.delivered(DISTRICT);
    bench.province.memory.overtake(1);
    accepted(bench.mark(STTTT, DISTRICT, "I.1", "agree", true));
    assertEquals(
        1,
        bench.province.memory.chain("131-2020/" + DISTRICT).stream()
            .filter(entry -> entry.kind().equals("CRITERION_MARKED"))
            .count());
  }

  @Test
  void whatMovedSinceItWasSeenIsToldAndWhatWasMarkedBeforeIsStale() {
    bench.delivered(DISTRICT);
    Seen now = bench.line(STTTT, DISTRICT, "I.1").view().cell().now();
    var earlier = new Seen("a9", now.evidence(), now.criteriaVersion());
    var refusal =
        refused(
            MarkProblem.CHANGED_SINCE_SEEN,
            bench.mark(STTTT, DISTRICT, "I.1", "agree", true, "seen", earlier.token()));
    assertEquals("the unit's answer", refusal.facts().get("changed"));
    assertEquals(now.token(), refusal.facts().get("seen"));
    accepted(bench.mark(STTTT, DISTRICT, "I.1", "agree", true, "seen", now.token()));
    assertFalse(Seen.read("a1.x.1").isPresent());
    assertEquals(Optional.of(now), Seen.read(now.token()));
  }

  @Test
  void appraisalIsClosedOnceNothingIsOpenAndThenItsScoreRanks() {
    bench.delivered(DISTRICT);
    bench.delivered("STTTT");
    var open = refused(MarkProblem.APPRAISAL_OPEN, openedAndClosed(DISTRICT));
    assertTrue(open.violations().size() > 20, "each open cell is named");
    all(DISTRICT, STTTT);
    refused(TeamProblem.NOT_LEADING, bench.close(STTTT, DISTRICT));
    refused(TeamProblem.NOT_LEADING, bench.close(DEPUTY, DISTRICT));
    refused(
        WriteProblem.IF_MATCH_REQUIRED,
        bench.closing.close(
            bench.campaign(),
            bench.province.unit(DISTRICT),
            bench.act(LEAD),
            Condition.NONE,
            CloseAppraisal.nothing(Map.of())));
    CloseAppraisal.Closed closed = accepted(bench.close(LEAD, DISTRICT));
    assertEquals(State.APPRAISED, closed.head().state());
    bench.province.projectScores.project(ID, new UnitCode(DISTRICT));
    Progress row = bench.province.board.all(ID).get(new UnitCode(DISTRICT));
    assertEquals(closed.appraised().scorecard().points(), row.appraised().orElseThrow().points());
    assertEquals(closed.self().scorecard().points(), row.self().points());
    Entry last = bench.province.memory.chain("131-2020/" + DISTRICT).getLast();
    MarkFact.AppraisalClosed told = (MarkFact.AppraisalClosed) MarkFact.read(last).orElseThrow();
    assertEquals(
        told.points(),
        Points.sum(
            told.criteria().values().stream().flatMap(one -> one.points().stream()).toList()),
        "the score is the sum of what its ledger says");
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, bench.mark(STTTT, DISTRICT, "I.1", "agree", true));
    CloseAppraisal.Closed again =
        accepted(
            bench.closing.reopen(
                bench.campaign(),
                bench.province.unit(DISTRICT),
                bench.act(LEAD),
                new Condition(Optional.of(closed.head().etag())),
                CloseAppraisal.reason(Map.of("reason", "Có văn bản mới"))));
    assertEquals(State.UNDER_APPRAISAL, again.head().state());
    bench.province.projectScores.project(ID, new UnitCode(DISTRICT));
    assertEquals(
        Optional.empty(), bench.province.board.all(ID).get(new UnitCode(DISTRICT)).appraised());
  }

  @Test
  void deputyClosesTheLeadsOwnBody() {
    bench.delivered("STTTT");
    String reader =
        List.of(SNV, SKHCN).stream()
            .filter(one -> bench.line(one, "STTTT", "I.1").reading().isPresent())
            .findFirst()
            .orElseThrow();
    accepted(bench.mark(reader, "STTTT", "I.1", "agree", true));
    refused(AccessProblem.OWN_UNIT, bench.close(LEAD, "STTTT"));
    refused(MarkProblem.APPRAISAL_OPEN, bench.close(DEPUTY, "STTTT"));
  }

  private Outcome<CloseAppraisal.Closed> openedAndClosed(String unit) {
    accepted(bench.mark(STTTT, unit, "I.1", "agree", true));
    return bench.close(LEAD, unit);
  }

  private void all(String unit, String account) {
    bench
        .province
        .forms
        .criteria(bench.campaign(), bench.province.unit(unit))
        .criteria()
        .values()
        .stream()
        .filter(criterion -> !criterion.computed())
        .forEach(criterion ->
            accepted(bench.mark(account, unit, criterion.id().value(), "agree", true)));
  }

  @Test
  void blockMarksWhatItCanAndSaysOfTheRestWhyNot() {
    for (String unit : List.of("SXD", "SYT", "STC", "STTTT")) {
      bench.delivered(unit);
    }
    accepted(bench.mark(STTTT, "SYT", "I.1", "points", "1.00", "reason", "Thiếu máy"));
    Seen seen = bench.line(STTTT, "SXD", "I.1").view().cell().now();
    var moved = new Seen("a4", seen.evidence(), seen.criteriaVersion());
    Map<String, Object> body =
        Map.of(
            "criterion",
            "I.1",
            "units",
            List.of(
                asked("SXD", seen),
                asked("SYT", seen),
                asked("STC", moved),
                asked("STTTT", seen),
                asked("SDL", seen),
                asked("NOBODY", seen)));
    for (int time = 0; time < 2; time++) {
      AgreeBlock.Result result =
          accepted(bench.blocks.agree(bench.campaign(), bench.act(STTTT), AgreeBlock.read(body)));
      assertEquals(
          List.of("SXD"), result.marked().stream().map(one -> one.cell().unit().value()).toList());
      assertEquals(
          List.of(
              "SYT ALREADY_MARKED",
              "STC CHANGED_SINCE_SEEN",
              "STTTT OWN_UNIT",
              "SDL MOVE_NOT_ALLOWED",
              "NOBODY UNKNOWN_UNIT"),
          result.skipped().stream().map(one -> one.unit() + " " + one.cause().problem()).toList());
    }
    assertEquals(
        Set.of("units[1].unit DUPLICATE_ID", "units[0].seen BAD_SEEN"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                bench.blocks.agree(
                    bench.campaign(),
                    bench.act(STTTT),
                    AgreeBlock.read(
                        Map.of(
                            "criterion",
                            "I.1",
                            "units",
                            List.of(Map.of("unit", "SXD", "seen", "?"), asked("SXD", seen))))))));
  }

  private static Map<String, Object> asked(String unit, Seen seen) {
    return Map.of("unit", unit, "seen", seen.token());
  }

  @Test
  void unitIsToldNothingOfAMarkBeforeItIsShownAndThenAsWhatAndOfWhichBody() {
    bench.delivered(DISTRICT);
    accepted(
        bench.mark(
            STTTT, DISTRICT, "I.1", "inputs", Map.of("a", 0L, "b", 2L), "reason", "Máy hỏng"));
    var unit = Province.by(DISTRICT, bench.now(), Role.UNIT);
    assertEquals(List.of("ANSWER_SAVED"), kinds(unit));
    assertEquals(List.of("ANSWER_SAVED", "CRITERION_MARKED"), kinds(bench.act(LEAD)));
    bench.show(DISTRICT, "I.1");
    ReadHistory.Event event =
        accepted(
                bench.histories.read(
                    bench.campaign(), bench.province.unit(DISTRICT), new CriterionId("I.1"), unit))
            .events()
            .stream()
            .filter(one -> one.kind().equals("CRITERION_MARKED"))
            .findFirst()
            .orElseThrow();
    assertEquals("Thành viên Tổ thẩm định (STTTT)", event.who().vietnamese());
    assertTrue(
        event.what().vietnamese().startsWith("chấm 0,00 điểm, điểm tự chấm 4,00 điểm ("),
        event.what()::vietnamese);
    assertTrue(event.what().vietnamese().endsWith("; lý do: Máy hỏng"));
    assertFalse(event.what().toString().contains(STTTT));
  }

  private List<String> kinds(Act act) {
    return accepted(
            bench.histories.read(
                bench.campaign(), bench.province.unit(DISTRICT), new CriterionId("I.1"), act))
        .events()
        .stream()
        .map(ReadHistory.Event::kind)
        .toList();
  }

  private static final Instant CORRECTED = Instant.parse("2020-09-03T03:00:00Z");

  private void correct(Edited set) {
    var order = new LinkedHashMap<String, Object>();
    order.put("letter", Map.of("number", "77/STTTT-CNTT", "date", "2020-09-01"));
    order.put("reason", "Bảng điểm in sai");
    order.put("days", 5L);
    order.put("set", set.tree());
    accepted(
        CorrectCriteria.order(order)
            .flatMap(sent ->
                bench.province.correct.correct(
                    bench.province.campaign(), 1, Province.act(CORRECTED), sent)));
  }

  @Test
  void ruleThatIsCorrectedUnderAMarkerMovesItsMarksAndNoOthers() {
    bench.delivered(RIVAL);
    Seen before = bench.line(STTTT, RIVAL, "I.2").view().cell().now();
    accepted(bench.mark(STTTT, RIVAL, "I.1", "agree", true));
    accepted(bench.mark(STTTT, RIVAL, "I.2", "agree", true));
    refused(
        MarkProblem.NO_MARK_TO_CONFIRM,
        bench.mark(SKHCN, RIVAL, "I.2", bench.read(SKHCN, RIVAL, "I.2"), "confirm", true));
    // The points of two criteria were printed in each other's place.
    correct(Edited.of(bench.province, 1).swapPoints("I.2", "I.1"));
    correct(Edited.of(bench.province, 1).with("I.3", "title", "Trang thông tin điện tử"));
    assertEquals(Marking.State.STALE, bench.state(RIVAL, "I.2"));
    assertEquals(
        Set.of(Seen.Moved.CRITERIA), bench.line(LEAD, RIVAL, "I.2").view().marking().moved());
    Condition read = bench.read(STTTT, RIVAL, "I.2");
    // Whoever does not say what it saw might have seen the old rule.
    refused(MarkProblem.SEEN_REQUIRED, bench.mark(STTTT, RIVAL, "I.2", read, "confirm", true));
    refused(
        MarkProblem.CHANGED_SINCE_SEEN,
        bench.mark(STTTT, RIVAL, "I.2", read, "confirm", true, "seen", before.token()));
    String now = bench.line(STTTT, RIVAL, "I.2").view().cell().now().token();
    CellView confirmed =
        accepted(bench.mark(STTTT, RIVAL, "I.2", read, "confirm", true, "seen", now));
    assertEquals(Marking.State.SETTLED, confirmed.marking().state());
    assertEquals(STTTT, confirmed.readings().getFirst().by().account());
    assertEquals(
        confirmed.cell().own(), confirmed.readings().getFirst().worth(), "agreement follows");
    int entries = bench.province.memory.entries();
    accepted(bench.mark(STTTT, RIVAL, "I.2", read, "confirm", true, "seen", now));
    assertEquals(entries, bench.province.memory.entries(), "confirmed once");
    accepted(bench.mark(STTTT, RIVAL, "I.3", "agree", true));
  }

  @Test
  void criterionToWhichNothingWasSentIsNotMarkedAndHoldsNothingUp() {
    bench.delivered(RIVAL);
    correct(Edited.of(bench.province, 1).replace("I.4", "I.4a"));
    refused(MarkProblem.NOTHING_SENT, bench.mark(STTTT, RIVAL, "I.4a", "agree", true));
    assertEquals(Marking.State.NOTHING_SENT, bench.state(RIVAL, "I.4a"));
    assertTrue(Marking.State.NOTHING_SENT.done());
  }

  @Test
  void whetherACriterionAppliesIsDecidedHereAndMovesTheMaximum() {
    bench.province.answerAllBut(RIVAL, Set.of("II.9"));
    accepted(
        bench.province.save(
            RIVAL, "II.9", Map.of("notApplicable", "Không có thủ tục hành chính"), OPENED));
    accepted(bench.province.submit(RIVAL, OPENED));
    refused(
        MarkProblem.NO_CLAIM,
        bench.mark(STTTT, RIVAL, "II.10", "notApplicable", false, "reason", "Có thủ tục"));
    refused(
        SubmissionProblem.NOT_APPLICABLE_REFUSED,
        bench.mark(STTTT, RIVAL, "I.1", "notApplicable", true, "reason", "Không có máy"));
    CellView refusedClaim =
        accepted(
            bench.mark(STTTT, RIVAL, "II.9", "notApplicable", false, "reason", "Sở có 12 thủ tục"));
    assertEquals(
        Optional.of(new Worth(Points.ZERO, true)),
        refusedClaim.marking().decisive().map(Reading::worth));
    assertEquals(Set.of(Marking.Lack.OTHER_BODY), refusedClaim.marking().lacks());
    accepted(
        bench.mark(SKHCN, RIVAL, "II.9", bench.read(SKHCN, RIVAL, "II.9"), "countersign", true));
    bench.show(RIVAL, "II.9");
    Points max = appraised(RIVAL).scorecard().max();
    assertEquals(
        max,
        accepted(bench.province.forms.read(bench.campaign(), bench.province.unit(RIVAL)))
            .scorecard()
            .max()
            .plus(Points.of("2.00")));
    CellView granted =
        accepted(bench.mark(STTTT, RIVAL, "II.9", bench.read(STTTT, RIVAL, "II.9"), "agree", true));
    assertEquals(Marking.State.SETTLED, granted.marking().state());
    assertFalse(granted.marking().score().applicable());
  }

  private Appraised appraised(String unit) {
    var sheet =
        accepted(bench.sheets.read(bench.campaign(), bench.province.unit(unit), bench.act(LEAD)));
    return Appraised.of(
        sheet.form().criteria(),
        sheet.lines().stream()
            .map(line -> new Appraised.Settled(line.view().cell(), line.view().marking()))
            .toList());
  }

  @Test
  void pointsAboveTheSelfScoreCountOnceAnotherBodySignsAndAreAnException() {
    bench.province.answerAllBut(DISTRICT, Set.of("I.1"));
    accepted(
        bench.province.save(DISTRICT, "I.1", Map.of("inputs", Map.of("a", 1L, "b", 2L)), OPENED));
    var file = bench.province.evidence(DISTRICT, "I.1");
    bench.province.vault.put(
        file.id(),
        new EvidenceVault.Arrival(
            1000,
            "ab".repeat(32),
            "tag",
            OPENED,
            Optional.of("application/pdf"),
            Optional.empty(),
            0));
    accepted(bench.province.checkEvidence.arrived(ID, new UnitCode(DISTRICT), file.id(), OPENED));
    accepted(bench.province.submit(DISTRICT, OPENED));
    CellView raised =
        accepted(
            bench.mark(
                STTTT, DISTRICT, "I.1", "inputs", Map.of("a", 2L, "b", 2L), "reason", "Đếm thiếu"));
    assertEquals(Set.of(Marking.Lack.OTHER_BODY), raised.marking().lacks());
    CellView signed =
        accepted(
            bench.mark(
                SKHCN, DISTRICT, "I.1", bench.read(SKHCN, DISTRICT, "I.1"), "countersign", true));
    assertEquals(Marking.State.SETTLED, signed.marking().state());
    assertTrue(signed.marking().exception());
    assertEquals(Points.of("4.00"), signed.marking().score().points());
  }

  @Test
  void reportCountsWhatTheTeamDidAtEachUnitAndByWhichBody() {
    bench.delivered(DISTRICT);
    String choice = firstOf("boolean");
    all(DISTRICT, STTTT);
    accepted(
        bench.mark(
            STTTT,
            DISTRICT,
            choice,
            bench.read(STTTT, DISTRICT, choice),
            "points",
            "0.37",
            "reason",
            "Một phần"));
    accepted(
        bench.mark(
            LEAD, DISTRICT, choice, bench.read(LEAD, DISTRICT, choice), "countersign", true));
    Instant shown = Instant.parse("2020-11-16T00:00:00Z");
    accepted(bench.provisional.show(ID, Province.act(shown)));
    accepted(bench.close(LEAD, DISTRICT));
    bench.meet();
    Instant late = Instant.parse("2020-11-30T00:00:00Z");
    accepted(bench.province.publish.report(ID, Province.act(late)));
    var report = accepted(bench.province.results.report(bench.campaign())).get(1);
    assertEquals(1, report.exceptions().directPoints());
    assertEquals(0, report.exceptions().aboveSelf());
    var hands = report.hands().getFirst();
    assertEquals(Optional.of(new UnitCode("STTTT")), hands.body());
    // A department has no rank among districts: whatever it judges there is outside.
    assertEquals(0, hands.cellsInside());
    assertTrue(hands.cellsOutside() > 1);
    assertTrue(hands.meanOutside().orElseThrow().compareTo(Points.ZERO) < 0);
    var row =
        bench.province.results.draft(bench.province.campaign(), 2, 0, 1, late).rows().getFirst();
    assertEquals(DISTRICT, row.unit().value());
    assertEquals(1, row.annex().orElseThrow().exceptions().orElseThrow().directPoints());
    // Of the team's bodies' own units somebody is recused, and that is counted there.
    var own =
        bench.province.results.draft(bench.province.campaign(), 1, 0, 50, late).rows().stream()
            .filter(one -> one.unit().value().equals("SKHCN"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, own.annex().orElseThrow().exceptions().orElseThrow().recusals());
  }

  @Test
  void reportWaitsForEveryAppraisalOnceThereIsATeam() {
    bench.delivered(DISTRICT);
    all(DISTRICT, STTTT);
    Instant shown = Instant.parse("2020-11-16T00:00:00Z");
    accepted(bench.provisional.show(ID, Province.act(shown)));
    Instant late = Instant.parse("2020-11-30T00:00:00Z");
    var open =
        refused(
            PublicationProblem.APPRAISALS_STILL_OPEN,
            bench.province.publish.report(ID, Province.act(late)));
    assertEquals(DISTRICT, open.facts().get("units"));
    accepted(bench.close(LEAD, DISTRICT));
    refused(SessionProblem.SESSION_FIRST, bench.province.publish.report(ID, Province.act(late)));
    bench.meet();
    assertEquals(
        "APPRAISED",
        accepted(bench.province.publish.report(ID, Province.act(late)))
            .result()
            .orElseThrow()
            .basis());
    var row = bench.province.results.draft(bench.province.campaign(), 2, 0, 20, late);
    assertTrue(row.rows().isEmpty() || row.rows().getFirst().self().isPresent());
  }

  @Test
  void cellThatIsOpenIsToldWithWhatItWaitsFor() {
    bench.delivered(RIVAL);
    accepted(bench.mark(STTTT, RIVAL, "I.1", "points", "1.50", "reason", "Thiếu máy"));
    var open = refused(MarkProblem.APPRAISAL_OPEN, bench.close(LEAD, RIVAL));
    var cell =
        open.violations().stream()
            .filter(one -> one.place().equals("I.1"))
            .findFirst()
            .orElseThrow();
    assertEquals(MarkProblem.CELL_OPEN, cell.problem());
    assertEquals(
        "Tiêu chí I.1: Chờ ký xác nhận (thành viên của cơ quan khác).", cell.detail(Language.VI));
    assertEquals(
        "Criterion I.1: Waits for a second signature (a member of another body).",
        cell.detail(Language.EN));
  }
}
