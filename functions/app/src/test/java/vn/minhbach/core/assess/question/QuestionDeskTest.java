package vn.minhbach.core.assess.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.by;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Stage;

/** Units ask, the office answers, the group reads. */
class QuestionDeskTest {

  private static final String COMMUNE = "06649";
  private static final QuestionDesk.Filter ALL =
      new QuestionDesk.Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final Province province = Province.opened();

  private Outcome<Question> ask(Act act, String unit, String criterion, String text) {
    return province.questions.ask(
        province.campaign(),
        province.unit(unit),
        act,
        QuestionDesk.asked(Map.of("criterion", criterion, "question", text)));
  }

  private Question asked(String unit, String text) {
    return accepted(ask(by(unit, OPENED, Role.UNIT), unit, "I.1", text));
  }

  private Outcome<Question> answer(Question question, String etag, Map<String, Object> body) {
    return province.questions.answer(
        province.campaign(),
        province.unit(question.unit().value()),
        question.id(),
        act(OPENED),
        new Condition(Optional.ofNullable(etag)),
        QuestionDesk.reply(body, act(OPENED)));
  }

  private List<Published> published(int group) {
    return province.questions.published(province.campaign(), group);
  }

  @Test
  void askingTouchesNoForm() {
    Question question = asked(COMMUNE, "Máy tính bảng có tính không?");
    assertEquals("q1", question.etag());
    assertFalse(province.head(COMMUNE).stored());
    province.answerAll(COMMUNE);
    accepted(province.submit(COMMUNE, OPENED));
    asked(COMMUNE, "Sau khi nộp vẫn hỏi được?");
    assertEquals(2, province.questions.ofUnit(province.campaign(), province.unit(COMMUNE)).size());
  }

  @Test
  void sameRequestTwiceAsksOnce() {
    Act act =
        new Act(by(COMMUNE, OPENED, Role.UNIT).caller(), OPENED, act(OPENED, "key", "body").key());
    Question first = accepted(ask(act, COMMUNE, "I.1", "Một lần?"));
    assertEquals(first, accepted(ask(act, COMMUNE, "I.1", "Một lần?")));
    province.memory.overtake(1);
    Act other = new Act(act.caller(), OPENED, act(OPENED, "key2", "body").key());
    accepted(ask(other, COMMUNE, "I.1", "Hai lần?"));
    assertEquals(2, province.questions.register(province.campaign(), ALL, Set.of()).size());
  }

  @Test
  void secondAnswerCorrectsTheFirstAndBothStay() {
    Question question = asked(COMMUNE, "Máy tính bảng có tính không?");
    Question once = accepted(answer(question, null, Map.of("answer", "Có.")));
    assertEquals("q2", once.etag());
    assertEquals("q2", accepted(answer(question, null, Map.of("answer", "Có."))).etag());
    refused(WriteProblem.IF_MATCH_REQUIRED, answer(question, null, Map.of("answer", "Không.")));
    refused(WriteProblem.STALE, answer(question, "q1", Map.of("answer", "Không.")));
    Question twice = accepted(answer(question, "q2", Map.of("answer", "Không.")));
    assertEquals(
        List.of("Có.", "Không."), twice.replies().stream().map(Question.Reply::answer).toList());
    List<Entry> chain = province.memory.chain(question.chain().toString());
    assertEquals("131-2020/06649/questions/" + question.id(), question.chain().toString());
    assertEquals(
        List.of("QUESTION_ASKED", "QUESTION_ANSWERED", "ANSWER_CORRECTED"),
        chain.stream().map(Entry::kind).toList());
    assertEquals(List.of(), Verification.faults(chain, twice.tip()));
    assertEquals("account", chain.getLast().body().get("by"));
  }

  @Test
  void publishedAnswerIsTheGroupsAndNamesNobody() {
    Question question = asked(COMMUNE, "Phường Hà Khánh có 2 máy hỏng, có tính không?");
    refused(
        QuestionProblem.NAMES_WHO_ASKED,
        answer(question, null, Map.of("answer", "Có.", "publish", true)));
    refused(
        QuestionProblem.NAMES_WHO_ASKED,
        answer(
            question,
            null,
            Map.of("answer", "Có (trả lời 06649).", "publish", true, "question", "Máy hỏng?")));
    accepted(
        answer(question, null, Map.of("answer", "Có.", "publish", true, "question", "Máy hỏng?")));
    assertEquals(List.of(), published(1));
    Published copy = published(3).getFirst();
    assertEquals("Máy hỏng?", copy.question());
    assertFalse(copy.toString().contains(COMMUNE) || copy.toString().contains("Hà Khánh"));
    // Taken back by a correction that is not published.
    accepted(answer(question, "q2", Map.of("answer", "Không.")));
    assertEquals(List.of(), published(3));
    accepted(
        answer(
            question, "q3", Map.of("answer", "Không.", "publish", true, "question", "Máy hỏng?")));
    assertEquals("Không.", published(3).getFirst().answer());
  }

  @Test
  void codeInsideALongerNumberNamesNobody() {
    Question question = asked(COMMUNE, "Văn bản số 1066490 có tính không?");
    accepted(answer(question, null, Map.of("answer", "Có.", "publish", true)));
    assertEquals(1, published(3).size());
  }

  @Test
  void limitsAreSaid() {
    IntStream.range(0, 50).forEach(n -> asked(COMMUNE, "Câu " + n));
    assertEquals(
        "50",
        refused(
                QuestionProblem.TOO_MANY_QUESTIONS,
                ask(by(COMMUNE, OPENED, Role.UNIT), COMMUNE, "I.1", "Câu 51"))
            .facts()
            .get("limit"));
    asked("06652", "Đơn vị khác hỏi được");
    assertEquals(
        Set.of("question TOO_LONG", "criterion MISSING_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                province.questions.ask(
                    province.campaign(),
                    province.unit("06652"),
                    by("06652", OPENED, Role.UNIT),
                    QuestionDesk.asked(Map.of("question", "x".repeat(2001)))))));
    refused(
        CriteriaProblem.UNKNOWN_CRITERION,
        ask(by("06652", OPENED, Role.UNIT), "06652", "IX.1", "Gì?"));
    refused(
        QuestionProblem.UNKNOWN_QUESTION,
        province.questions.answer(
            province.campaign(),
            province.unit("06652"),
            "0".repeat(32),
            act(OPENED),
            Condition.NONE,
            QuestionDesk.reply(Map.of("answer", "Có."), act(OPENED))));
  }

  private Outcome<Question> refer(Question question, String etag, Map<String, Object> body) {
    return province.referring.refer(
        province.campaign(),
        province.unit(question.unit().value()),
        question.id(),
        act(OPENED),
        new Condition(Optional.ofNullable(etag)),
        ReferQuestion.read(body, act(OPENED)));
  }

  private static Map<String, Object> ruled(String date, String text) {
    return Map.of(
        "question",
        "Máy tính bảng chưa được tính",
        "ruling",
        Map.of("number", "6120/UBND-XDCB", "date", date, "text", text));
  }

  @Test
  void rulingGoesBeforeTheOfficesAnswerUntilItIsTakenBack() {
    Question question = asked(COMMUNE, "Máy tính bảng của phường Hà Khánh có tính không?");
    accepted(answer(question, null, Map.of("answer", "Không.")));
    Map<String, Object> bare = Map.of("question", "Máy tính bảng chưa được tính");
    refused(WriteProblem.IF_MATCH_REQUIRED, refer(question, null, bare));
    Question up = accepted(refer(question, "q2", bare));
    assertEquals(Optional.empty(), up.ruling());
    assertEquals(List.of(), published(3), "what is awaited tells the group nothing");
    Question ruled = accepted(refer(question, "q3", ruled("2020-08-03", "Được tính.")));
    assertEquals("q4", ruled.etag());
    assertEquals("q4", accepted(refer(question, "q3", ruled("2020-08-03", "Được tính."))).etag());
    Published copy = published(3).getFirst();
    assertEquals("Được tính.", copy.answer());
    assertEquals("Máy tính bảng chưa được tính", copy.question());
    assertEquals("6120/UBND-XDCB", copy.ruling().orElseThrow().number());
    // A later answer of the office does not stand over it.
    accepted(
        answer(
            question,
            "q4",
            Map.of("answer", "Có.", "publish", true, "question", "Máy tính bảng?")));
    assertEquals("Được tính.", published(3).getFirst().answer());
    Question back = accepted(refer(question, "q5", Map.of("referred", false)));
    assertEquals("Có.", published(3).getFirst().answer());
    List<Entry> chain = province.memory.chain(question.chain().toString());
    assertEquals("DIFFICULTY_REFERRED", chain.getLast().kind());
    assertEquals(List.of(), Verification.faults(chain, back.tip()));
    assertEquals(
        List.of(),
        ids(
            new QuestionDesk.Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true)),
            Set.of()));
  }

  @Test
  void rulingNamesNoUnitAndIsOfTheDaysSinceTheQuestion() {
    Question question = asked(COMMUNE, "Máy tính bảng có tính không?");
    refused(
        QuestionProblem.NAMES_WHO_ASKED,
        refer(question, null, Map.of("question", "Phường Hà Khánh thiếu máy")));
    refused(
        QuestionProblem.NAMES_WHO_ASKED,
        refer(question, null, ruled("2020-08-03", "Giao 06649 mua máy.")));
    for (String day : List.of("2020-08-02", "2020-08-04")) {
      assertEquals(
          Set.of("ruling.date RULING_NOT_OF_THESE_DAYS"),
          places(
              refused(InputProblem.INVALID_BODY, refer(question, null, ruled(day, "Được tính.")))));
    }
    assertEquals(
        Set.of("question MISSING_FIELD", "ruling.text MISSING_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                refer(
                    question,
                    null,
                    Map.of("ruling", Map.of("number", "1", "date", "2020-08-03"))))));
    assertEquals("q1", accepted(refer(question, null, Map.of("referred", false))).etag());
  }

  @Test
  void contributorAsksAboutWhatItWasGiven() {
    var caller =
        new Caller(
            "mai",
            Set.of(Role.CONTRIBUTOR),
            Optional.of(new UnitCode(COMMUNE)),
            Set.of(new CriterionId("I.1")));
    var act = new Act(caller, OPENED, Optional.empty());
    accepted(ask(act, COMMUNE, "I.1", "Của tôi?"));
    refused(SubmissionProblem.CRITERION_NOT_GIVEN, ask(act, COMMUNE, "I.2", "Của người khác?"));
  }

  @Test
  void nobodyAsksBeforeTheFormsAreOutOrAfterTheReport() {
    for (Stage stage : List.of(Stage.DRAFT, Stage.REPORTED)) {
      refused(
          CampaignProblem.WRONG_STAGE,
          province.questions.ask(
              province.campaign().withStage(stage),
              province.unit(COMMUNE),
              by(COMMUNE, OPENED, Role.UNIT),
              QuestionDesk.asked(Map.of("criterion", "I.1", "question", "Gì?"))));
    }
  }

  @Test
  void registerIsFilteredAndLeavesTheReadersBodyOut() {
    Question own = asked("STTTT", "Của cơ quan thường trực?");
    Question other = asked(COMMUNE, "Của xã?");
    accepted(answer(other, null, Map.of("answer", "Có.")));
    assertEquals(List.of(other.id()), ids(ALL, Set.of(new UnitCode("STTTT"))));
    assertEquals(
        List.of(own.id()),
        ids(
            new QuestionDesk.Filter(
                Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty()),
            Set.of()));
    assertEquals(
        List.of(other.id()),
        ids(
            new QuestionDesk.Filter(
                Optional.of(new CriterionId("I.1")),
                Optional.of(true),
                Optional.of(3),
                Optional.empty()),
            Set.of()));
    assertTrue(
        ids(
                new QuestionDesk.Filter(
                    Optional.of(new CriterionId("I.2")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                Set.of())
            .isEmpty());
  }

  private List<String> ids(QuestionDesk.Filter filter, Set<UnitCode> except) {
    return province.questions.register(province.campaign(), filter, except).stream()
        .map(Question::id)
        .toList();
  }
}
