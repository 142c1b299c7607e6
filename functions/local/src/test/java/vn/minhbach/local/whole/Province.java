package vn.minhbach.local.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/**
 * A province of two departments, a district and its two communes, in a campaign of its own, with
 * the plan's real criteria sets.
 */
public final class Province {

  public static final String DEPARTMENT = "SKHCN";
  public static final String OTHER_DEPARTMENT = "STTTT";
  public static final String DISTRICT = "193";
  public static final String COMMUNE = "06649";
  public static final String OTHER_COMMUNE = "06652";

  static final List<String> UNITS =
      List.of(DEPARTMENT, OTHER_DEPARTMENT, DISTRICT, COMMUNE, OTHER_COMMUNE);

  static final String CSV =
      """
      code,group,kind,name,parent_code
      SKHCN,1,department,Sở Khoa học và Công nghệ,
      STTTT,1,department,Sở Thông tin và Truyền thông,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      06652,3,ward,"Phường ""Hà Phong""\",193
      """;

  private static final List<String> SETS = List.of("department", "district", "commune");

  final Http http;
  public final String id;

  private Province(Http http, String id) {
    this.http = http;
    this.id = id;
  }

  /** A campaign that is there already. */
  public static Province of(Http http, String id) {
    return new Province(http, id);
  }

  /** Settings as the office sends them. */
  static Map<String, Object> settings(String id) {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("id", id);
    settings.put("name", "Đánh giá thử " + id);
    settings.put("year", 2020);
    settings.put(
        "plan",
        Map.of("number", "131/KH-UBND", "date", "2020-07-21", "issuer", "UBND tỉnh Quảng Ninh"));
    settings.put(
        "calendar",
        Map.of(
            "answerDays", 15,
            "dueBefore", "2020-09-30",
            "closesBefore", "2020-11-01",
            "appraisedBefore", "2020-12-30",
            "reportBefore", "2021-01-30",
            "publishBefore", "2021-04-01"));
    // Chance is injected: which cells are read twice is the same in every run.
    settings.put("appraisal", Map.of("seed", 131));
    return settings;
  }

  /** Created, with nothing in it. */
  public static Province empty(Http http, String id) {
    return created(http, settings(id));
  }

  static Province created(Http http, Map<String, Object> settings) {
    Province province = new Province(http, (String) settings.get("id"));
    http.as("office", "POST", "/campaigns").json(settings).expect(201);
    return province;
  }

  /** Created and filled. */
  public static Province prepared(Http http, String id) {
    return empty(http, id).filled();
  }

  /** Created, filled and opened. */
  public static Province open(Http http, String id) {
    return prepared(http, id).opened();
  }

  public Province filled() {
    as("office", "PUT", "/units").csv(CSV).expect(200);
    for (int group = 1; group <= SETS.size(); group++) {
      as("office", "PUT", "/criteria/" + group).json(criteria(group)).expect(200);
    }
    return this;
  }

  public Province opened() {
    as("office", "POST", "/open").json("{}").expect(200);
    return this;
  }

  /** The plan's criteria set of a group, as its text. */
  public static String criteria(int group) {
    Path file =
        Path.of(
            System.getProperty("root", "../.."),
            "functions/app/src/main/resources/campaigns/131-2020",
            "criteria-" + SETS.get(group - 1) + ".json");
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** A request about this campaign. */
  public Call as(String user, String method, String path) {
    return http.as(user, method, "/campaigns/" + id + path);
  }

  /** A request of a unit about itself. */
  public Call own(String unit, String method, String path) {
    return as("unit-" + unit, method, "/units/" + unit + path);
  }

  public JsonNode form(String unit) {
    return own(unit, "GET", "/form").expect(200).json();
  }

  public String formEtag(String unit) {
    return own(unit, "GET", "/form").expect(200).etag();
  }

  /** Saves an answer for the first time. */
  public Answer answer(String unit, String criterion, String inputs) {
    return own(unit, "PUT", "/answers/" + criterion)
        .json("{\"inputs\":" + inputs + "}")
        .expect(200);
  }

  /**
   * Answers every criterion of a unit's form that has no answer yet.
   *
   * @param generous the greater, the better the figures, 0 to 9
   */
  public void answerAll(String unit, int generous) {
    for (JsonNode group : form(unit).get("groups")) {
      for (JsonNode criterion : group.get("criteria")) {
        if (!criterion.has("answer") && !criterion.has("computed")) {
          answer(unit, criterion.get("id").asString(), inputs(criterion, generous));
        }
      }
    }
  }

  public Answer submit(String unit) {
    return own(unit, "POST", "/submission").ifMatch(formEtag(unit)).json(SIGNED).expect(200);
  }

  public static final String SIGNED =
      "{\"signedBy\":{\"name\":\"Nguyễn Văn An\",\"title\":\"Giám đốc\"},"
          + "\"letter\":{\"number\":\"15/BC\",\"date\":\"2020-08-20\"}}";

  /** Figures that fit a criterion of the form. */
  static String inputs(JsonNode criterion, int generous) {
    return switch (criterion.get("rule").asString()) {
      case "boolean" -> "{\"v\":" + (generous > 4) + "}";
      case "choice" -> {
        JsonNode options = criterion.get("options");
        int option = generous > 4 ? 0 : options.size() - 1;
        yield "{\"v\":\"" + options.get(option).get("value").asString() + "\"}";
      }
      case "checklist" -> "{\"items\":[\"" + criterion.at("/items/0/id").asString() + "\"]}";
      default ->
          criterion.get("inputs").size() == 2
              ? "{\"a\":" + (3 + generous) + ",\"b\":12}"
              : "{\"n\":" + (1 + generous) + "}";
    };
  }
}
