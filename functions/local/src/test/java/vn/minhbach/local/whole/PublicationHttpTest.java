package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.whole.Refusals.at;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.appraise.petition.PetitionProblem;
import vn.minhbach.core.paper.PaperProblem;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.publish.feed.ParProblem;
import vn.minhbach.core.publish.plan.PlanProblem;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.local.whole.Http.Answer;

/** A result from its report to its correction, as those who sign and read it live through it. */
@Tag("system")
class PublicationHttpTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final Instant LOCKED = Instant.parse("2020-11-02T01:00:00Z");
  private static final String EXCUSE =
      "{\"decision\":{\"number\":\"55/QĐ-UBND\",\"date\":\"2020-08-01\"},\"reason\":\"Mới lập\"}";

  private static final String MAPPING =
      "{\"lines\":[{\"code\":\"6.1\",\"name\":\"Chính quyền điện"
          + " tử\",\"group\":1,\"from\":{\"index\":true},\"maxPoints\":2},{\"code\":\"6.2\",\"name\":\"Máy"
          + " tính\",\"group\":2,\"from\":{\"criterion\":\"%s\"},\"maxPoints\":1.5}]}";
  private static final String PLAN =
      "{\"items\":[{\"criterion\":\"I.1\",\"measure\":\"Thay máy tính cũ\",\"responsible\":\"Văn"
          + " phòng Sở\",\"due\":\"%s\"}]%s}";

  private final Described described = new Described();
  private final Http http = SYSTEM.http();
  private final Refusals refusals = new Refusals(SYSTEM.get());

  @AfterEach
  void everyAnswerIsAsDescribed() {
    SYSTEM.get().clock().set(SharedSystem.OPENING);
    assertEquals(Set.of(), described.faults());
  }

  @Test
  void theLifeOfAResult() throws InterruptedException {
    http.listener(described);
    Province province = Province.empty(http, "publish-life").filled();
    province
        .as("office", "PUT", "/units")
        .csv(Province.CSV + "SNV,1,department,Sở Nội vụ,\n")
        .expect(200);
    province.opened();
    for (String unit : new String[] {"SKHCN", "STTTT", "193"}) {
      province.answerAll(unit, 6);
      province.submit(unit);
    }
    excused(province);
    refusals.refused(
        province.as("office", "POST", "/report").json("{}"),
        409,
        PublicationProblem.FORMS_STILL_OPEN);
    refusals.refused(
        province.as("lead", "GET", "/draft/report"), 404, PublicationProblem.NOT_REPORTED);
    papersBeforeTheReport(province);
    SYSTEM.get().clock().set(LOCKED);
    chased(province);
    String first = reported(province);
    sentBack(province);
    String code = reported(province);
    assertEquals(first, code, "the same figures, the same snapshot");
    papersOfTheResult(province, code, "Số: ……/QĐ-UBND");
    approvedFromThePaper(province, code);
    readForTheParIndex(province, code);
    papersOfTheResult(province, code, "Số: 812/QĐ-UBND");
    refusals.refused(province.as("", "GET", "/report"), 404, PublicationProblem.NOT_PUBLISHED);
    published(province);
    String issue = province.as("", "GET", "/rankings/3").expect(200).text();
    readByEverybody(province, code);
    readByMachines(province);
    foundAndSorted(province);
    sideBySideAndOverTheYears(province);
    planned(province);
    markedInTheNextYear();
    corrected(province, issue);
  }

  /** A paper is drafted once there is what it tells, for the office alone. */
  private void papersBeforeTheReport(Province province) {
    for (String needy : List.of("ranking-annex", "draft-decision", "submission", "report")) {
      refusals.refused(
          province.as("office", "GET", "/papers/" + needy), 404, PublicationProblem.NOT_REPORTED);
    }
    refusals.refused(province.as("office", "GET", "/papers/chaser"), 409, PaperProblem.NOBODY_LATE);
    refusals.refused(
        province.as("office", "GET", "/papers/session-minutes"), 409, CampaignProblem.WRONG_STAGE);
    refusals.refused(
        province.as("office", "GET", "/papers/provisional-notice"),
        404,
        PetitionProblem.PROVISIONAL_NOT_SHOWN);
    refusals.refused(
        province.as("office", "GET", "/papers/decree"), 404, PaperProblem.UNKNOWN_PAPER);
    for (String other : List.of("lead", "deputy", "approver", "unit-06649")) {
      province.as(other, "GET", "/papers/forms-letter").expect(403);
    }
    String letter = paper(province, "forms-letter");
    assertTrue(letter.contains("trước ngày 30 tháng 9 năm 2020"), letter);
  }

  private void chased(Province province) {
    String chaser = paper(province, "chaser");
    assertTrue(chaser.contains("Sở Nội vụ"), chaser);
    assertFalse(chaser.contains("Sở Khoa học và Công nghệ"), "it has sent its form");
  }

  private void papersOfTheResult(Province province, String code, String number) {
    for (String paper : List.of("ranking-annex", "draft-decision", "submission", "report")) {
      assertTrue(paper(province, paper).contains(code), paper);
    }
    assertTrue(paper(province, "draft-decision").contains(number));
    String annex = paper(province, "ranking-annex");
    assertTrue(annex.contains("Không xếp hạng: được miễn đánh giá theo văn bản số 55/"), annex);
    refusals.refused(
        province.as("office", "GET", "/papers/chaser"), 409, CampaignProblem.WRONG_STAGE);
  }

  /** The text of a paper. */
  private static String paper(Province province, String name) {
    Answer answer = province.as("office", "GET", "/papers/" + name).expect(200);
    assertEquals(Reply.DOCX, answer.headers().get("content-type"));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      var entry = zip.getNextEntry();
      while (!entry.getName().equals("word/document.xml")) {
        entry = zip.getNextEntry();
      }
      String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      return xml.replaceAll("</w:p>", "\n").replaceAll("<[^>]*>", "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void excused(Province province) {
    refusals.refused(
        province.as("office", "POST", "/units/STTTT/excuse").json(EXCUSE),
        403,
        AccessProblem.OWN_UNIT);
    refusals.refused(
        province.as("office", "POST", "/units/06649/excuse").json("{\"reason\":\"Mới lập\"}"),
        400,
        InputProblem.INVALID_BODY,
        at("decision", InputProblem.MISSING_FIELD));
    Answer made = province.as("office", "POST", "/units/06649/excuse").json(EXCUSE).expect(200);
    assertEquals("06649", made.at("/excused/0/unit"));
  }

  private String reported(Province province) {
    Answer reported = province.as("office", "POST", "/report").json("{}").expect(200);
    String code = reported.at("/result/code");
    JsonNode draft = province.as("approver", "GET", "/draft/rankings/3").expect(200).json();
    assertEquals(code, draft.get("code").asString());
    JsonNode report = province.as("deputy", "GET", "/draft/report").expect(200).json();
    assertEquals(3, report.get("items").size());
    return code;
  }

  private void sentBack(Province province) {
    province.as("office", "POST", "/approval/return").json("{\"reason\":\"Sai\"}").expect(403);
    Answer back =
        province
            .as("approver", "POST", "/approval/return")
            .json("{\"reason\":\"Xem lại nhóm 3\"}")
            .expect(200);
    assertEquals("OPEN", back.at("/stage"));
    assertEquals("Xem lại nhóm 3", back.at("/sentBack/reason"));
    assertFalse(back.json().has("result"));
  }

  private void approvedFromThePaper(Province province, String code) {
    String paper =
        "{\"number\":\"812/QĐ-UBND\",\"date\":\"2020-11-01\",\"issuer\":\"UBND\",\"authority\":\"TM\",\"signedBy\":{\"name\":\"Nguyễn"
            + " Văn B\",\"title\":\"Chủ tịch\"},\"code\":\"%s\"}";
    refusals.refused(
        province.as("office", "POST", "/approval").json("{}"),
        422,
        PublicationProblem.APPROVAL_PAPER_NEEDED);
    refusals.refused(
        province.as("deputy", "POST", "/approval/confirmation").json("{}"),
        409,
        PublicationProblem.NO_APPROVAL_ENTERED);
    refusals.refused(
        province.as("office", "POST", "/approval").json(paper.formatted("0000 0000 0000 0000")),
        409,
        PublicationProblem.OTHER_SNAPSHOT);
    refusals.refused(
        province.as("approver", "POST", "/approval").json("{\"rankingVersion\":1}"),
        409,
        PublicationProblem.OTHER_RANKING_VERSION);
    Answer entered =
        province.as("office", "POST", "/approval").json(paper.formatted(code)).expect(200);
    assertEquals("REPORTED", entered.at("/stage"));
    assertEquals("Chủ tịch", entered.at("/result/entered/signedBy/title"));
    province.as("office", "POST", "/approval/confirmation").json("{}").expect(403);
    Answer approved =
        province
            .as("deputy", "POST", "/approval/confirmation")
            .json("{\"code\":\"" + code + "\"}")
            .expect(200);
    assertEquals("APPROVED", approved.at("/stage"));
    assertEquals("UBND", approved.at("/result/approval/issuer"));
  }

  /** The owner of the PAR index maps and reads before anything is public, and is logged. */
  private void readForTheParIndex(Province province, String code) {
    refusals.refused(province.as("par", "GET", "/par-mapping"), 404, ParProblem.NO_PAR_MAPPING);
    refusals.refused(
        province.as("par", "PUT", "/par-mapping").json(MAPPING.formatted("X.9")),
        400,
        InputProblem.INVALID_BODY,
        at("lines[1].from", ParProblem.UNKNOWN_PAR_SOURCE));
    province.as("office", "PUT", "/par-mapping").json(MAPPING.formatted("I.1")).expect(403);
    Answer mapped =
        province.as("par", "PUT", "/par-mapping").json(MAPPING.formatted("I.1")).expect(200);
    assertEquals(mapped.json(), province.as("par", "GET", "/par-mapping").expect(200).json());
    JsonNode feed = province.as("par", "GET", "/par-feed").expect(200).json();
    assertEquals(code, feed.get("code").asString());
    JsonNode first = feed.at("/values/0");
    assertEquals(code, first.at("/provenance/code").asString());
    assertTrue(first.has("value"), first.toString());
    String csv = province.as("par", "GET", "/par-feed").header("Accept", "text/csv").send().text();
    assertEquals(1 + feed.get("values").size(), csv.lines().count());
    refusals.refused(
        province.as("par", "GET", "/par-feed?issue=2"), 404, PublicationProblem.NO_SUCH_ISSUE);
    refusals.refused(
        province.as("par", "GET", "/par-feed?mapping=9"), 404, ParProblem.NO_SUCH_PAR_MAPPING);
    province.as("office", "GET", "/par-feed").expect(403);
    String log = province.as("official", "GET", "/draft/openings").expect(200).text();
    assertTrue(log.contains("PAR_FEED"), log);
  }

  /** A unit plans what it mends, and issues it under a number. */
  private void planned(Province province) {
    Answer none = province.as("unit-SKHCN", "GET", "/units/SKHCN/plan").expect(200);
    assertEquals(10, none.json().get("weakest").size());
    assertEquals("2020-12-02", none.at("/dueOn"));
    refusals.refused(
        province
            .as("unit-SKHCN", "PUT", "/units/SKHCN/plan")
            .json(PLAN.formatted("2019-01-01", "")),
        400,
        InputProblem.INVALID_BODY,
        at("items[0].due", PlanProblem.MEASURE_DUE_TOO_EARLY));
    Answer draft =
        province
            .as("unit-SKHCN", "PUT", "/units/SKHCN/plan")
            .json(PLAN.formatted("2021-06-30", ""))
            .expect(200);
    String paper =
        ",\"official\":{\"number\":\"14/KH-SKHCN\",\"date\":\"2020-11-02\",\"sha256\":\"%s\"}"
            .formatted("ab".repeat(32));
    Answer issued =
        province
            .as("unit-SKHCN", "PUT", "/units/SKHCN/plan")
            .header("If-Match", draft.headers().get("etag"))
            .json(PLAN.formatted("2021-06-30", paper))
            .expect(200);
    assertEquals("14/KH-SKHCN", issued.at("/official/number"));
    refusals.refused(
        province
            .as("unit-SKHCN", "PUT", "/units/SKHCN/plan")
            .header("If-Match", issued.headers().get("etag"))
            .json(PLAN.formatted("2021-07-30", "")),
        409,
        PlanProblem.PLAN_ALREADY_ISSUED);
    province.as("unit-STTTT", "GET", "/units/SKHCN/plan").expect(403);
    assertEquals(
        issued.json(), province.as("office", "GET", "/units/SKHCN/plan").expect(200).json());
  }

  /**
   * The form of the next campaign shows the measure beside its criterion, and its unit marks it.
   */
  private void markedInTheNextYear() {
    http.as("office", "POST", "/campaigns")
        .json("{\"template\":\"131-2020\",\"id\":\"publish-next\",\"previous\":\"publish-life\"}")
        .expect(201);
    String next = "/campaigns/publish-next";
    SYSTEM.get().clock().set(SharedSystem.OPENING);
    http.as("office", "POST", next + "/open").json("{\"reason\":\"Thử\"}").expect(200);
    String unit = next + "/units/SKHCN";
    assertEquals(
        "Thay máy tính cũ",
        http.as("unit-SKHCN", "GET", unit + "/form")
            .expect(200)
            .at("/groups/0/criteria/0/planned/0/measure"));
    refusals.refused(
        http.as("unit-SKHCN", "PUT", unit + "/earlier-plan/9").json("{\"done\":true}"),
        404,
        PlanProblem.NO_SUCH_MEASURE);
    refusals.refused(
        http.as("unit-SNV", "PUT", next + "/units/SNV/earlier-plan/1").json("{\"done\":true}"),
        404,
        PlanProblem.NO_EARLIER_PLAN);
    refusals.refused(
        http.as("unit-SKHCN", "PUT", unit + "/plan").json(PLAN.formatted("2021-06-30", "")),
        409,
        PlanProblem.PLAN_BEFORE_PUBLICATION);
    Answer marked =
        http.as("signer-SKHCN", "PUT", unit + "/earlier-plan/1")
            .json("{\"done\":false,\"note\":\"Chưa có kinh phí\"}")
            .expect(200);
    assertEquals("Chưa có kinh phí", marked.at("/items/0/note"));
    JsonNode plan = http.as("office", "GET", unit + "/plan").expect(200).json();
    assertEquals(marked.json(), plan.get("earlier"));
    assertFalse(
        http.as("unit-SKHCN", "GET", unit + "/form")
            .expect(200)
            .json()
            .at("/groups/0/criteria/0/planned/0/done")
            .asBoolean());
    SYSTEM.get().clock().set(LOCKED);
  }

  /** Sent twice under one key it is one publication; without the key the second is told so. */
  private void published(Province province) {
    Answer first =
        province.as("office", "POST", "/publication").key("publish").json("{}").expect(200);
    Answer again =
        province.as("office", "POST", "/publication").key("publish").json("{}").expect(200);
    assertEquals(first.json(), again.json());
    refusals.refused(
        province.as("office", "POST", "/publication").json("{}"), 409, CampaignProblem.WRONG_STAGE);
  }

  private void readByEverybody(Province province, String code) {
    JsonNode page = province.as("", "GET", "/rankings/3").expect(200).json();
    assertEquals(code, page.get("code").asString());
    assertEquals(1, page.get("issue").asInt());
    JsonNode without = page.at("/items/0");
    assertEquals("06652", without.get("unit").asString());
    assertEquals("không gửi phiếu", without.get("label").asString());
    assertEquals(1, without.get("rank").asInt());
    assertEquals("0.00", without.get("index").asString());
    assertEquals(without.get("maximum"), without.get("max"));
    JsonNode excused = page.at("/items/1");
    assertEquals("EXCUSED", excused.get("unranked").asString());
    assertEquals("55/QĐ-UBND", excused.at("/excused/number").asString());
    String csv = province.as("", "GET", "/rankings/3").header("Accept", "text/csv").send().text();
    assertTrue(csv.contains(",không gửi phiếu,"), csv);
    JsonNode card = province.as("", "GET", "/units/SKHCN/scorecard").expect(200).json();
    assertEquals(0, card.at("/exceptions/directPoints").asInt());
    JsonNode report = province.as("", "GET", "/report").expect(200).json().at("/items/0");
    assertEquals(3, report.get("ranked").asInt());
    assertEquals(10, report.get("weakest").size());
    assertFalse(report.has("moved"));
    String first = http.as("", "GET", "/campaigns/publish-life/summary").expect(200).at("/code");
    assertEquals(code, first);
  }

  private void readByMachines(Province province) {
    for (String path :
        new String[] {
          "/summary",
          "/report",
          "/rankings/3",
          "/rankings/3?sort=name",
          "/units/SKHCN/scorecard",
          "/units/SKHCN/results",
          "/rankings/1/comparison?units=SKHCN,SNV"
        }) {
      Answer first = province.as("", "GET", path).expect(200);
      String tag = first.headers().get("etag");
      Answer again =
          province.as("", "GET", path).header("If-None-Match", "\"x\", W/" + tag).expect(304);
      assertEquals("", again.text(), path);
      assertEquals(tag, again.headers().get("etag"), path);
      assertEquals(first.headers().get("cache-control"), again.headers().get("cache-control"));
      province.as("", "GET", path).header("If-None-Match", "\"x\"").expect(200);
    }
    for (String path : new String[] {"/rankings/3?limit=1", "/units/SKHCN/scorecard"}) {
      String json = province.as("", "GET", path).expect(200).headers().get("etag");
      Answer csv = province.as("", "GET", path).header("Accept", "text/csv").expect(200);
      assertTrue(csv.text().startsWith("\uFEFF"), csv.text());
      Answer book =
          province
              .as("", "GET", path)
              .header("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
              .expect(200);
      assertTrue(book.text().startsWith("PK"), path);
      assertEquals(
          3,
          Set.of(json, csv.headers().get("etag"), book.headers().get("etag")).size(),
          "each form has a tag of its own");
      assertEquals("accept", book.headers().get("vary"));
      assertEquals(
          path.contains("limit") ? "<?cursor=1&limit=1>; rel=\"next\"" : null,
          book.headers().get("link"));
    }
  }

  private void foundAndSorted(Province province) {
    assertEquals("SKHCN SNV STTTT", units(province, "/rankings/1?sort=name&q=so"));
    assertEquals("SNV", units(province, "/rankings/1?q=noi%20VU"));
    assertEquals("193", units(province, "/rankings/2?q=193"));
    assertEquals("06652", units(province, "/rankings/3?level=YEU"));
    assertEquals("", units(province, "/rankings/3?level=TOT"));
    assertEquals("06652 06649", units(province, "/rankings/3?district=193&kind=ward"));
    assertEquals("", units(province, "/rankings/3?kind=commune"));
    refusals.refused(
        province.as("", "GET", "/rankings/3?sort=points"), 400, RequestProblem.INVALID_PARAMETER);
    refusals.refused(
        province.as("", "GET", "/rankings/3?district=a%20b"),
        400,
        RequestProblem.INVALID_PARAMETER);
    refusals.refused(
        province.as("", "GET", "/rankings/3?q=" + "a".repeat(101)),
        400,
        RequestProblem.INVALID_PARAMETER);
  }

  private static String units(Province province, String path) {
    var units = new StringJoiner(" ");
    province
        .as("", "GET", path)
        .expect(200)
        .json()
        .get("items")
        .forEach(row -> units.add(row.get("unit").asString()));
    return units.toString();
  }

  private void sideBySideAndOverTheYears(Province province) {
    JsonNode card = province.as("", "GET", "/units/SKHCN/scorecard").expect(200).json();
    assertTrue(card.at("/evidenceRequest/vi").asString().contains("104/2016"), card.toString());
    assertEquals("0.00", card.at("/groups/0/ofAllUnits/least").asString());
    assertFalse(card.at("/nextLevel/criteria").isEmpty());
    assertEquals(
        "{\"id\":\"I.5\",\"hidden\":true}",
        Http.write(
            ((ObjectNode) card.at("/groups/0/criteria/4").deepCopy())
                .remove(List.of("title", "maxPoints"))));
    JsonNode both =
        province.as("", "GET", "/rankings/1/comparison?units=SNV,SKHCN").expect(200).json();
    assertEquals("SNV", both.at("/units/0/unit").asString());
    assertEquals(
        card.at("/groups/0/criteria/0/points"), both.at("/groups/0/criteria/0/cells/1/points"));
    refusals.refused(
        province.as("", "GET", "/rankings/1/comparison?units=SNV"),
        400,
        RequestProblem.INVALID_PARAMETER);
    refusals.refused(
        province.as("", "GET", "/rankings/1/comparison?units=SNV,193"),
        404,
        PublicationProblem.NOT_IN_TABLE);
    JsonNode years = province.as("", "GET", "/units/SKHCN/results").expect(200).json();
    assertEquals(card.get("index"), years.at("/items/0/index"));
    JsonNode commended =
        province.as("office", "GET", "/commendations?top=1&improvement=5.00").expect(200).json();
    // Who share the first rank are both on it.
    assertEquals(2, commended.at("/groups/0/candidates").size());
    assertEquals(0, commended.at("/groups/2/candidates").size());
    refusals.refused(
        province.as("office", "GET", "/commendations?level=GIOI"),
        400,
        PublicationProblem.NO_SUCH_LEVEL);
    refusals.refused(
        province.as("office", "GET", "/commendations?improvement=-1"),
        400,
        RequestProblem.INVALID_PARAMETER);
  }

  private void corrected(Province province, String issue) {
    refusals.refused(
        province.as("", "GET", "/rankings/3?issue=2"), 404, PublicationProblem.NO_SUCH_ISSUE);
    province.as("office", "POST", "/reissue").json("{\"reason\":\"Miễn nhầm đơn vị\"}").expect(200);
    assertEquals(
        1,
        province.as("", "GET", "/units/SKHCN/scorecard").expect(200).json().get("issue").asInt());
    province.as("office", "POST", "/units/06652/excuse").json(EXCUSE).expect(200);
    reported(province);
    assertEquals(rows(issue), rows(province.as("", "GET", "/rankings/3").expect(200).text()));
    province.as("approver", "POST", "/approval").json("{}").expect(200);
    province.as("office", "POST", "/publication").json("{}").expect(200);
    assertEquals(
        rows(issue), rows(province.as("", "GET", "/rankings/3?issue=1").expect(200).text()));
    JsonNode second = province.as("", "GET", "/rankings/3").expect(200).json();
    assertEquals(2, second.get("issue").asInt());
    assertEquals("EXCUSED", second.at("/items/1/unranked").asString());
    String card = "/units/06652/scorecard";
    assertEquals(
        "EXCUSED", province.as("", "GET", card).expect(200).json().get("unranked").asString());
    assertEquals(
        "không gửi phiếu",
        province.as("", "GET", card + "?issue=1").expect(200).json().get("label").asString());
    refusals.refused(
        province.as("", "GET", card + "?issue=3"), 404, PublicationProblem.NO_SUCH_ISSUE);
    JsonNode moved = province.as("", "GET", "/report").expect(200).json().at("/items/2/moved");
    assertEquals("[{\"unit\":\"06652\",\"from\":1}]", Http.write(moved));
    JsonNode since = province.as("par", "GET", "/par-feed?since=1").expect(200).json();
    assertEquals(2, since.get("issue").asInt());
    assertEquals(0, since.get("changes").size(), "communes have no place in it");
    JsonNode campaign = province.as("official", "GET", "").expect(200).json();
    assertEquals("Miễn nhầm đơn vị", campaign.at("/issues/0/reason").asString());
  }

  /** Digest and rows; the stage beside them goes on. */
  private static String rows(String page) {
    JsonNode read = Http.JSON.readTree(page);
    return read.get("code").asString() + read.get("digest").asString() + read.get("items");
  }
}
