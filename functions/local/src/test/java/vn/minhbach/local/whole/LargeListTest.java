package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.function.http.Request;
import vn.minhbach.local.whole.Http.Answer;

/** How far the ways in reach: the plan's 220 units in a body, many times as many by upload. */
@Tag("system")
@Timeout(600)
class LargeListTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String SOURCE =
      "/sources/tat-ca?system=QLVB&from=2019-10-01&to=2020-07-31"
          + "&extractedAt=2020-08-01T08:00:00%2B07:00&by=An";

  private record Unit(String code, int group, String line) {}

  /** The plan's province so many times over, in communes, districts and departments alike. */
  private static List<Unit> units(int times) {
    var units = new ArrayList<Unit>();
    for (int i = 0; i < times; i++) {
      for (int d = 0; d < 30; d++) {
        String code = "D%03d-%02d".formatted(i, d);
        units.add(new Unit(code, 1, code + ",1,department,Sở số " + d + ","));
      }
      for (int h = 0; h < 13; h++) {
        String code = "H%03d-%02d".formatted(i, h);
        units.add(new Unit(code, 2, code + ",2,district,UBND huyện số " + h + ","));
      }
      for (int x = 0; x < 177; x++) {
        String code = "X%03d-%03d".formatted(i, x);
        String district = "H%03d-%02d".formatted(i, x % 13);
        units.add(new Unit(code, 3, code + ",3,commune,UBND xã số " + x + "," + district));
      }
    }
    return units;
  }

  private static String register(List<Unit> units) {
    var csv = new StringBuilder("code,group,kind,name,parent_code\n");
    units.forEach(unit -> csv.append(unit.line()).append('\n'));
    return csv.toString();
  }

  /** A line for each of the 44 criteria that the province holds itself. */
  private static String figures(List<Unit> units) {
    var byGroup = new TreeMap<Integer, List<String>>();
    for (int group = 1; group <= 3; group++) {
      var lines = new ArrayList<String>();
      for (JsonNode part : Http.JSON.readTree(Province.criteria(group)).get("groups")) {
        for (JsonNode criterion : part.get("criteria")) {
          if (criterion.get("verifyBy").asString().equals("shared-system")) {
            lines.add(criterion.get("id").asString() + "," + inputs(criterion));
          }
        }
      }
      byGroup.put(group, lines);
    }
    var csv = new StringBuilder("unit,criterion,inputs\n");
    units.forEach(unit ->
        byGroup
            .get(unit.group())
            .forEach(line -> csv.append(unit.code()).append(',').append(line).append('\n')));
    return csv.toString();
  }

  private static String inputs(JsonNode criterion) {
    return switch (criterion.at("/scoring/type").asString()) {
      case "boolean" -> "v=true";
      case "choice" -> "v=" + criterion.at("/scoring/options/0/value").asString();
      default ->
          criterion.at("/scoring/inputs").size() == 2 ? "\"{\"\"a\"\":187,\"\"b\"\":193}\"" : "n=7";
    };
  }

  private static Province prepared(String id) {
    Province province = Province.empty(SYSTEM.http(), id);
    for (int group = 1; group <= 3; group++) {
      province
          .as("office@none", "PUT", "/criteria/" + group)
          .json(Province.criteria(group))
          .expect(200);
    }
    return province;
  }

  @Test
  void planFitsIntoABody() {
    List<Unit> units = units(1);
    String figures = figures(units);
    int bytes = figures.getBytes(StandardCharsets.UTF_8).length;
    System.out.println("220 units: " + figures.lines().count() + " lines, " + bytes + " bytes");
    assertTrue(bytes <= Request.BODY_BYTES_MAX, bytes + " bytes");
    Province province = prepared("list-220");
    province.as("office@none", "PUT", "/units").csv(register(units)).expect(200);
    Answer done = province.as("office@none", "PUT", SOURCE).csv(figures).expect(200);
    assertEquals("2942", done.at("/figures"));
  }

  @Test
  void fiveTimesThePlanComesByUpload() {
    comesByUpload("list-1100", 5);
  }

  /** On request, {@code -Dlarge=true}: it needs a machine that is not busy. */
  @Test
  @EnabledIfSystemProperty(named = "large", matches = "true")
  void fiftyTimesThePlanComesByUpload() {
    comesByUpload("list-11000", 50);
  }

  private static void comesByUpload(String id, int times) {
    List<Unit> units = units(times);
    String figures = figures(units);
    byte[] bytes = figures.getBytes(StandardCharsets.UTF_8);
    Province province = prepared(id);
    province.as("office@none", "PUT", SOURCE).csv(figures).expect(413);
    byte[] register = register(units).getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();
    province
        .as(
            "office@none",
            "PUT",
            "/units?" + BulkUpload.through(province, "office@none", "text/csv", register))
        .expect(200);
    long middle = System.nanoTime();
    Answer done =
        province
            .as(
                "office@none",
                "PUT",
                SOURCE + "&" + BulkUpload.through(province, "office@none", "text/csv", bytes))
            .expect(200);
    System.out.printf(
        "%d units: %d bytes in %d ms; %d lines, %d bytes in %d ms%n",
        units.size(),
        register.length,
        (middle - start) / 1_000_000,
        figures.lines().count(),
        bytes.length,
        (System.nanoTime() - middle) / 1_000_000);
    assertEquals(String.valueOf(2942 * times), done.at("/figures"));
    assertEquals(String.valueOf(220 * times), done.at("/units"));
  }
}
