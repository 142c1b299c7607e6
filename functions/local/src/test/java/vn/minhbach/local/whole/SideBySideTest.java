package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.whole.Refusals.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.unit.UnitProblem;

/**
 * Two provinces in one running system: the plan's 220 units of 2020, whose communes go through
 * their districts, and the 54 communes of Quảng Ninh since July 2025, which have none.
 */
@Tag("system")
@Timeout(300)
class SideBySideTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String DEPARTMENT = "SKHCN";
  private static final String DISTRICT = "193";
  private static final String COMMUNE = "06649";

  /** Of the 54; the first is on the mainland, the second is an island as it always was. */
  private static final String WARD = "QN25-01";

  private static final String ISLAND = "06967";

  private final Described described = new Described();
  private final Http http = SYSTEM.http();

  @Test
  void the220UnitsAndThe54LiveSideBySide() throws Exception {
    http.listener(described);
    Province old = opened220();
    Province young = opened54();

    answeredAndSent(old, young);
    communeOfADistrictWaitsAndIsForwarded(old);
    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(60)), "events are still under way");
    http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);

    boards(old, young);
    rankings(old, young);
    lineage(young);
    rehearsed(young);
    assertEquals(Set.of(), described.faults(), "answers that openapi.yaml does not describe");
  }

  private Province opened220() {
    http.as("office", "POST", "/campaigns")
        .json("{\"template\":\"131-2020\",\"id\":\"side-220\"}")
        .expect(201);
    return Province.of(http, "side-220").opened();
  }

  private Province opened54() throws IOException {
    Province young = Province.empty(http, "side-54");
    String units =
        Files.readString(
            Path.of(
                System.getProperty("root", "../.."),
                "functions/app/src/test/resources/units/quang-ninh-2025.csv"));
    young.as("office@none", "PUT", "/units").csv(units).expect(200);
    // Departments and districts have no units here, so they need no criteria.
    young.as("office@none", "PUT", "/criteria/3").json(Province.criteria(3)).expect(200);
    young.as("office@none", "POST", "/open").json("{}").expect(200);
    return young;
  }

  private void answeredAndSent(Province old, Province young) {
    old.answerAll(DEPARTMENT, 8);
    assertEquals("SUBMITTED", old.submit(DEPARTMENT).at("/state"));
    old.answerAll(DISTRICT, 6);
    assertEquals("SUBMITTED", old.submit(DISTRICT).at("/state"));
    for (String commune : List.of(COMMUNE, ISLAND)) {
      old.answerAll(commune, 7);
      assertEquals("AT_DISTRICT", old.submit(commune).at("/state"));
    }
    young.answerAll(WARD, 9);
    JsonNode straight = young.submit(WARD).json();
    assertEquals("SUBMITTED", straight.get("state").asString(), "no district, straight on");
    assertFalse(straight.has("parent"));
    assertFalse(straight.has("forwardBy"));
    young.answerAll(ISLAND, 3);
    assertEquals("SUBMITTED", young.submit(ISLAND).at("/state"));
  }

  private void communeOfADistrictWaitsAndIsForwarded(Province old) {
    old.own(DISTRICT, "POST", "/consolidation")
        .ifMatch(old.formEtag(DISTRICT))
        .json("{\"communes\":[\"" + COMMUNE + "\"],\"statement\":\"Đã kiểm tra.\"}")
        .expect(200);
    assertEquals("FORWARDED", old.form(COMMUNE).get("state").asString());
    assertEquals("AT_DISTRICT", old.form(ISLAND).get("state").asString(), "another district's");
  }

  private void boards(Province old, Province young) {
    JsonNode of220 = old.as("lead", "GET", "/progress").expect(200).json().get("items");
    assertEquals(220, of220.size());
    assertEquals(177, of220.valueStream().filter(line -> line.has("parent")).count());
    JsonNode of54 = young.as("lead@none", "GET", "/progress").expect(200).json().get("items");
    assertEquals(54, of54.size());
    assertTrue(of54.valueStream().noneMatch(line -> line.has("parent") || line.has("forwardBy")));
    assertEquals(2, sent(of54));
    assertEquals(4, sent(of220));
    assertEquals(220, old.as("", "GET", "/summary").expect(200).json().get("units").asInt());
    assertEquals(54, young.as("", "GET", "/summary").expect(200).json().get("units").asInt());
  }

  private static long sent(JsonNode lines) {
    return lines.valueStream().filter(line -> line.has("submittedAt")).count();
  }

  private void rankings(Province old, Province young) {
    int[] units = {30, 13, 177};
    List<String> first = List.of(DEPARTMENT, DISTRICT, COMMUNE);
    for (int group = 1; group <= 3; group++) {
      JsonNode table = old.as("approver", "GET", "/draft/rankings/" + group).expect(200).json();
      assertEquals(units[group - 1], table.get("count").asInt());
      assertEquals(first.get(group - 1), table.at("/items/0/unit").asString());
      assertEquals(1, table.at("/items/0/rank").asInt());
      assertEquals(1, ranked(table), "group " + group);
    }
    JsonNode waiting = old.as("approver", "GET", "/draft/rankings/3").expect(200).json();
    assertEquals(
        "NOT_FORWARDED",
        waiting
            .get("items")
            .valueStream()
            .filter(row -> row.get("unit").asString().equals(ISLAND))
            .findFirst()
            .orElseThrow()
            .get("unranked")
            .asString());
    JsonNode table = young.as("approver", "GET", "/draft/rankings/3").expect(200).json();
    assertEquals(54, table.get("count").asInt());
    assertEquals(2, ranked(table));
    assertEquals(WARD, table.at("/items/0/unit").asString());
    assertEquals(ISLAND, table.at("/items/1/unit").asString());
    assertFalse(table.at("/items/0").has("rankInDistrict"));
    JsonNode nothing = young.as("approver", "GET", "/draft/rankings/1").expect(200).json();
    assertEquals(0, nothing.get("count").asInt(), "no unit of that group");
    assertTrue(nothing.get("items").isEmpty());
  }

  private static long ranked(JsonNode table) {
    return table.get("items").valueStream().filter(row -> row.has("rank")).count();
  }

  private void lineage(Province young) {
    JsonNode island = lineageOf(young, ISLAND);
    assertEquals("SAME", island.get("relation").asString());
    assertTrue(island.get("comparable").asBoolean());
    String merged = code(young, "Xã Quảng La");
    JsonNode made = lineageOf(young, merged);
    assertEquals("MERGED", made.get("relation").asString());
    assertFalse(made.get("comparable").asBoolean());
    assertEquals(4, made.get("predecessors").size());
  }

  private static JsonNode lineageOf(Province young, String unit) {
    return young
        .as("official@none", "GET", "/units/" + unit + "/lineage?against=side-220")
        .expect(200)
        .json();
  }

  private static String code(Province young, String name) {
    return young
        .as("lead@none", "GET", "/progress")
        .expect(200)
        .json()
        .get("items")
        .valueStream()
        .filter(line -> line.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .get("unit")
        .asString();
  }

  // The island's form of 2020 still lies at its district: its answers are not replayed.
  private void rehearsed(Province young) {
    JsonNode played =
        young
            .as("office@none", "POST", "/criteria/3/rehearsal")
            .json("{\"campaign\":\"side-220\"}")
            .expect(200)
            .json();
    assertEquals(0, played.at("/counts/REPLAYED").asInt());
    assertTrue(played.at("/counts/NOT_COMPARABLE").asInt() > 40, played.get("counts").toString());
    assertTrue(played.at("/counts/NOT_DELIVERED").asInt() > 0, played.get("counts").toString());
  }

  @Test
  void aRegisterWithoutDistrictsRefusesCommunesThatNameOne() throws IOException {
    Province province = Province.empty(http, "side-mixed");
    new Refusals(SYSTEM.get())
        .refused(
            province
                .as("office", "PUT", "/units")
                .csv("code,group,kind,name,parent_code\nQN25-01,3,ward,Phường An Sinh,193\n"),
            400,
            InputProblem.MALFORMED_CSV,
            at("dòng/line 2, parent_code", UnitProblem.UNKNOWN_PARENT));
  }
}
