package vn.minhbach.core.publish.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.appraise.explanation.Court.UNIT;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.accepted;
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
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.explanation.Court;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.appraise.marking.CloseAppraisal;
import vn.minhbach.core.appraise.petition.DecidePetition;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.publication.PublishResult;

/** Units ask for a review of a published result, and what becomes of it. */
class ReviewTest {

  private static final Map<String, Object> KEPT =
      Map.of("decision", "kept", "reason", "Giấy xác nhận ngoài kỳ");
  private static final Map<String, Object> SIGNER =
      Map.of("name", "Trần Văn Bình", "title", "Chủ tịch");

  private final Court court = new Court();
  private final Province province = court.province;
  private final Reviews reviews = province.memory.reviews();
  private final AskReview asking = new AskReview(province.forms, reviews, province.commits);
  private final DecideReview deciding =
      new DecideReview(court.bench.docket, province.memory.petitions(), reviews, province.commits);

  /** The district's result is out; {@code I.1} was cut, and its petition refused by the lead. */
  private void published() {
    court.marked(UNIT, "I.1");
    court.cut(UNIT, "I.1");
    accepted(court.show());
    accepted(court.petition(UNIT, "I.1", "Có hóa đơn"));
    accepted(court.sign(UNIT));
    accepted(court.decide(Bench.LEAD, UNIT, "I.1", KEPT));
    court.bench.at(Instant.parse("2020-12-20T02:00:00Z"));
    accepted(court.bench.close(Bench.LEAD, UNIT));
    court.bench.meet();
    issued();
  }

  private void issued() {
    province.projectScores.project(ID, new UnitCode(UNIT));
    accepted(report());
    accepted(province.approve(Map.of(), court.bench.later().now()));
    accepted(province.publish.publish(ID, Province.act(court.bench.later().now())));
  }

  private Outcome<Campaign> report() {
    return province.publish.report(ID, Province.act(court.bench.later().now()));
  }

  private Map<String, Object> body(String criterion, String date) {
    return new HashMap<>(
        Map.of(
            "criterion",
            criterion,
            "text",
            "Xem lại " + criterion,
            "signedBy",
            SIGNER,
            "letter",
            Map.of("number", "31/UBND", "date", date)));
  }

  private Outcome<Review> ask(Act act, Map<String, Object> body) {
    return asking.ask(court.campaign(), province.unit(UNIT), act, AskReview.read(body));
  }

  private Outcome<Review> ask(String criterion) {
    return ask(court.by(UNIT, Role.UNIT), body(criterion, "2020-12-20"));
  }

  private Outcome<Review> decide(String account, String id, Map<String, Object> body) {
    court.bench.later();
    return deciding.decide(
        court.campaign(),
        province.unit(UNIT),
        id,
        court.bench.act(account),
        new Condition(reviews.find(ID, new UnitCode(UNIT), id).map(Review::etag)),
        DecidePetition.read(body));
  }

  private static Map<String, Object> points(String points) {
    return Map.of("decision", "newPoints", "points", points, "reason", "Hóa đơn đã đủ");
  }

  private void reissue() {
    accepted(
        province.publish.reissue(
            ID,
            Province.act(court.bench.later().now()),
            PublishResult.reason(Map.of("reason", "Theo đề nghị phúc tra của huyện"))));
  }

  private void reopenAppraisal() {
    accepted(
        court.bench.closing.reopen(
            court.campaign(),
            province.unit(UNIT),
            court.bench.act(Bench.LEAD),
            new Condition(Optional.of(province.head(UNIT).etag())),
            CloseAppraisal.reason(Map.of("reason", "Phúc tra"))));
  }

  @Test
  void reviewIsTakenFromThePublicationForTenDaysAndFromALetterOfThoseDaysLater() {
    court.marked(UNIT);
    accepted(court.show());
    refused(ReviewProblem.REVIEW_BEFORE_PUBLICATION, ask("I.1"));
    court.bench.at(Instant.parse("2020-12-20T02:00:00Z"));
    accepted(court.bench.close(Bench.LEAD, UNIT));
    court.bench.meet();
    issued();
    Review review = accepted(ask("I.1"));
    assertEquals("1-I.1", review.id());
    assertEquals(Review.State.PENDING, review.state());
    assertEquals(
        new ReviewTerm(1, LocalDate.of(2020, 12, 20), LocalDate.of(2020, 12, 30)),
        ReviewTerm.of(court.campaign()).orElseThrow());
    for (String date : List.of("2020-12-19", "2020-12-31")) {
      assertEquals(
          Set.of("letter.date " + ReviewProblem.REVIEW_LETTER_OUT_OF_TERM),
          places(
              refused(
                  InputProblem.INVALID_BODY, ask(court.by(UNIT, Role.SIGNER), body("I.2", date)))));
    }
    court.bench.at(Instant.parse("2020-12-30T15:00:00Z"));
    accepted(ask(court.by(UNIT, Role.SIGNER), body("I.2", "2020-12-30")));
    court.bench.at(Instant.parse("2020-12-30T17:00:00Z"));
    refused(ReviewProblem.REVIEW_TERM_OVER, ask("I.3"));
    Map<String, Object> letter = body("I.3", "2020-12-29");
    assertEquals(
        Set.of("signedBy " + ReviewProblem.REVIEW_SIGNER),
        places(refused(InputProblem.INVALID_BODY, ask(Province.act(court.bench.now()), letter))));
    letter.remove("signedBy");
    assertTrue(accepted(ask(Province.act(court.bench.now()), letter)).onBehalf());
  }

  @Test
  void oneACriterionAndIssueAndTheSameAgainIsTheSame() {
    published();
    Review first = accepted(ask("I.1"));
    long seq = province.head(UNIT).tip().seq();
    assertEquals(first, accepted(ask("I.1")));
    assertEquals(seq, province.head(UNIT).tip().seq());
    Map<String, Object> other = body("I.1", "2020-12-20");
    other.put("text", "Điều khác");
    refused(ReviewProblem.REVIEW_ALREADY_ASKED, ask(court.by(UNIT, Role.UNIT), other));
    assertEquals(
        Set.of("criterion " + CriteriaProblem.UNKNOWN_CRITERION),
        places(refused(InputProblem.INVALID_BODY, ask("IX.9"))));
    refused(
        ReviewProblem.REVIEW_WITHOUT_MARKS,
        asking.ask(
            court.campaign(),
            province.unit("SXD"),
            court.by("SXD", Role.UNIT),
            AskReview.read(body("I.1", "2020-12-20"))));
    Map<String, Object> unsigned = body("I.2", "2020-12-20");
    unsigned.remove("signedBy");
    assertEquals(
        Set.of("signedBy " + ReviewProblem.REVIEW_SIGNER),
        places(refused(InputProblem.INVALID_BODY, ask(court.by(UNIT, Role.UNIT), unsigned))));
  }

  @Test
  void whoHasJudgedInWhateverStepDoesNotDecideAndWhoDoesDecidesOnce() {
    published();
    accepted(ask("I.1"));
    refused(ReviewProblem.UNKNOWN_REVIEW, decide(Bench.DEPUTY, "1-I.9" + "9".repeat(60), KEPT));
    refused(TeamProblem.NOT_LEADING, decide(Bench.SKHCN, "1-I.1", KEPT));
    refused(ReviewProblem.REVIEW_OWN_MARK, decide(Bench.LEAD, "1-I.1", KEPT));
    refused(
        WriteProblem.IF_MATCH_REQUIRED,
        deciding.decide(
            court.campaign(),
            province.unit(UNIT),
            "1-I.1",
            court.bench.act(Bench.DEPUTY),
            Condition.NONE,
            DecidePetition.read(KEPT)));
    long marks = readings();
    Review kept = accepted(decide(Bench.DEPUTY, "1-I.1", KEPT));
    assertEquals(Review.State.KEPT, kept.state());
    assertEquals(marks, readings(), "what was published stays as it was judged");
    refused(ReviewProblem.REVIEW_DECIDED, decide(Bench.DEPUTY, "1-I.1", KEPT));
    assertEquals(Stage.PUBLISHED, court.campaign().stage());
  }

  private long readings() {
    return province
        .memory
        .marks()
        .find(ID, new UnitCode(UNIT), new CriterionId("I.1"))
        .orElseThrow()
        .readings()
        .size();
  }

  @Test
  void newPointsComeWithACorrectionAndAnIssueOfTheirOwnAndNothingIsReportedOverAReview() {
    published();
    Points before = rankedPoints(1);
    accepted(ask("I.1"));
    accepted(ask("I.2"));
    refused(ReviewProblem.REVIEW_NEEDS_CORRECTION, decide(Bench.DEPUTY, "1-I.1", points("1.00")));
    reissue();
    refused(SubmissionProblem.MOVE_NOT_ALLOWED, decide(Bench.DEPUTY, "1-I.1", points("1.00")));
    reopenAppraisal();
    refused(ReviewProblem.REVIEW_NOTHING_NEW, decide(Bench.DEPUTY, "1-I.1", points("0.00")));
    Review changed = accepted(decide(Bench.DEPUTY, "1-I.1", points("1.00")));
    assertEquals(Review.State.CHANGED, changed.state());
    court.bench.at(Instant.parse("2020-12-28T02:00:00Z"));
    settle("I.1");
    accepted(court.bench.close(Bench.LEAD, UNIT));
    court.bench.meet();
    province.projectScores.project(ID, new UnitCode(UNIT));
    assertEquals(
        Set.of(UNIT + "/I.2 " + ReviewProblem.REVIEW_OPEN),
        places(refused(ReviewProblem.REVIEWS_STILL_OPEN, report())));
    accepted(decide(Bench.DEPUTY, "1-I.2", KEPT));
    issued();
    assertEquals(before, rankedPoints(1), "the first issue stays");
    assertEquals(before.plus(Points.of("1.00")), rankedPoints(2));
    assertEquals("2-I.1", accepted(again()).id());
    List<Entry> chain = province.memory.chain(ID + "/" + UNIT);
    assertEquals(List.of(), Verification.faults(chain, province.head(UNIT).tip()));
  }

  /** What the rule cannot give waits for a second signature, as with a petition. */
  private void settle(String criterion) {
    court.bench.later();
    if (!court.bench.line(Bench.LEAD, UNIT, criterion).view().marking().state().done()) {
      accepted(
          court.bench.mark(
              Bench.LEAD,
              UNIT,
              criterion,
              court.bench.read(Bench.LEAD, UNIT, criterion),
              "countersign",
              true));
    }
  }

  private Outcome<Review> again() {
    return ask(court.by(UNIT, Role.SIGNER), body("I.1", "2020-12-28"));
  }

  private Points rankedPoints(int issue) {
    return accepted(province.scorecards.published(court.campaign(), province.unit(UNIT), issue))
        .scores()
        .points();
  }

  @Test
  void historyTellsWhatWasAskedAndDecidedAndNeverByWhom() {
    published();
    accepted(ask("I.1"));
    accepted(decide(Bench.DEPUTY, "1-I.1", KEPT));
    List<String> told =
        province.memory.chain(ID + "/" + UNIT).stream()
            .flatMap(entry -> new TellReviews().tell(entry, new CriterionId("I.1")).stream())
            .map(event -> event.who().vietnamese() + " " + event.what().vietnamese())
            .toList();
    assertEquals(
        List.of(
            "Đơn vị đề nghị phúc tra kết quả công bố lần 1, văn bản số 31/UBND",
            "Tổ phó Tổ thẩm định (SNV) phúc tra, giữ nguyên điểm; lý do: Giấy xác nhận ngoài kỳ"),
        told);
  }

  @Test
  void listLeavesOutTheReadersOwnBody() {
    published();
    accepted(ask("I.1"));
    var read = new ReadReviews(reviews, province.memory.units());
    assertEquals(
        List.of(UNIT),
        read.list(court.campaign(), Province.act(court.now()).caller()).stream()
            .map(line -> line.unit().code().value())
            .toList());
    assertEquals(
        List.of(),
        read.list(
            court.campaign(),
            new Caller("x", Set.of(Role.OFFICE), Optional.of(new UnitCode(UNIT)))));
  }

  @Test
  void officeSetsHowManyDaysAReviewMayTake() {
    Campaign other =
        accepted(
            NewCampaign.read(
                    Map.of(
                        "template", "131-2020", "id", "next", "result", Map.of("reviewDays", 15)))
                .flatMap(sent ->
                    province.prepare.create(
                        Province.act(court.now().plus(Duration.ofDays(1))), sent)));
    assertEquals(15, other.settings().resultSettings().daysToReview());
  }
}
