package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.whole.Refusals.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.correction.CorrectionProblem;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.local.whole.Http.Answer;

/** Criteria corrected while forms are out, and a set rehearsed, over HTTP. */
@Tag("system")
@Timeout(300)
class CorrectionHttpTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private final Described described = new Described();
  private final Http http = SYSTEM.http();

  @AfterEach
  void everyAnswerIsAsDescribed() {
    SYSTEM.get().clock().set(SharedSystem.OPENING);
    assertEquals(Set.of(), described.faults());
  }

  private Province open(String id) {
    http.listener(described);
    return Province.open(http, id);
  }

  /** I.1 and I.2 of the departments exchange their points; nothing else changes. */
  private static ObjectNode corrected(JsonNode set) {
    ObjectNode tree = (ObjectNode) set.deepCopy();
    ObjectNode one = (ObjectNode) tree.at("/groups/0/criteria/0");
    ObjectNode other = (ObjectNode) tree.at("/groups/0/criteria/1");
    JsonNode points = one.get("maxPoints");
    one.set("maxPoints", other.get("maxPoints"));
    other.set("maxPoints", points);
    tree.put("version", "2020.2");
    return tree;
  }

  private static ObjectNode order(JsonNode set) {
    ObjectNode order = Http.JSON.createObjectNode();
    order.putObject("letter").put("number", "77/STTTT-CNTT").put("date", "2020-08-03");
    order.put("reason", "Bảng điểm in sai");
    order.put("days", 5);
    order.set("set", set);
    return order;
  }

  private static JsonNode criterion(JsonNode form, String id) {
    for (JsonNode group : form.get("groups")) {
      for (JsonNode criterion : group.get("criteria")) {
        if (criterion.get("id").asString().equals(id)) {
          return criterion;
        }
      }
    }
    throw new AssertionError(id);
  }

  private static void again(Province province, String unit, String id, String inputs) {
    String etag = criterion(province.form(unit), id).at("/answer/etag").asString();
    province
        .own(unit, "PUT", "/answers/" + id)
        .ifMatch("\"" + etag + "\"")
        .json("{\"inputs\":" + inputs + "}")
        .expect(200);
  }

  @Test
  void theLifeOfACorrection() throws InterruptedException {
    Province province = open("correct-life");
    String sent = Province.DEPARTMENT;
    String typing = Province.OTHER_DEPARTMENT;
    province.answerAll(sent, 6);
    province.submit(sent);
    province.answerAll(typing, 6);
    JsonNode before = province.as("official", "GET", "/criteria/1").expect(200).json();
    assertTrue(before.get("inForce").asBoolean());
    assertEquals(0, before.get("correction").asInt());
    assertEquals("2020.1", before.at("/set/version").asString());
    assertEquals(0, items(province, "/criteria/1/corrections").size());
    ObjectNode order = order(corrected(before.get("set")));

    var stored = new Stored(SYSTEM.get()).about("correct-life");
    ObjectNode trial = order.deepCopy().put("dryRun", true);
    JsonNode tried = correct(province, trial).expect(200).json();
    Stored.assertSame(stored, new Stored(SYSTEM.get()).about("correct-life"), "a dry run");
    // Without the form of the office's own body, which is no more than typed.
    assertEquals(
        "{\"units\":2,\"touched\":1,\"sent\":1,\"unsent\":0,\"answers\":2}",
        tried.get("forms").toString());

    Answer made = correct(province, order).key("letter-77").expect(201);
    Answer repeated = correct(province, order).key("letter-77").expect(201);
    assertEquals(made.json(), repeated.json(), "the answer was lost, and asked for again");
    assertEquals("2020-08-10", made.at("/untilDay"));
    assertEquals("[\"I.1\",\"I.2\"]", Http.write(values(made.json().get("criteria"), "criterion")));
    assertEquals(1, items(province, "/criteria/1/corrections").size());
    JsonNode now = province.as("official", "GET", "/criteria/1").expect(200).json();
    assertEquals("2020.2", now.at("/set/version").asString());
    assertEquals(1, now.get("correction").asInt());
    JsonNode old =
        province
            .as("official", "GET", "/criteria/1?version=" + before.get("version").asLong())
            .expect(200)
            .json();
    assertFalse(old.get("inForce").asBoolean());
    assertEquals(before.get("set"), old.get("set"), "kept for ever");

    JsonNode form = province.form(sent);
    assertEquals(now.get("version"), form.at("/criteriaSet/criteriaVersion"));
    assertEquals("[\"I.1\",\"I.2\"]", Http.write(values(form.get("reopened"), "criterion")));
    JsonNode one = criterion(form, "I.1");
    assertEquals("77/STTTT-CNTT", one.at("/corrected/letter").asString());
    assertEquals("2020-08-03", one.at("/corrected/date").asString());
    assertEquals("[\"maxPoints\"]", one.at("/corrected/fields").toString());
    assertTrue(one.at("/corrected/owed").asBoolean());
    assertEquals(9, one.at("/answer/inputs/a").asInt(), "the old answer is there to be seen");
    assertFalse(criterion(form, "I.4").has("corrected"));

    var refusals = new Refusals(SYSTEM.get());
    refusals.refused(
        province
            .own(typing, "POST", "/submission")
            .ifMatch(province.formEtag(typing))
            .json(Province.SIGNED),
        422,
        SigningProblem.INCOMPLETE_FORM,
        at("answers.I.1", SigningProblem.CORRECTED_SINCE),
        at("answers.I.2", SigningProblem.CORRECTED_SINCE));
    refusals.refused(
        province.own(sent, "PUT", "/answers/I.4").json("{\"inputs\":{\"a\":1,\"b\":2}}"),
        409,
        SubmissionProblem.CRITERION_NOT_REOPENED);

    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(60)));
    SYSTEM.get().clock().set(SharedSystem.OPENING.plus(Duration.ofMinutes(5)));
    http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);
    JsonNode lines = province.as("lead", "GET", "/progress?group=1").expect(200).json();
    for (JsonNode line : lines.get("items")) {
      assertEquals(2, line.get("correctionOwed").asInt(), line.toString());
      assertEquals(30, line.get("answered").asInt(), line.toString());
    }
    assertTrue(kinds(province, sent).contains("FORM_CORRECTED"));
    assertFalse(kinds(province, typing).contains("FORM_CORRECTED"), "untouched");

    again(province, sent, "I.1", "{\"a\":9,\"b\":12}");
    again(province, sent, "I.2", "{\"a\":9,\"b\":12}");
    Answer signed = province.submit(sent);
    assertEquals("SUBMITTED", signed.at("/state"));
    assertFalse(signed.json().has("reopened"));
    assertTrue(kinds(province, sent).contains("FORM_SUBMITTED_AGAIN"));
    JsonNode card =
        province.as("approver", "GET", "/draft/units/" + sent + "/scorecard").expect(200).json();
    assertEquals(now.get("version"), card.at("/criteriaSet/criteriaVersion"));
    assertEquals("1.50", criterion(card, "I.1").get("points").asString());
    assertFalse(criterion(card, "I.1").at("/corrected/owed").asBoolean());
    JsonNode campaign = province.as("official", "GET", "").expect(200).json();
    assertEquals(1, campaign.at("/corrections/1").asInt());
  }

  @Test
  void whatNoLongerFitsScoresNothingAndSaysWhy() {
    Province province = open("correct-misfit");
    String unit = Province.DEPARTMENT;
    province.answerAll(unit, 6);
    province.submit(unit);
    JsonNode set = province.as("office", "GET", "/criteria/1").expect(200).json().get("set");
    ObjectNode changed = (ObjectNode) set.deepCopy();
    ObjectNode scoring = (ObjectNode) changed.at("/groups/0/criteria/3/scoring");
    ((ObjectNode) scoring.at("/inputs/1")).put("key", "total");
    scoring.put("denominator", "total");
    correct(province, order(changed)).expect(201);
    SYSTEM.get().clock().set(SharedSystem.OPENING.plus(Duration.ofDays(8)));
    for (String path : List.of("/draft/units/" + unit + "/scorecard", "/units/" + unit + "/form")) {
      JsonNode tree =
          province
              .as(path.startsWith("/draft") ? "approver" : "appraiser@193", "GET", path)
              .expect(200)
              .json();
      JsonNode one = criterion(tree, "I.4");
      assertEquals("0.00", one.at("/corrected/points").asString(), path);
      assertFalse(one.at("/corrected/fits").asBoolean());
      assertEquals("invalid-answer", one.at("/corrected/reason").asString());
      assertTrue(one.at("/corrected/reasonVi").asString().contains("total"), one.toString());
      assertTrue(one.at("/corrected/reasonEn").asString().contains("total"), one.toString());
    }
  }

  @Test
  void refusesWhatIsNoCorrectionAndWritesNothing() {
    Province province = open("correct-refused");
    var refusals = new Refusals(SYSTEM.get());
    JsonNode set = province.as("office", "GET", "/criteria/1").expect(200).json().get("set");
    ObjectNode good = order(corrected(set));
    refusals.refused(correct(province, order(set)), 409, CorrectionProblem.NOTHING_TO_CORRECT);
    refused(
        refusals,
        province,
        good,
        order -> order.put("days", 4),
        422,
        CorrectionProblem.CORRECTION_TOO_SHORT);
    refused(
        refusals,
        province,
        good,
        order -> order.put("days", 0),
        400,
        InputProblem.INVALID_BODY,
        at("days", InputProblem.OUT_OF_RANGE));
    refused(
        refusals,
        province,
        good,
        order -> order.remove("letter"),
        400,
        InputProblem.INVALID_BODY,
        at("letter", InputProblem.MISSING_FIELD));
    refused(
        refusals,
        province,
        good,
        order -> ((ObjectNode) order.get("letter")).put("date", "2020-09-01"),
        400,
        InputProblem.INVALID_BODY,
        at("letter.date", InputProblem.IN_THE_FUTURE));
    refused(
        refusals,
        province,
        good,
        order -> ((ObjectNode) order.at("/set/groups/0/criteria/0")).put("maxPoints", 5),
        422,
        CriteriaProblem.INVALID_CRITERIA,
        at("set.groups[0].maxPoints", CriteriaProblem.POINTS_DO_NOT_ADD_UP));
    refused(
        refusals,
        province,
        good,
        order -> ((ObjectNode) order.get("set")).put("unitGroup", 2),
        422,
        CriteriaProblem.WRONG_GROUP);
    refusals.refused(
        province.as("office", "GET", "/criteria/1?version=17"),
        404,
        CriteriaProblem.UNKNOWN_CRITERIA_VERSION);
    refusals.refused(
        province.as("office", "GET", "/criteria/1?version=x"),
        400,
        RequestProblem.INVALID_PARAMETER);
    try {
      SYSTEM.get().clock().set(SharedSystem.OPENING.plus(Duration.ofDays(147)));
      refusals.refused(correct(province, good), 422, CorrectionProblem.CORRECTION_TOO_LATE);
    } finally {
      SYSTEM.get().clock().set(SharedSystem.OPENING);
    }
    Province draft = Province.empty(http, "correct-draft");
    refusals.refused(correct(draft, good), 409, CampaignProblem.WRONG_STAGE);
    refusals.refused(draft.as("office", "GET", "/criteria/1"), 404, CriteriaProblem.NO_CRITERIA);
  }

  private static void refused(
      Refusals refusals,
      Province province,
      ObjectNode good,
      Consumer<ObjectNode> change,
      int status,
      Problem problem,
      Refusals.Fault... faults) {
    ObjectNode order = good.deepCopy();
    change.accept(order);
    refusals.refused(correct(province, order), status, problem, faults);
  }

  @Test
  void aSetIsRehearsedOnTheAnswersOfAnEarlierCampaign() {
    Province earlier = open("rehearse-2020");
    for (String unit : List.of("SKHCN", "STTTT", "06649", "06652")) {
      earlier.answerAll(unit, unit.equals("06649") ? 9 : 4);
      earlier.submit(unit);
    }
    earlier
        .own(Province.DISTRICT, "POST", "/consolidation")
        .ifMatch(earlier.formEtag(Province.DISTRICT))
        .json("{\"communes\":\"ready\",\"statement\":\"Thống nhất.\"}")
        .expect(200);
    Province next = Province.prepared(http, "rehearse-2021");
    var before = new Stored(SYSTEM.get()).about("rehearse-2021");
    JsonNode set = next.as("office", "GET", "/criteria/3").expect(200).json().get("set");
    ObjectNode changed = (ObjectNode) set.deepCopy();
    ((ObjectNode) changed.at("/groups/0/criteria/0")).put("id", "I.99");
    ObjectNode body = Http.JSON.createObjectNode().put("campaign", "rehearse-2020");
    body.set("set", changed);

    JsonNode first = rehearse(next, 3, "?limit=1", body).expect(200).json();
    assertEquals(1, first.get("items").size());
    JsonNode second =
        rehearse(next, 3, "?limit=1&cursor=" + first.get("next").asString(), body)
            .expect(200)
            .json();
    assertTrue(second.get("next").isNull(), second.toString());
    assertEquals(2, first.at("/counts/REPLAYED").asInt());
    assertFalse(first.get("ranksWithheld").asBoolean());
    assertEquals(1, first.at("/items/0/now/rank").asInt(), first.toString());
    assertEquals("[\"I.1\"]", first.get("removed").toString());
    JsonNode added = first.at("/criteria/0");
    assertEquals("I.99", added.get("criterion").asString());
    assertEquals(2, added.get("unanswered").asInt());
    assertTrue(
        first.get("criteria").valueStream().anyMatch(one -> one.path("discriminates").asBoolean()));

    Answer csv = rehearse(next, 3, "", body).with("Accept", "text/csv").expect(200);
    assertEquals(4, csv.text().split("\r\n").length + 1, csv.text());

    JsonNode own =
        rehearse(next, 1, "", Http.JSON.createObjectNode().put("campaign", "rehearse-2020"))
            .expect(200)
            .json();
    assertTrue(own.get("ranksWithheld").asBoolean(), "STTTT employs the office");
    assertEquals("[\"SKHCN\"]", Http.write(values(own.get("items"), "unit")));
    assertFalse(own.at("/items/0").has("now"), "nor any points");
    assertTrue(own.get("aggregatesWithheld").asBoolean(), "of one other unit");
    assertEquals(0, own.get("criteria").size() + own.get("levels").size());
    Stored.assertSame(before, new Stored(SYSTEM.get()).about("rehearse-2021"), "a rehearsal");
    new Refusals(SYSTEM.get())
        .refused(
            rehearse(next, 3, "", Http.JSON.createObjectNode().put("campaign", "rehearse-2021")),
            422,
            PublicationProblem.NO_ANSWERS_TO_REPLAY);
  }

  private static Http.Call rehearse(Province province, int group, String query, JsonNode body) {
    return province
        .as("office", "POST", "/criteria/" + group + "/rehearsal" + query)
        .json(Http.write(body));
  }

  private static Http.Call correct(Province province, JsonNode order) {
    return province.as("office", "POST", "/criteria/1/corrections").json(Http.write(order));
  }

  private static ArrayNode items(Province province, String path) {
    return (ArrayNode) province.as("official", "GET", path).expect(200).json().get("items");
  }

  private static List<String> values(JsonNode list, String field) {
    var values = new ArrayList<String>();
    list.forEach(one -> values.add(one.get(field).asString()));
    return values;
  }

  private static List<String> kinds(Province province, String unit) {
    return values(
        province.own(unit, "GET", "/ledger?limit=500").expect(200).json().get("items"), "kind");
  }
}
