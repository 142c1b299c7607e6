package vn.minhbach.core.assess.answering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.by;
import static vn.minhbach.core.memory.Province.file;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.signing.SignatureDraft;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.scoring.ScoringProblem;

/** What a unit may do to its form and when, over stores in memory. */
class FormRulesTest {

  private static final String UNIT = "STTTT";
  private static final Instant LOCK = Instant.parse("2020-10-31T16:59:59.999Z");
  private static final Instant DUE = Instant.parse("2020-08-18T16:59:59.999Z");

  private final Province province = Province.opened();
  private final Criterion first =
      province
          .forms
          .criteria(province.campaign(), province.unit(UNIT))
          .criteria()
          .values()
          .iterator()
          .next();
  private final String criterion = first.id().value();

  @Test
  void everyChangeStandsInTheUnitsChain() {
    province.answerAll(UNIT);
    Evidence evidence = province.evidence(UNIT, criterion);
    withdraw(evidence.id(), evidence.etag());
    accepted(province.submit(UNIT, OPENED));
    List<Entry> chain = province.memory.chain("131-2020/" + UNIT);
    assertEquals(List.of(), Verification.faults(chain, province.head(UNIT).tip()));
    assertEquals(
        List.of("EVIDENCE_GRANTED", "EVIDENCE_WITHDRAWN", "FORM_SUBMITTED"),
        chain.stream().map(Entry::kind).filter(kind -> !kind.equals("ANSWER_SAVED")).toList());
    assertFalse(chain.toString().contains("Nguyễn Thị An"), "a person's name in the ledger");
  }

  @Test
  void sameAnswerAgainWritesNothingAndAnotherNeedsTheEtag() {
    Map<String, Object> no = Map.of("notApplicable", "Không có");
    Map<String, Object> other = Map.of("notApplicable", "Không có thủ tục nào");
    String optional = notApplicableCriterion();
    accepted(province.save(UNIT, optional, no, OPENED));
    int before = province.memory.entries();
    accepted(province.save(UNIT, optional, no, OPENED));
    Refusal needed =
        refused(WriteProblem.IF_MATCH_REQUIRED, province.save(UNIT, optional, other, OPENED));
    assertEquals("a1", needed.facts().get("etag"));
    refused(WriteProblem.STALE, save(optional, other, "a0"));
    assertEquals(before, province.memory.entries());
    accepted(save(optional, other, "a1"));
    assertEquals(before + 1, province.memory.entries());
  }

  @Test
  void refusesAnswersThatSayNothingOrTwoThings() {
    Map<String, Object> both = Map.of("inputs", Map.of(), "notApplicable", "x");
    refused(AnsweringProblem.ANSWER_EITHER_OR, province.save(UNIT, criterion, Map.of(), OPENED));
    refused(AnsweringProblem.ANSWER_EITHER_OR, province.save(UNIT, criterion, both, OPENED));
    refused(
        ScoringProblem.INVALID_ANSWER,
        province.save(UNIT, criterion, Map.of("inputs", Map.of("zz", 1)), OPENED));
    refused(
        CriteriaProblem.UNKNOWN_CRITERION,
        province.save(UNIT, "IX.99", Map.of("inputs", Map.of()), OPENED));
    assertEquals(
        Set.of("points UNKNOWN_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                province.save(UNIT, criterion, Map.of("points", "5.00"), OPENED))));
    assertFalse(province.head(UNIT).stored());
  }

  @Test
  void criterionThatAppliesToAllCannotBeAnsweredNotApplicable() {
    String everybody =
        criteria().stream().filter(one -> !one.naAllowed()).findFirst().orElseThrow().id().value();
    refused(
        SubmissionProblem.NOT_APPLICABLE_REFUSED,
        province.save(UNIT, everybody, Map.of("notApplicable", "Không có"), OPENED));
  }

  @Test
  void nothingIsWrittenAfterTheLock() {
    province.answerAll(UNIT);
    Evidence evidence = province.evidence(UNIT, criterion);
    int before = province.memory.entries();
    Instant after = LOCK.plusMillis(1);
    refused(SubmissionProblem.FORM_LOCKED, province.save(UNIT, criterion, Map.of(), after));
    refused(SubmissionProblem.FORM_LOCKED, grant(file(criterion, Map.of()), after));
    refused(
        SubmissionProblem.FORM_LOCKED,
        province.withdraw.withdraw(
            province.campaign(), province.unit(UNIT), evidence.id(), act(after), Condition.NONE));
    refused(SubmissionProblem.FORM_LOCKED, province.submit(UNIT, after));
    assertEquals(before, province.memory.entries());
    withdraw(evidence.id(), evidence.etag());
    assertTrue(accepted(province.submit(UNIT, LOCK)).signature().orElseThrow().late());
  }

  @Test
  void lateIsWhatComesAfterTheLastMomentOfTheLastDay() {
    province.answerAll(UNIT);
    assertFalse(accepted(province.submit(UNIT, DUE)).signature().orElseThrow().late());
    Province other = Province.opened();
    other.answerAll(UNIT);
    assertTrue(accepted(other.submit(UNIT, DUE.plusMillis(1))).signature().orElseThrow().late());
  }

  @Test
  void submittedFormIsClosed() {
    province.answerAll(UNIT);
    accepted(province.submit(UNIT, OPENED));
    refused(SubmissionProblem.FORM_SUBMITTED, province.save(UNIT, criterion, Map.of(), OPENED));
    refused(SubmissionProblem.FORM_SUBMITTED, grant(file(criterion, Map.of()), OPENED));
    refused(SubmissionProblem.FORM_SUBMITTED, province.submit(UNIT, OPENED));
  }

  @Test
  void submissionNamesEverythingThatIsOpen() {
    Evidence awaited = province.evidence(UNIT, criterion);
    Refusal refusal = refused(SigningProblem.INCOMPLETE_FORM, province.submit(UNIT, OPENED));
    Set<String> places = places(refusal);
    assertEquals(criteria().size() + 1, places.size());
    assertTrue(places.contains("answers." + criterion + " UNANSWERED"));
    assertTrue(places.contains("evidence." + awaited.id() + " FILE_NOT_UPLOADED"));
    arrives(awaited, awaited.sizeBytes() + 1);
    assertTrue(
        places(refused(SigningProblem.INCOMPLETE_FORM, province.submit(UNIT, OPENED)))
            .contains("evidence." + awaited.id() + " FILE_REFUSED"));
  }

  @Test
  void submissionNeedsTheFormAsItIs() {
    province.answerAll(UNIT);
    Map<String, Object> signed = Map.of("signedBy", Map.of("name", "An", "title", "Giám đốc"));
    refused(WriteProblem.IF_MATCH_REQUIRED, submit(Condition.NONE, signed));
    refused(WriteProblem.STALE, submit(new Condition(Optional.of("f1")), signed));
    assertEquals(
        Set.of("signedBy.title MISSING_FIELD", "letter.date BAD_DATE"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                submit(
                    new Condition(Optional.of(province.head(UNIT).etag())),
                    Map.of(
                        "signedBy", Map.of("name", "An"),
                        "letter", Map.of("number", "1", "date", "25/9/2020"))))));
    assertEquals(State.IN_PROGRESS, province.head(UNIT).state());
  }

  @Test
  void fileMustKeepTheLimitsOfTheCampaign() {
    assertEquals(
        Set.of(
            "fileName BAD_FILE_NAME",
            "contentType FILE_TYPE_REFUSED",
            "sizeBytes FILE_TOO_LARGE",
            "sha256 BAD_SHA256"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                grant(
                    file(
                        criterion,
                        Map.of(
                            "fileName", "../x.pdf",
                            "contentType", "text/html",
                            "sizeBytes", 1L << 30,
                            "sha256", "ab")),
                    OPENED))));
    refused(CriteriaProblem.UNKNOWN_CRITERION, grant(file("IX.99", Map.of()), OPENED));
    assertFalse(province.head(UNIT).stored());
  }

  @Test
  void allFilesOfAUnitTogetherKeepTheLimit() {
    long each = province.campaign().settings().uploadLimits().fileBytesMax();
    long files = province.campaign().settings().uploadLimits().unitBytesMax() / each;
    for (int i = 0; i < files; i++) {
      String hash = "%064x".formatted(i);
      accepted(grant(file(criterion, Map.of("sizeBytes", each, "sha256", hash)), OPENED));
    }
    refused(
        CustodyProblem.TOO_MUCH_EVIDENCE,
        grant(file(criterion, Map.of("sizeBytes", each)), OPENED));
  }

  @Test
  void fileIsOpenedOnlyOnceItIsAccepted() {
    Evidence evidence = province.evidence(UNIT, criterion);
    refused(CustodyProblem.EVIDENCE_NOT_OPEN, open(evidence.id()));
    refused(EvidenceProblem.UNKNOWN_EVIDENCE, open("0".repeat(32)));
    refused(EvidenceProblem.UNKNOWN_EVIDENCE, withdrawn("0".repeat(32), "e1"));
    arrives(evidence, evidence.sizeBytes());
    refused(CustodyProblem.EVIDENCE_NOT_OPEN, open(evidence.id()));
    scanned(evidence, true);
    assertEquals("http://vault/" + evidence.sha256(), accepted(open(evidence.id())).toString());
  }

  @Test
  void bothFactsAboutAFileMayComeInEitherOrderAndTwice() {
    Evidence evidence = province.evidence(UNIT, criterion);
    scanned(evidence, true);
    scanned(evidence, true);
    arrives(evidence, evidence.sizeBytes());
    int before = province.memory.entries();
    arrives(evidence, evidence.sizeBytes());
    scanned(evidence, false);
    assertEquals(before, province.memory.entries());
    accepted(open(evidence.id()));
  }

  @Test
  void infectedFileIsRejected() {
    Evidence evidence = province.evidence(UNIT, criterion);
    arrives(evidence, evidence.sizeBytes());
    scanned(evidence, false);
    Refusal refusal = refused(CustodyProblem.EVIDENCE_NOT_OPEN, open(evidence.id()));
    assertEquals("was refused", refusal.facts().get("state"));
  }

  @Test
  void overtakenWriteIsDecidedAnewAndGivesUpInTheEnd() {
    Map<String, Object> no = Map.of("notApplicable", "Không có");
    province.memory.overtake(Attempts.MAX);
    refused(WriteProblem.BUSY, province.save(UNIT, notApplicableCriterion(), no, OPENED));
    assertFalse(province.head(UNIT).stored());
    province.memory.overtake(Attempts.MAX - 1);
    accepted(province.save(UNIT, notApplicableCriterion(), no, OPENED));
  }

  private List<Criterion> criteria() {
    return List.copyOf(
        province.forms.criteria(province.campaign(), province.unit(UNIT)).criteria().values());
  }

  private String notApplicableCriterion() {
    return criteria().stream().filter(Criterion::naAllowed).findFirst().orElseThrow().id().value();
  }

  private Outcome<Answer> save(String id, Map<String, Object> body, String etag) {
    return province
        .saveAnswer
        .save(
            province.campaign(),
            province.unit(UNIT),
            new CriterionId(id),
            by(UNIT, OPENED, Role.UNIT),
            new Condition(Optional.of(etag)),
            AnswerDraft.read(body))
        .map(SaveAnswer.Saved::answer);
  }

  private Outcome<GrantUpload.Grant> grant(Map<String, Object> file, Instant now) {
    return province.grantUpload.grant(
        province.campaign(),
        province.unit(UNIT),
        by(UNIT, now, Role.UNIT),
        now,
        DeclaredFile.read(file, province.campaign().settings().uploadLimits()));
  }

  private Outcome<Head> submit(Condition condition, Map<String, Object> body) {
    return province.submitForm.submit(
        province.campaign(),
        province.unit(UNIT),
        by(UNIT, OPENED, Role.UNIT),
        condition,
        SignatureDraft.read(body));
  }

  private void withdraw(String evidence, String etag) {
    accepted(withdrawn(evidence, etag));
  }

  private Outcome<Evidence> withdrawn(String evidence, String etag) {
    return province.withdraw.withdraw(
        province.campaign(),
        province.unit(UNIT),
        evidence,
        act(OPENED),
        new Condition(Optional.of(etag)));
  }

  private Outcome<java.net.URI> open(String evidence) {
    return province.openEvidence.open(
        province.campaign(), province.unit(UNIT), evidence, act(OPENED).caller(), OPENED);
  }

  private void arrives(Evidence evidence, long sizeBytes) {
    province.vault.put(
        evidence.id(),
        new EvidenceVault.Arrival(
            sizeBytes,
            evidence.sha256(),
            "tag",
            OPENED,
            Optional.of("application/pdf"),
            Optional.empty()));
    accepted(province.checkEvidence.arrived(ID, province.unit(UNIT).code(), evidence.id(), OPENED));
  }

  private void scanned(Evidence evidence, boolean clean) {
    accepted(
        province.checkEvidence.scanned(
            ID,
            province.unit(UNIT).code(),
            evidence.id(),
            new Checks.Scanned(
                clean, clean ? "NO_THREATS_FOUND" : "THREATS_FOUND", Optional.empty()),
            OPENED));
  }
}
