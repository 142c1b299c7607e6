package vn.minhbach.local.rehearsal;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A unit as the progress board shows it.
 *
 * @param parent its district, for a commune
 * @param criteria how many its form has
 */
record Unit(
    String code, String name, int group, Optional<String> parent, int criteria, Instant dueAt) {

  static Unit of(JsonNode line) {
    return new Unit(
        line.get("unit").asString(),
        line.get("name").asString(),
        line.get("group").asInt(),
        line.path("parent").isString()
            ? Optional.of(line.get("parent").asString())
            : Optional.empty(),
        line.get("criteria").asInt(),
        Instant.parse(line.get("dueAt").asString()));
  }

  /** The account that types and signs. */
  String user() {
    return "unit-" + code;
  }

  /**
   * Whether citizens file applications there. Nothing in a form says it; project boards, schools
   * and the inspectorate have no procedures.
   */
  boolean hasProcedures() {
    return !(name.startsWith("Ban ") || name.startsWith("Trường ") || name.startsWith("Thanh tra"));
  }
}
