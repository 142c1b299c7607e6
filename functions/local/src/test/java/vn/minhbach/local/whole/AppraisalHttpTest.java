package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
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

  @Test
  void aUnitIsMarkedByItsReadersAndClosedByTheLead() {
    String draft = "/draft/units/SXD/scorecard";
    String before =
        province.own("SXD", "GET", "/form").expect(200).json().at("/score/points").asString();
    String cut = null;
    for (String reader : READERS) {
      for (JsonNode cell : sheet(reader).get("items")) {
        boolean theirs =
            cell.has("yours") && cell.get("state").asString().matches("UNMARKED|AWAITS_SECOND");
        if (theirs) {
          mark(reader, cell, "{\"agree\":true}").expect(200);
          cut = cell.get("criterion").asString();
        }
      }
    }
    JsonNode marked = sheet("lead");
    assertEquals(0, marked.get("open").asInt(), marked::toString);
    assertEquals("UNDER_APPRAISAL", marked.get("state").asString());
    assertEquals(before, marked.get("selfPoints").asString());

    // Nobody but who leads closes, and only what was read.
    String etag = province.as("lead", "GET", "/units/SXD/marks").expect(200).etag();
    province.as("appraiser3", "POST", "/units/SXD/appraisal").ifMatch(etag).json("{}").expect(403);
    province.as("lead", "POST", "/units/SXD/appraisal").ifMatch("\"f1\"").json("{}").expect(412);
    Answer closed =
        province.as("lead", "POST", "/units/SXD/appraisal").ifMatch(etag).json("{}").expect(200);
    assertEquals("APPRAISED", closed.json().get("state").asString());
    assertEquals(before, closed.json().at("/appraised/points").asString());

    JsonNode late = cell("lead", cut);
    Answer refused = mark("lead", late, "{\"points\":\"0.00\",\"reason\":\"Xem lại\"}").send();
    assertEquals(409, refused.status(), refused.text());
    String history =
        province
            .own("SXD", "GET", "/criteria/" + cut + "/history")
            .header("Accept-Language", "vi")
            .expect(200)
            .text();
    assertFalse(history.contains("appraiser"), "units see role and body, never who");
    JsonNode card = province.as("lead", "GET", draft).expect(200).json();
    assertEquals(
        before, card.path("points").asString(card.at("/score/points").asString()), card::toString);
  }
}
