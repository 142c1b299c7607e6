package vn.minhbach.core.assess.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.assess.custody.LaneFixture.OPENED;
import static vn.minhbach.core.assess.custody.LaneFixture.WALL;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.FillParticulars;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.custody.LaneFixture;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.DeadlineRules;
import vn.minhbach.core.prepare.campaign.Holidays;
import vn.minhbach.core.prepare.campaign.LatePolicy;

/** Closing a form and signing it, by account and on paper. */
class ClosingRulesTest {

  private static final Instant DUE = Instant.parse("2020-09-16T16:59:59.999Z");
  private static final Instant LOCK = Instant.parse("2020-10-31T16:59:59.999Z");

  private final LaneFixture lane = new LaneFixture();

  @BeforeEach
  void answerEverything() {
    lane.answerEverything();
    accepted(lane.saved(OPENED, 40));
  }

  @Test
  void closingAnswersTheCodeOfWhatTheFormSays() {
    CloseForm.Closed closed = accepted(lane.closed(OPENED));
    assertEquals(lane.content().hash(), closed.formHash());
    assertEquals(CheckCode.of(closed.formHash()).text(), closed.checkCode());
    assertEquals(Instant.parse("2020-09-04T16:59:59.999Z"), closed.signBy(), "three whole days");
    assertEquals(State.CLOSED, head().state());
    assertFalse(head().state().delivered());
    Entry entry = lane.ledger.getLast();
    assertEquals("FORM_CLOSED", entry.kind());
    assertEquals(closed.checkCode(), entry.body().get("checkCode"));
    int entries = lane.ledger.size();
    assertEquals(closed, accepted(lane.closed(OPENED.plusSeconds(60))), "closed already");
    assertEquals(entries, lane.ledger.size());
  }

  @Test
  void closingAsksForTheEtagAndForAWholeForm() {
    assertEquals(
        WriteProblem.IF_MATCH_REQUIRED,
        refused(
                lane.close.close(
                    lane.campaign,
                    lane.unit,
                    lane.act(OPENED),
                    Condition.NONE,
                    CloseForm.lateReason(Map.of())))
            .problem());
    Evidence never = granted("a.pdf", 1);
    assertEquals(SigningProblem.INCOMPLETE_FORM, refused(lane.closed(OPENED)).problem());
    lane.upload(never, WALL);
    accepted(lane.closed(OPENED));
    assertEquals(
        InputProblem.INVALID_BODY,
        refused(
                lane.close.close(
                    lane.campaign,
                    lane.unit,
                    lane.act(OPENED),
                    lane.condition(),
                    CloseForm.lateReason(Map.of("reason", "x"))))
            .problem());
  }

  @Test
  void whatTheUnitChangesVoidsTheCodeAndTheLedgerNamesIt() {
    String code = accepted(lane.closed(OPENED)).checkCode();
    accepted(lane.saved(OPENED, 41));
    assertVoided(code);
    String other = accepted(lane.closed(OPENED)).checkCode();
    assertNotEquals(code, other);
    Evidence file = granted("a.pdf", 1);
    assertVoided(other);
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    String third = accepted(lane.closed(OPENED)).checkCode();
    accepted(withdraw(file));
    assertVoided(third);
    assertEquals(other, accepted(lane.closed(OPENED)).checkCode(), "it says the same again");
    assertEquals(List.of(), Verification.faults(lane.ledger, head().tip()));
  }

  @Test
  void sameAnswerAgainVoidsNothing() {
    accepted(lane.closed(OPENED));
    accepted(lane.saved(OPENED, 40));
    assertEquals(State.CLOSED, head().state());
  }

  @Test
  void signedInTheDaysOfGraceItWasSentWhenItWasClosed() {
    accepted(lane.closed(DUE));
    Instant signBy = head().closing().orElseThrow().signBy();
    Head.Signature signature = accepted(lane.signed(signBy, Map.of())).signature().orElseThrow();
    assertEquals(DUE, signature.sentAt());
    assertEquals(signBy, signature.at());
    assertFalse(signature.late());
    assertEquals("FORM_SUBMITTED", lane.ledger.getLast().kind());
    assertEquals(DUE.toString(), lane.ledger.getLast().body().get("sentAt"));
    assertFalse(lane.ledger.getLast().body().containsKey("closed"), "said when it was closed");
  }

  @Test
  void signedLaterItWasSentWhenItWasSigned() {
    accepted(lane.closed(DUE));
    Instant after = head().closing().orElseThrow().signBy().plusMillis(1);
    Head.Signature signature = accepted(lane.signed(after, Map.of())).signature().orElseThrow();
    assertEquals(after, signature.sentAt());
    assertTrue(signature.late());
  }

  @Test
  void afterTheLockAClosedFormCanBeSignedInItsDaysAndNotChanged() {
    accepted(lane.closed(LOCK));
    Instant after = LOCK.plusSeconds(60);
    assertEquals(SubmissionProblem.FORM_LOCKED, refused(lane.saved(after, 41)).problem());
    assertEquals(
        SubmissionProblem.FORM_LOCKED,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(after),
                    WALL,
                    DeclaredFile.read(
                        lane.file("b.pdf", 2), lane.campaign.settings().uploadLimits())))
            .problem());
    assertTrue(head().unfinishedAt(after), "a report waits for it");
    Evidence paper = paper(after);
    assertEquals(State.CLOSED, head().state());
    Instant last = head().closing().orElseThrow().signBy();
    Instant over = last.plusMillis(1);
    assertEquals(
        SubmissionProblem.SIGNATURE_OVERDUE, refused(lane.signed(over, Map.of())).problem());
    assertFalse(head().unfinishedAt(over));
    Head.Signature signature =
        accepted(lane.signed(last, onPaper(paper, code()))).signature().orElseThrow();
    assertEquals(LOCK, signature.sentAt());
    assertTrue(signature.late(), "closed after the due date");
  }

  @Test
  void formThatWasNotClosedIsNotSignedAfterTheLock() {
    assertEquals(
        SubmissionProblem.FORM_LOCKED,
        refused(lane.signed(LOCK.plusMillis(1), Map.of())).problem());
  }

  @Test
  void signatureClosesWhatWasNotClosed() {
    Head signed = accepted(lane.signed(OPENED, Map.of()));
    Map<String, Object> body = lane.ledger.getLast().body();
    assertEquals(lane.content().code().text(), body.get("checkCode"));
    assertEquals(signed.inForce().orElseThrow().checkCode(), body.get("checkCode"));
    assertTrue(body.containsKey("closed"));
    assertEquals(OPENED, signed.signature().orElseThrow().sentAt());
  }

  @Test
  void codeThatIsNoLongerInForceIsRefusedWithWhatChanged() {
    String old = accepted(lane.closed(OPENED)).checkCode();
    Evidence file = granted("Quyết định 45.pdf", 1);
    lane.upload(file, WALL);
    accepted(lane.saved(OPENED, 41));
    Refusal refusal = refused(lane.signed(OPENED, Map.of("checkCode", old)));
    assertEquals(SigningProblem.CODE_NOT_IN_FORCE, refusal.problem());
    assertEquals("2", refusal.facts().get("count"));
    Refusal.Violation answer = refusal.violations().getFirst();
    assertEquals("answers." + lane.criterion, answer.place());
    assertEquals(SigningProblem.ANSWER_CHANGED_SINCE, answer.problem());
    assertEquals("a=40; b=100", answer.facts().get("old"));
    assertEquals("a=41; b=100", answer.facts().get("new"));
    assertNotEquals(answer.facts().get("oldPoints"), answer.facts().get("newPoints"));
    assertEquals(SigningProblem.FILE_ADDED_SINCE, refusal.violations().get(1).problem());
    assertEquals("Quyết định 45.pdf", refusal.violations().get(1).facts().get("fileName"));

    String middle = accepted(lane.closed(OPENED)).checkCode();
    accepted(withdraw(file));
    accepted(note("mới"));
    refusal = refused(lane.signed(OPENED, Map.of("checkCode", middle)));
    assertEquals(
        List.of(SigningProblem.WORDS_CHANGED_SINCE, SigningProblem.FILE_WITHDRAWN_SINCE),
        refusal.violations().stream().map(Refusal.Violation::problem).toList());
    String last = accepted(lane.closed(OPENED)).checkCode();
    assertEquals(
        SigningProblem.CODE_NOT_IN_FORCE,
        refused(lane.signed(OPENED, Map.of("checkCode", middle))).problem(),
        "an old signed copy beside a new closing");
    accepted(lane.signed(OPENED, Map.of("checkCode", last.toLowerCase())));
  }

  @Test
  void formHeadIsClosedTooAndThePersonToCallIsNot() {
    accepted(particulars("Số 1, đường A", "0912 345 678"));
    String code = accepted(lane.closed(OPENED)).checkCode();
    accepted(particulars("Số 1, đường A", "0912 345 679"));
    assertEquals(code, lane.content().code().text(), "a number can be erased, and tried out");
    accepted(particulars("Số 2, đường A", "0912 345 679"));
    assertEquals(State.IN_PROGRESS, head().state());
    assertEquals(
        List.of(SigningProblem.FORM_HEAD_CHANGED_SINCE),
        problems(refused(lane.signed(OPENED, Map.of("checkCode", code)))));
    assertFalse(lane.ledger.toString().contains("0912"));
  }

  private Outcome<Particulars> particulars(String address, String phone) {
    return new FillParticulars(lane.forms, lane, lane.commits)
        .fill(
            lane.campaign,
            lane.unit,
            lane.act(OPENED),
            new Condition(lane.particulars.map(Particulars::etag)),
            FillParticulars.read(
                Map.of(
                    "address",
                    address,
                    "staff",
                    Map.of("officials", 1L, "civilServants", 30L),
                    "contact",
                    Map.of("name", "Trần Thị Lan", "phone", phone)),
                lane.unit,
                lane.act(OPENED)));
  }

  @Test
  void fileThatIsDescribedAnewIsNamed() {
    Evidence file = granted("a.pdf", 1);
    lane.upload(file, WALL);
    String code = accepted(lane.closed(OPENED)).checkCode();
    var described = lane.file("a.pdf", 1);
    described.put("page", "Mục IV");
    lane.granted(OPENED, WALL, described);
    assertEquals(
        List.of(SigningProblem.FILE_DESCRIBED_SINCE),
        refused(lane.signed(OPENED, Map.of("checkCode", code))).violations().stream()
            .map(Refusal.Violation::problem)
            .toList());
  }

  @Test
  void moreTimeForAnUploadVoidsNothing() {
    Evidence file = granted("a.pdf", 1);
    lane.upload(file, WALL);
    accepted(lane.closed(OPENED));
    lane.granted(OPENED, WALL.plusSeconds(840), lane.file("a.pdf", 1));
    assertEquals("EVIDENCE_GRANTED_AGAIN", lane.ledger.getLast().kind());
    assertEquals(State.CLOSED, head().state());
  }

  @Test
  void codeOfAnotherFormAndOneThatDoesNotCheckAreRefused() {
    accepted(lane.closed(OPENED));
    String strange = CheckCode.of("ab".repeat(32)).text();
    Refusal unknown = refused(lane.signed(OPENED, Map.of("checkCode", strange)));
    assertEquals(SigningProblem.CODE_UNKNOWN, unknown.problem());
    Refusal mistyped = refused(lane.signed(OPENED, Map.of("checkCode", "7K3M-9QWD-0HTB-5XA3")));
    assertEquals(List.of(SigningProblem.BAD_CHECK_CODE), problems(mistyped));
  }

  @Test
  void paperIsASignatureByItself() {
    lane.campaign = lane.campaign.withAccounts(1);
    accepted(lane.closed(OPENED));
    assertEquals(AccessProblem.SIGNER_NEEDED, refused(lane.signed(OPENED, Map.of())).problem());
    Evidence paper = paper(OPENED);
    Refusal bare = refused(lane.signed(OPENED, Map.of("signedEvidenceId", paper.id())));
    assertEquals(
        Set.of("checkCode", "letter"),
        bare.violations().stream().map(Refusal.Violation::place).collect(Collectors.toSet()));
    Head signed = accepted(lane.signed(OPENED, onPaper(paper, code())));
    assertEquals(State.SUBMITTED, signed.state());
    assertEquals(Optional.of(paper.id()), signed.signature().orElseThrow().evidence());
    Map<String, Object> body = lane.ledger.getLast().body();
    assertEquals(paper.id(), body.get("signedForm"));
    assertEquals("12/CV", body.get("letter"));
    assertFalse(lane.ledger.toString().contains("Nguyễn Văn A"), "a person's name in the ledger");
    var signer =
        new Act(
            new Caller("sub-2", Set.of(Role.SIGNER), Optional.of(lane.unit.code())),
            OPENED,
            Optional.empty());
    assertEquals(
        SubmissionProblem.FORM_SUBMITTED,
        refused(
                lane.submit.submit(
                    lane.campaign,
                    lane.unit,
                    signer,
                    lane.condition(),
                    SignatureDraft.read(Map.of("signedBy", Map.of("name", "B", "title", "C")))))
            .problem());
  }

  @Test
  void whatIsNoSignedFormIsRefused() {
    Evidence evidence = granted("a.pdf", 1);
    lane.upload(evidence, WALL);
    lane.arrived(evidence.id(), OPENED);
    var typed = lane.file("giấy.pdf", 7);
    typed.remove("criterion");
    typed.put("purpose", "paper-form");
    Evidence paperForm = lane.granted(OPENED, WALL, typed).evidence();
    accepted(lane.closed(OPENED));
    assertEquals(SigningProblem.NOT_A_SIGNED_FORM, signedOn(evidence));
    assertEquals(SigningProblem.NOT_A_SIGNED_FORM, signedOn(paperForm));
    Evidence withdrawn = paper(OPENED);
    accepted(withdraw(withdrawn));
    assertEquals(SigningProblem.SIGNED_FORM_GONE, signedOn(withdrawn));
    Evidence never = lane.granted(OPENED, WALL, paperBody(9)).evidence();
    assertEquals(SigningProblem.SIGNED_FORM_NOT_UPLOADED, signedOn(never));
    assertEquals(
        EvidenceProblem.UNKNOWN_EVIDENCE,
        refused(
                lane.signed(
                    OPENED,
                    Map.of(
                        "signedEvidenceId",
                        "f".repeat(32),
                        "checkCode",
                        code(),
                        "letter",
                        letter())))
            .problem());
    assertEquals(State.CLOSED, head().state());
    lane.upload(never, WALL);
    accepted(lane.signed(OPENED, onPaper(never, code())));
  }

  @Test
  void signedFormThatIsRefusedLaterTakesTheSignatureWithIt() {
    accepted(lane.closed(DUE));
    Evidence paper = paper(DUE.plusSeconds(60));
    accepted(lane.signed(DUE.plusSeconds(90), onPaper(paper, code())));
    assertEquals(
        CustodyProblem.EVIDENCE_LOCKED, withdrawalWhileReopened(paper), "what is signed on stays");
    Instant rejected = LOCK.plus(Duration.ofDays(2));
    lane.scanned(paper.id(), "THREATS_FOUND", rejected);
    assertEquals("SIGNATURE_FELL", lane.ledger.getLast().kind());
    assertEquals(State.CLOSED, head().state());
    assertEquals(Optional.empty(), head().signature());
    assertEquals(SigningProblem.SIGNED_FORM_GONE, signedOn(paper, rejected));
    Evidence again = paper(rejected);
    Head signed = accepted(lane.signed(rejected.plusSeconds(60), onPaper(again, code())));
    assertEquals(State.SUBMITTED, signed.state());
    assertEquals(DUE, signed.signature().orElseThrow().sentAt(), "it was sent in time");
    assertFalse(signed.signature().orElseThrow().late());
    assertEquals(List.of(), Verification.faults(lane.ledger, head().tip()));
  }

  @Test
  void refusedPaperThatNobodySignedOnTakesNothingWithIt() {
    accepted(lane.closed(OPENED));
    Evidence unused = paper(OPENED);
    accepted(lane.signed(OPENED, Map.of()));
    lane.scanned(unused.id(), "THREATS_FOUND", OPENED);
    assertEquals(State.SUBMITTED, head().state());
    assertEquals("EVIDENCE_CHECKED", lane.ledger.getLast().kind());
  }

  @Test
  void fileThatFallsOutWhileTheFormWaitsOpensItsCriterionFromTheSignatureOn() {
    Evidence file = granted("a.pdf", 1);
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    String code = accepted(lane.closed(LOCK)).checkCode();
    lane.scanned(file.id(), "THREATS_FOUND", LOCK.plusSeconds(60));
    assertEquals("CRITERION_REOPENED", lane.ledger.getLast().kind());
    assertEquals(State.CLOSED, head().state());
    assertEquals(code, lane.content().code().text(), "it says what was closed");
    Instant signing = LOCK.plus(Duration.ofDays(2));
    assertEquals(
        SubmissionProblem.FORM_LOCKED, refused(lane.saved(signing, 41)).problem(), "sign first");
    Head signed = accepted(lane.signed(signing, Map.of("checkCode", code)));
    assertEquals(
        Instant.parse("2020-11-05T16:59:59.999Z"),
        signed.reopened().getFirst().until(),
        "three whole days from the signature");
    assertEquals(List.of(lane.criterion.value()), lane.ledger.getLast().body().get("reopened"));
    accepted(lane.saved(signing, 41));
    assertEquals(code, lane.ledger.getLast().body().get("voidedCode"));
    assertEquals(Optional.empty(), head().inForce());
    assertEquals(State.SUBMITTED, head().state());
    assertEquals(SigningProblem.INCOMPLETE_FORM, refused(lane.closed(signing)).problem());
    accepted(withdrawAt(file, signing));
    String again = accepted(lane.closed(signing)).checkCode();
    assertEquals("FORM_CLOSED_AGAIN", lane.ledger.getLast().kind());
    assertNotEquals(code, again);
    assertEquals(
        SigningProblem.CODE_NOT_IN_FORCE,
        refused(lane.signed(signing, Map.of("checkCode", code))).problem());
    Head after = accepted(lane.signed(signing, Map.of("checkCode", again)));
    assertEquals("FORM_SUBMITTED_AGAIN", lane.ledger.getLast().kind());
    assertEquals(LOCK, after.signature().orElseThrow().sentAt());
    assertEquals(List.of(), after.reopened());
  }

  @Test
  void signatureThatFallsOnceItsFormWasChangedAgainIsGivenAnew() {
    Evidence file = granted("a.pdf", 1);
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    accepted(lane.closed(OPENED));
    Evidence paper = paper(OPENED);
    accepted(lane.signed(OPENED, onPaper(paper, code())));
    lane.scanned(file.id(), "THREATS_FOUND", OPENED);
    accepted(withdraw(file));
    lane.scanned(paper.id(), "THREATS_FOUND", OPENED);
    assertEquals(State.CLOSED, head().state());
    assertEquals(Optional.empty(), head().inForce(), "the paper said something else");
    Instant later = LOCK.minusSeconds(60);
    accepted(lane.closed(OPENED.plusSeconds(60)));
    assertTrue(head().inForce().isPresent());
    accepted(lane.saved(later, 41));
    assertEquals(State.IN_PROGRESS, head().state());
    assertEquals(Optional.empty(), head().closing());
  }

  @Test
  void latePolicyActsWhenTheFormIsClosed() {
    lane.campaign = with(LatePolicy.REASON);
    Instant late = DUE.plusMillis(1);
    assertEquals(SigningProblem.LATE_REASON_NEEDED, refused(lane.closed(late)).problem());
    accepted(
        lane.close.close(
            lane.campaign,
            lane.unit,
            lane.act(late),
            lane.condition(),
            CloseForm.lateReason(Map.of("lateReason", "mưa lũ"))));
    Head.Signature signature =
        accepted(lane.signed(late.plusSeconds(60), Map.of())).signature().orElseThrow();
    assertTrue(signature.late());
    assertEquals(Optional.of("mưa lũ"), signature.lateReason());
  }

  @Test
  void latePolicyActsAgainOnASignatureThatIsLateItself() {
    lane.campaign = with(LatePolicy.REFUSE);
    assertEquals(SigningProblem.LATE_REFUSED, refused(lane.closed(DUE.plusMillis(1))).problem());
    accepted(lane.closed(DUE));
    Instant signBy = head().closing().orElseThrow().signBy();
    assertEquals(
        SigningProblem.LATE_REFUSED,
        refused(lane.signed(signBy.plusMillis(1), Map.of())).problem());
    accepted(lane.signed(signBy, Map.of()));
  }

  @Test
  void repeatedUnderItsKeyAClosingIsAnsweredAlike() {
    Act act =
        new Act(
            lane.act(OPENED).caller(),
            OPENED,
            Optional.of(new Act.Key("scope", "body", WALL.plusSeconds(60))));
    Condition condition = lane.condition();
    CloseForm.Closed first =
        accepted(
            lane.close.close(
                lane.campaign, lane.unit, act, condition, CloseForm.lateReason(Map.of())));
    accepted(lane.saved(OPENED, 41));
    CloseForm.Closed again =
        accepted(
            lane.close.close(
                lane.campaign, lane.unit, act, condition, CloseForm.lateReason(Map.of())));
    assertEquals(first.checkCode(), again.checkCode());
    assertEquals(first.closedAt(), again.closedAt());
    assertEquals(State.IN_PROGRESS, head().state(), "nothing is closed a second time");
  }

  private Problem withdrawalWhileReopened(Evidence paper) {
    Head stored = head();
    Head.Reopened open = Head.Reopened.forFile(lane.criterion, LOCK, "e");
    lane.head = Optional.of(stored.withReopened(List.of(open)));
    Problem problem = refused(withdrawAt(paper, DUE.plusSeconds(120))).problem();
    lane.head = Optional.of(stored);
    return problem;
  }

  private Campaign with(LatePolicy policy) {
    return lane.campaign.withRules(
        new DeadlineRules(0, OptionalInt.empty(), true, policy, Holidays.NONE));
  }

  private Head head() {
    return lane.head.orElseThrow();
  }

  private String code() {
    return head().inForce().orElseThrow().checkCode();
  }

  private void assertVoided(String code) {
    assertEquals(State.IN_PROGRESS, head().state());
    assertEquals(Optional.empty(), head().closing());
    assertEquals(code, lane.ledger.getLast().body().get("voidedCode"));
  }

  private Outcome<Answer> note(String note) {
    return lane.save
        .save(
            lane.campaign,
            lane.unit,
            lane.criterion,
            lane.act(OPENED),
            new Condition(Optional.ofNullable(lane.answers.get(lane.criterion)).map(Answer::etag)),
            AnswerDraft.read(Map.of("inputs", Map.of("a", 41L, "b", 100L), "note", note)))
        .map(SaveAnswer.Saved::answer);
  }

  private Evidence granted(String name, int number) {
    return lane.granted(OPENED, WALL, lane.file(name, number)).evidence();
  }

  private Map<String, Object> paperBody(int number) {
    var file = lane.file("Phiếu đã ký.pdf", number);
    file.remove("criterion");
    file.put("purpose", "signed-form");
    return file;
  }

  private Evidence paper(Instant now) {
    Evidence paper = lane.granted(now, WALL, paperBody(1000 + lane.ledger.size())).evidence();
    lane.upload(paper, WALL);
    return lane.arrived(paper.id(), now);
  }

  private static Map<String, Object> letter() {
    return Map.of("number", "12/CV", "date", "2020-09-15");
  }

  private static Map<String, Object> onPaper(Evidence paper, String code) {
    return new HashMap<>(
        Map.of("signedEvidenceId", paper.id(), "checkCode", code, "letter", letter()));
  }

  private Problem signedOn(Evidence paper) {
    return signedOn(paper, OPENED);
  }

  private Problem signedOn(Evidence paper, Instant now) {
    return refused(lane.signed(now, onPaper(paper, code()))).problem();
  }

  private Outcome<Evidence> withdraw(Evidence file) {
    return withdrawAt(file, OPENED);
  }

  private Outcome<Evidence> withdrawAt(Evidence file, Instant now) {
    return lane.withdraw.withdraw(
        lane.campaign,
        lane.unit,
        file.id(),
        lane.act(now),
        new Condition(Optional.of(lane.records.get(file.id()).etag())));
  }

  private static List<Problem> problems(Refusal refusal) {
    return refusal.violations().stream().map(Refusal.Violation::problem).toList();
  }
}
