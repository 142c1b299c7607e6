package vn.minhbach.local.rehearsal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.ApiClient;

/** Prints the published rankings as anybody reads them. */
final class Standings {

  /** A longer table is cut in the middle. */
  private static final int WHOLE = 40;

  private static final int ENDS = 10;
  private static final int LIMIT = 100;

  private final ApiClient api;
  private final String path;
  private final PrintStream out;
  private final Map<String, String> levels = new HashMap<>();

  Standings(ApiClient api, String campaign, PrintStream out) {
    this.api = api;
    this.path = "/campaigns/" + campaign;
    this.out = out;
  }

  /** Prints every group's. */
  void print() {
    List<String> counts = new ArrayList<>();
    for (JsonNode line : api.get(path + "/summary").body().get("groups")) {
      int group = line.get("group").asInt();
      List<JsonNode> rows = rows(group);
      long ranked = rows.stream().filter(row -> row.path("rank").isNumber()).count();
      counts.add(String.format(Locale.ROOT, "nhóm | group %d: %d", group, ranked));
      out.println();
      out.printf(
          "Nhóm %d: %d đơn vị, %d được xếp hạng | Group %1$d: %2$d units, %3$d ranked%n",
          group, rows.size(), ranked);
      print(rows);
    }
    out.println();
    out.println("Số đơn vị được xếp hạng | Units ranked: " + String.join(", ", counts));
  }

  private List<JsonNode> rows(int group) {
    List<JsonNode> rows = new ArrayList<>();
    String cursor = "0";
    while (cursor != null) {
      JsonNode page =
          api.get("%s/rankings/%d?limit=%d&cursor=%s".formatted(path, group, LIMIT, cursor)).body();
      page.get("items").forEach(rows::add);
      cursor = page.path("next").isString() ? page.get("next").asString() : null;
    }
    return rows;
  }

  private void print(List<JsonNode> rows) {
    boolean cut = rows.size() > WHOLE;
    List<JsonNode> first = cut ? rows.subList(0, ENDS) : rows;
    first.forEach(this::print);
    if (cut) {
      out.printf("  …    còn %d đơn vị | %1$d more%n", rows.size() - 2 * ENDS);
      rows.subList(rows.size() - ENDS, rows.size()).forEach(this::print);
    }
  }

  private void print(JsonNode row) {
    if (!row.path("rank").isNumber()) {
      out.printf(
          "    -  %-9s %s: không xếp hạng | not ranked (%s)%n",
          row.get("unit").asString(),
          row.get("name").asString(),
          row.path("unranked").asString(""));
      return;
    }
    out.printf(
        "  %3d  %6s %%  %6s/%-6s  %-11s %s (%s)%n",
        row.get("rank").asInt(),
        row.get("index").asString(),
        row.get("points").asString(),
        row.get("max").asString(),
        level(row),
        row.get("name").asString(),
        row.get("unit").asString());
  }

  /** The level's name stands in a scorecard; one of each level is asked for. */
  private String level(JsonNode row) {
    String code = row.path("level").asString("");
    return levels.computeIfAbsent(
        code,
        unknown ->
            api.get(path + "/units/" + row.get("unit").asString() + "/scorecard")
                .body()
                .path("levelVi")
                .asString(code));
  }
}
