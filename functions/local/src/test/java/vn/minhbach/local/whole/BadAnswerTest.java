package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.whole.Refusals.at;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.answering.AnsweringProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.scoring.ScoringProblem;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.local.whole.Refusals.Fault;

/** What an answer may not say, and what it may not be sent as. */
@Tag("system")
@Timeout(300)
class BadAnswerTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String UNIT = Province.DEPARTMENT;
  private static final String HALF_A_MEGABYTE = "x".repeat(1 << 19);

  private static Province province;
  private static Refusals refusals;

  @BeforeAll
  static void open() {
    province = Province.open(SYSTEM.http(), "bad-answers");
    refusals = new Refusals(SYSTEM.get());
    // So that there is a head, a chain and an answer that could be harmed.
    province.answer(UNIT, "I.1", "{\"a\":187,\"b\":193}");
  }

  static Stream<Arguments> figures() {
    return Stream.of(
        figure("I.2", "{'a':5,'b':3}", at("inputs.a", ScoringProblem.NUMERATOR_OVER_DENOMINATOR)),
        figure("I.2", "{'a':-1,'b':3}", at("inputs.a", InputProblem.NEGATIVE)),
        figure(
            "I.2",
            "{'a':-1,'b':-3}",
            at("inputs.a", InputProblem.NEGATIVE),
            at("inputs.b", InputProblem.NEGATIVE)),
        figure("I.2", "{'a':1.5,'b':3}", at("inputs.a", InputProblem.NOT_A_WHOLE_NUMBER)),
        figure("I.2", "{'a':1}", at("inputs.b", InputProblem.MISSING_FIELD)),
        figure("I.2", "{'a':1,'b':null}", at("inputs.b", InputProblem.MISSING_FIELD)),
        figure("I.2", "{'a':1,'b':3,'c':4}", at("inputs.c", InputProblem.UNKNOWN_FIELD)),
        figure("I.2", "{'a':'1','b':3}", at("inputs.a", InputProblem.WRONG_TYPE)),
        figure("I.2", "{'a':true,'b':3}", at("inputs.a", InputProblem.WRONG_TYPE)),
        figure("I.2", "{'a':1,'b':1e30}", at("inputs.b", InputProblem.OUT_OF_RANGE)),
        figure("I.2", "{'a':1e-30,'b':3}", at("inputs.a", InputProblem.NOT_A_WHOLE_NUMBER)),
        figure("I.2", "[1,2]", at("inputs", InputProblem.WRONG_TYPE)),
        figure("I.3", "{'v':'true'}", at("inputs.v", InputProblem.WRONG_TYPE)),
        figure("I.3", "{'v':1}", at("inputs.v", InputProblem.WRONG_TYPE)),
        figure("I.9", "{'v':'agreed'}", at("inputs.v", ScoringProblem.UNKNOWN_OPTION)),
        figure("I.9", "{'v':2}", at("inputs.v", InputProblem.WRONG_TYPE)),
        figure("II.6", "{'n':-1}", at("inputs.n", InputProblem.NEGATIVE)),
        figure("II.6", "{'n':0.5}", at("inputs.n", InputProblem.NOT_A_WHOLE_NUMBER)),
        figure(
            "II.7", "{'items':['i1','i99']}", at("inputs.items[1]", ScoringProblem.UNKNOWN_ITEM)),
        figure(
            "II.7", "{'items':['i1','i1']}", at("inputs.items[1]", ScoringProblem.REPEATED_ITEM)),
        figure("II.7", "{'items':'i1'}", at("inputs.items", InputProblem.WRONG_TYPE)),
        figure("II.7", "{'items':[1]}", at("inputs.items[0]", InputProblem.WRONG_TYPE)),
        figure("II.8", "{'n':1.23456789}", at("inputs.n", InputProblem.TOO_MANY_DECIMALS)),
        figure(
            "II.17",
            "{'a':2.5,'b':1.5}",
            at("inputs.a", ScoringProblem.NUMERATOR_OVER_DENOMINATOR)));
  }

  private static Arguments figure(String criterion, String inputs, Fault... faults) {
    return Arguments.of(criterion, inputs, faults);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("figures")
  void refusesFiguresThatBreakARule(String criterion, String inputs, Fault[] faults) {
    refusals.refused(
        province
            .own(UNIT, "PUT", "/answers/" + criterion)
            .json(("{'inputs':" + inputs + "}").replace('\'', '"')),
        422,
        ScoringProblem.INVALID_ANSWER,
        faults);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("{}", 422, AnsweringProblem.ANSWER_EITHER_OR, new Fault[0]),
        Arguments.of("{'inputs':null}", 422, AnsweringProblem.ANSWER_EITHER_OR, new Fault[0]),
        Arguments.of(
            "{'inputs':{'a':1,'b':2},'notApplicable':'không có'}",
            422,
            AnsweringProblem.ANSWER_EITHER_OR,
            new Fault[0]),
        Arguments.of(
            "{'notApplicable':'không phát sinh'}",
            422,
            SubmissionProblem.NOT_APPLICABLE_REFUSED,
            new Fault[0]),
        body("{'notApplicable':' '}", at("notApplicable", InputProblem.BLANK)),
        body("{'notApplicable':true}", at("notApplicable", InputProblem.WRONG_TYPE)),
        body("{'inputs':{'a':1,'b':2},'note':7}", at("note", InputProblem.WRONG_TYPE)),
        body(
            "{'inputs':{'a':1,'b':2},'note':'" + "x".repeat(2001) + "'}",
            at("note", InputProblem.TOO_LONG)),
        body("{'inputs':{'a':1,'b':2},'points':'3.00'}", at("points", InputProblem.UNKNOWN_FIELD)),
        body("[]", at("", InputProblem.WRONG_TYPE)),
        body("'text'", at("", InputProblem.WRONG_TYPE)),
        body("3", at("", InputProblem.WRONG_TYPE)));
  }

  private static Arguments body(String body, Fault... faults) {
    return Arguments.of(body, 400, InputProblem.INVALID_BODY, faults);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void refusesBodiesOfAnotherShape(String body, int status, Problem problem, Fault[] faults) {
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.2").json(body.replace('\'', '"')),
        status,
        problem,
        faults);
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "{\"inputs\":{\"a\":1,\"b\":2}",
        "{\"inputs\":{\"a\":1,\"a\":1,\"b\":2}}",
        "{\"inputs\":{\"a\":1,\"b\":2}} {}",
        "{'inputs':{'a':1,'b':2}}",
        "{\"inputs\":{\"a\":01,\"b\":2}}",
        "{\"inputs\":{\"a\":NaN,\"b\":2}}",
        "{\"inputs\":{\"a\":1,\"b\":2},}",
        "<answer/>");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesWhatIsNoJsonWithLineAndColumn(String body) {
    String detail =
        refusals
            .refused(
                province.own(UNIT, "PUT", "/answers/I.2").json(body),
                400,
                RequestProblem.MALFORMED_JSON)
            .at("/detail");
    assertTrue(detail.matches("(?s).*dòng [\\d?]+, cột [\\d?]+.*"), detail);
    assertTrue(detail.length() < 1000, detail);
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] latin = {'{', '"', (byte) 0xe9, '"', ':', '1', '}'};
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.2").bytes("application/json", latin),
        400,
        RequestProblem.MALFORMED_TEXT);
  }

  @Test
  void refusesAMegabyte() {
    refusals.refused(
        province
            .own(UNIT, "PUT", "/answers/I.2")
            .json(
                "{\"inputs\":{\"a\":1,\"b\":2},\"note\":\""
                    + HALF_A_MEGABYTE
                    + HALF_A_MEGABYTE
                    + "\"}"),
        413,
        InputProblem.BODY_TOO_LARGE);
    String tooMuchForTheGateway = HALF_A_MEGABYTE.repeat(21);
    assertEquals(
        "{\"message\":\"Request Entity Too Large\"}",
        province.own(UNIT, "PUT", "/answers/I.2").json(tooMuchForTheGateway).expect(413).text());
  }

  @Test
  void refusesOtherContentTypes() {
    String good = "{\"inputs\":{\"a\":1,\"b\":2}}";
    for (String type :
        new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded", ""}) {
      refusals.refused(
          province.own(UNIT, "PUT", "/answers/I.2").text(type, good),
          415,
          RequestProblem.UNSUPPORTED_CONTENT_TYPE);
    }
  }

  @Test
  void refusesABodyThatIsNotThere() {
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.2").json(""), 400, RequestProblem.BODY_REQUIRED);
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.2").json("null"), 400, RequestProblem.BODY_REQUIRED);
  }

  @Test
  void refusesCriteriaThatThisUnitDoesNotHave() {
    String good = "{\"inputs\":{\"a\":1,\"b\":2}}";
    for (String criterion : new String[] {"X.9", "II.18", "%20", "I.1%23", "%00"}) {
      refusals.refused(
          province.own(UNIT, "PUT", "/answers/" + criterion).json(good),
          404,
          CriteriaProblem.UNKNOWN_CRITERION);
    }
  }

  @Test
  void refusesUnitsAndCampaignsThatDoNotExist() {
    String good = "{\"inputs\":{\"a\":1,\"b\":2}}";
    for (String unit : new String[] {"NOWHERE", "6649", "skhcn", "SKHCN%23", "%00", "SKHCN%20"}) {
      refusals.refused(
          province.as("unit-SKHCN", "PUT", "/units/" + unit + "/answers/I.2").json(good),
          404,
          UnitProblem.UNKNOWN_UNIT);
    }
    for (String campaign : new String[] {"nothing", "bad-answers%23", "x".repeat(3000), "%00"}) {
      refusals.refused(
          province
              .http
              .as("unit-SKHCN", "PUT", "/campaigns/" + campaign + "/units/SKHCN/answers/I.2")
              .json(good),
          404,
          CampaignProblem.UNKNOWN_CAMPAIGN);
    }
  }

  @Test
  void keepsTextsWhateverTheirLetters() {
    String note = "Đạt ☑ 100 % – \\ud83d\\ude00 \\n <b>\\\"</b>";
    var saved =
        province
            .own(UNIT, "PUT", "/answers/I.3")
            .json("{\"inputs\":{\"v\":true},\"note\":\"" + note + "\"}")
            .expect(200);
    assertEquals(
        Http.JSON.readTree("\"" + note + "\"").asString(), saved.at("/note"), saved.text());
    new Chains(SYSTEM.get(), province).verified(UNIT);
  }

  @Test
  void refusesJsonBeyondItsBoundsWithLineAndColumn() {
    for (String body :
        new String[] {
          "{\"inputs\":{\"a\":1,\"b\":" + "9".repeat(5000) + "}}",
          "[".repeat(5000) + "]".repeat(5000)
        }) {
      var answer =
          refusals.refused(
              province.own(UNIT, "PUT", "/answers/I.2").json(body),
              400,
              RequestProblem.JSON_OUT_OF_BOUNDS);
      assertTrue(answer.at("/detail").contains("dòng 1, cột "), answer.text());
    }
    for (String number : new String[] {"1e2147483648", "1e999999999", "1e-41", "9".repeat(42)}) {
      refusals.refused(
          province
              .own(UNIT, "PUT", "/answers/I.2")
              .json("{\"inputs\":{\"a\":1,\"b\":" + number + "}}"),
          400,
          InputProblem.INVALID_BODY,
          at("inputs.b", RequestProblem.NUMBER_TOO_LONG));
    }
  }

  @Test
  void noteIsKeptWithOneKindOfLineEndAndWithoutWhatNobodySees() {
    refusals.refused(
        province
            .own(UNIT, "PUT", "/answers/I.3")
            .json("{\"inputs\":{\"v\":true},\"note\":\"a\\u0000b\"}"),
        400,
        InputProblem.INVALID_BODY,
        at("note", InputProblem.CONTROL_CHARACTER));
    var saved =
        province
            .own(Province.OTHER_DEPARTMENT, "PUT", "/answers/I.4")
            .json("{\"inputs\":{\"a\":1,\"b\":2},\"note\":\"a\\u000bb\\r\\nc\\u2028d\"}")
            .expect(200);
    assertEquals("a\nb\nc\nd", saved.at("/note"));
  }

  @Test
  void refusesHalfACharacter() {
    refusals.refused(
        province
            .own(UNIT, "PUT", "/answers/I.5")
            .json("{\"inputs\":{\"v\":true},\"note\":\"\\ud800\"}"),
        400,
        RequestProblem.MALFORMED_TEXT);
  }
}
