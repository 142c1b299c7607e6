package vn.minhbach.local.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Http;
import vn.minhbach.local.whole.Province;

/**
 * A campaign with an appraisal team of four bodies, and departments that have sent their forms.
 * {@code appraiser3} is of SKHCN, which is ranked and assessed itself.
 */
final class Team {

  private static final String UNITS =
      """
      code,group,kind,name,parent_code
      STTTT,1,department,Sở Thông tin và Truyền thông,
      SNV,1,department,Sở Nội vụ,
      SKHCN,1,department,Sở Khoa học và Công nghệ,
      TTPVHCC,1,board,Trung tâm Phục vụ hành chính công tỉnh,
      SXD,1,department,Sở Xây dựng,
      STC,1,department,Sở Tài chính,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      """;

  private static final String MEMBERS =
      """
      account,body,role,from,until,substitute,conflicts
      lead,STTTT,lead,2020-08-01,,,
      deputy,SNV,deputy,2020-08-01,,,
      appraiser3,SKHCN,appraiser,2020-08-01,,,06649: em ruột là phó chủ tịch
      appraiser4,TTPVHCC,appraiser,2020-08-01,,,
      """;

  static final List<String> READERS = List.of("appraiser3", "appraiser4");

  final Province province;

  private Team(Province province) {
    this.province = province;
  }

  /** Appointed, with nothing assigned and nothing sent. */
  static Team appointed(Http http, String id) {
    Province province = Province.empty(http, id).filled();
    province.as("office", "PUT", "/units").csv(UNITS).expect(200);
    province.as("office", "PUT", "/team?number=77&date=2020-08-01").csv(MEMBERS).expect(200);
    return new Team(province.opened());
  }

  /** Criteria of group 1 to one member each: these to the first, the others to the second. */
  void assigned(List<String> first) {
    var shares = new ArrayList<Map<String, Object>>();
    for (JsonNode group : province.form("SXD").get("groups")) {
      for (JsonNode criterion : group.get("criteria")) {
        String id = criterion.get("id").asString();
        String reader = READERS.get(first.contains(id) ? 0 : 1);
        shares.add(Map.of("group", 1, "criterion", id, "account", reader));
      }
    }
    province.as("lead", "PUT", "/assignments").json(Map.of("shares", shares)).expect(200);
  }

  void sent(String unit, Web web) throws InterruptedException {
    province.answerAll(unit, 6);
    province.submit(unit);
    assertTrue(web.shared().get().awaitQuiet(Duration.ofSeconds(60)), "still under way");
  }

  JsonNode cell(String user, String unit, String criterion) {
    for (JsonNode cell :
        province.as(user, "GET", "/units/" + unit + "/marks").expect(200).json().get("items")) {
      if (cell.get("criterion").asString().equals(criterion)) {
        return cell;
      }
    }
    throw new AssertionError(criterion);
  }

  String state(String unit, String criterion) {
    return cell("lead", unit, criterion).get("state").asString();
  }

  /** Says something of a cell as it stands now. */
  void mark(String user, String unit, String criterion, Map<String, Object> said) {
    JsonNode cell = cell(user, unit, criterion);
    var body = new HashMap<>(said);
    body.put("seen", cell.get("seen").asString());
    var call = province.as(user, "PUT", "/units/" + unit + "/marks/" + criterion).json(body);
    (cell.has("etag") ? call.ifMatch("\"" + cell.get("etag").asString() + "\"") : call).expect(200);
  }

  /** Everybody agrees with all that is theirs and not marked yet. */
  void agreeAll(String unit) {
    for (String reader : READERS) {
      for (JsonNode cell :
          province.as(reader, "GET", "/units/" + unit + "/marks").expect(200).json().get("items")) {
        if (cell.has("yours") && cell.get("state").asString().matches("UNMARKED|AWAITS_SECOND")) {
          province
              .as(reader, "PUT", "/units/" + unit + "/marks/" + cell.get("criterion").asString())
              .json(Map.of("agree", true, "seen", cell.get("seen").asString()))
              .send();
        }
      }
    }
  }
}
