package vn.minhbach.local.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.client.Answer;
import vn.minhbach.local.client.ApiClient;

/**
 * A campaign of today's shape: the 54 communes of Quảng Ninh since July 2025, no districts, Sở Khoa
 * học và Công nghệ as the standing office, and a team of four bodies, ranked as the departments. No
 * plan of that year is known; its days are those of 2020, six years later, and so are the criteria.
 * What differs from 2020 is data of the campaign alone.
 */
final class Today {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SETTINGS = "today.json";
  private static final String COMMUNES = "/units/quang-ninh-2025.csv";
  private static final Map<Integer, String> SETS = Map.of(1, "department", 3, "commune");
  private static final List<String> BODIES =
      List.of(
          "SKHCN,1,department,Sở Khoa học và Công nghệ,,,",
          "SNV,1,department,Sở Nội vụ,,,",
          "TTPVHCC,1,center,Trung tâm Phục vụ hành chính công tỉnh,,,",
          "VPUB,1,department,Văn phòng UBND tỉnh,,,");
  private static final String OPENING = "2026-08-03T08:00:00+07:00";

  private final ApiClient api;
  private final ObjectNode settings;
  private final int communes;

  /** With all communes. */
  Today(ApiClient api) {
    this(api, Integer.MAX_VALUE);
  }

  /** With the first communes of the register. */
  Today(ApiClient api, int communes) {
    this.api = api;
    this.settings = (ObjectNode) JSON.readTree(resource(SETTINGS));
    this.communes = communes;
  }

  /**
   * Does what is left to do.
   *
   * @return id of the campaign, which is open, or was
   */
  String opened() {
    String id = settings.get("id").asString();
    String path = "/campaigns/" + id;
    String standing = settings.at("/appraisal/standingOffice").asString();
    ApiClient office = api.login("office@" + standing);
    Answer known = office.get(path);
    if (!known.done()) {
      office.put("/local/clock", Map.of("now", OPENING)).body();
      office.post("/campaigns", "rehearsal-create-" + id, settings).body();
    }
    JsonNode campaign = office.get(path).body();
    if (campaign.get("stage").asString().equals("DRAFT")) {
      office.putText(path + "/units", "text/csv", units()).body();
      SETS.forEach((group, name) -> office.put(path + "/criteria/" + group, criteria(name)).body());
      office.post(path + "/open", "rehearsal-open-" + id, Map.of()).body();
    }
    return id;
  }

  private String units() {
    List<String> lines = resource(COMMUNES).lines().toList();
    return Stream.of(
            lines.stream().limit(1), BODIES.stream(), lines.stream().skip(1).limit(communes))
        .flatMap(part -> part)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private JsonNode criteria(String name) {
    var set =
        (ObjectNode) JSON.readTree(resource("/campaigns/131-2020/criteria-" + name + ".json"));
    return set.put("year", settings.get("year").asInt());
  }

  private static String resource(String name) {
    try (InputStream in = Today.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
