package vn.minhbach.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.Meter;
import vn.minhbach.local.client.Answer;
import vn.minhbach.local.client.ApiClient;

/**
 * The last minutes of the last day: every unit saves, uploads and signs at once, on lines that
 * break. One request in twenty is cut before its answer and sent again, one in twenty is sent twice
 * at the same instant. Afterwards every form, file and ledger is held against what its unit meant:
 * nothing may be lost and nothing doubled. What it costs in requests and units is the result; the
 * clock of one machine says nothing about AWS.
 */
final class DeadlineNight {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CAMPAIGN = "/campaigns/night-2020";
  private static final String PLAN = "/campaigns/131-2020/";
  private static final List<String> CRITERIA = List.of("I.1", "I.2", "I.3");
  private static final double CUT = 0.05;
  private static final double TWICE = 0.05;
  private static final int CUT_WITHIN_MS = 60;
  private static final int ATTEMPTS = 8;
  private static final int AT_ONCE = 24;
  private static final int PAGE = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(50);

  /** What came out. */
  record Outcome(
      int units,
      int cut,
      int twice,
      List<String> wrong,
      Map<String, Integer> kinds,
      Meter.Reading used) {

    String text() {
      var lines = new ArrayList<String>();
      lines.add(
          "Deadline night: %d units, %d requests cut before their answer, %d sent twice at once"
              .formatted(units, cut, twice));
      lines.add(
          wrong.isEmpty()
              ? "  0 lost, 0 doubled: every form is sent once, with its answers and its file"
              : "  WRONG: " + String.join("; ", wrong));
      lines.add("  ledger entries: " + kinds);
      lines.add(
          String.format(
              Locale.ROOT,
              "  a unit: %.1f requests to DynamoDB, %.1f to S3, %.1f read and %.1f write units",
              (double) used.requestsOf("DynamoDb") / units,
              (double) used.requestsOf("S3") / units,
              used.readUnits() / units,
              used.writeUnits() / units));
      lines.add("  by operation: " + used.requests());
      return String.join("\n", lines);
    }
  }

  private final AtomicInteger cut = new AtomicInteger();
  private final AtomicInteger twice = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private LocalSystem system;
  private ApiClient api;
  private HttpClient line;

  /** Plays the night of so many units. */
  Outcome run(int units) throws Exception {
    List<String> codes = IntStream.range(0, units).mapToObj(n -> "X%05d".formatted(n)).toList();
    system = LocalSystem.start(LocalOptions.forTests());
    try (ApiClient client = ApiClient.of(system, ApiClient.UNHEARD, ATTEMPTS);
        HttpClient broken = HttpClient.newHttpClient()) {
      api = client;
      line = broken;
      open(codes);
      // Two days before the last day of the answers.
      clock("2020-08-18T16:50:00+07:00");
      Meter.Reading before = Meter.read();
      each(codes, this::send);
      if (!system.awaitQuiet(PATIENCE)) {
        wrong.add("after " + PATIENCE + " something was still under way");
      }
      Meter.Reading used = Meter.read().since(before);
      var kinds = new TreeMap<String, Integer>();
      for (String code : codes) {
        check(code).forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
      }
      return new Outcome(units, cut.get(), twice.get(), List.copyOf(wrong), kinds, used);
    } finally {
      system.close();
    }
  }

  private void open(List<String> codes) throws IOException {
    clock("2020-08-03T08:00:00+07:00");
    ApiClient office = api.login("office@none");
    ObjectNode settings = (ObjectNode) resource("campaign.json");
    settings.put("id", "night-2020");
    settings.remove("appraisal");
    office.post("/campaigns", "create", settings).body();
    String register =
        codes.stream()
            .map(code -> code + ",1,department,Sở " + code + ",")
            .collect(Collectors.joining("\n", "code,group,kind,name,parent_code\n", "\n"));
    office.putText(CAMPAIGN + "/units", "text/csv", register).body();
    office.put(CAMPAIGN + "/criteria/1", criteria()).body();
    office.post(CAMPAIGN + "/open", "open", Map.of()).body();
  }

  /** Three questions with yes or no: what a night costs does not hang on what is asked. */
  private static Map<String, Object> criteria() {
    List<Map<String, Object>> all =
        CRITERIA.stream()
            .map(id ->
                Map.<String, Object>of(
                    "id",
                    id,
                    "title",
                    "Câu hỏi " + id,
                    "maxPoints",
                    10,
                    "evidenceRequired",
                    false,
                    "verifyBy",
                    "document",
                    "scoring",
                    Map.of(
                        "type",
                        "boolean",
                        "inputs",
                        List.of(Map.of("key", "v", "label", "Có", "kind", "boolean")),
                        "value",
                        "v",
                        "pointsIfTrue",
                        10,
                        "pointsIfFalse",
                        0)))
            .toList();
    var set = new LinkedHashMap<String, Object>();
    set.put("setId", "NIGHT");
    set.put("title", "Ba câu hỏi");
    set.put("version", "1");
    set.put("year", 2020);
    set.put("unitGroup", 1);
    set.put("maxPoints", 30);
    set.put(
        "levels",
        List.of(Map.of("code", "A", "label", "A", "minPercent", 0, "minInclusive", true)));
    set.put(
        "groups",
        List.of(Map.of("id", "I", "title", "Một nhóm", "maxPoints", 30, "criteria", all)));
    return set;
  }

  private void clock(String now) {
    api.anonymous().put("/local/clock", Map.of("now", now)).body();
  }

  private static JsonNode resource(String name) throws IOException {
    try (var in = DeadlineNight.class.getResourceAsStream(PLAN + name)) {
      return JSON.readTree(in);
    }
  }

  private static void each(List<String> codes, Unit work) throws Exception {
    var queue = new ConcurrentLinkedQueue<>(codes);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> hands = new ArrayList<>();
      for (int hand = 0; hand < AT_ONCE; hand++) {
        hands.add(
            threads.submit(() -> {
              for (String code = queue.poll(); code != null; code = queue.poll()) {
                work.send(code);
              }
              return null;
            }));
      }
      for (Future<?> hand : hands) {
        hand.get();
      }
    }
  }

  /** What one unit does. */
  private interface Unit {
    void send(String code) throws Exception;
  }

  private void send(String code) throws Exception {
    var chance = new SplittableRandom(code.hashCode());
    ApiClient user = api.login("unit-" + code);
    String unit = CAMPAIGN + "/units/" + code;
    for (String criterion : CRITERIA) {
      var body = Map.of("inputs", Map.of("v", meant(code, criterion)));
      request(chance, user, "PUT", unit + "/answers/" + criterion, body);
    }
    byte[] bytes = pdf(code);
    var file = new LinkedHashMap<String, Object>();
    file.put("criterion", CRITERIA.getFirst());
    file.put("fileName", "minh-chứng.pdf");
    file.put("contentType", "application/pdf");
    file.put("sizeBytes", bytes.length);
    file.put("sha256", ApiClient.sha256(bytes));
    file.put("noStateSecret", true);
    JsonNode grant =
        request(chance, user, "POST", unit + "/evidence", file, "Idempotency-Key", "file").body();
    user.upload(grant, bytes);
    String etag = checked(user, unit, grant.get("evidenceId").asString());
    var signed =
        Map.of(
            "signedBy", Map.of("name", "Nguyễn Văn An", "title", "Giám đốc"),
            "letter", Map.of("number", "15/BC", "date", "2020-08-18"));
    request(
        chance,
        user,
        "POST",
        unit + "/submission",
        signed,
        "Idempotency-Key",
        "send",
        "If-Match",
        etag);
  }

  private static boolean meant(String code, String criterion) {
    return (code + criterion).hashCode() % 2 == 0;
  }

  private static byte[] pdf(String code) {
    return "%%PDF-1.4\n%% %s\ntrailer<</Root 1 0 R>>\n%%%%EOF\n"
        .formatted(code)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Waits for the file; the ETag of the form then. */
  private static String checked(ApiClient user, String unit, String id)
      throws InterruptedException {
    for (long waited = 0; waited < PATIENCE.toMillis(); waited += POLL.toMillis()) {
      for (JsonNode file : user.get(unit + "/evidence").body().get("items")) {
        if (file.get("evidenceId").asString().equals(id)
            && file.get("state").asString().equals("ACCEPTED")) {
          return user.get(unit + "/form").etag().orElseThrow();
        }
      }
      Thread.sleep(POLL);
    }
    throw new IllegalStateException(unit + ": the file was not checked within " + PATIENCE);
  }

  /** A request on a line of that night, until it is answered for good. */
  private Answer request(
      SplittableRandom chance,
      ApiClient user,
      String method,
      String path,
      Object body,
      String... headers)
      throws Exception {
    byte[] bytes = JSON.writeValueAsBytes(body);
    double luck = chance.nextDouble();
    if (luck < CUT + TWICE) {
      HttpRequest.Builder other =
          HttpRequest.newBuilder(URI.create(system.url() + path))
              .header("Authorization", "Bearer " + user.token().orElseThrow())
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(bytes));
      if (headers.length > 0) {
        other.headers(headers);
      }
      var sent = line.sendAsync(other.build(), BodyHandlers.discarding());
      if (luck < CUT) {
        Thread.sleep(chance.nextInt(CUT_WITHIN_MS));
        sent.cancel(true);
        cut.incrementAndGet();
      } else {
        twice.incrementAndGet();
      }
    }
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    Answer answer = user.send(method, path, BodyPublishers.ofByteArray(bytes), all);
    // Who asks without If-Match what already stands is told so: it was done.
    if (!answer.done() && !(method.equals("PUT") && answer.status() == 428)) {
      wrong.add(path + ": " + answer.status() + " " + answer.problem());
    }
    return answer;
  }

  /** Holds a unit's records against what it meant; its ledger's entries by kind. */
  private Map<String, Integer> check(String code) {
    String unit = CAMPAIGN + "/units/" + code;
    ApiClient user = api.login("unit-" + code);
    JsonNode form = user.get(unit + "/form").body();
    if (!form.get("state").asString().equals("SUBMITTED")) {
      wrong.add(code + " is " + form.get("state").asString());
    }
    for (JsonNode criterion : form.get("groups").get(0).get("criteria")) {
      String id = criterion.get("id").asString();
      boolean stands = criterion.at("/answer/inputs/v").asBoolean(!meant(code, id));
      if (stands != meant(code, id)) {
        wrong.add(code + " " + id + " is not what was sent");
      }
    }
    var kinds = new TreeMap<String, Integer>();
    user.get(unit + "/ledger?limit=" + PAGE)
        .body()
        .get("items")
        .forEach(entry -> kinds.merge(entry.get("kind").asString(), 1, Integer::sum));
    expect(code, kinds, "ANSWER_SAVED", CRITERIA.size());
    expect(code, kinds, "EVIDENCE_GRANTED", 1);
    // Arrived, scanned, kept.
    expect(code, kinds, "EVIDENCE_CHECKED", 3);
    expect(code, kinds, "FORM_SUBMITTED", 1);
    return kinds;
  }

  private void expect(String code, Map<String, Integer> kinds, String kind, int count) {
    if (kinds.getOrDefault(kind, 0) != count) {
      wrong.add(code + ": " + kinds.getOrDefault(kind, 0) + " " + kind + ", not " + count);
    }
  }
}
