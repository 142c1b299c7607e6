package vn.minhbach.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;

@Timeout(120)
class ApiClientTest {

  private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void playsOneUnitFromTokenToEvidence() throws Exception {
    try (LocalSystem system = LocalSystem.start(LocalOptions.forTests());
        ApiClient api = ApiClient.of(system)) {
      ApiClient office = api.login("office");
      office.put("/local/clock", Map.of("now", "2020-08-03T08:00:00+07:00")).body();
      String campaign =
          office
              .post("/campaigns", "create", Map.of("template", "131-2020"))
              .body()
              .get("id")
              .asString();
      office.post("/campaigns/" + campaign + "/open", "open", "{}").body();
      String unit = "/campaigns/" + campaign + "/units/SCT";
      ApiClient sct = api.login("unit-SCT");

      Answer form = sct.get(unit + "/form");
      assertTrue(form.done(), form.toString());
      assertEquals("\"f0\"", form.etag().orElseThrow());
      assertEquals(401, api.anonymous().get(unit + "/form").status());

      Answer stale = sct.post(unit + "/submission", "early", "{}", "If-Match", "\"f9\"");
      assertFalse(stale.done());
      ApiRefused refused = assertThrows(ApiRefused.class, stale::body);
      assertTrue(
          refused.getMessage().startsWith("POST " + unit + "/submission: "), refused.toString());

      JsonNode grant = sct.attach(unit, "I.1", "báo cáo.pdf", "application/pdf", PDF, "first");
      sct.upload(grant, PDF);
      assertTrue(system.awaitQuiet(Duration.ofSeconds(30)));
      assertEquals("ACCEPTED", sct.get(unit + "/evidence").body().at("/items/0/state").asString());
    }
  }

  @Test
  void saysWhichUserDoesNotExist() throws Exception {
    try (LocalSystem system = LocalSystem.start(LocalOptions.forTests());
        ApiClient api = ApiClient.of(system)) {
      ApiRefused refused = assertThrows(ApiRefused.class, () -> api.login("nobody"));
      assertEquals(400, refused.answer().status());
      assertTrue(refused.getMessage().contains("nobody"), refused.getMessage());
    }
  }
}
