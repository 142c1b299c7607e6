package vn.minhbach.core.assess.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.signing.SignatureDraft;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.memory.Edited;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.ScoringProblem;
import vn.minhbach.core.unit.Unit;

/** Criteria are corrected while forms are out, on the plan's real province. */
class CorrectionTest {

  private static final String UNIT = "SKHCN";
  private static final String OTHER = "SNV";

  /** Monday 10 August 2020, a week after the forms were sent. */
  private static final Instant CORRECTED = Instant.parse("2020-08-10T03:00:00Z");

  /** The end of the fifth working day after it, a Monday, in Vietnam. */
  private static final Instant UNTIL = Instant.parse("2020-08-17T16:59:59.999Z");

  private static final Instant AFTER = UNTIL.plusMillis(1);
  private static final Instant LOCKED = Instant.parse("2020-11-01T00:00:00Z");

  private final Province province = Province.opened();
  private final Edited edited = Edited.of(province, 1);

  private static Map<String, Object> order(Object set) {
    var order = new LinkedHashMap<String, Object>();
    order.put("letter", Map.of("number", "77/STTTT-CNTT", "date", "2020-08-01"));
    order.put("reason", "Bảng điểm in sai");
    order.put("days", 5L);
    order.put("set", Edited.of(set).tree());
    return order;
  }

  private Outcome<CorrectCriteria.Made> send(int group, Object order, Instant now) {
    return CorrectCriteria.order(order)
        .flatMap(sent -> province.correct.correct(province.campaign(), group, act(now), sent));
  }

  private Correction correct(Instant now) {
    return accepted(send(1, order(edited.tree()), now)).correction();
  }

  private FormView form(String unit) {
    return accepted(province.forms.read(province.campaign(), province.unit(unit)));
  }

  private CriterionScore score(String unit, String criterion) {
    return form(unit).scorecard().lines().stream()
        .filter(line -> line.criterion().value().equals(criterion))
        .map(Scorecard.Line::score)
        .findFirst()
        .orElseThrow();
  }

  private Optional<Amendments.Amended> amended(String unit, String criterion) {
    FormView view = form(unit);
    var id = new CriterionId(criterion);
    return view.amendments().of(id, Optional.ofNullable(view.form().answers().get(id)));
  }

  private Outcome<?> again(String unit, String criterion, Object body, Instant now) {
    Answer stored = form(unit).form().answers().get(new CriterionId(criterion));
    return province.saveAnswer.save(
        province.campaign(),
        province.unit(unit),
        new CriterionId(criterion),
        Province.by(unit, now, Role.UNIT),
        stored == null ? Condition.NONE : new Condition(Optional.of(stored.etag())),
        AnswerDraft.read(body));
  }

  private static Map<String, Object> ratio(long a, long b) {
    return Map.of("inputs", Map.of("a", a, "b", b));
  }

  private void sent(String unit) {
    province.answerAll(unit);
    accepted(province.submit(unit, OPENED));
  }

  private void pass(Instant now) {
    province
        .memory
        .jobs()
        .open(ID, 10)
        .forEach(job -> province.noteCorrections.run(province.campaign(), job, now));
  }

  private static Set<String> ids(List<CriterionId> criteria) {
    return criteria.stream().map(CriterionId::value).collect(Collectors.toSet());
  }

  private List<String> kinds(String unit) {
    return province.memory.chain(ID + "/" + unit).stream().map(Entry::kind).toList();
  }

  @Test
  void wordingAloneOpensNothing() {
    sent(UNIT);
    province.answerAll(OTHER);
    edited.with("I.1", "title", "Tỷ lệ văn bản điện tử (đính chính)");
    Correction made = correct(CORRECTED);
    assertFalse(made.opens());
    assertEquals(List.of(), province.memory.jobs().open(ID, 10), "no job");
    assertEquals(List.of(), province.head(UNIT).reopened());
    assertEquals(List.of(), form(OTHER).scorecard().unanswered());
    assertFalse(amended(OTHER, "I.1").orElseThrow().owed());
    assertEquals(List.of("title"), amended(OTHER, "I.1").orElseThrow().fields());
    refused(
        SubmissionProblem.FORM_SUBMITTED,
        again(UNIT, "I.1", ratio(1, 2), CORRECTED.plusSeconds(1)));
  }

  @Test
  void aTrialWritesNothingAndCountsTheForms() {
    sent(UNIT);
    province.answerAll(OTHER);
    accepted(
        province.save("STC", "I.9", Map.of("inputs", Map.of("v", firstOption("I.9"))), OPENED));
    int entries = province.memory.entries();
    Campaign before = province.campaign();
    edited.swapPoints("I.1", "I.2");
    Map<String, Object> order = order(edited.tree());
    order.put("dryRun", true);
    CorrectCriteria.Made tried = accepted(send(1, order, CORRECTED));
    assertEquals(new CorrectCriteria.Reach(30, 1, 1, 4), tried.reach());
    assertEquals(2, tried.reach().touched());
    assertEquals(UNTIL, tried.correction().until());
    assertEquals(entries, province.memory.entries());
    assertEquals(before, province.campaign());
    order.remove("dryRun");
    assertEquals(tried.reach(), accepted(send(1, order, CORRECTED)).reach(), "as foretold");
  }

  private String firstOption(String criterion) {
    return (String)
        Edited.map(
                Edited.list(Edited.map(edited.criterion(criterion).get("scoring")).get("options"))
                    .getFirst())
            .get("value");
  }

  @Test
  void anAnswerToAChangedCriterionIsOwedUntilSavedAgainAndNoOtherIs() {
    province.answerAll(UNIT);
    Answer untouched = form(UNIT).form().answers().get(new CriterionId("I.4"));
    Answer old = form(UNIT).form().answers().get(new CriterionId("I.1"));
    int entries = province.memory.chain(ID + "/" + UNIT).size();
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    assertEquals(Set.of("I.1", "I.2"), ids(form(UNIT).scorecard().unanswered()));
    assertEquals(new CriterionScore.Owed(Points.of("2"), true), score(UNIT, "I.1"));
    assertEquals(old, form(UNIT).form().answers().get(new CriterionId("I.1")), "old one visible");
    assertEquals(List.of("maxPoints"), amended(UNIT, "I.1").orElseThrow().fields());
    assertTrue(amended(UNIT, "I.1").orElseThrow().owed());
    assertEquals(entries, province.memory.chain(ID + "/" + UNIT).size(), "no form was written");

    Refusal refusal = refused(SigningProblem.INCOMPLETE_FORM, province.submit(UNIT, CORRECTED));
    assertEquals(
        Set.of("answers.I.1 CORRECTED_SINCE", "answers.I.2 CORRECTED_SINCE"), places(refusal));
    assertEquals("77/STTTT-CNTT", refusal.violations().getFirst().facts().get("letter"));

    accepted(again(UNIT, "I.1", ratio(1, 1), CORRECTED.plusSeconds(1)));
    accepted(again(UNIT, "I.2", ratio(1, 1), CORRECTED.plusSeconds(1)));
    assertEquals(new CriterionScore.Awarded(Points.of("2")), score(UNIT, "I.1"));
    assertFalse(amended(UNIT, "I.1").orElseThrow().owed());
    assertEquals(untouched, form(UNIT).form().answers().get(new CriterionId("I.4")));
    accepted(province.submit(UNIT, CORRECTED.plusSeconds(2)));
  }

  @Test
  void aSentFormIsOpenForTheseCriteriaAloneAndSignedAgainForThem() {
    sent(UNIT);
    Head.Signature first = province.head(UNIT).signature().orElseThrow();
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    assertEquals(
        Set.of("I.1", "I.2"),
        ids(province.head(UNIT).reopened().stream().map(Head.Reopened::criterion).toList()));
    refused(
        SubmissionProblem.CRITERION_NOT_REOPENED,
        again(UNIT, "I.4", ratio(1, 2), CORRECTED.plusSeconds(1)));
    accepted(again(UNIT, "I.1", ratio(1, 2), CORRECTED.plusSeconds(1)));
    assertEquals(State.SUBMITTED, province.head(UNIT).state());
    assertEquals(
        Set.of("answers.I.2 CORRECTED_SINCE"),
        places(
            refused(
                SigningProblem.INCOMPLETE_FORM, province.submit(UNIT, CORRECTED.plusSeconds(2)))));
    accepted(again(UNIT, "I.2", ratio(1, 1), UNTIL));
    accepted(province.submit(UNIT, UNTIL));
    Head signed = province.head(UNIT);
    assertEquals(List.of(), signed.reopened());
    assertEquals(first.at(), signed.signature().orElseThrow().sentAt());
    assertFalse(signed.signature().orElseThrow().late());
    assertEquals("FORM_SUBMITTED_AGAIN", kinds(UNIT).getLast());
    refused(SubmissionProblem.FORM_SUBMITTED, again(UNIT, "I.1", ratio(1, 1), UNTIL));
    pass(UNTIL);
    assertFalse(kinds(UNIT).contains("FORM_CORRECTED"), "nothing is left to note");
  }

  @Test
  void whoLetsTheDaysPassIsScoredByTheNewRuleOrWithNothing() {
    sent(UNIT);
    sent(OTHER);
    edited.swapPoints("I.1", "I.2").renameDenominator("I.4").replace("I.3", "I.10");
    correct(CORRECTED);
    pass(CORRECTED);
    accepted(again(OTHER, "I.1", ratio(1, 1), CORRECTED));
    accepted(again(OTHER, "I.2", ratio(1, 1), CORRECTED));
    accepted(again(OTHER, "I.4", Map.of("inputs", Map.of("a", 1L, "whole", 1L)), CORRECTED));
    accepted(again(OTHER, "I.10", Map.of("inputs", Map.of("v", true)), CORRECTED));
    accepted(province.submit(OTHER, CORRECTED));

    refused(SubmissionProblem.CRITERION_NOT_REOPENED, again(UNIT, "I.5", ratio(1, 1), UNTIL));
    refused(SubmissionProblem.FORM_SUBMITTED, again(UNIT, "I.1", ratio(1, 1), AFTER));
    assertEquals(new CriterionScore.Owed(Points.of("2"), true), score(UNIT, "I.1"));
    assertEquals(new CriterionScore.Owed(Points.of("3"), true), score(UNIT, "I.2"));
    assertEquals(CriterionScore.Owed.NOTHING, score(UNIT, "I.4"));
    assertEquals(new CriterionScore.Unanswered(), score(UNIT, "I.10"));
    Answer kept = form(UNIT).form().answers().get(new CriterionId("I.3"));
    assertTrue(kept != null, "on record, and counted nowhere");
    FormView view = form(UNIT);
    Amendments.Carried why =
        view.amendments()
            .carried(
                view.criteria().criterion(new CriterionId("I.4")).orElseThrow(),
                view.form().answers().get(new CriterionId("I.4")));
    assertEquals(ScoringProblem.INVALID_ANSWER, why.refusal().orElseThrow().problem());

    pass(LOCKED);
    accepted(province.publish.report(ID, act(LOCKED)));
    List<RankingRow> rows = table(1);
    assertEquals("SNV", rows.getFirst().unit().value());
    assertEquals(Points.of("5"), difference(rows, OTHER, UNIT), "I.4 and I.10");
  }

  private List<RankingRow> table(int group) {
    long version = province.campaign().result().orElseThrow().rankingVersion();
    return province.board.rows(province.board.staged(ID, group, version).orElseThrow(), 0, 500);
  }

  private static Points difference(List<RankingRow> rows, String one, String other) {
    return points(rows, one).minus(points(rows, other));
  }

  private static Points points(List<RankingRow> rows, String unit) {
    return rows.stream()
        .filter(row -> row.unit().value().equals(unit))
        .map(RankingRow::points)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theReportWaitsForTheDaysThatWerePromisedAndNoLonger() {
    province.answerAll(UNIT);
    accepted(province.submit(UNIT, OPENED));
    Instant late = Instant.parse("2020-10-30T03:00:00Z");
    edited.swapPoints("I.1", "I.2");
    Map<String, Object> order = order(edited.tree());
    Correction made = accepted(send(1, order, late)).correction();
    pass(late);
    pass(late.plus(Duration.ofMinutes(3)));
    Refusal refusal =
        refused(PublicationProblem.FORMS_STILL_OPEN, province.publish.report(ID, act(LOCKED)));
    assertEquals(UNIT, refusal.facts().get("units"));
    Instant after = made.until().plusMillis(1);
    assertEquals(Stage.REPORTED, accepted(province.publish.report(ID, act(after))).stage());
  }

  @Test
  void theReportDoesNotWaitForWhoHasSignedAgain() {
    province.answerAll(UNIT);
    accepted(province.submit(UNIT, OPENED));
    Instant late = Instant.parse("2020-10-30T03:00:00Z");
    edited.swapPoints("I.1", "I.2");
    accepted(send(1, order(edited.tree()), late));
    accepted(again(UNIT, "I.1", ratio(1, 1), late));
    accepted(again(UNIT, "I.2", ratio(1, 1), late));
    accepted(province.submit(UNIT, late));
    assertEquals(
        "1",
        refused(PublicationProblem.JOBS_STILL_OPEN, province.publish.report(ID, act(LOCKED)))
            .facts()
            .get("count"));
    pass(LOCKED);
    assertEquals(Stage.REPORTED, accepted(province.publish.report(ID, act(LOCKED))).stage());
  }

  @Test
  void twoCorrectionsInARowStandEachForItself() {
    sent(UNIT);
    province.answerAll(OTHER);
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    accepted(again(OTHER, "I.1", ratio(1, 1), CORRECTED.plusSeconds(1)));
    Instant second = CORRECTED.plus(Duration.ofDays(2));
    edited.with("I.1", "evidenceRequired", false).renameDenominator("I.4");
    Correction next = correct(second);
    assertEquals(2, next.number());
    assertEquals(Set.of("I.1", "I.2", "I.4"), ids(form(OTHER).scorecard().unanswered()));
    assertEquals(List.of("evidenceRequired"), amended(OTHER, "I.1").orElseThrow().fields());
    assertEquals(List.of("maxPoints"), amended(OTHER, "I.2").orElseThrow().fields());
    assertEquals(1, amended(OTHER, "I.2").orElseThrow().by().number());
    // The first one's day passes: what the second one names stays open.
    assertEquals(
        Set.of("I.1", "I.4"),
        ids(province.head(UNIT).reopenedAt(AFTER).stream().map(Head.Reopened::criterion).toList()));
    refused(SubmissionProblem.CRITERION_NOT_REOPENED, again(UNIT, "I.2", ratio(1, 1), AFTER));
    accepted(again(UNIT, "I.1", ratio(1, 1), AFTER));
    accepted(again(UNIT, "I.4", Map.of("inputs", Map.of("a", 1L, "whole", 1L)), AFTER));
    accepted(province.submit(UNIT, AFTER));
    assertEquals(List.of(), province.head(UNIT).reopened());
    assertEquals(Set.of("I.2"), ids(form(UNIT).scorecard().unanswered()), "let pass");
    assertFalse(province.head(UNIT).signature().orElseThrow().late());
  }

  @Test
  void aCorrectionBeforeAnybodyAnsweredAsksNothingTwice() {
    edited.swapPoints("I.1", "I.2").replace("I.3", "I.10");
    CorrectCriteria.Made made = accepted(send(1, order(edited.tree()), OPENED.plusSeconds(60)));
    assertEquals(0, made.reach().touched());
    pass(OPENED.plus(Duration.ofMinutes(5)));
    assertEquals(List.of(), province.memory.jobs().open(ID, 10));
    sent(UNIT);
    assertEquals(List.of(), province.head(UNIT).reopened());
    assertEquals(
        List.of("FORM_SUBMITTED"), kinds(UNIT).subList(kinds(UNIT).size() - 1, kinds(UNIT).size()));
    assertEquals(List.of(), form(UNIT).scorecard().unanswered());
  }

  @Test
  void aRepeatedRequestAnswersTheCorrectionThatItMade() {
    edited.swapPoints("I.1", "I.2");
    Object order = order(edited.tree());
    var keyed = act(CORRECTED, "k1", "body");
    Correction made =
        accepted(
                CorrectCriteria.order(order)
                    .flatMap(sent -> province.correct.correct(province.campaign(), 1, keyed, sent)))
            .correction();
    edited.with("I.4", "evidenceRequired", false);
    Correction second = correct(CORRECTED.plusSeconds(5));
    int entries = province.memory.entries();
    Correction repeated =
        accepted(
                CorrectCriteria.order(order)
                    .flatMap(sent -> province.correct.correct(province.campaign(), 1, keyed, sent)))
            .correction();
    assertEquals(made, repeated);
    assertEquals(2, second.number());
    assertEquals(entries, province.memory.entries());
    // Without a key, a repetition finds that nothing is left to do.
    refused(
        CorrectionProblem.NOTHING_TO_CORRECT,
        send(1, order(edited.tree()), CORRECTED.plusSeconds(9)));
  }

  @Test
  void theLoserOfTwoCorrectionsAtOnceIsHeldAgainstTheWinner() {
    edited.swapPoints("I.1", "I.2");
    province.memory.overtake(2);
    Correction made = correct(CORRECTED);
    assertEquals(1, made.number());
    assertEquals(1, province.campaign().corrections(1));
    assertEquals(made.version(), province.campaign().criteriaVersions().get(1));
  }

  @Test
  void theJobNotesEveryFormOnceHoweverOftenItRuns() {
    sent(UNIT);
    sent(OTHER);
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    pass(CORRECTED.plusSeconds(1));
    pass(CORRECTED.plusSeconds(2));
    for (String unit : List.of(UNIT, OTHER)) {
      assertEquals(1, kinds(unit).stream().filter("FORM_CORRECTED"::equals).count());
    }
    Entry noted = province.memory.chain(ID + "/" + UNIT).getLast();
    assertEquals(List.of("77/STTTT-CNTT"), noted.body().get("letters"));
    assertEquals(2, ((List<?>) noted.body().get("reopened")).size());
    assertEquals(1, province.memory.jobs().open(ID, 10).size(), "not settled yet");
    pass(CORRECTED.plus(Duration.ofMinutes(2)));
    assertEquals(List.of(), province.memory.jobs().open(ID, 10));
    for (Unit unit : province.memory.units().all(ID, province.campaign().unitsVersion())) {
      assertTrue(
          unit.code().value().equals(UNIT)
              || unit.code().value().equals(OTHER)
              || province.memory.chain(ID + "/" + unit.code()).isEmpty(),
          "an unwritten form stays unwritten");
    }
  }

  @Test
  void aJobThatWasCutShortGoesOnWhereItWasAndThenLooksAgain() {
    sent(UNIT);
    sent("STTTT");
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    Job job = province.memory.jobs().open(ID, 1).getFirst();
    // Died after SKHCN, which it had not noted: another hand had sent it only then.
    province.memory.jobs().keep(job.done(Optional.of(new UnitCode("SNV"))));
    pass(CORRECTED.plus(Duration.ofMinutes(5)));
    assertEquals("FORM_CORRECTED", kinds("STTTT").getLast());
    assertEquals("FORM_SUBMITTED", kinds(UNIT).getLast());
    assertEquals(1, province.memory.jobs().open(ID, 10).size(), "a whole pass is still to come");
    pass(CORRECTED.plus(Duration.ofMinutes(6)));
    assertEquals("FORM_CORRECTED", kinds(UNIT).getLast());
    assertEquals(List.of(), province.memory.jobs().open(ID, 10));
  }

  @Test
  void aFormSentUnderTheOldSetBehindTheJobsBackIsCaughtAllTheSame() {
    province.answerAll(UNIT);
    Campaign read = province.campaign();
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    pass(CORRECTED.plusSeconds(1));
    // A function that had read the campaign before the correction.
    accepted(
        province.submitForm.submit(
            read,
            province.unit(UNIT),
            act(CORRECTED.plusSeconds(2)),
            new Condition(Optional.of(province.head(UNIT).etag())),
            SignatureDraft.read(
                Map.of("signedBy", Map.of("name", "Nguyễn Thị An", "title", "Giám đốc")))));
    assertEquals(2, province.head(UNIT).reopened().size(), "at once, by derivation");
    accepted(again(UNIT, "I.1", ratio(1, 1), CORRECTED.plusSeconds(3)));
    pass(CORRECTED.plus(Duration.ofMinutes(3)));
    assertEquals("FORM_CORRECTED", kinds(UNIT).getLast());
    assertEquals(List.of(), province.memory.jobs().open(ID, 10));
    accepted(again(UNIT, "I.2", ratio(1, 1), CORRECTED.plusSeconds(4)));
    accepted(province.submit(UNIT, CORRECTED.plusSeconds(5)));
  }

  @Test
  void anAnswerTypedUnderTheOldSetBehindItsBackIsOutdatedToo() {
    Campaign read = province.campaign();
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    accepted(
        province.saveAnswer.save(
            read,
            province.unit(UNIT),
            new CriterionId("I.1"),
            Province.by(UNIT, CORRECTED.plusSeconds(1), Role.UNIT),
            Condition.NONE,
            AnswerDraft.read(ratio(1, 1))));
    assertTrue(amended(UNIT, "I.1").orElseThrow().owed());
  }

  @Test
  void theSystemFillsInAnewWhatItComputes() {
    Edited communes = Edited.of(province, 3);
    String commune = "06649";
    sent(commune);
    CriterionId timeliness = new CriterionId("III.3");
    Answer before = form(commune).form().answers().get(timeliness);
    assertEquals(Points.of("3"), before.points().orElseThrow());
    List<Object> options =
        Edited.list(Edited.map(communes.criterion("III.3").get("scoring")).get("options"));
    options.forEach(option -> {
      if (Edited.map(option).get("value").equals("on-time")) {
        Edited.map(option).put("points", 2);
      }
    });
    Correction made = accepted(send(3, order(communes.tree()), CORRECTED)).correction();
    assertTrue(made.lines().getFirst().computed());
    assertEquals(List.of(), province.head(commune).reopened(), "nobody is asked");
    assertEquals(new CriterionScore.Owed(Points.of("2"), true), score(commune, "III.3"));
    pass(CORRECTED.plusSeconds(1));
    Answer after = form(commune).form().answers().get(timeliness);
    assertEquals(Points.of("2"), after.points().orElseThrow());
    assertEquals(before.version() + 1, after.version());
    assertEquals(List.of(), form(commune).scorecard().unanswered());
    int entries = province.memory.entries();
    pass(CORRECTED.plusSeconds(2));
    assertEquals(entries, province.memory.entries());
  }

  @Test
  void signingAgainDoesNotMakeAFormLate() {
    Edited communes = Edited.of(province, 3);
    String commune = "06649";
    sent(commune);
    Instant late = Instant.parse("2020-10-05T03:00:00Z");
    for (int round = 0; round < 2; round++) {
      communes.swapPoints("I.1", "I.2");
      Instant now = late.plus(Duration.ofDays(round));
      accepted(send(3, order(communes.tree()), now));
      accepted(again(commune, "I.1", ratio(1, 1), now));
      accepted(again(commune, "I.2", ratio(1, 1), now));
      accepted(province.submit(commune, now));
    }
    assertEquals(
        "on-time", form(commune).form().answers().get(new CriterionId("III.3")).inputs().get("v"));
    province.mended();
    Progress row = province.board.all(ID).get(new UnitCode(commune));
    assertEquals(Optional.of(OPENED), row.submittedAt());
    assertEquals(Optional.of(2), row.correction());
  }

  @Test
  void unitsThatHaveNotSentGetTheDaysTooUnlessTheyAreLate() {
    province.answerAll(UNIT);
    Head before = province.head(UNIT);
    Instant eve = before.dueAt().minus(Duration.ofDays(1));
    edited.swapPoints("I.1", "I.2");
    Correction made = correct(eve);
    assertEquals(made.until(), province.head(UNIT).dueAt());
    assertEquals(made.until(), province.head("STC").dueAt(), "an unwritten form as well");
    assertEquals(before.closesAt(), province.head(UNIT).closesAt());
    pass(eve.plusSeconds(1));
    assertEquals("FORM_CORRECTED", kinds(UNIT).getLast());
    assertEquals(
        made.until(),
        province.memory.submissions().head(ID, new UnitCode(UNIT)).orElseThrow().dueAt());
    int entries = province.memory.entries();
    pass(eve.plusSeconds(2));
    assertEquals(entries, province.memory.entries());

    edited.swapPoints("I.1", "I.2");
    correct(made.until().plusSeconds(3));
    assertEquals(made.until(), province.head(UNIT).dueAt(), "who is late stays late");
  }

  private CloseForm.Closed close(String unit, Instant now) {
    return accepted(
        province.closeForm.close(
            province.campaign(),
            province.unit(unit),
            act(now),
            new Condition(Optional.of(province.head(unit).etag())),
            CloseForm.lateReason(Map.of())));
  }

  private Outcome<Head> sign(String unit, String code, Instant now) {
    return province.submitForm.submit(
        province.campaign(),
        province.unit(unit),
        act(now),
        Condition.NONE,
        SignatureDraft.read(
            Map.of(
                "signedBy",
                Map.of("name", "Nguyễn Thị An", "title", "Giám đốc"),
                "checkCode",
                code)));
  }

  @Test
  void aCorrectionVoidsTheCodeOfAClosedForm() {
    province.answerAll(UNIT);
    CloseForm.Closed closed = close(UNIT, OPENED.plusSeconds(60));
    edited.swapPoints("I.1", "I.2");
    correct(OPENED.plusSeconds(120));
    assertEquals(Optional.empty(), province.head(UNIT).inForce(), "at once, by derivation");
    Refusal refusal =
        refused(
            SigningProblem.CODE_NOT_IN_FORCE,
            sign(UNIT, closed.checkCode(), OPENED.plusSeconds(180)));
    assertEquals(
        Set.of("answers.I.1 CORRECTED_SINCE", "answers.I.2 CORRECTED_SINCE"), places(refusal));
    refused(SigningProblem.INCOMPLETE_FORM, province.submit(UNIT, OPENED.plusSeconds(180)));
    pass(OPENED.plusSeconds(240));
    Entry noted = province.memory.chain(ID + "/" + UNIT).getLast();
    assertEquals("FORM_CORRECTED", noted.kind());
    assertEquals(closed.checkCode(), noted.body().get("voidedCode"));
    int entries = province.memory.entries();
    pass(OPENED.plusSeconds(250));
    assertEquals(entries, province.memory.entries());
    accepted(again(UNIT, "I.1", ratio(1, 1), OPENED.plusSeconds(300)));
    accepted(again(UNIT, "I.2", ratio(1, 1), OPENED.plusSeconds(300)));
    CloseForm.Closed next = close(UNIT, OPENED.plusSeconds(360));
    assertFalse(next.checkCode().equals(closed.checkCode()));
    accepted(sign(UNIT, next.checkCode(), OPENED.plusSeconds(420)));
    assertEquals(List.of(), province.head(UNIT).reopened());
  }

  @Test
  void aCorrectionOfWordsLeavesTheCodeInForce() {
    province.answerAll(UNIT);
    CloseForm.Closed closed = close(UNIT, OPENED.plusSeconds(60));
    edited.with("I.1", "hint", "Đếm cả văn bản đi");
    correct(OPENED.plusSeconds(120));
    accepted(sign(UNIT, closed.checkCode(), OPENED.plusSeconds(180)));
  }

  @Test
  void aFormClosedUnderTheOldSetBehindItsBackHasNoCodeInForce() {
    province.answerAll(UNIT);
    Campaign read = province.campaign();
    edited.swapPoints("I.1", "I.2");
    correct(CORRECTED);
    accepted(
        province.closeForm.close(
            read,
            province.unit(UNIT),
            act(CORRECTED.plusSeconds(1)),
            new Condition(Optional.of(province.head(UNIT).etag())),
            CloseForm.lateReason(Map.of())));
    assertEquals(Optional.empty(), province.head(UNIT).inForce());
    refused(SigningProblem.INCOMPLETE_FORM, province.submit(UNIT, CORRECTED.plusSeconds(2)));
  }

  @Test
  void whoHadClosedInTimeGetsTheDaysEvenAfterTheLock() {
    province.answerAll(UNIT);
    Instant dusk = province.head(UNIT).dueAt().minusSeconds(60);
    close(UNIT, dusk);
    Instant locked = province.head(UNIT).closesAt().plusSeconds(60);
    edited.swapPoints("I.1", "I.2");
    Correction made = correct(locked);
    pass(locked.plusSeconds(1));
    assertEquals(made.until(), province.head(UNIT).closesAt());
    accepted(again(UNIT, "I.1", ratio(1, 1), locked.plusSeconds(2)));
    accepted(again(UNIT, "I.2", ratio(1, 1), locked.plusSeconds(3)));
    accepted(province.submit(UNIT, locked.plusSeconds(4)));
    assertFalse(province.head(UNIT).signature().orElseThrow().late());
  }

  @Test
  void aRankingNeverMixesPointsOfTwoRules() {
    sent(UNIT);
    sent(OTHER);
    province.mended();
    province.drafted(CORRECTED);
    Progress old = province.board.all(ID).get(new UnitCode(UNIT));
    edited.renameDenominator("I.4");
    correct(CORRECTED);
    assertEquals(0, province.drafted(CORRECTED), "rows lag behind");
    assertEquals(2, province.mended());
    assertEquals(1, province.drafted(CORRECTED));
    Progress row = province.board.all(ID).get(new UnitCode(UNIT));
    assertEquals(old.self().points().minus(Points.of("3")), row.self().points());
    assertEquals(old.sourceSeq(), row.sourceSeq(), "no form was written");
    assertEquals(Optional.of(new Progress.Owed(1, UNTIL)), row.owed());
    assertEquals(old.answered() - 1, row.answered());
    assertEquals(0, province.mended());
    // A projection that had read the campaign before comes in late: it is noticed and mended.
    province.board.put(ID, old);
    assertEquals(1, province.mended());
  }

  @Test
  void sayNoToWhatIsNoCorrection() {
    refused(CorrectionProblem.NOTHING_TO_CORRECT, send(1, order(edited.tree()), CORRECTED));
    edited.swapPoints("I.1", "I.2");
    Map<String, Object> order = order(edited.tree());
    refused(CriteriaProblem.WRONG_GROUP, send(2, order, CORRECTED));
    order.put("days", 4L);
    Refusal refusal = refused(CorrectionProblem.CORRECTION_TOO_SHORT, send(1, order, CORRECTED));
    assertEquals("5", refusal.facts().get("min"));
    order.put("days", 5L);
    refusal =
        refused(
            CorrectionProblem.CORRECTION_TOO_LATE,
            send(1, order, Instant.parse("2020-12-28T03:00:00Z")));
    assertEquals("2020-12-29", refusal.facts().get("last"));
    order.put("letter", Map.of("number", "1", "date", "2020-08-11"));
    assertEquals(
        Set.of("letter.date IN_THE_FUTURE"),
        places(refused(InputProblem.INVALID_BODY, send(1, order, CORRECTED))));
    order.put("letter", Map.of());
    order.remove("reason");
    order.put("days", "5");
    order.put("sets", 1);
    assertEquals(
        Set.of(
            "letter.number MISSING_FIELD",
            "letter.date MISSING_FIELD",
            "reason MISSING_FIELD",
            "days WRONG_TYPE",
            "sets UNKNOWN_FIELD"),
        places(refused(InputProblem.INVALID_BODY, send(1, order, CORRECTED))));
    edited.with("I.1", "maxPoints", 7);
    assertTrue(
        places(refused(CriteriaProblem.INVALID_CRITERIA, send(1, order(edited.tree()), CORRECTED)))
            .contains("set.groups[0].maxPoints POINTS_DO_NOT_ADD_UP"));
    assertEquals(0, province.campaign().corrections(1));
    assertEquals(List.of(), province.memory.jobs().open(ID, 10));
  }

  @Test
  void onlyWhileFormsAreOut() {
    Province draft = new Province();
    accepted(
        NewCampaign.read(Map.of("template", "131-2020"))
            .flatMap(sent -> draft.prepare.create(act(OPENED), sent)));
    edited.swapPoints("I.1", "I.2");
    Map<String, Object> order = order(edited.tree());
    refused(
        CampaignProblem.WRONG_STAGE,
        CorrectCriteria.order(order)
            .flatMap(sent -> draft.correct.correct(draft.campaign(), 1, act(CORRECTED), sent)));
    order.put("dryRun", true);
    refused(
        CampaignProblem.WRONG_STAGE,
        CorrectCriteria.order(order)
            .flatMap(sent -> draft.correct.correct(draft.campaign(), 1, act(CORRECTED), sent)));
  }

  @Test
  void theCampaignsChainSaysWhatWasCorrectedByWhichLetter() {
    edited.swapPoints("I.1", "I.2");
    Correction made = correct(CORRECTED);
    Entry entry = province.memory.chain(ID.value()).getLast();
    assertEquals("CRITERIA_CORRECTED", entry.kind());
    assertEquals(
        Map.of("number", "77/STTTT-CNTT", "date", "2020-08-01"), entry.body().get("letter"));
    assertEquals(64, entry.body().get("sha256").toString().length());
    assertEquals(2, ((List<?>) entry.body().get("criteria")).size());
    assertEquals(made.version(), entry.body().get("version"));
    assertEquals(
        LocalDate.of(2020, 8, 17),
        UNTIL.atZone(province.campaign().calendar().zone()).toLocalDate());
  }
}
