package vn.minhbach.local;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.gateway.LocalPaths;
import vn.minhbach.local.gateway.LocalPaths.BadRequest;

/**
 * What can be asked of a local system under /local/: its clock, its schedules, its mail, its meter.
 */
final class LocalControls {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LocalSystem system;

  private LocalControls(LocalSystem system) {
    this.system = system;
  }

  static LocalPaths of(LocalSystem system) {
    LocalControls controls = new LocalControls(system);
    return new LocalPaths()
        .add("GET", "/local/clock", (_, _) -> controls.clock())
        .add("PUT", "/local/clock", (_, body) -> controls.setClock(body))
        .add("POST", "/local/schedules/", (function, _) -> controls.runSchedule(function))
        .add("GET", "/local/mail", (_, _) -> controls.mail())
        .add("GET", "/local/meter", (_, _) -> controls.meter());
  }

  private String clock() {
    return JSON.writeValueAsString(
        Map.of(
            "now", system.clock().instant().toString(),
            "offset", system.clock().offset().toString()));
  }

  private String setClock(byte[] body) {
    JsonNode now;
    try {
      now = JSON.readTree(body).path("now");
    } catch (JacksonException notJson) {
      throw new BadRequest("cần JSON | JSON is needed: {\"now\":\"2020-09-25T08:00:00+07:00\"}");
    }
    if (now.isNull()) {
      system.clock().reset();
    } else {
      system.clock().set(instant(now.asString("")));
    }
    return clock();
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notTime) {
      throw new BadRequest(
          "now: cần thời điểm có múi giờ | a time with its offset is needed, as"
              + " 2020-09-25T08:00:00+07:00; null = system clock");
    }
  }

  /** By logical id or by the name of the function. */
  private String runSchedule(String name) {
    String function =
        system.template().schedules().stream()
            .map(Template.Schedule::function)
            .filter(
                id -> id.equals(name) || system.template().function(id).definition().equals(name))
            .findFirst()
            .orElseThrow(() -> new BadRequest("không có lịch nào chạy | no schedule runs " + name));
    try {
      byte[] answer = system.scheduler().runNow(function);
      JsonNode tree = answer.length == 0 ? JSON.nullNode() : JSON.readTree(answer);
      return JSON.writeValueAsString(Map.of("function", function, "answer", tree));
    } catch (Exception failed) {
      throw new BadRequest(name + ": " + failed.getMessage());
    }
  }

  private String mail() {
    return JSON.writeValueAsString(Map.of("items", system.smtp().received()));
  }

  /** Functions in processes of their own count there, out of reach. */
  private String meter() {
    if (system.options().forked()) {
      throw new BadRequest("--forked: không đo được | not metered");
    }
    return JSON.writeValueAsString(Meter.read());
  }
}
