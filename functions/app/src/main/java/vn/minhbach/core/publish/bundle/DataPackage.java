package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.minhbach.core.prepare.campaign.Campaign;

/** Describes the tables of a bundle (Frictionless Data Package, version 1). */
final class DataPackage {

  private DataPackage() {}

  static Map<String, Object> of(Campaign campaign, int issue, Map<Integer, Payload.Group> groups) {
    var resources = new ArrayList<Map<String, Object>>();
    resources.add(resource("units.csv", Csv.UNITS, "code"));
    resources.add(resource("points.csv", Csv.POINTS, "unit", "criterion"));
    groups.forEach((number, group) ->
        resources.add(
            resource(
                "ranking/group-" + number + ".csv", Csv.rankingColumns(group.criteria()), "unit")));
    return Map.of(
        "profile", "tabular-data-package",
        "name", campaign.id().value().toLowerCase(Locale.ROOT),
        "title", campaign.settings().name(),
        "version", String.valueOf(issue),
        "resources", resources);
  }

  private static Map<String, Object> resource(String path, List<String> columns, String... key) {
    return Map.of(
        "profile", "tabular-data-resource",
        "name", path.replace(".csv", "").replace('/', '-'),
        "path", path,
        "format", "csv",
        "mediatype", "text/csv",
        "encoding", "utf-8",
        "schema",
            Map.of(
                "fields",
                columns.stream()
                    .map(column -> Map.of("name", column, "type", type(column)))
                    .toList(),
                "primaryKey",
                List.of(key)));
  }

  private static String type(String column) {
    if (Csv.number(column)) {
      return "number";
    }
    return List.of("rank", "rankInDistrict", "group").contains(column) ? "integer" : "string";
  }
}
