package vn.minhbach.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first start's campaign: plan 131/KH-UBND, created and opened by the standing office over HTTP
 * on the first Monday of August 2020. Safe to repeat: what an interrupted start left undone is done
 * by the next one.
 */
final class FirstStart {

  /** When units got their forms. */
  static final Instant OPENING = OffsetDateTime.parse("2020-08-03T08:00:00+07:00").toInstant();

  private static final String TEMPLATE = "131-2020";

  /** Fixed: a second try is the same request. */
  private static final String CREATE_KEY = "9f0c5a5e-2c4b-4d6e-8f5a-131020200001";

  private static final String OPEN_KEY = "9f0c5a5e-2c4b-4d6e-8f5a-131020200002";
  private static final int CONFLICT = 409;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LocalSystem system;

  FirstStart(LocalSystem system) {
    this.system = system;
  }

  /**
   * Does what is left to do.
   *
   * @return id of the campaign
   * @throws IllegalStateException when the system refuses, with its answer
   */
  String run() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode campaigns = call(client, "GET", "/campaigns", null, null).get("items");
      String id;
      if (campaigns.isEmpty()) {
        system.clock().set(OPENING);
        JsonNode created =
            call(client, "POST", "/campaigns", "{\"template\":\"" + TEMPLATE + "\"}", CREATE_KEY);
        id = created.get("id").asString();
      } else {
        id = campaigns.get(0).get("id").asString();
      }
      // Already open is a conflict, which is as good.
      call(client, "POST", "/campaigns/" + id + "/open", "{}", OPEN_KEY);
      return id;
    }
  }

  private JsonNode call(HttpClient client, String method, String path, String body, String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.url() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + system.oidc().token("office"))
            .header("Content-Type", "application/json");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    boolean done = response.statusCode() / 100 == 2;
    boolean openAlready = path.endsWith("/open") && response.statusCode() == CONFLICT;
    if (!done && !openAlready) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
    }
    return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }
}
