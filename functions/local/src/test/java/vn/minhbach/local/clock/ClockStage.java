package vn.minhbach.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.openapi.OpenApi;

/** The whole system with small campaigns of four units and one question each. */
final class ClockStage implements AutoCloseable {

  /** A department, a district with two communes. STTTT is the office's own. */
  static final String UNITS =
      """
      code,group,kind,name,parent_code
      STTTT,1,department,Sở Thông tin và Truyền thông,
      SYT,1,department,Sở Y tế,
      193,2,district_city,Thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      06652,3,ward,Phường Hà Phong,193
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OpenApi API = OpenApi.ofProject();
  private static final AtomicInteger CAMPAIGNS = new AtomicInteger();

  private final LocalSystem system = LocalSystem.start(LocalOptions.forTests());
  private final HttpClient client = HttpClient.newHttpClient();

  /** Of users whom the issuer always knows; signing one costs more than a request. */
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /** An answer with what a test looks at. */
  record Answer(int status, JsonNode body, String text, String etag) {

    String problem() {
      return body.path("type").asString("").replace("urn:minhbach:problem:", "");
    }

    /** The first place at fault and what is wrong there. */
    String fault() {
      JsonNode first = body.path("errors").path(0);
      return first.path("place").asString("")
          + " "
          + first.path("type").asString("").replace("urn:minhbach:problem:", "");
    }

    String at(String pointer) {
      return body.at(pointer).asString("");
    }
  }

  LocalSystem system() {
    return system;
  }

  /** Sets the domain clock, local time of the province. */
  void now(String local) {
    system.clock().set(Instant.parse(local + "+07:00"));
  }

  /** A campaign of the plan's dates, not open yet, with further fields as JSON. */
  String campaign(String calendar, String settings) {
    String id = "c" + CAMPAIGNS.incrementAndGet();
    expect(
        201,
        send(
            "office",
            "POST",
            "/campaigns",
            """
            {"id": "%s", "name": "Đợt thử", "year": 2020,
             "plan": {"number": "1/KH", "date": "2020-07-21", "issuer": "UBND"},
             "calendar": {"dueBefore": "2020-09-30", "closesBefore": "2020-10-11",
               "appraisedBefore": "2020-12-30", "reportBefore": "2021-01-30",
               "publishBefore": "2021-04-01"%s}%s}
            """
                .formatted(id, calendar, settings)));
    expect(200, send("office", "PUT", "/campaigns/" + id + "/units", UNITS, "text/csv"));
    for (int group = 1; group <= 3; group++) {
      expect(
          200, send("office", "PUT", "/campaigns/" + id + "/criteria/" + group, criteria(group)));
    }
    return id;
  }

  /** The same, with the forms sent at a moment. */
  String open(String local, String calendar, String settings) {
    String id = campaign(calendar, settings);
    now(local);
    expect(200, send("office", "POST", "/campaigns/" + id + "/open", "{}"));
    return id;
  }

  private static String criteria(int group) {
    return """
    {"setId": "T-%1$d", "title": "Thử", "version": "1", "year": 2020, "unitGroup": %1$d,
     "maxPoints": 2, "pointPrecision": 2, "rounding": "HALF_UP",
     "levels": [{"code": "TOT", "label": "Tốt", "minPercent": 0, "minInclusive": true,
       "provenance": "official"}],
     "groups": [{"id": "I", "title": "I", "maxPoints": 2, "provenance": "official",
       "criteria": [{"id": "I.1", "title": "Kết nối", "maxPoints": 2,
         "scoring": {"type": "boolean", "value": "v", "pointsIfTrue": 2, "pointsIfFalse": 0,
           "inputs": [{"key": "v", "label": "Đã kết nối", "kind": "boolean"}]},
         "evidenceRequired": false, "hint": "x", "verifyBy": "document",
         "provenance": "reconstructed", "basis": "x"}]}]}
    """
        .formatted(group);
  }

  /** The unit answers its one question. */
  Answer answer(String campaign, String unit) {
    return send(
        "unit-" + unit,
        "PUT",
        "/campaigns/" + campaign + "/units/" + unit + "/answers/I.1",
        "{\"inputs\": {\"v\": true}}");
  }

  /** The unit signs and sends, with further fields as JSON. */
  Answer submit(String campaign, String unit, String fields) {
    String path = "/campaigns/" + campaign + "/units/" + unit;
    String etag = send("unit-" + unit, "GET", path + "/form", "").etag();
    return send(
        "unit-" + unit,
        "POST",
        path + "/submission",
        "{\"signedBy\": {\"name\": \"Nguyễn Văn A\", \"title\": \"Giám đốc\"}" + fields + "}",
        "application/json",
        "if-match",
        etag);
  }

  JsonNode form(String campaign, String unit) {
    String user = unit.equals("STTTT") ? "unit-STTTT" : "office";
    return expect(200, send(user, "GET", "/campaigns/" + campaign + "/units/" + unit + "/form", ""))
        .body();
  }

  /** The kinds of a unit's ledger, in order. */
  List<String> ledger(String campaign, String unit) {
    JsonNode items =
        expect(
                200,
                send(
                    "unit-" + unit,
                    "GET",
                    "/campaigns/" + campaign + "/units/" + unit + "/ledger",
                    ""))
            .body()
            .path("items");
    return items.valueStream().map(entry -> entry.path("kind").asString()).toList();
  }

  /** One unit's line of the board, once the projection has caught up. */
  JsonNode line(String campaign, String unit) {
    quiet();
    JsonNode items =
        expect(200, send("office", "GET", "/campaigns/" + campaign + "/progress", ""))
            .body()
            .path("items");
    return items
        .valueStream()
        .filter(line -> line.path("unit").asString().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  void keepDeadlines() {
    quiet();
    try {
      system.scheduler().runNow("KeepDeadlinesFunction");
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
    quiet();
  }

  private void quiet() {
    try {
      assertTrue(system.awaitQuiet(Duration.ofSeconds(30)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  static Answer expect(int status, Answer answer) {
    assertEquals(status, answer.status(), answer.text());
    return answer;
  }

  /** Refused with this problem, in whole sentences of both languages. */
  void refused(
      int status,
      String problem,
      String fault,
      String user,
      String method,
      String path,
      String body) {
    Answer vietnamese = expect(status, send(user, method, path, body));
    Answer english =
        expect(status, send(user, method, path, body, type(body), "accept-language", "en"));
    assertEquals(problem, vietnamese.problem(), vietnamese.text());
    assertTrue(vietnamese.fault().startsWith(fault), vietnamese.text());
    for (Answer answer : List.of(vietnamese, english)) {
      assertFalse(answer.text().contains("…"), answer.text());
    }
    assertFalse(vietnamese.at("/detail").equals(english.at("/detail")), english.text());
  }

  private static String type(String body) {
    return body.startsWith("date,") ? "text/csv" : "application/json";
  }

  Answer send(String user, String method, String path, String body) {
    return send(user, method, path, body, type(body));
  }

  Answer send(
      String user, String method, String path, String body, String type, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.url() + path))
            .header("authorization", "Bearer " + tokens.computeIfAbsent(user, system.oidc()::token))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("content-type", type);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      boolean json =
          response.headers().firstValue("content-type").orElse("").contains("json")
              && !response.body().isEmpty();
      judged(method, path, response, json);
      return new Answer(
          response.statusCode(),
          json ? JSON.readTree(response.body()) : JSON.createObjectNode(),
          response.body(),
          response.headers().firstValue("etag").orElse(""));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** Whatever is answered, it is as openapi.yaml says. */
  private static void judged(
      String method, String path, HttpResponse<String> response, boolean json) {
    var headers = new TreeMap<String, String>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    Object body = json ? JSON.readValue(response.body(), Object.class) : response.body();
    assertEquals(
        List.of(),
        API.faults(method, path.split("\\?", 2)[0], response.statusCode(), headers, body),
        response.body());
  }

  @Override
  public void close() {
    client.close();
    system.close();
  }
}
