package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.Meter;
import vn.minhbach.local.oidc.LocalUsers;
import vn.minhbach.local.whole.Http.Answer;

/** The desk of a unit over HTTP: typing on behalf, questions, hints; every answer as described. */
@Tag("system")
@Timeout(300)
class DeskTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String COMMUNE = Province.COMMUNE;
  private static final String UNIT = "/units/" + COMMUNE;

  private final Described described = new Described();

  private Http http() {
    Http http = SYSTEM.http();
    http.listener(described);
    return http;
  }

  @AfterEach
  void everythingWasAsDescribed() {
    SYSTEM.get().clock().set(SharedSystem.OPENING);
    assertEquals(Set.of(), described.faults());
  }

  private static String problem(Answer answer) {
    return answer.at("/type").replace("urn:minhbach:problem:", "");
  }

  private static JsonNode criterion(JsonNode form, String id) {
    for (JsonNode group : form.get("groups")) {
      for (JsonNode criterion : group.get("criteria")) {
        if (criterion.get("id").asString().equals(id)) {
          return criterion;
        }
      }
    }
    throw new AssertionError("no criterion " + id);
  }

  /** The district uploads the commune's paper form and waits until it is accepted. */
  private static String paper(Province province) {
    byte[] bytes = Upload.pdf("phiếu giấy " + province.id);
    Map<String, Object> declared = Upload.declared("I.1", "phiếu giấy.pdf", bytes);
    declared.remove("criterion");
    declared.put("purpose", "paper-form");
    JsonNode grant =
        province.as("unit-193", "POST", UNIT + "/evidence").json(declared).expect(201).json();
    assertEquals(200, Upload.put(grant, bytes).status());
    String id = grant.get("evidenceId").asString();
    assertEquals("ACCEPTED", new Upload(province, COMMUNE).settled(id).get("state").asString());
    return id;
  }

  private static String typed(int a, String paper) {
    return "{\"inputs\":{\"a\":" + a + ",\"b\":21},\"paper\":\"" + paper + "\"}";
  }

  private static List<String> kinds(Province province, String unit) {
    return province
        .own(unit, "GET", "/ledger?limit=500")
        .expect(200)
        .json()
        .get("items")
        .valueStream()
        .map(entry -> entry.get("kind").asString())
        .toList();
  }

  private static Answer forwarded(Province province, String number) {
    return province
        .own("193", "POST", "/consolidation")
        .ifMatch(province.formEtag("193"))
        .json(
            "{\"communes\":\"ready\",\"statement\":\"Đã kiểm tra\",\"letter\":{\"number\":\""
                + number
                + "\",\"date\":\"2020-08-05\"}}")
        .expect(200);
  }

  @Test
  void formGoesBackThroughTheGateAndOnAgain() {
    Province province = Province.open(http(), "desk-gate");
    province.answerAll(COMMUNE, 5);
    province.submit(COMMUNE);
    Answer remark =
        province
            .as("unit-193", "PUT", UNIT + "/remarks/I.1")
            .json("{\"remark\":\"Huyện đã kiểm tra tại chỗ\"}")
            .expect(200);
    assertEquals("\"n1\"", remark.etag());
    for (String reader : List.of("unit-" + COMMUNE, "unit-193", "appraiser3", "office")) {
      JsonNode form = province.as(reader, "GET", UNIT + "/form").expect(200).json();
      assertEquals(
          "Huyện đã kiểm tra tại chỗ", criterion(form, "I.1").at("/remark/remark").asString());
    }
    Answer open =
        province
            .as("unit-193", "POST", UNIT + "/return")
            .ifMatch(province.formEtag(COMMUNE))
            .key("back-1")
            .json("{\"reason\":\"Thiếu quyết định\",\"criteria\":[\"I.1\"]}")
            .expect(200);
    assertEquals("AT_DISTRICT", open.at("/state"));
    assertEquals("I.1", open.at("/reopened/0/criterion"));
    assertEquals("Thiếu quyết định", open.at("/returned/reason"));
    assertEquals("false", open.at("/returned/whole"));
    Answer whole =
        province
            .as("unit-193", "POST", UNIT + "/return")
            .ifMatch(open.etag())
            .key("back-2")
            .json("{\"reason\":\"Số liệu chưa khớp\"}")
            .expect(200);
    assertEquals("IN_PROGRESS", whole.at("/state"));
    assertEquals("DISTRICT", whole.at("/returned/by"));
    assertFalse(whole.json().has("signature"));
    JsonNode seen = province.form(COMMUNE);
    assertEquals("Số liệu chưa khớp", seen.at("/returned/reason").asString());
    assertEquals("cấp huyện", seen.at("/returned/byVi").asString());
    Answer anew = province.submit(COMMUNE);
    assertEquals("AT_DISTRICT", anew.at("/state"));
    assertFalse(anew.json().has("returned"), "it is mended");

    forwarded(province, "12/UBND");
    province
        .as("appraiser3", "POST", UNIT + "/return")
        .ifMatch(province.formEtag(COMMUNE))
        .json("{\"reason\":\"Phiếu của năm trước\"}")
        .expect(200);
    assertEquals("TEAM", province.form(COMMUNE).at("/returned/by").asString());
    province.submit(COMMUNE);
    forwarded(province, "13/UBND");
    JsonNode batches = province.own("193", "GET", "/consolidation").expect(200).json();
    assertEquals(2, batches.get("items").size());
    assertEquals("12/UBND", batches.at("/items/0/letter/number").asString());
    assertEquals(COMMUNE, batches.at("/items/1/communes/0").asString());
    JsonNode line =
        province
            .own("193", "GET", "/communes")
            .expect(200)
            .json()
            .get("items")
            .valueStream()
            .filter(one -> one.get("unit").asString().equals(COMMUNE))
            .findFirst()
            .orElseThrow();
    assertEquals(2, line.at("/transmittal/number").asInt());
    assertEquals("13/UBND", line.at("/transmittal/letter/number").asString());
    List<String> kinds = kinds(province, COMMUNE);
    assertEquals(
        List.of(
            "FORM_SUBMITTED",
            "REMARK_MADE",
            "CRITERIA_RETURNED",
            "FORM_RETURNED",
            "FORM_SUBMITTED",
            "FORM_FORWARDED",
            "FORM_RETURNED",
            "FORM_SUBMITTED",
            "FORM_FORWARDED"),
        kinds.subList(kinds.indexOf("FORM_SUBMITTED"), kinds.size()));
    new Chains(SYSTEM.get(), province).verified(COMMUNE);
  }

  @Test
  void officeActsForALateDistrictAndSaysWhy() {
    Province province = Province.open(http(), "desk-override");
    province.answerAll(COMMUNE, 5);
    province.submit(COMMUNE);
    String order = "{\"communes\":[\"" + COMMUNE + "\"],\"reason\":\"Quá hạn 5 ngày\"}";
    Answer early =
        province.as("office", "POST", "/units/193/consolidation/override").json(order).expect(409);
    assertEquals("communes-not-ready", problem(early));
    assertTrue(early.text().contains("district-has-time"), early.text());
    SYSTEM.get().clock().set(java.time.Instant.parse("2020-08-25T01:00:00Z"));
    var call =
        province.as("office", "POST", "/units/193/consolidation/override").key("o").json(order);
    Answer first = call.expect(200);
    assertEquals(COMMUNE, first.at("/forwarded/0"));
    assertEquals(first.text(), call.expect(200).text(), "a replay answers the same");
    assertEquals("FORM_FORWARDED_INSTEAD", kinds(province, COMMUNE).getLast());
    assertEquals(List.of("COMMUNES_FORWARDED_INSTEAD"), kinds(province, "193"));
    JsonNode batch =
        province.as("office", "GET", "/units/193/consolidation").expect(200).json().at("/items/0");
    assertEquals("OFFICE", batch.get("by").asString());
    assertEquals("Quá hạn 5 ngày", batch.get("reason").asString());
    new Chains(SYSTEM.get(), province).verified(COMMUNE);
    new Chains(SYSTEM.get(), province).verified("193");
  }

  @Test
  void districtTypesFromThePaperAndTheCommuneHasTheLastWord() {
    Province province = Province.open(http(), "desk-typed");
    String answers = UNIT + "/answers/";
    assertEquals(
        "paper-needed",
        problem(
            province
                .as("unit-193", "PUT", answers + "I.1")
                .json("{\"inputs\":{\"a\":12,\"b\":21}}")
                .expect(422)));
    String paper = paper(province);
    Answer first =
        province.as("unit-193", "PUT", answers + "I.1").json(typed(12, paper)).expect(200);
    assertEquals(paper, first.at("/onBehalf/paper"));
    assertEquals("2020-08-06T16:59:59.999Z", first.at("/onBehalf/until"));
    province.as("office", "PUT", answers + "I.2").json(typed(3, paper)).expect(200);
    JsonNode form = province.form(COMMUNE);
    assertEquals(paper, form.at("/onBehalf/0/paper").asString());
    assertEquals("[\"I.1\",\"I.2\"]", form.at("/onBehalf/0/criteria").toString());
    assertFalse(criterion(form, "I.1").at("/answer/onBehalf/by").asString("").isEmpty());

    Answer aside =
        province
            .own(COMMUNE, "POST", "/contests")
            .key("contest-1")
            .json("{\"criterion\":\"I.1\",\"reason\":\"Phiếu ghi 21 máy\"}")
            .expect(201);
    assertEquals("Phiếu ghi 21 máy", aside.at("/onBehalf/contest/reason"));
    form = province.form(COMMUNE);
    assertFalse(criterion(form, "I.1").has("answer"));
    assertEquals("12", criterion(form, "I.1").at("/contested/inputs/a").toString());
    assertEquals(1, form.at("/score/answered").asInt());
    assertEquals(
        "own-word-stands",
        problem(
            province
                .as("unit-193", "PUT", answers + "I.1")
                .ifMatch("\"a2\"")
                .json(typed(21, paper))
                .expect(409)));
    Answer own =
        province
            .own(COMMUNE, "PUT", "/answers/I.1")
            .ifMatch("\"a2\"")
            .json("{\"inputs\":{\"a\":21,\"b\":21}}")
            .expect(200);
    assertFalse(own.json().has("onBehalf"));
    assertEquals("all-without-evidence", own.at("/warnings/0/code"));
    assertEquals(
        "paper-in-use", problem(province.own(COMMUNE, "DELETE", "/evidence/" + paper).expect(409)));
    SYSTEM.get().clock().set(SharedSystem.OPENING.plus(Duration.ofDays(4)));
    assertEquals(
        "contest-too-late",
        problem(
            province
                .own(COMMUNE, "POST", "/contests")
                .json("{\"criterion\":\"I.2\",\"reason\":\"Muộn\"}")
                .expect(409)));
    var kinds =
        new Chains(SYSTEM.get(), province)
            .verified(COMMUNE).stream()
                .map(entry -> entry.kind())
                .filter(kind -> !kind.startsWith("EVIDENCE"))
                .toList();
    assertEquals(
        List.of("ANSWER_TYPED", "ANSWER_TYPED", "TYPED_ANSWER_CONTESTED", "ANSWER_SAVED"), kinds);
  }

  /** Every kind of user × every unit, with an answer that is right but for who sends it. */
  @Test
  void nobodyElseEverEditsAUnitsFigures() {
    Province province = Province.open(http(), "desk-matrix");
    var users = new ArrayList<>(LocalUsers.names());
    for (String unit : Province.UNITS) {
      users.addAll(List.of("unit-" + unit, "signer-" + unit, "contributor-" + unit));
    }
    var wrong = new ArrayList<String>();
    for (String user : users) {
      for (String unit : Province.UNITS) {
        Answer answer =
            province
                .as(user, "PUT", "/units/" + unit + "/answers/I.1")
                .json("{\"inputs\":{\"a\":1,\"b\":21}}")
                .send();
        boolean own = user.equals("unit-" + unit) || user.equals("contributor-" + unit);
        boolean types =
            Set.of(COMMUNE, Province.OTHER_COMMUNE).contains(unit)
                && Set.of("office", "unit-193").contains(user);
        int expected = own ? 200 : types ? 422 : 403;
        if (answer.status() != expected || types && !problem(answer).equals("paper-needed")) {
          wrong.add(user + " " + unit + ": " + answer.status() + " " + answer.text());
        }
      }
    }
    assertEquals(List.of(), wrong);
    String paper = paper(province);
    for (String unit : Province.UNITS) {
      assertTrue(
          Set.of(403, 422)
              .contains(
                  province
                      .as("unit-193", "PUT", "/units/" + unit + "/answers/I.2")
                      .json(typed(1, unit.equals(COMMUNE) ? "0".repeat(32) : paper))
                      .send()
                      .status()),
          unit);
    }
  }

  @Test
  void unitAsksTheOfficeAnswersAndTheGroupReadsIt() {
    Province province = Province.open(http(), "desk-asked");
    String path = UNIT + "/questions";
    String body = "{\"criterion\":\"I.1\",\"question\":\"Phường Hà Khánh: máy hỏng?\"}";
    Answer asked = province.own(COMMUNE, "POST", "/questions").key("q-1").json(body).expect(201);
    assertEquals(
        asked.at("/id"),
        province.own(COMMUNE, "POST", "/questions").key("q-1").json(body).expect(201).at("/id"));
    String id = asked.at("/id");
    assertEquals(0, province.form(COMMUNE).get("formVersion").asInt());
    assertEquals(
        "names-who-asked",
        problem(
            province
                .as("office", "PUT", path + "/" + id)
                .json("{\"answer\":\"Không tính.\",\"publish\":true}")
                .expect(422)));
    String said = "{\"answer\":\"Không tính.\",\"publish\":true,\"question\":\"Máy hỏng?\"}";
    Answer answered = province.as("office", "PUT", path + "/" + id).json(said).expect(200);
    assertEquals("\"q2\"", answered.etag());
    province
        .as("office", "PUT", path + "/" + id)
        .json(said.replace("Không tính", "Có tính"))
        .expect(428);
    Answer corrected =
        province
            .as("deputy@none", "PUT", path + "/" + id)
            .ifMatch("\"q2\"")
            .json(said.replace("Không tính", "Có tính"))
            .expect(200);
    assertEquals("Không tính.", corrected.at("/corrected/0/answer"));

    JsonNode form = province.form(Province.OTHER_COMMUNE);
    assertEquals("Có tính.", criterion(form, "I.1").at("/questions/0/answer").asString());
    assertFalse(form.toString().contains(COMMUNE) || form.toString().contains("Hà Khánh"));
    Answer read = province.own(Province.OTHER_COMMUNE, "GET", "/questions").expect(200);
    assertEquals("Máy hỏng?", read.at("/published/0/question"));
    assertFalse(read.text().contains(COMMUNE) || read.text().contains("Hà Khánh"));
    assertFalse(
        criterion(province.form(Province.DEPARTMENT), "I.1").has("questions"), "another group");
    JsonNode own = province.own(COMMUNE, "GET", "/questions").expect(200).json();
    assertEquals(1, own.get("items").size());
    assertEquals(0, own.get("published").size());

    String ownBody = "/units/" + Province.OTHER_DEPARTMENT + "/questions";
    String theirs =
        province
            .own(Province.OTHER_DEPARTMENT, "POST", "/questions")
            .json("{\"criterion\":\"I.1\",\"question\":\"Gì?\"}")
            .expect(201)
            .at("/id");
    assertEquals(
        "own-unit",
        problem(
            province
                .as("office", "PUT", ownBody + "/" + theirs)
                .json("{\"answer\":\"Tự trả lời\"}")
                .expect(403)));
    province
        .as("deputy@none", "PUT", ownBody + "/" + theirs)
        .json("{\"answer\":\"Trả lời\"}")
        .expect(200);
    assertEquals(
        "unknown-question",
        problem(
            province
                .as("office", "PUT", path + "/" + theirs)
                .json("{\"answer\":\"Gì\"}")
                .expect(404)));

    JsonNode all = province.as("office", "GET", "/questions").expect(200).json().get("items");
    assertEquals(1, all.size(), "without the reader's own body");
    assertEquals(
        2, province.as("deputy@none", "GET", "/questions").expect(200).json().get("items").size());
    assertEquals(
        0,
        province
            .as("lead", "GET", "/questions?answered=false&criterion=I.1")
            .expect(200)
            .json()
            .get("items")
            .size());
    province.as("office", "GET", "/questions?answered=maybe").expect(400);
    Answer page = province.as("deputy@none", "GET", "/questions?limit=1").expect(200);
    Answer last =
        province
            .as("deputy@none", "GET", "/questions?limit=1&cursor=" + page.at("/next"))
            .expect(200);
    assertTrue(last.json().get("next").isNull());
    String csv =
        province
            .as("deputy@none", "GET", "/questions")
            .header("Accept", "text/csv")
            .expect(200)
            .text();
    assertEquals(3, csv.lines().count(), csv);
    assertTrue(csv.contains("Phường Hà Khánh: máy hỏng?"), csv);

    JsonNode ledger =
        province.own(COMMUNE, "GET", "/ledger?question=" + id).expect(200).json().get("items");
    assertEquals(3, ledger.size());
    assertEquals("ANSWER_CORRECTED", ledger.get(2).get("kind").asString());
    province.own(COMMUNE, "GET", "/ledger").expect(200);

    String day = province.as("office", "GET", "/questions").expect(200).at("/items/0/askedAt");
    String ruling =
        "{\"question\":\"Máy hỏng chưa được tính\",\"ruling\":{\"number\":\"6120/UBND\",\"date\":\""
            + day.substring(0, 10)
            + "\",\"text\":\"Được tính.\"}}";
    province.as("office", "PUT", path + "/" + id + "/referral").json(ruling).expect(428);
    province
        .as("office", "PUT", ownBody + "/" + theirs + "/referral")
        .ifMatch("\"q2\"")
        .json(ruling)
        .expect(403);
    Answer referred =
        province
            .as("office", "PUT", path + "/" + id + "/referral")
            .ifMatch("\"q3\"")
            .json(ruling)
            .expect(200);
    assertEquals("Được tính.", referred.at("/referral/ruling/text"));
    JsonNode told = criterion(province.form(Province.OTHER_COMMUNE), "I.1").at("/questions/0");
    assertEquals("Được tính.", told.get("answer").asString());
    assertEquals("6120/UBND", told.at("/ruling/number").asString());
    assertEquals(
        1,
        province
            .as("office", "GET", "/questions?referred=true")
            .expect(200)
            .json()
            .get("items")
            .size());
  }

  @Test
  void lastYearIsShownForOneQueryAndOneItemMore() {
    Province before = Province.open(http(), "desk-before");
    before.answer(COMMUNE, "I.1", "{\"a\":5,\"b\":20}");
    var settings = Province.settings("desk-now");
    settings.put("previous", "desk-before");
    settings.put("desk", Map.of("jumpPoints", 20));
    Province now = Province.created(http(), settings).filled().opened();
    JsonNode form = now.form(COMMUNE);
    JsonNode first = criterion(form, "I.1");
    assertEquals("{\"a\":5,\"b\":20}", first.at("/lastYear/inputs").toString());
    assertEquals("1.00", first.at("/lastYear/points").asString());
    assertEquals("desk-before", first.at("/lastYear/campaign").asString());
    assertFalse(first.has("answer"), "never an answer by itself");
    assertTrue(form.at("/lastYear/comparable").asBoolean());
    Answer jumped = now.answer(COMMUNE, "I.1", "{\"a\":10,\"b\":20}");
    assertEquals("share-jumped", jumped.at("/warnings/0/code"));
    assertEquals(
        "share-jumped", criterion(now.form(COMMUNE), "I.1").at("/warnings/0/code").asString());

    // Registers and criteria are remembered by now.
    double without = reading(before);
    double with = reading(now);
    assertTrue(with - without <= 3, "form " + without + " RU, with last year " + with);
  }

  private static double reading(Province province) {
    for (int n = 0; n < 3; n++) {
      province.form(COMMUNE);
    }
    Meter.Reading start = Meter.read("submissions");
    province.form(COMMUNE);
    return Meter.read("submissions").since(start).readUnits();
  }
}
