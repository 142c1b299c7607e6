package vn.minhbach.core.assess.answering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.by;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.OnBehalf;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;

/** Typing for a commune from its signed paper form, and the commune's word against it. */
class OnBehalfTest {

  private static final String COMMUNE = "06649";
  private static final String DISTRICT = "193";
  private static final Map<String, Object> FIGURES = Map.of("inputs", Map.of("a", 12, "b", 21));
  private static final Act BY_DISTRICT = by(DISTRICT, OPENED, Role.DISTRICT);
  private static final Act BY_COMMUNE = by(COMMUNE, OPENED, Role.UNIT);

  /** The end of the third day after the day of typing. */
  private static final Instant UNTIL = Instant.parse("2020-08-06T16:59:59.999Z");

  private final Province province = Province.opened();

  private Outcome<GrantUpload.Grant> grant(String unit, Act act, Map<String, Object> other) {
    var file = new HashMap<>(Province.file("I.1", Map.of()));
    file.remove("criterion");
    file.put("purpose", "paper-form");
    file.putAll(other);
    return province.grantUpload.grant(
        province.campaign(),
        province.unit(unit),
        act,
        OPENED,
        DeclaredFile.read(file, province.campaign().settings().uploadLimits()));
  }

  /** A paper form whose bytes have come. */
  private String paper(Act act) {
    Evidence granted = accepted(grant(COMMUNE, act, Map.of())).evidence();
    province.vault.put(
        granted.id(),
        new EvidenceVault.Arrival(
            granted.sizeBytes(),
            granted.sha256(),
            "tag",
            OPENED,
            Optional.of("application/pdf"),
            Optional.empty()));
    accepted(
        province.checkEvidence.arrived(
            Province.ID, province.unit(COMMUNE).code(), granted.id(), OPENED));
    return granted.id();
  }

  private Outcome<Answer> save(Act act, String criterion, Object body, String etag) {
    return province
        .saveAnswer
        .save(
            province.campaign(),
            province.unit(COMMUNE),
            new CriterionId(criterion),
            act,
            new Condition(Optional.ofNullable(etag)),
            AnswerDraft.read(body))
        .map(SaveAnswer.Saved::answer);
  }

  private static Map<String, Object> from(String paper) {
    return Map.of("inputs", Map.of("a", 12, "b", 21), "paper", paper);
  }

  private Outcome<Answer> contest(Act act, String criterion) {
    return province.contestTyped.contest(
        province.campaign(),
        province.unit(COMMUNE),
        act,
        ContestTyped.read(Map.of("criterion", criterion, "reason", "Phiếu ghi 21 máy")));
  }

  private FormView form() {
    return accepted(province.forms.read(province.campaign(), province.unit(COMMUNE)));
  }

  @Test
  void needsTheCommunesPaperThatHasCome() {
    refused(AnsweringProblem.PAPER_NEEDED, save(BY_DISTRICT, "I.1", FIGURES, null));
    refused(AnsweringProblem.PAPER_NOT_THERE, save(BY_DISTRICT, "I.1", from("e9"), null));
    String awaited = accepted(grant(COMMUNE, BY_DISTRICT, Map.of())).evidence().id();
    refused(AnsweringProblem.PAPER_NOT_THERE, save(BY_DISTRICT, "I.1", from(awaited), null));
    String proof = province.evidence(COMMUNE, "I.1").id();
    refused(AnsweringProblem.PAPER_NOT_THERE, save(BY_DISTRICT, "I.1", from(proof), null));
    assertFalse(form().form().answers().containsKey(new CriterionId("I.1")));
  }

  @Test
  void saysWhoTypedForWhomFromWhichPaper() {
    String paper = paper(BY_DISTRICT);
    Answer typed = accepted(save(BY_DISTRICT, "I.1", from(paper), null));
    assertEquals("account-193", typed.by());
    assertEquals(new OnBehalf(paper, UNTIL, Optional.empty()), typed.onBehalf().orElseThrow());
    Entry last = province.memory.chain("131-2020/" + COMMUNE).getLast();
    assertEquals("ANSWER_TYPED", last.kind());
    assertEquals("account-193", last.body().get("by"));
    assertEquals(COMMUNE, last.body().get("for"));
    assertEquals(paper, last.body().get("paper"));
    int entries = province.memory.entries();
    accepted(save(BY_DISTRICT, "I.1", from(paper), null));
    assertEquals(entries, province.memory.entries(), "the same again writes nothing");
    Act office = by("STTTT", OPENED, Role.OFFICE);
    accepted(save(office, "I.2", from(paper), null));
  }

  @Test
  void neverOverTheCommunesOwnWord() {
    String paper = paper(BY_DISTRICT);
    accepted(save(BY_COMMUNE, "I.1", FIGURES, null));
    Map<String, Object> other = Map.of("inputs", Map.of("a", 1, "b", 21), "paper", paper);
    refused(AnsweringProblem.OWN_WORD_STANDS, save(BY_DISTRICT, "I.1", other, "a1"));
    accepted(save(BY_DISTRICT, "I.2", from(paper), null));
    accepted(save(BY_DISTRICT, "I.2", other, "a1"));
    // The commune's own edit ends the mark, be it with the same figures.
    Answer own = accepted(save(BY_COMMUNE, "I.2", Map.of("inputs", Map.of("a", 1, "b", 21)), "a2"));
    assertEquals(Optional.empty(), own.onBehalf());
    refused(AnsweringProblem.OWN_WORD_STANDS, save(BY_DISTRICT, "I.2", from(paper), "a3"));
  }

  @Test
  void nobodyTypesForADepartmentOrWithTheUnitsOwnHand() {
    Act office = by("STTTT", OPENED, Role.OFFICE);
    refused(
        AccessProblem.OTHER_UNIT,
        province.saveAnswer.save(
            province.campaign(),
            province.unit("SNV"),
            new CriterionId("I.1"),
            office,
            Condition.NONE,
            AnswerDraft.read(from("e1"))));
    refused(AnsweringProblem.PAPER_IS_FOR_OTHERS, save(BY_COMMUNE, "I.1", from("e1"), null));
  }

  @Test
  void whoTypesBringsThePaperAndProvesNothing() {
    refused(
        CustodyProblem.ONLY_ITS_PAPER,
        province.grantUpload.grant(
            province.campaign(),
            province.unit(COMMUNE),
            BY_DISTRICT,
            OPENED,
            DeclaredFile.read(
                Province.file("I.1", Map.of()), province.campaign().settings().uploadLimits())));
    refused(
        CustodyProblem.ONLY_ITS_PAPER,
        grant(COMMUNE, BY_DISTRICT, Map.of("purpose", "signed-form")));
    String paper = paper(BY_DISTRICT);
    accepted(save(BY_DISTRICT, "I.1", from(paper), null));
    refused(
        CustodyProblem.PAPER_IN_USE,
        province.withdraw.withdraw(
            province.campaign(),
            province.unit(COMMUNE),
            paper,
            BY_COMMUNE,
            new Condition(
                province
                    .memory
                    .submissions()
                    .evidence(Province.ID, province.unit(COMMUNE).code(), paper)
                    .map(Evidence::etag))));
  }

  @Test
  void contestedAnswerIsNoAnswerUntilTheCommuneAnswers() {
    String paper = paper(BY_DISTRICT);
    accepted(save(BY_DISTRICT, "I.1", from(paper), null));
    accepted(save(BY_COMMUNE, "I.2", FIGURES, null));
    String before = form().scorecard().points().toString();
    Answer aside = accepted(contest(BY_COMMUNE, "I.1"));
    assertTrue(aside.contested());
    assertEquals("a2", aside.etag());
    assertFalse(form().form().answers().containsKey(new CriterionId("I.1")));
    assertEquals(Set.of(new CriterionId("I.1")), form().form().contested().keySet());
    assertTrue(form().scorecard().unanswered().contains(new CriterionId("I.1")));
    assertFalse(form().scorecard().points().toString().equals(before));
    int entries = province.memory.entries();
    accepted(contest(BY_COMMUNE, "I.1"));
    assertEquals(entries, province.memory.entries(), "twice is once");
    refused(AnsweringProblem.OWN_WORD_STANDS, save(BY_DISTRICT, "I.1", from(paper), "a2"));
    Answer own = accepted(save(BY_COMMUNE, "I.1", FIGURES, "a2"));
    assertEquals(Optional.empty(), own.onBehalf());
    assertEquals(before, form().scorecard().points().toString(), "the same figures again");
    List<Entry> chain = province.memory.chain("131-2020/" + COMMUNE);
    assertEquals(List.of(), Verification.faults(chain, province.head(COMMUNE).tip()));
    assertTrue(chain.stream().anyMatch(entry -> entry.kind().equals("TYPED_ANSWER_CONTESTED")));
  }

  @Test
  void contestHasItsDaysAndItsObject() {
    String paper = paper(BY_DISTRICT);
    accepted(save(BY_DISTRICT, "I.1", from(paper), null));
    accepted(save(BY_COMMUNE, "I.2", FIGURES, null));
    refused(AnsweringProblem.NOT_TYPED_FOR_YOU, contest(BY_COMMUNE, "I.2"));
    refused(AnsweringProblem.NOT_TYPED_FOR_YOU, contest(BY_COMMUNE, "I.3"));
    refused(
        AnsweringProblem.CONTEST_TOO_LATE,
        contest(by(COMMUNE, UNTIL.plusMillis(1), Role.SIGNER), "I.1"));
    refused(
        SubmissionProblem.FORM_LOCKED,
        contest(by(COMMUNE, Instant.parse("2020-12-01T00:00:00Z"), Role.UNIT), "I.1"));
    accepted(contest(by(COMMUNE, UNTIL, Role.SIGNER), "I.1"));
  }

  @Test
  void contestAfterSendingOpensTheCriterionAgain() {
    String paper = paper(BY_DISTRICT);
    accepted(save(BY_DISTRICT, "I.1", from(paper), null));
    answerTheRest();
    accepted(province.submit(COMMUNE, OPENED));
    assertEquals(State.AT_DISTRICT, province.head(COMMUNE).state());
    Act later = by(COMMUNE, OPENED.plus(Duration.ofDays(1)), Role.UNIT);
    accepted(contest(later, "I.1"));
    assertEquals(State.AT_DISTRICT, province.head(COMMUNE).state());
    assertEquals(
        List.of("I.1"),
        province.head(COMMUNE).reopened().stream().map(open -> open.criterion().value()).toList());
    refused(SigningProblem.INCOMPLETE_FORM, province.submit(COMMUNE, later.now()));
    accepted(save(later, "I.1", FIGURES, "a2"));
    refused(SubmissionProblem.CRITERION_NOT_REOPENED, save(later, "I.2", FIGURES, "a1"));
    accepted(province.submit(COMMUNE, later.now()));
  }

  private void answerTheRest() {
    var typed = form().form().answers().keySet();
    province
        .forms
        .criteria(province.campaign(), province.unit(COMMUNE))
        .criteria()
        .values()
        .stream()
        .filter(criterion -> !criterion.computed() && !typed.contains(criterion.id()))
        .forEach(criterion -> accepted(province.saveFirst(COMMUNE, criterion)));
  }

  @Test
  void anOfflineCopyIsWrittenOverWhatTheCommuneSetAside() {
    String paper = paper(BY_DISTRICT);
    accepted(save(BY_DISTRICT, "I.1", from(paper), null));
    accepted(contest(BY_COMMUNE, "I.1"));
    long version = province.campaign().criteriaVersions().get(3);
    accepted(
        province.merge(
            COMMUNE,
            Map.of(
                "basedOn",
                Map.of("criteriaVersion", version),
                "answers",
                Map.of("I.1", Map.of("inputs", Map.of("a", 20, "b", 21)))),
            OPENED));
    Answer own = form().form().answers().get(new CriterionId("I.1"));
    assertEquals(3, own.version());
    assertTrue(own.onBehalf().isEmpty());
  }
}
