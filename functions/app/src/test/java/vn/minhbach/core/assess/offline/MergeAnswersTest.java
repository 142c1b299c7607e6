package vn.minhbach.core.assess.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.AnswerFact;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.source.ImportSource;
import vn.minhbach.core.prepare.source.SourceHead;
import vn.minhbach.core.prepare.source.SourceId;
import vn.minhbach.function.http.RequestProblem;

/** What becomes of an offline copy, over stores in memory. */
class MergeAnswersTest {

  private static final String UNIT = "STTTT";
  private static final Instant LOCKED = Instant.parse("2020-10-31T17:00:00Z");
  private static final String SHARED = "II.1";

  private final Province province = Province.opened();
  private final Map<String, Object> bases = new LinkedHashMap<>();
  private final Map<String, Object> answers = new LinkedHashMap<>();

  private static Map<String, Object> share(int part, int whole) {
    return Map.of("inputs", Map.of("a", part, "b", whole));
  }

  /** What the copy was made from. */
  private void base(String criterion, String etag, Map<String, Object> said) {
    var base = new HashMap<>(said);
    base.put("etag", etag);
    bases.put(criterion, base);
  }

  private Map<String, Object> copy() {
    return new HashMap<>(
        Map.of(
            "basedOn",
            Map.of("criteriaVersion", version(), "formVersion", 1, "answers", bases),
            "answers",
            answers));
  }

  private long version() {
    return province.campaign().criteriaVersions().get(1);
  }

  private Outcome<MergePlan> merge() {
    return province.merge(UNIT, copy(), OPENED);
  }

  private MergePlan dryRun() {
    Map<String, Object> copy = copy();
    copy.put("dryRun", true);
    return accepted(province.merge(UNIT, copy, OPENED));
  }

  private void save(String criterion, Object body) {
    accepted(province.save(UNIT, criterion, body, OPENED));
  }

  private Answer stored(String criterion) {
    return province
        .memory
        .submissions()
        .answer(ID, province.unit(UNIT).code(), new CriterionId(criterion))
        .orElseThrow();
  }

  private List<Entry> chain() {
    return province.memory.chain("131-2020/" + UNIT);
  }

  @Test
  void manyAnswersAreOneChangeAndOneEntryThatListsThem() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    base("I.2", null, Map.of());
    answers.put("I.1", share(2, 9));
    answers.put("I.2", share(3, 9));
    answers.put("I.3", Map.of("inputs", Map.of("v", true), "note", "Quyết định 45"));
    MergePlan plan = accepted(merge());
    assertEquals(List.of("I.1", "I.2", "I.3"), ids(plan.taken()));
    assertEquals("a2", stored("I.1").etag());
    assertEquals(Map.of("a", 3L, "b", 9L), stored("I.2").inputs());
    assertEquals(2, chain().size());
    Entry entry = chain().getLast();
    assertEquals("ANSWERS_SAVED", entry.kind());
    assertEquals(
        Optional.of(
            new AnswerFact.AnswersSaved(
                "account-" + UNIT,
                plan.taken().stream().map(AnswerFact.Given::of).toList(),
                Optional.of(1L),
                Optional.empty())),
        AnswerFact.read(entry));
    assertEquals(List.of(), Verification.faults(chain(), province.head(UNIT).tip()));
    assertEquals("f2", plan.head().etag());
    assertEquals(plan.head(), province.head(UNIT));
  }

  private static List<String> ids(List<Answer> answers) {
    return answers.stream().map(answer -> answer.criterion().value()).toList();
  }

  @Test
  void entryOfOneAnswerSaysWhatASingleSaveWouldSay() {
    save("I.1", share(1, 9));
    var single = new HashMap<>(chain().getFirst().body());
    Province other = Province.opened();
    answers.put("I.1", share(1, 9));
    accepted(other.merge(UNIT, copy(), OPENED));
    var many = other.memory.chain("131-2020/" + UNIT).getFirst().body();
    List.of("by", "nonce").forEach(single::remove);
    assertEquals(List.of(single), many.get("answers"));
  }

  @Test
  void uneditedCopyChangesNothing() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    answers.put("I.1", share(1, 9));
    int before = province.memory.entries();
    MergePlan plan = accepted(merge());
    assertEquals(List.of(), plan.taken());
    assertEquals(before, province.memory.entries());
    assertEquals("f1", plan.head().etag());
  }

  @Test
  void numbersThatAreTheSameAreNoChange() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    answers.put(
        "I.1",
        Map.of(
            "inputs",
            Map.of("a", new java.math.BigDecimal("1.0"), "b", new java.math.BigDecimal("9.00"))));
    assertEquals(List.of(), accepted(merge()).taken());
  }

  @Test
  void colleaguesChangeIsKept() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    base("I.2", null, Map.of());
    overwrite("I.1", share(5, 9));
    save("I.2", share(4, 9));
    answers.put("I.1", share(1, 9));
    answers.put("I.3", Map.of("inputs", Map.of("v", true)));
    MergePlan plan = accepted(merge());
    assertEquals(List.of("I.3"), ids(plan.taken()));
    assertEquals(List.of("I.1", "I.2"), ids(plan.kept()));
    assertEquals(Map.of("a", 5L, "b", 9L), stored("I.1").inputs());
  }

  private void overwrite(String criterion, Object body) {
    accepted(
        province.saveAnswer.save(
            province.campaign(),
            province.unit(UNIT),
            new CriterionId(criterion),
            Province.by(UNIT, OPENED, Role.UNIT),
            new vn.minhbach.core.Condition(Optional.of(stored(criterion).etag())),
            AnswerDraft.read(body)));
  }

  @Test
  void changeOnBothSidesRefusesTheWholeAndNamesEitherSide() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    overwrite("I.1", share(5, 9));
    answers.put("I.1", share(6, 9));
    answers.put("I.2", share(3, 9));
    int before = province.memory.entries();
    Refusal refusal = refused(OfflineProblem.COPY_CONFLICTS, merge());
    assertEquals(Set.of("answers.I.1 CHANGED_ON_BOTH_SIDES"), places(refusal));
    Map<String, String> facts = refusal.violations().getFirst().facts();
    assertEquals("a=6; b=9", facts.get("mine"));
    assertEquals("a=5; b=9", facts.get("theirs"));
    assertEquals("a=1; b=9", facts.get("base"));
    assertEquals("a2", facts.get("etag"));
    assertEquals(before, province.memory.entries());
    MergePlan plan = dryRun();
    assertEquals(List.of("I.2"), ids(plan.taken()));
    assertEquals(Map.of("inputs", Map.of("a", 6, "b", 9)), plan.conflicts().getFirst().mine());
    assertEquals(before, province.memory.entries());
    // Settled: the same copy over the newer etag.
    base("I.1", "a2", share(5, 9));
    assertEquals(List.of("I.1", "I.2"), ids(accepted(merge()).taken()));
    assertEquals(Map.of("a", 6L, "b", 9L), stored("I.1").inputs());
  }

  @Test
  void figuresOfEitherSideAreToldInOneOrderWhateverOrderTheCopyHas() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    overwrite("I.1", share(5, 9));
    var backwards = new LinkedHashMap<String, Object>();
    backwards.put("b", 9);
    backwards.put("a", 6);
    answers.put("I.1", Map.of("inputs", backwards));
    Refusal refusal = refused(OfflineProblem.COPY_CONFLICTS, merge());
    assertEquals("a=6; b=9", refusal.violations().getFirst().facts().get("mine"));
  }

  @Test
  void changeAndChangeBackIsAChange() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    overwrite("I.1", share(5, 9));
    overwrite("I.1", share(1, 9));
    answers.put("I.1", share(6, 9));
    refused(OfflineProblem.COPY_CONFLICTS, merge());
  }

  @Test
  void theSameChangeOnBothSidesIsNone() {
    base("I.1", null, Map.of());
    save("I.1", share(5, 9));
    answers.put("I.1", share(5, 9));
    MergePlan plan = accepted(merge());
    assertEquals(List.of(), plan.taken());
    assertEquals(List.of(), plan.kept());
    assertEquals(1, province.memory.entries() - before());
  }

  private int before() {
    return province.memory.chain("131-2020").size();
  }

  @Test
  void answerThatWasNeverThereIsNotLostSilently() {
    base("I.1", "a3", share(5, 9));
    answers.put("I.1", share(5, 9));
    Refusal refusal = refused(OfflineProblem.COPY_CONFLICTS, merge());
    assertEquals("–", refusal.violations().getFirst().facts().get("theirs"));
    base("I.1", null, Map.of());
    assertEquals(1, accepted(merge()).taken().size());
  }

  @Test
  void everyFaultIsNamedAtItsPlace() {
    answers.put("I.1", share(10, 9));
    answers.put("I.2", Map.of("notApplicable", "Không có"));
    answers.put("IX.9", share(1, 2));
    answers.put("?", share(1, 2));
    answers.put("I.3", Map.of("inputs", Map.of("v", true)));
    answers.put("I.9", Map.of("inputs", Map.of("v", "nowhere")));
    answers.put("II.2", Map.of("confirm", true));
    Refusal refusal = refused(OfflineProblem.COPY_FAULTY, merge());
    assertEquals(
        Set.of(
            "answers.I.1.inputs.a NUMERATOR_OVER_DENOMINATOR",
            "answers.I.2 NOT_APPLICABLE_REFUSED",
            "answers.IX.9 UNKNOWN_CRITERION",
            "answers.? UNKNOWN_CRITERION",
            "answers.I.9.inputs.v UNKNOWN_OPTION",
            "answers.II.2 NO_BASELINE"),
        places(refusal));
    assertEquals("6", refusal.facts().get("faults"));
    assertEquals(0, chain().size());
    assertEquals(6, dryRun().faults().size());
  }

  @Test
  void bodyThatCannotBeReadIsRefusedWithEveryPlace() {
    answers.put("I.1", Map.of("inputs", Map.of(), "confirm", true));
    answers.put("I.2", Map.of("points", "3.00", "notApplicable", "Không có"));
    answers.put("I.3", 7);
    bases.put("I.4", Map.of("etag", 3));
    assertEquals(
        Set.of(
            "answers.I.1 ANSWER_EITHER_OR",
            "answers.I.2.points UNKNOWN_FIELD",
            "answers.I.3 WRONG_TYPE",
            "basedOn.answers.I.4.etag WRONG_TYPE"),
        places(refused(InputProblem.INVALID_BODY, merge())));
    assertEquals(
        Set.of("basedOn MISSING_FIELD", "answers MISSING_FIELD", "answer UNKNOWN_FIELD"),
        places(
            refused(InputProblem.INVALID_BODY, province.merge(UNIT, Map.of("answer", 1), OPENED))));
  }

  @Test
  void afterTheLockOnlyAnUneditedCopyIsAccepted() {
    save("I.1", share(1, 9));
    base("I.1", "a1", share(1, 9));
    answers.put("I.1", share(1, 9));
    accepted(province.merge(UNIT, copy(), LOCKED));
    answers.put("I.1", share(2, 9));
    answers.put("I.2", share(2, 9));
    Refusal refusal = refused(SubmissionProblem.FORM_LOCKED, province.merge(UNIT, copy(), LOCKED));
    assertEquals(Set.of("answers.I.1 FORM_LOCKED", "answers.I.2 FORM_LOCKED"), places(refusal));
    assertEquals(UNIT, refusal.facts().get("unit"));
  }

  @Test
  void sentFormTakesNoCopy() {
    province.answerAll(UNIT);
    accepted(province.submit(UNIT, OPENED));
    base("I.1", "a1", Map.of());
    answers.put("I.1", share(1, 100));
    refused(SubmissionProblem.FORM_SUBMITTED, merge());
    Campaign reported =
        province.campaign().withStage(vn.minhbach.core.prepare.campaign.Stage.REPORTED);
    refused(
        CampaignProblem.WRONG_STAGE,
        OfflineCopy.read(copy())
            .flatMap(sent ->
                province.mergeAnswers.merge(reported, province.unit(UNIT), act(OPENED), sent)));
  }

  @Test
  void computedCriterionCannotBeTyped() {
    String commune = "06649";
    long version = province.campaign().criteriaVersions().get(3);
    var body =
        Map.of(
            "basedOn",
            Map.of("criteriaVersion", version),
            "answers",
            Map.of("III.3", Map.of("inputs", Map.of("v", "late"))));
    assertEquals(
        Set.of("answers.III.3 COMPUTED_CRITERION"),
        places(refused(OfflineProblem.COPY_FAULTY, province.merge(commune, body, OPENED))));
  }

  @Test
  void provincesFigureIsConfirmedContestedAndLeftAloneAfterALaterImport() {
    bring("a=180;b=193");
    answers.put(SHARED, Map.of("confirm", true, "baselineVersion", 1));
    assertEquals(
        Set.of("answers." + SHARED + " STALE_BASELINE"),
        places(refused(OfflineProblem.COPY_FAULTY, merge())));
    answers.put(SHARED, share(187, 193));
    assertEquals(
        Set.of("answers." + SHARED + " CONTEST_NEEDS_REASON"),
        places(refused(OfflineProblem.COPY_FAULTY, merge())));
    answers.put(SHARED, share(180, 193));
    accepted(merge());
    Claim claim = stored(SHARED).claim().orElseThrow();
    assertEquals(Claim.Kind.CONFIRMED, claim.kind());
    bring("a=181;b=193");
    for (Map<String, Object> unedited :
        List.of(
            share(180, 193),
            Map.<String, Object>of("confirm", true),
            Map.<String, Object>of(
                "confirm", true, "baselineVersion", claim.provenance().orElseThrow().version()))) {
      base(SHARED, "a1", unedited);
      answers.put(SHARED, unedited);
      assertEquals(List.of(), accepted(merge()).taken(), unedited::toString);
    }
    base(SHARED, "a1", share(180, 193));
    var contested = new HashMap<>(share(187, 193));
    contested.put("contest", Map.of("reason", "Thiếu bảy văn bản"));
    answers.put(SHARED, contested);
    accepted(merge());
    assertEquals(Claim.Kind.CONTESTED, stored(SHARED).claim().orElseThrow().kind());
    base(SHARED, "a2", contested);
    assertEquals(List.of(), accepted(merge()).taken());
  }

  private void bring(String figure) {
    String csv = "unit,criterion,inputs\n" + UNIT + "," + SHARED + "," + figure + "\n";
    Map<String, Object> head =
        Map.of(
            "system", "QLVB",
            "from", "2019-10-01",
            "to", "2020-08-01",
            "extractedAt", "2020-08-02T08:00:00+07:00",
            "by", "Nguyễn Văn A");
    accepted(
        province.importSource.bring(
            ID,
            new SourceId("qlvb"),
            act(OPENED),
            new ImportSource.Sent(
                accepted(SourceHead.read(head, OPENED)),
                csv,
                text -> Outcome.refused(RequestProblem.MALFORMED_JSON.of("1", "1", "none")))));
  }

  @Test
  void afterACorrectionOnlyCriteriaThatStayedTheSameAreTaken() {
    Object tree = province.memory.criteriaSets().tree(ID, 1, version()).orElseThrow();
    province.memory.criteriaSets().stage(ID, 1, 77, retitled(tree, "I.2"));
    Campaign corrected = province.campaign().withCriteria(1, 77);
    answers.put("I.1", share(1, 9));
    answers.put("I.2", share(1, 9));
    Outcome<MergePlan> outcome =
        OfflineCopy.read(copy())
            .flatMap(sent ->
                province.mergeAnswers.merge(corrected, province.unit(UNIT), act(OPENED), sent));
    Refusal refusal = refused(OfflineProblem.CRITERION_CHANGED, outcome);
    assertEquals(Set.of("answers.I.2 CRITERION_CHANGED"), places(refusal));
    assertEquals("I.2", refusal.facts().get("criterion"));
    answers.remove("I.2");
    MergePlan plan =
        accepted(
            OfflineCopy.read(copy())
                .flatMap(sent ->
                    province.mergeAnswers.merge(
                        corrected, province.unit(UNIT), act(OPENED), sent)));
    assertEquals(77, plan.taken().getFirst().criteriaVersion());
  }

  @Test
  void copyOfCriteriaThatNeverWereIsRefusedCriterionByCriterion() {
    answers.put("I.1", share(1, 9));
    answers.put("I.2", share(1, 9));
    Map<String, Object> copy = copy();
    copy.put("basedOn", Map.of("criteriaVersion", 5));
    Refusal refusal = refused(OfflineProblem.CRITERION_CHANGED, province.merge(UNIT, copy, OPENED));
    assertEquals("I.1, I.2", refusal.facts().get("criterion"));
  }

  @SuppressWarnings("unchecked") // A tree as JSON gives it.
  private static Object retitled(Object tree, String id) {
    return switch (tree) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        ((Map<String, Object>) map).forEach((key, value) -> copy.put(key, retitled(value, id)));
        if (id.equals(copy.get("id"))) {
          copy.put("title", "Tiêu chí đã sửa");
        }
        yield copy;
      }
      case List<?> list -> list.stream().map(one -> retitled(one, id)).toList();
      default -> tree;
    };
  }

  @Test
  void overtakenMergeIsDecidedAnewAndGivesUpInTheEnd() {
    answers.put("I.1", share(1, 9));
    province.memory.overtake(Attempts.MAX);
    refused(WriteProblem.BUSY, merge());
    assertEquals(0, chain().size());
    province.memory.overtake(Attempts.MAX - 1);
    accepted(merge());
    assertEquals(1, chain().size());
  }

  @Test
  void moreThanATransactionTakesIsRefused() {
    Object tree = province.memory.criteriaSets().tree(ID, 1, version()).orElseThrow();
    int many = HoldCopy.ANSWERS_MAX + 1;
    province.memory.criteriaSets().stage(ID, 1, 88, wide(tree, many));
    Campaign wide = province.campaign().withCriteria(1, 88);
    IntStream.range(0, many)
        .forEach(n -> answers.put("W." + n, Map.of("inputs", Map.of("v", true))));
    Map<String, Object> copy = copy();
    copy.put("basedOn", Map.of("criteriaVersion", 88));
    Refusal refusal =
        refused(
            OfflineProblem.COPY_FAULTY,
            OfflineCopy.read(copy)
                .flatMap(sent ->
                    province.mergeAnswers.merge(wide, province.unit(UNIT), act(OPENED), sent)));
    assertEquals(Set.of("answers TOO_MANY_ANSWERS"), places(refusal));
    answers.remove("W.0");
    copy.put("answers", answers);
    accepted(
        OfflineCopy.read(copy)
            .flatMap(
                sent -> province.mergeAnswers.merge(wide, province.unit(UNIT), act(OPENED), sent)));
  }

  @Test
  void entryThatWouldNotFitIntoAnItemIsRefused() {
    Object tree = province.memory.criteriaSets().tree(ID, 1, version()).orElseThrow();
    province.memory.criteriaSets().stage(ID, 1, 89, wide(tree, 60));
    Campaign wide = province.campaign().withCriteria(1, 89);
    IntStream.range(0, 60)
        .forEach(n ->
            answers.put("W." + n, Map.of("inputs", Map.of("v", true), "note", "ệ".repeat(2000))));
    Map<String, Object> copy = copy();
    copy.put("basedOn", Map.of("criteriaVersion", 89));
    Refusal refusal =
        refused(
            OfflineProblem.COPY_FAULTY,
            OfflineCopy.read(copy)
                .flatMap(sent ->
                    province.mergeAnswers.merge(wide, province.unit(UNIT), act(OPENED), sent)));
    assertEquals(Set.of("answers BODY_TOO_LARGE"), places(refusal));
  }

  /** A set with one group of so many yes-or-no criteria of one point each. */
  @SuppressWarnings("unchecked") // A tree as JSON gives it.
  private static Object wide(Object tree, int count) {
    var set = new LinkedHashMap<>((Map<String, Object>) tree);
    var criteria = new ArrayList<Object>();
    for (int n = 0; n < count; n++) {
      criteria.add(
          Map.of(
              "id",
              "W." + n,
              "title",
              "Có không",
              "maxPoints",
              1,
              "evidenceRequired",
              false,
              "verifyBy",
              "document",
              "scoring",
              Map.of(
                  "type",
                  "boolean",
                  "inputs",
                  List.of(Map.of("key", "v", "label", "Có", "kind", "boolean")),
                  "value",
                  "v",
                  "pointsIfTrue",
                  1,
                  "pointsIfFalse",
                  0)));
    }
    set.put("maxPoints", count);
    set.put(
        "groups",
        List.of(Map.of("id", "W", "title", "Rộng", "maxPoints", count, "criteria", criteria)));
    return set;
  }

  @Test
  void contributorBringsOnlyTheCriteriaThatItWasGiven() {
    var caller =
        new Caller(
            "phòng",
            Set.of(Role.CONTRIBUTOR),
            Optional.of(new UnitCode(UNIT)),
            Set.of(new CriterionId("I.1")));
    var act = new Act(caller, OPENED, Optional.empty());
    answers.put("I.1", share(1, 9));
    answers.put("I.2", share(1, 9));
    Outcome<MergePlan> outcome =
        OfflineCopy.read(copy())
            .flatMap(sent ->
                province.mergeAnswers.merge(province.campaign(), province.unit(UNIT), act, sent));
    Refusal refusal =
        outcome.fold(
            found -> found,
            plan -> {
              throw new AssertionError(plan);
            });
    assertEquals(Set.of("answers.I.2 CRITERION_NOT_GIVEN"), places(refusal));
    answers.remove("I.2");
    accepted(
        OfflineCopy.read(copy())
            .flatMap(sent ->
                province.mergeAnswers.merge(province.campaign(), province.unit(UNIT), act, sent)));
  }

  @Test
  void copyIsTheUnitsOwnWordAndNamesNoPaper() {
    var typed = new HashMap<>(share(1, 9));
    typed.put("paper", "p1");
    answers.put("I.1", typed);
    assertEquals(
        Set.of("answers.I.1 PAPER_IS_FOR_OTHERS"),
        places(refused(OfflineProblem.COPY_FAULTY, merge())));
  }

  @Test
  void reopenedCriterionTakesACopyOfItselfAlone() {
    province.answerAll(UNIT);
    var evidence = province.evidence(UNIT, "I.1");
    province.vault.put(
        evidence.id(),
        new vn.minhbach.core.assess.evidence.EvidenceVault.Arrival(
            evidence.sizeBytes(),
            evidence.sha256(),
            "tag",
            OPENED,
            Optional.of("application/pdf"),
            Optional.empty()));
    accepted(province.checkEvidence.arrived(ID, province.unit(UNIT).code(), evidence.id(), OPENED));
    accepted(province.submit(UNIT, OPENED));
    accepted(
        province.checkEvidence.scanned(
            ID,
            province.unit(UNIT).code(),
            evidence.id(),
            new vn.minhbach.core.assess.evidence.Checks.Scanned(
                false, "THREATS_FOUND", Optional.empty()),
            OPENED));
    assertTrue(!province.head(UNIT).reopened().isEmpty());
    base("I.1", "a1", Map.of());
    base("I.2", "a1", Map.of());
    answers.put("I.1", share(1, 50));
    answers.put("I.2", share(1, 50));
    assertEquals(
        Set.of("answers.I.2 CRITERION_NOT_REOPENED"),
        places(refused(SubmissionProblem.CRITERION_NOT_REOPENED, merge())));
    answers.remove("I.2");
    State before = province.head(UNIT).state();
    assertEquals(List.of("I.1"), ids(accepted(merge()).taken()));
    assertEquals(before, province.head(UNIT).state());
  }
}
