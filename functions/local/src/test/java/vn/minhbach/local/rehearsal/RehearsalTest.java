package vn.minhbach.local.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.Rehearsals;
import vn.minhbach.local.client.ApiClient;

/** A district with three communes and two departments, one of them without procedures. */
@Timeout(120)
class RehearsalTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PLAN = "/campaigns/131-2020/";
  private static final List<String> SETS = List.of("department", "district", "commune");
  private static final String UNITS =
      """
      code,group,kind,name,parent_code
      STTTT,1,department,Sở Thông tin và Truyền thông,
      TTT,1,board,Thanh tra tỉnh,
      207,2,district,UBND huyện Cô Tô,
      07192,3,township,Thị trấn Cô Tô,207
      07195,3,commune,Xã Đồng Tiến,207
      07198,3,commune,Xã Thanh Lân,207
      """;
  private static final List<String> CODES =
      List.of("STTTT", "TTT", "207", "07192", "07195", "07198");

  private static LocalSystem system;
  private static ApiClient api;

  @BeforeAll
  static void start() {
    system = LocalSystem.start(LocalOptions.forTests());
    api = ApiClient.of(system);
  }

  @AfterAll
  static void stop() {
    api.close();
    system.close();
  }

  @Test
  void anInterruptedRehearsalGoesOnAndPrintsThePublishedRanking() throws Exception {
    String path = openedCampaign("small-2020");
    String cut = stoppedAt(" 4\\d% .*");
    assertFalse(cut.contains("Nhóm 1"), cut);
    assertEquals("OPEN", api.login("office").get(path).body().get("stage").asString());
    int before = entries(path, "ANSWER_SAVED");
    assertTrue(before > 0, "nothing was saved before the interruption");

    String played = run();
    assertEachStepOnce(path);
    assertTrue(played.contains("group 1: 2, nhóm | group 2: 1, nhóm | group 3: 3"), played);
    assertPrintsRankings(played, path);
    int all = criteria(path);
    assertTrue(
        played.contains("%7d ".formatted(all - before))
            && played.contains("PUT /campaigns/{c}/units/{u}/answers/{criterion}"),
        "expected " + (all - before) + " answers: " + played);
    assertTrue(played.contains("nộp một phiếu | submit a form"), played);

    String again = run();
    assertTrue(again.contains("results only"), again);
    assertFalse(again.contains("/answers/"), again);
    assertPrintsRankings(again, path);
  }

  @Test
  void saysPlainlyWhichStepFailed() {
    Script script = script(new ByteArrayOutputStream(), Optional.of("none-2020"));
    RuntimeException failed =
        assertThrows(RuntimeException.class, () -> new Rehearsal(script).run(system));
    assertTrue(
        failed.getMessage().startsWith("GET /campaigns/none-2020: 404 "), failed.getMessage());
  }

  @Test
  void theRunnerFindsIt() {
    assertTrue(ServiceLoader.load(Rehearsals.class).findFirst().orElseThrow() instanceof Rehearsal);
  }

  private static String openedCampaign(String id) throws IOException {
    ApiClient office = api.login("office");
    office.put("/local/clock", Map.of("now", "2020-08-03T08:00:00+07:00")).body();
    ObjectNode settings = (ObjectNode) resource("campaign.json");
    office.post("/campaigns", "create", settings.put("id", id)).body();
    String path = "/campaigns/" + id;
    office.putText(path + "/units", "text/csv", UNITS).body();
    for (int group = 1; group <= SETS.size(); group++) {
      office
          .put(path + "/criteria/" + group, resource("criteria-" + SETS.get(group - 1) + ".json"))
          .body();
    }
    office.post(path + "/open", "open", Map.of()).body();
    return path;
  }

  private static JsonNode resource(String name) throws IOException {
    try (InputStream in = RehearsalTest.class.getResourceAsStream(PLAN + name)) {
      return JSON.readTree(in);
    }
  }

  private static Script script(ByteArrayOutputStream out, Optional<String> campaign) {
    return new Script(
        7,
        3,
        campaign,
        Duration.ofSeconds(60),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        false);
  }

  private static String run() throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Rehearsal(script(out, Optional.empty())).run(system);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Runs until such a line is printed; as Ctrl-C would, but that the system stays. */
  private static String stoppedAt(String line) {
    Thread runner = Thread.currentThread();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (new String(bytes, from, length, StandardCharsets.UTF_8)
                .stripTrailing()
                .matches(line)) {
              runner.interrupt();
            }
          }
        };
    Rehearsal rehearsal = new Rehearsal(script(out, Optional.empty()));
    assertThrows(InterruptedException.class, () -> rehearsal.run(system));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void assertEachStepOnce(String path) {
    assertEquals(criteria(path), entries(path, "ANSWER_SAVED"));
    assertEquals(CODES.size(), entries(path, "FORM_SUBMITTED"));
    assertEquals(3, entries(path, "FORM_FORWARDED"));
    assertEquals(2, entries(path, "COMMUNES_CONSOLIDATED"), "in time, and late");
    int late = 0;
    for (String code : CODES) {
      JsonNode form = api.login("unit-" + code).get(path + "/units/" + code + "/form").body();
      late += form.at("/signature/late").asBoolean() ? 1 : 0;
      int accepted = 0;
      for (JsonNode file :
          api.login("unit-" + code)
              .get(path + "/units/" + code + "/evidence")
              .body()
              .get("items")) {
        accepted += file.get("state").asString().equals("ACCEPTED") ? 1 : 0;
      }
      assertEquals(2, accepted, code);
    }
    assertEquals(1, late);
  }

  private static int criteria(String path) {
    int count = 0;
    for (JsonNode line : api.login("office").get(path + "/progress").body().get("items")) {
      count += line.get("criteria").asInt();
    }
    return count;
  }

  private static int entries(String path, String kind) {
    int count = 0;
    for (String code : CODES) {
      String ledger = path + "/units/" + code + "/ledger?limit=500";
      for (JsonNode entry : api.login("unit-" + code).get(ledger).body().get("items")) {
        count += entry.get("kind").asString().equals(kind) ? 1 : 0;
      }
    }
    return count;
  }

  private static void assertPrintsRankings(String printed, String path) {
    List<String> expected = new ArrayList<>();
    for (int group = 1; group <= SETS.size(); group++) {
      for (JsonNode row : api.get(path + "/rankings/" + group).body().get("items")) {
        expected.add(
            "%s %s %% %s (%s)"
                .formatted(
                    row.get("rank").asInt(),
                    row.get("index").asString(),
                    row.get("name").asString(),
                    row.get("unit").asString()));
      }
    }
    List<String> rows =
        printed
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("\\d+ +[\\d.]+ % .*\\)"))
            .map(line ->
                line.replaceFirst(
                    "^(\\d+) +([\\d.]+) % +[\\d.]+/[\\d.]+ +\\p{L}+( bình)? +", "$1 $2 % "))
            .toList();
    assertEquals(expected, rows);
  }
}
