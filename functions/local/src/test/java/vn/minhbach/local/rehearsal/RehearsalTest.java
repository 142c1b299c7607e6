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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
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

/**
 * A district with three communes and four departments, one of them without procedures; those four
 * are the bodies of the appraisal team. And today's shape in small.
 */
@Timeout(180)
class RehearsalTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PLAN = "/campaigns/131-2020/";
  private static final List<String> SETS = List.of("department", "district", "commune");
  private static final String UNITS =
      """
      code,group,kind,name,parent_code
      STTTT,1,department,Sở Thông tin và Truyền thông,
      TTT,1,board,Thanh tra tỉnh,
      SKHCN,1,department,Sở Khoa học và Công nghệ,
      SNV,1,department,Sở Nội vụ,
      207,2,district,UBND huyện Cô Tô,
      07192,3,township,Thị trấn Cô Tô,207
      07195,3,commune,Xã Đồng Tiến,207
      07198,3,commune,Xã Thanh Lân,207
      """;
  private static final List<String> CODES =
      List.of("STTTT", "TTT", "SKHCN", "SNV", "207", "07192", "07195", "07198");

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
    String cut = stoppedAt(" 2\\d% .*");
    assertFalse(cut.contains("Nhóm 1"), cut);
    assertEquals("OPEN", api.login("office").get(path).body().get("stage").asString());
    int before = answers(path);
    assertTrue(before > 0, "nothing was saved before the interruption");

    String marking = stoppedAt(" [45]\\d% Thẩm định.*");
    int all = criteria(path);
    assertFalse(marking.contains("Nhóm 1"), marking);
    assertEquals(all, answers(path));
    int marked = entries(path, "CRITERION_MARKED");
    assertTrue(marked > 0 && marked < all, "stopped while the team marks: " + marked);

    String played = run();
    assertEachStepOnce(path);
    assertAppraisedOnce(path, played);
    assertTrue(played.contains("group 1: 4, nhóm | group 2: 1, nhóm | group 3: 3"), played);
    assertPrintsRankings(played, path);
    assertFalse(played.contains("/answers/"), played);
    assertTrue(played.contains("chốt thẩm định một đơn vị | close a unit's appraisal"), played);

    String again = run();
    assertTrue(again.contains("results only"), again);
    assertFalse(again.contains("/answers/"), again);
    assertPrintsRankings(again, path);
  }

  /** Without districts, with another standing office: all of it is data of the campaign. */
  @Test
  void provinceOfTodayIsPlayedByTheSameRules() throws Exception {
    String path = "/campaigns/" + new Today(api, 2).opened();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Rehearsal(script(out, Optional.of("54-2026"))).run(system);
    String played = out.toString(StandardCharsets.UTF_8);
    assertTrue(played.contains("nhóm | group 1: 4, nhóm | group 3: 2"), played);
    JsonNode campaign = api.login("office@SKHCN").get(path).body();
    assertEquals("PUBLISHED", campaign.get("stage").asString());
    assertEquals("APPRAISED", campaign.at("/result/basis").asString());
    assertEquals("SKHCN", campaign.at("/appraisal/standingOffice").asString());
    assertTrue(played.contains("lead@SKHCN"), played);
    assertTrue(played.contains("Ledgers: 6 chains"), played);
    JsonNode line = api.login("office@SKHCN").get(path + "/progress").body().at("/items/5");
    assertEquals("APPRAISED", line.get("state").asString());
    assertFalse(line.has("forwardedAt"));
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
    var bodies = settings.put("id", id).putObject("appraisal");
    bodies.put("standingOffice", "STTTT").put("deputyBody", "TTT");
    bodies.putArray("teamBodies").add("STTTT").add("TTT").add("SKHCN").add("SNV");
    office.post("/campaigns", "create", settings).body();
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
    new Rehearsal(script(out, Optional.of("small-2020"))).run(system);
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
    Rehearsal rehearsal = new Rehearsal(script(out, Optional.of("small-2020")));
    assertThrows(InterruptedException.class, () -> rehearsal.run(system));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void assertEachStepOnce(String path) {
    assertEquals(criteria(path), answers(path));
    assertTrue(entries(path, "ANSWER_TYPED") > 0, "typed for a commune");
    assertEquals(1, entries(path, "FORM_RETURNED"));
    assertEquals(CODES.size() + 1, entries(path, "FORM_SUBMITTED"), "one was sent anew");
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
        boolean cited = !file.has("purpose");
        accepted += cited && file.get("state").asString().equals("ACCEPTED") ? 1 : 0;
      }
      assertEquals(2, accepted, code);
    }
    assertEquals(2, late, "of the communes and of the departments");
  }

  /** Every cell by each of its readers once, whatever was interrupted; heard, and closed. */
  private static void assertAppraisedOnce(String path, String played) {
    var readings = new HashMap<String, Integer>();
    for (String code : CODES) {
      for (JsonNode entry :
          api.login("unit-" + code)
              .get(path + "/units/" + code + "/ledger?limit=500")
              .body()
              .get("items")) {
        if (entry.get("kind").asString().equals("CRITERION_MARKED")) {
          JsonNode body = entry.get("body");
          readings.merge(
              code + " " + body.get("criterion").asString() + " " + body.get("reading").asString(),
              1,
              Integer::sum);
        }
      }
    }
    assertEquals(Set.of(1), Set.copyOf(readings.values()), readings::toString);
    long first = readings.keySet().stream().filter(one -> one.endsWith("FIRST")).count();
    assertEquals(criteria(path), first, "every cell is read by hand");
    assertEquals(CODES.size(), entries(path, "APPRAISAL_CLOSED"));
    assertTrue(entries(path, "EXPLANATION_ASKED") > 2, played);
    assertEquals(2, entries(path, "EXPLANATION_LAPSED"), "one unit and one reader stay silent");
    assertTrue(entries(path, "PETITION_WRITTEN") > 0, played);
    assertEquals(entries(path, "PETITION_WRITTEN"), entries(path, "PETITION_DECIDED"));
    assertTrue(played.contains("Ledgers: 8 chains"), played);
  }

  private static int answers(String path) {
    return entries(path, "ANSWER_SAVED") + entries(path, "ANSWER_TYPED");
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
