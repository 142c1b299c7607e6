package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/** A team is appointed, shares the work, marks a unit and closes its appraisal, over HTTP. */
@Tag("system")
@Timeout(300)
class AppraisalHttpTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String CSV =
      """
      code,group,kind,name,parent_code
      STTTT,1,department,Sở Thông tin và Truyền thông,
      SNV,1,department,Sở Nội vụ,
      SKHCN,1,department,Sở Khoa học và Công nghệ,
      TTPVHCC,1,board,Trung tâm Phục vụ hành chính công tỉnh,
      VPUB,1,department,Văn phòng UBND tỉnh,
      SXD,1,department,Sở Xây dựng,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      """;

  private static final String TEAM =
      """
      account,body,role,from,until,substitute,conflicts
      lead,STTTT,lead,2020-08-01,,,
      deputy,SNV,deputy,2020-08-01,,,
      appraiser1,STTTT,appraiser,2020-08-01,,,
      appraiser3,SKHCN,appraiser,2020-08-01,,,
      appraiser4,TTPVHCC,appraiser,2020-08-01,,,
      """;

  private static final List<String> READERS = List.of("appraiser1", "appraiser3", "appraiser4");

  private static Province province;

  @BeforeAll
  static void play() throws InterruptedException {
    province = Province.empty(SYSTEM.http(), "appraised").filled();
    province.as("office", "PUT", "/units").csv(CSV).expect(200);
    province.as("office", "PUT", "/team?number=77&date=2020-08-01").csv(TEAM).expect(200);
    province.opened();
    province
        .as("lead", "PUT", "/assignments")
        .json("{\"balance\":{\"seed\":7,\"groups\":[1]}}")
        .expect(200);
    province.answerAll("SXD", 6);
    province.submit("SXD");
    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(60)), "still under way");
  }

  private static JsonNode sheet(String user) {
    return province.as(user, "GET", "/units/SXD/marks").expect(200).json();
  }

  private static Call mark(String user, JsonNode cell, String said) {
    var body = (ObjectNode) Http.JSON.readTree(said);
    body.put("seen", cell.get("seen").asString());
    Call call =
        province
            .as(user, "PUT", "/units/SXD/marks/" + cell.get("criterion").asString())
            .json(body.toString());
    return cell.has("etag") ? call.ifMatch("\"" + cell.get("etag").asString() + "\"") : call;
  }

  private static JsonNode cell(String user, String criterion) {
    for (JsonNode cell : sheet(user).get("items")) {
      if (cell.get("criterion").asString().equals(criterion)) {
        return cell;
      }
    }
    throw new AssertionError(criterion);
  }

  private static Answer closing(String user) {
    String etag = province.as("lead", "GET", "/units/SXD/marks").expect(200).etag();
    return province.as(user, "POST", "/units/SXD/appraisal").ifMatch(etag).json("{}").send();
  }

  private static String field(JsonNode cell, String pointer) {
    return cell.at(pointer).asString("");
  }

  /** The cell that its first reader cuts; all others are agreed to by whoever reads them. */
  private static String marked() {
    String cut = "";
    for (String reader : READERS) {
      for (JsonNode cell : sheet(reader).get("items")) {
        boolean theirs =
            cell.has("yours") && field(cell, "/state").matches("UNMARKED|AWAITS_SECOND");
        if (theirs
            && cut.isEmpty()
            && !field(cell, "/self/points").equals("0.00")
            && field(cell, "/state").equals("UNMARKED")
            && !twice(cell)) {
          cut = field(cell, "/criterion");
          mark(reader, cell, "{\"points\":\"0.00\",\"reason\":\"Chưa có hóa đơn\"}").expect(200);
        } else if (theirs) {
          mark(reader, cell, "{\"agree\":true}").expect(200);
        }
      }
    }
    return cut;
  }

  // Whoever else finds the same cell among its own reads it a second time.
  private static boolean twice(JsonNode cell) {
    return READERS.stream()
            .map(reader -> cell(reader, field(cell, "/criterion")))
            .filter(one -> one.has("yours"))
            .count()
        > 1;
  }

  /**
   * Marked, cut by a rival's member and signed by another body, heard, shown, petitioned against,
   * decided and closed; the unit never reads who.
   */
  @Test
  void everyCutIsSignedHeardAndShownBeforeTheLeadCloses() {
    String before = field(province.own("SXD", "GET", "/form").expect(200).json(), "/score/points");
    String cut = marked();
    assertEquals("AWAITS_COUNTERSIGN", field(cell("lead", cut), "/state"));
    Answer open = closing("lead");
    assertTrue(open.status() >= 400 && open.text().contains(cut), open.text());

    String other =
        READERS.stream()
            .filter(reader -> !cell(reader, cut).has("yours"))
            .findFirst()
            .orElseThrow();
    assertEquals("[]", waiting(other, "", cut), "not theirs, and not asked for");
    assertTrue(waiting(other, "?signatures=true&limit=20", cut).contains("\"sign\":true"));
    assertTrue(waiting("lead", "?limit=20", cut).contains("AWAITS_COUNTERSIGN"));
    province.as("lead", "GET", "/appraisal/work?signatures=maybe").expect(400);
    province.as("lead", "GET", "/appraisal/work?cursor=1/I.1/1/4/SXD").expect(400);
    province.as("office", "GET", "/appraisal/work").expect(403);
    mark(other, cell(other, cut), "{\"countersign\":true}").expect(200);
    assertEquals("PROPOSED", field(cell("lead", cut), "/state"));
    assertEquals("[]", waiting(other, "?signatures=true", cut), "signed");
    Answer unheard = closing("lead");
    assertTrue(unheard.status() >= 400 && unheard.text().contains(cut), unheard.text());

    inspected();

    // Explanation.
    province
        .as("lead", "POST", "/units/SXD/explanations")
        .json("{\"criteria\":[{\"criterion\":\"" + cut + "\",\"question\":\"Hóa đơn ở đâu?\"}]}")
        .expect(200);
    province
        .own("SXD", "PUT", "/explanations/" + cut)
        .json("{\"text\":\"Hóa đơn lưu tại kế toán\"}")
        .expect(200);
    Answer asked = province.own("SXD", "GET", "/explanations").expect(200);
    assertFalse(asked.text().contains("lead\""), asked.text());
    province
        .own("SXD", "POST", "/explanations/submission")
        .ifMatch(asked.etag())
        .json(Province.SIGNED)
        .expect(200);
    String reader =
        READERS.stream().filter(one -> cell(one, cut).has("yours")).findFirst().orElseThrow();
    assertTrue(waiting(reader, "", cut).contains("\"hearing\":\"EXPLAINED\",\"until\""));
    mark(reader, cell(reader, cut), "{\"points\":\"0.00\",\"reason\":\"Hóa đơn của năm trước\"}")
        .expect(200);
    mark(other, cell(other, cut), "{\"countersign\":true}").expect(200);
    assertEquals("PROPOSED", field(cell("lead", cut), "/state"), "not shown after the hearing yet");

    // The provisional result, and a petition against it.
    province.own("SXD", "GET", "/provisional").expect(404);
    province.as("office", "POST", "/provisional").json("{}").expect(200);
    assertEquals("SETTLED", field(cell("lead", cut), "/state"), cell("lead", cut)::toString);
    Answer shown = province.own("SXD", "GET", "/provisional").expect(200);
    assertTrue(shown.text().contains("Hóa đơn của năm trước"), shown.text());
    for (String name : READERS) {
      assertFalse(shown.text().contains(name), "role and body, never who");
    }
    assertEquals(before, field(shown.json(), "/self/points"));
    province
        .own("SXD", "POST", "/petitions")
        .json("{\"criterion\":\"" + cut + "\",\"text\":\"Đề nghị xem lại\"}")
        .expect(201);
    String petitions = province.own("SXD", "GET", "/petitions").expect(200).etag();
    province
        .own("SXD", "POST", "/petitions/submission")
        .ifMatch(petitions)
        .json(Province.SIGNED)
        .expect(200);
    assertTrue(waiting("lead", "", cut).contains("\"hearing\":\"PETITIONED\"}"));
    Answer pending = closing("lead");
    assertTrue(pending.status() >= 400 && pending.text().contains(cut), pending.text());
    JsonNode petition =
        province.as("lead", "GET", "/units/SXD/petitions").expect(200).json().at("/items/0");
    province
        .as("lead", "PUT", "/units/SXD/petitions/" + cut)
        .ifMatch("\"" + field(petition, "/etag") + "\"")
        .json("{\"decision\":\"kept\",\"reason\":\"Hóa đơn của năm trước\"}")
        .expect(200);

    Answer closed = closing("lead");
    assertEquals(200, closed.status(), closed.text());
    assertEquals("APPRAISED", field(closed.json(), "/state"));
    assertEquals(before, field(closed.json(), "/self/points"));
    assertTrue(
        field(closed.json(), "/appraised/points").compareTo(before) < 0
            || field(closed.json(), "/appraised/points").length() < before.length(),
        closed.text());
    met();
    String history = province.own("SXD", "GET", "/criteria/" + cut + "/history").expect(200).text();
    assertTrue(history.contains("Hóa đơn của năm trước"), history);
    for (String name : READERS) {
      assertFalse(history.contains(name), "role and body, never who");
    }
    reviewed(cut);
  }

  /**
   * The result is out; the unit asks to look again, and the deputy, who judged nothing, decides.
   */
  private static void reviewed(String cut) {
    String asked =
        "{\"criterion\":\""
            + cut
            + "\",\"text\":\"Đề nghị phúc tra\",\"signedBy\":{\"name\":\"Trần Văn Bình\","
            + "\"title\":\"Giám đốc\"},\"letter\":{\"number\":\"31/SXD\","
            + "\"date\":\"2021-02-10\"}}";
    province.own("SXD", "POST", "/reviews").json(asked).expect(409);
    province
        .http
        .as("", "PUT", "/local/clock")
        .json("{\"now\":\"2021-02-10T02:00:00Z\"}")
        .expect(200);
    province.http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);
    province.as("office", "POST", "/report").json("{}").expect(200);
    province
        .as("approver", "POST", "/approval")
        .json("{\"number\":\"512/QĐ-UBND\",\"date\":\"2021-02-10\"}")
        .expect(200);
    province.as("office", "POST", "/publication").json("{}").expect(200);
    Answer review = province.own("SXD", "POST", "/reviews").json(asked).expect(201);
    assertEquals("PENDING", review.at("/state"));
    province
        .as("deputy", "PUT", "/units/SXD/reviews/1-" + cut)
        .ifMatch(review.etag())
        .json("{\"decision\":\"kept\",\"reason\":\"Hóa đơn của năm trước\"}")
        .expect(200);
    Answer own = province.own("SXD", "GET", "/reviews").expect(200);
    assertEquals("KEPT", own.at("/items/0/state"));
    assertEquals("2021-02-20", own.at("/until"));
    assertFalse(own.text().contains("\"account\""), "role and body, never who");
    assertEquals("SXD", province.as("office", "GET", "/reviews").expect(200).at("/items/0/unit"));
    String history = province.own("SXD", "GET", "/criteria/" + cut + "/history").expect(200).text();
    assertTrue(history.contains("phúc tra, giữ nguyên điểm"), history);
  }

  /** What of a criterion waits for a member, through all pages of its work. */
  private static String waiting(String user, String query, String criterion) {
    String path = "/appraisal/work" + query;
    String next = "";
    do {
      String cursor = next.isEmpty() ? "" : (query.isEmpty() ? "?" : "&") + "cursor=" + next;
      JsonNode page = province.as(user, "GET", path + cursor).expect(200).json();
      for (JsonNode column : page.get("items")) {
        if (field(column, "/criterion").equals(criterion)) {
          return column.get("waiting").toString();
        }
      }
      next = page.get("next").asString("");
    } while (!next.isEmpty());
    return "[]";
  }

  /** A member goes there and brings a photo; the unit reads of it with the minutes. */
  private static void inspected() {
    province
        .as("lead", "PUT", "/inspections/1")
        .json(
            "{\"decision\":{\"number\":\"12/KH-TTĐ\",\"date\":\"2020-08-01\"},"
                + "\"from\":\"2020-08-01\",\"until\":\"2020-12-31\","
                + "\"members\":[\"appraiser3\"],\"units\":[\"SXD\"]}")
        .expect(200);
    assertEquals(
        1, province.as("appraiser4", "GET", "/inspections").expect(200).json().get("items").size());
    byte[] scan = Upload.pdf("biên bản kiểm tra");
    var declared = Upload.declared("I.1", "BB.pdf", scan);
    province.as("appraiser3", "POST", "/units/SXD/evidence").json(declared).expect(403);
    declared.remove("criterion");
    declared.put("purpose", "inspection");
    province.own("SXD", "POST", "/evidence").json(declared).expect(409);
    JsonNode grant =
        province.as("appraiser3", "POST", "/units/SXD/evidence").json(declared).expect(201).json();
    String file = field(grant, "/evidenceId");
    assertEquals(200, Upload.put(grant, scan).status());
    await("ACCEPTED");
    province
        .as("appraiser3", "POST", "/units/SXD/findings")
        .json(
            "{\"inspection\":1,\"criterion\":\"I.1\",\"found\":\"differs\","
                + "\"text\":\"Hai máy không hoạt động\",\"evidence\":[\""
                + file
                + "\"]}")
        .expect(201);
    assertEquals("inspection", field(cell("lead", "I.1"), "/judgedOn"));
    assertEquals("documents", field(cell("lead", "I.2"), "/judgedOn"));
    Answer early = province.own("SXD", "GET", "/findings").expect(200);
    assertEquals("{\"items\":[],\"minutes\":[],\"files\":[]}", early.text());
    province.own("SXD", "GET", "/evidence/" + file + "/content").expect(404);
    assertFalse(
        province.own("SXD", "GET", "/ledger?limit=500").expect(200).text().contains("Hai máy"));
    province
        .as("appraiser3", "PUT", "/units/SXD/inspections/1/minutes")
        .json(
            "{\"day\":\"2020-08-03\",\"representative\":\"Phó Giám đốc\","
                + "\"conclusion\":\"Như trên\",\"evidence\":[\""
                + file
                + "\"]}")
        .expect(200);
    Answer told = province.own("SXD", "GET", "/findings").expect(200);
    assertTrue(told.text().contains("Hai máy không hoạt động"), told.text());
    assertFalse(told.text().contains("appraiser3"), "role and body, never who");
    province.own("SXD", "GET", "/evidence/" + file + "/content").expect(303);
  }

  private static void await(String state) throws AssertionError {
    for (int i = 0; i < 600; i++) {
      JsonNode files = province.as("lead", "GET", "/units/SXD/findings").expect(200).json();
      if (field(files, "/files/0/state").equals(state)) {
        return;
      }
      LockSupport.parkNanos(50_000_000L);
    }
    throw new AssertionError("the file is not " + state);
  }

  /** The office keeps the signed minutes of the team's session; the link leads to the paper. */
  private static void met() {
    byte[] scan = Upload.pdf("biên bản họp Tổ thẩm định");
    String upload = BulkUpload.through(province, "application/pdf", scan).replace("upload=", "");
    province.as("office", "GET", "/session").expect(404);
    Answer kept =
        province
            .as("office", "PUT", "/session")
            .json(
                "{\"number\":\"03/BB-TTĐ\",\"day\":\"2020-08-03\","
                    + "\"present\":[\"lead\",\"deputy\",\"appraiser3\"],"
                    + "\"dissents\":[{\"account\":\"appraiser3\",\"text\":\"Chưa thống nhất\"}],"
                    + "\"upload\":\""
                    + upload
                    + "\"}")
            .expect(200);
    Answer paper = Http.raw(HttpRequest.newBuilder(URI.create(field(kept.json(), "/url"))).GET());
    assertEquals(200, paper.status());
    assertTrue(paper.text().contains("họp Tổ thẩm định"));
    province.as("lead", "GET", "/session").expect(200);
    province.as("unit-SXD", "GET", "/session").expect(403);
  }
}
