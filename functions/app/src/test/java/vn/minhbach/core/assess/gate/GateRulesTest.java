package vn.minhbach.core.assess.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.by;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.ContestTyped;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.core.assess.consolidation.ConsolidationProblem;
import vn.minhbach.core.assess.consolidation.ForwardInstead;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;

/** What goes back through the gate, what becomes of it, and what a district says beside it. */
class GateRulesTest {

  private static final String COMMUNE = "06649";
  private static final String DISTRICT = "193";
  private static final Instant SENT = OPENED.plus(Duration.ofDays(2));
  private static final String REASON = "Số liệu chưa khớp báo cáo năm";

  private final Province province = Province.opened();

  private void sent(String unit, Instant at) {
    province.answerAll(unit);
    accepted(province.submit(unit, at));
  }

  private Act district(Instant now) {
    return by(DISTRICT, now, Role.DISTRICT);
  }

  private Act team(Instant now) {
    return by("SNV", now, Role.APPRAISER);
  }

  private Outcome<Head> giveBack(String unit, Act act, String... criteria) {
    return giveBack(unit, act, Optional.of(province.head(unit).etag()), criteria);
  }

  private Outcome<Head> giveBack(String unit, Act act, Optional<String> etag, String... criteria) {
    var body = new HashMap<String, Object>(Map.of("reason", REASON));
    if (criteria.length > 0) {
      body.put("criteria", List.of(criteria));
    }
    return province.returnForm.giveBack(
        province.campaign(), province.unit(unit), act, new Condition(etag), ReturnForm.read(body));
  }

  private Outcome<Answer> save(String unit, String criterion, int a, Instant now) {
    var id = new CriterionId(criterion);
    Answer stored =
        province.memory.submissions().answer(Province.ID, new UnitCode(unit), id).orElseThrow();
    return province
        .saveAnswer
        .save(
            province.campaign(),
            province.unit(unit),
            id,
            by(unit, now, Role.UNIT),
            new Condition(Optional.of(stored.etag())),
            AnswerDraft.read(Map.of("inputs", Map.of("a", a, "b", 21))))
        .map(SaveAnswer.Saved::answer);
  }

  private List<UnitCode> forward(Object communes, Instant now) {
    return accepted(
        province.consolidate.consolidate(
            province.campaign(),
            province.unit(DISTRICT),
            district(now),
            new Condition(Optional.of(province.head(DISTRICT).etag())),
            ConsolidateCommunes.read(
                Map.of(
                    "communes",
                    communes,
                    "statement",
                    "Đã kiểm tra",
                    "letter",
                    Map.of("number", "12/UBND", "date", "2020-08-06")))));
  }

  private Outcome<List<UnitCode>> override(Object communes, Instant now) {
    return province.forwardInstead.override(
        province.campaign(),
        province.unit(DISTRICT),
        by("STTTT", now, Role.OFFICE),
        ForwardInstead.read(Map.of("communes", communes, "reason", "Huyện quá hạn")));
  }

  private Outcome<Remark> remark(String text, Optional<String> etag, Instant now) {
    return province.remark.remark(
        province.campaign(),
        province.unit(COMMUNE),
        new CriterionId("I.1"),
        district(now),
        new Condition(etag),
        RemarkOnCriterion.read(Map.of("remark", text)));
  }

  /** A move of the appraisal, as its room makes it. */
  private void move(String unit, Move move, Head shaped, Instant now) {
    Head head = province.head(unit);
    accepted(
        province.commits.until(() ->
            Outcome.accepted(
                Decision.commit(
                    head,
                    province.commits.move(
                        head,
                        shaped,
                        move,
                        List.of(),
                        Note.of(
                            now, new GateFact.RemarkMade("x", new CriterionId("I.1"), "…", 1)))))));
  }

  private void marked(String unit, Instant now) {
    move(unit, Move.BEGIN_APPRAISAL, province.head(unit).withFirstMark(now), now);
  }

  private Entry last(String unit) {
    return province.memory.chain(Province.ID + "/" + unit).getLast();
  }

  private Instant endOf(String day) {
    return LocalDate.parse(day)
        .plusDays(1)
        .atStartOfDay(province.campaign().calendar().zone())
        .toInstant()
        .minusMillis(1);
  }

  @Test
  void districtReturnsAWholeFormAndItCountsAsSentWhenItWasSentFirst() {
    sent(COMMUNE, SENT);
    String code = province.head(COMMUNE).inForce().orElseThrow().checkCode();
    Head back = accepted(giveBack(COMMUNE, district(SENT)));
    assertEquals(State.IN_PROGRESS, back.state());
    assertEquals(Optional.empty(), back.signature());
    assertEquals(Optional.empty(), back.inForce());
    assertEquals(Optional.of(REASON), back.returned().orElseThrow().reason());
    assertEquals("FORM_RETURNED", last(COMMUNE).kind());
    assertEquals(code, last(COMMUNE).body().get("voidedCode"));
    assertEquals("DISTRICT", last(COMMUNE).body().get("role"));
    assertEquals(DISTRICT, last(COMMUNE).body().get("employer"));

    accepted(save(COMMUNE, "I.1", 20, SENT.plusSeconds(60)));
    Instant again = back.returned().orElseThrow().until();
    Head anew = accepted(province.submit(COMMUNE, again));
    assertEquals(State.AT_DISTRICT, anew.state());
    assertEquals(SENT, anew.signature().orElseThrow().sentAt());
    assertFalse(anew.signature().orElseThrow().late());
    assertEquals(Optional.empty(), anew.returned().orElseThrow().reason(), "it is mended");
    assertEquals(
        List.of(),
        Verification.faults(
            province.memory.chain(Province.ID + "/" + COMMUNE), province.head(COMMUNE).tip()));
  }

  @Test
  void nobodyHasLessTimeThanBefore() {
    sent(COMMUNE, OPENED);
    Head before = province.head(COMMUNE);
    Head back = accepted(giveBack(COMMUNE, district(OPENED)));
    assertEquals(before.dueAt(), back.dueAt());
    assertEquals(before.dueAt(), back.returned().orElseThrow().until());
    assertEquals(before.closesAt(), back.closesAt());
  }

  @Test
  void whatIsSentAnewAfterItsTermIsLate() {
    Instant due = due(COMMUNE);
    sent(COMMUNE, due);
    Head back = accepted(giveBack(COMMUNE, district(due.plusSeconds(60))));
    Instant until = back.returned().orElseThrow().until();
    assertTrue(until.isAfter(due));
    assertEquals(until, back.dueAt());
    Head late = accepted(province.submit(COMMUNE, until.plusMillis(1)));
    assertTrue(late.signature().orElseThrow().late());
    assertEquals(until.plusMillis(1), late.signature().orElseThrow().sentAt());
  }

  @Test
  void whatWasLateStaysLate() {
    Instant due = due(COMMUNE);
    sent(COMMUNE, due.plusMillis(1));
    Head back = accepted(giveBack(COMMUNE, district(due.plusSeconds(60))));
    assertEquals(due, back.dueAt());
    Head anew = accepted(province.submit(COMMUNE, back.returned().orElseThrow().until()));
    assertTrue(anew.signature().orElseThrow().late());
    assertEquals(due.plusMillis(1), anew.signature().orElseThrow().sentAt());
  }

  private Instant due(String unit) {
    return province.head(unit).dueAt();
  }

  /** It is not sent: after the lock it shuts as any other, and the office may extend. */
  @Test
  void aFormThatIsNeverSentAnewIsNotSent() {
    sent(COMMUNE, SENT);
    Instant lock = province.head(COMMUNE).closesAt();
    Head back = accepted(giveBack(COMMUNE, district(lock.plusSeconds(60))));
    Instant until = back.returned().orElseThrow().until();
    assertEquals(until, back.closesAt(), "returned after the lock, it has its term all the same");
    accepted(save(COMMUNE, "I.1", 20, until));
    refused(SubmissionProblem.FORM_LOCKED, save(COMMUNE, "I.1", 19, until.plusMillis(1)));
    refused(SubmissionProblem.FORM_LOCKED, province.submit(COMMUNE, until.plusMillis(1)));
    assertFalse(province.head(COMMUNE).state().delivered());

    Instant later = until.plusSeconds(60);
    accepted(
        province.extend.decide(
            province.campaign(),
            province.unit(COMMUNE),
            by("STTTT", later, Role.OFFICE),
            ExtendDeadline.ruling(Map.of("until", "2020-11-30", "reason", "Bão"))));
    accepted(province.submit(COMMUNE, later));
    assertEquals(State.AT_DISTRICT, province.head(COMMUNE).state());
  }

  /** It stays sent as it was, whatever is open of it. */
  @Test
  void aFormOfWhichCriteriaAreNeverMendedStaysSent() {
    sent(COMMUNE, SENT);
    Head open = accepted(giveBack(COMMUNE, district(SENT), "I.1"));
    Instant until = open.returned().orElseThrow().until();
    assertEquals(endOf("2020-08-08"), until);
    assertEquals(State.AT_DISTRICT, open.state());
    assertEquals("CRITERIA_RETURNED", last(COMMUNE).kind());
    accepted(save(COMMUNE, "I.1", 20, until));
    refused(SubmissionProblem.CRITERION_NOT_REOPENED, save(COMMUNE, "II.1", 20, until));
    refused(SubmissionProblem.FORM_SUBMITTED, save(COMMUNE, "I.1", 19, until.plusMillis(1)));
    Head after = province.head(COMMUNE);
    assertEquals(State.AT_DISTRICT, after.state());
    assertEquals(SENT, after.signature().orElseThrow().sentAt());
    assertEquals(Optional.empty(), after.inForce(), "the code says that something changed");
    assertEquals(
        List.of(new UnitCode(COMMUNE)), forward("ready", until.plusMillis(1)), "it goes on");
  }

  @Test
  void returnedCriteriaAreSignedForThemselvesAndReadyIsWhatIsMended() {
    sent(COMMUNE, SENT);
    accepted(giveBack(COMMUNE, district(SENT), "I.1", "I.1"));
    assertEquals(1, province.head(COMMUNE).reopened().size());
    refused(
        ConsolidationProblem.NOTHING_READY,
        province.consolidate.consolidate(
            province.campaign(),
            province.unit(DISTRICT),
            district(SENT),
            new Condition(Optional.of(province.head(DISTRICT).etag())),
            ConsolidateCommunes.read(Map.of("communes", "ready", "statement", "x"))));
    accepted(save(COMMUNE, "I.1", 20, SENT));
    Head signed = accepted(province.submit(COMMUNE, SENT.plusSeconds(60)));
    assertEquals(State.AT_DISTRICT, signed.state());
    assertEquals(List.of(), signed.reopened());
    assertEquals(SENT, signed.signature().orElseThrow().sentAt());
    forward("ready", SENT.plusSeconds(120));
    assertEquals(State.FORWARDED, province.head(COMMUNE).state());
  }

  @Test
  void teamReturnsWhatWasForwardedAndTheDistrictStaysInTime() {
    sent(COMMUNE, SENT);
    forward("ready", SENT.plusSeconds(60));
    Instant by = province.campaign().calendar().lastMomentBefore(LocalDate.parse("2020-09-01"));
    Head back = accepted(giveBack(COMMUNE, team(by)));
    assertEquals(State.IN_PROGRESS, back.state());
    assertEquals("APPRAISER", last(COMMUNE).body().get("role"));
    assertEquals("SNV", last(COMMUNE).body().get("employer"));
    assertEquals(Optional.empty(), back.forwardedAt());
    assertEquals(Optional.of(SENT.plusSeconds(60)), back.passedOnAt());
    Head anew = accepted(province.submit(COMMUNE, back.returned().orElseThrow().until()));
    assertEquals(State.AT_DISTRICT, anew.state(), "it goes the whole way again");
    forward("ready", back.dueAt().plusSeconds(60));
    assertEquals(Optional.of(SENT.plusSeconds(60)), province.head(COMMUNE).passedOnAt());
    assertEquals(
        List.of(1, 2),
        province.memory.transmittals().of(Province.ID, new UnitCode(DISTRICT)).stream()
            .map(batch -> batch.number())
            .toList());
    assertEquals(Optional.of(2), province.head(COMMUNE).signing().transmittal());
  }

  @Test
  void returnOfADistrictsOwnHandTakesItsOwnTime() {
    sent(COMMUNE, SENT);
    forward("ready", SENT.plusSeconds(60));
    accepted(giveBack(COMMUNE, district(SENT.plusSeconds(120))));
    assertEquals(Optional.empty(), province.head(COMMUNE).passedOnAt());
  }

  @Test
  void onlyWhatTheStateAllowsIsReturned() {
    province.answerAll(COMMUNE);
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, giveBack(COMMUNE, district(SENT)));
    accepted(province.submit(COMMUNE, SENT));
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, giveBack(COMMUNE, team(SENT)));
    forward("ready", SENT);
    marked(COMMUNE, SENT);
    for (Act act : List.of(district(SENT), team(SENT))) {
      for (String[] criteria : List.of(new String[0], new String[] {"I.1"})) {
        var told = refused(SubmissionProblem.MOVE_NOT_ALLOWED, giveBack(COMMUNE, act, criteria));
        assertEquals(
            Move.allowed(State.UNDER_APPRAISAL).vietnamese(), told.facts().get("allowedVi"));
      }
    }
  }

  @Test
  void whatWasNotReadIsNotReturned() {
    sent(COMMUNE, SENT);
    refused(WriteProblem.IF_MATCH_REQUIRED, giveBack(COMMUNE, district(SENT), Optional.empty()));
    refused(WriteProblem.STALE, giveBack(COMMUNE, district(SENT), Optional.of("f1")));
    assertEquals(State.AT_DISTRICT, province.head(COMMUNE).state());
  }

  @Test
  void criteriaThatCannotBeMendedAreNamed() {
    sent(DISTRICT, SENT);
    String computed =
        province
            .forms
            .criteria(province.campaign(), province.unit(DISTRICT))
            .criteria()
            .values()
            .stream()
            .filter(Criterion::computed)
            .findFirst()
            .orElseThrow()
            .id()
            .value();
    assertEquals(
        Set.of("criteria[0] NOTHING_TO_MEND", "criteria[2] UNKNOWN_CRITERION"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                giveBack(DISTRICT, team(SENT), computed, "I.1", "IX.9"))));
    assertEquals(State.SUBMITTED, province.head(DISTRICT).state());
    assertEquals(List.of(), province.head(DISTRICT).reopened());
  }

  @Test
  void anOrderSaysWhyAndWhat() {
    assertEquals(
        Set.of("reason MISSING_FIELD"),
        places(refused(InputProblem.INVALID_BODY, ReturnForm.read(Map.of()))));
    assertEquals(
        Set.of("criteria TOO_FEW"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                ReturnForm.read(Map.of("reason", "x", "criteria", List.of())))));
  }

  @Test
  void sameKeyReturnsOnce() {
    sent(COMMUNE, SENT);
    Condition read = new Condition(Optional.of(province.head(COMMUNE).etag()));
    Act once = new Act(district(SENT).caller(), SENT, Province.act(SENT, "k", "b").key());
    for (int i = 0; i < 2; i++) {
      Head head =
          accepted(
              province.returnForm.giveBack(
                  province.campaign(),
                  province.unit(COMMUNE),
                  once,
                  read,
                  ReturnForm.read(Map.of("reason", REASON))));
      assertEquals(State.IN_PROGRESS, head.state());
    }
    assertEquals(
        1,
        province.memory.chain(Province.ID + "/" + COMMUNE).stream()
            .filter(entry -> entry.kind().equals("FORM_RETURNED"))
            .count());
  }

  @Test
  void aRemarkStandsBesideTheFormAndChangesNothingOfIt() {
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, remark("Đúng", Optional.empty(), SENT));
    sent(COMMUNE, SENT);
    Head before = province.head(COMMUNE);
    assertEquals("n1", accepted(remark("Đúng", Optional.empty(), SENT)).etag());
    assertEquals("n1", accepted(remark("Đúng", Optional.empty(), SENT)).etag(), "nothing new");
    refused(WriteProblem.IF_MATCH_REQUIRED, remark("Sai", Optional.empty(), SENT));
    refused(WriteProblem.STALE, remark("Sai", Optional.of("n7"), SENT));
    assertEquals("n2", accepted(remark("Sai", Optional.of("n1"), SENT)).etag());
    assertEquals(before.etag(), province.head(COMMUNE).etag());
    assertEquals(before.inForce(), province.head(COMMUNE).inForce());
    assertEquals("REMARK_MADE", last(COMMUNE).kind());
    accepted(giveBack(COMMUNE, district(SENT)));
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, remark("Nữa", Optional.of("n2"), SENT));
    assertEquals(
        List.of("Sai"),
        province.memory.remarks().of(Province.ID, new UnitCode(COMMUNE)).stream()
            .map(Remark::text)
            .toList(),
        "what was said stays");
    refused(
        CriteriaProblem.UNKNOWN_CRITERION,
        province.remark.remark(
            province.campaign(),
            province.unit(sentOther()),
            new CriterionId("IX.9"),
            district(SENT),
            Condition.NONE,
            RemarkOnCriterion.read(Map.of("remark", "x"))));
  }

  private String sentOther() {
    sent("06652", SENT);
    return "06652";
  }

  /** Nothing of an appraised form changes: not what is open again, not what is contested. */
  @Test
  void anAppraisedFormIsShut() {
    sent(COMMUNE, SENT);
    accepted(giveBack(COMMUNE, district(SENT), "I.1"));
    forward(List.of(COMMUNE), SENT);
    accepted(save(COMMUNE, "I.1", 20, SENT));
    marked(COMMUNE, SENT);
    accepted(save(COMMUNE, "I.1", 19, SENT));
    move(COMMUNE, Move.CLOSE_APPRAISAL, province.head(COMMUNE).withAppraisalClosed(SENT), SENT);
    Head shut = province.head(COMMUNE);
    refused(SubmissionProblem.FORM_SUBMITTED, save(COMMUNE, "I.1", 18, SENT));
    refused(SubmissionProblem.FORM_SUBMITTED, province.submit(COMMUNE, SENT));
    refused(
        SubmissionProblem.FORM_SUBMITTED,
        province.contestTyped.contest(
            province.campaign(),
            province.unit(COMMUNE),
            by(COMMUNE, SENT, Role.UNIT),
            ContestTyped.read(Map.of("criterion", "I.1", "reason", "x"))));
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, remark("x", Optional.empty(), SENT));
    assertEquals(shut, province.head(COMMUNE));
    move(COMMUNE, Move.REOPEN_APPRAISAL, shut.withAppraisalReopened(), SENT);
    accepted(save(COMMUNE, "I.1", 18, SENT));
  }

  @Test
  void officeForwardsInALateDistrictsPlaceAndNotBefore() {
    sent(COMMUNE, SENT);
    sent("06652", SENT);
    Instant day = province.head(DISTRICT).dueAt();
    assertEquals(
        Set.of("communes." + COMMUNE + " DISTRICT_HAS_TIME"),
        places(refused(ConsolidationProblem.COMMUNES_NOT_READY, override(List.of(COMMUNE), day))));
    refused(ConsolidationProblem.NOTHING_OVERDUE, override("ready", day));
    refused(ConsolidationProblem.COMMUNES_NOT_READY, override(List.of("06655"), day.plusMillis(1)));
    assertEquals(
        List.of(new UnitCode(COMMUNE)), accepted(override(List.of(COMMUNE), day.plusMillis(1))));
    assertEquals(List.of(new UnitCode("06652")), accepted(override("ready", day.plusMillis(2))));
    assertEquals(State.FORWARDED, province.head(COMMUNE).state());
    assertEquals("FORM_FORWARDED_INSTEAD", last(COMMUNE).kind());
    assertEquals("Huyện quá hạn", last(COMMUNE).body().get("reason"));
    assertEquals("COMMUNES_FORWARDED_INSTEAD", last(DISTRICT).kind());
    assertEquals("Huyện quá hạn", last(DISTRICT).body().get("reason"));
    assertEquals(
        List.of(Move.Hand.OFFICE, Move.Hand.OFFICE),
        province.memory.transmittals().of(Province.ID, new UnitCode(DISTRICT)).stream()
            .map(batch -> batch.by())
            .toList());
    assertEquals("f0", province.head(DISTRICT).etag(), "its own form says what it said");
    assertEquals(List.of(), province.memory.jobs().open(Province.ID, 10));
  }

  @Test
  void whatTheOfficeForwardsIsNotForwardedInTime() {
    sent(COMMUNE, SENT);
    Instant late = province.head(DISTRICT).dueAt().plusMillis(1);
    accepted(override("ready", late));
    sent(DISTRICT, late);
    province
        .memory
        .submissions()
        .form(Province.ID, new UnitCode(DISTRICT))
        .orElseThrow()
        .answers()
        .values()
        .stream()
        .filter(answer -> answer.inputs().containsKey("a"))
        .filter(answer -> answer.claim().isPresent())
        .forEach(answer -> assertEquals(0L, answer.inputs().get("a"), answer.toString()));
  }

  @Test
  void returnAndFirstMarkOnTheSameReadHaveOneWinner() {
    sent(COMMUNE, SENT);
    forward("ready", SENT);
    // The mark comes between the district's read and its commit: it decides anew, and is refused.
    String read = province.head(COMMUNE).etag();
    marked(COMMUNE, SENT);
    refused(
        SubmissionProblem.MOVE_NOT_ALLOWED, giveBack(COMMUNE, district(SENT), Optional.of(read)));
    assertEquals(State.UNDER_APPRAISAL, province.head(COMMUNE).state());
    appraisedStays();
  }

  private void appraisedStays() {
    Head head = province.head(COMMUNE);
    move(COMMUNE, Move.CLOSE_APPRAISAL, head.withAppraisalClosed(SENT), SENT);
    assertEquals(State.APPRAISED, province.head(COMMUNE).state());
    assertTrue(province.head(COMMUNE).state().delivered());
  }
}
