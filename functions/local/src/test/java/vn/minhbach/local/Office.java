package vn.minhbach.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the real application over HTTP, as its users do; a user is a name or a token. */
final class Office implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  /** Six days before the forms are due. */
  static final Instant OPENED = Instant.parse("2020-09-08T01:00:00Z");

  private final LocalSystem system;
  private final HttpClient client = HttpClient.newHttpClient();

  Office(LocalSystem system) {
    this.system = system;
  }

  /** An answer: status, etag and tree. */
  record Answered(int status, String etag, JsonNode body) {

    /** Place and problem of each fault, as {@code dòng/line 2, unit:unknown-unit}. */
    List<String> faults() {
      var faults = new ArrayList<String>();
      body.path("errors")
          .forEach(error ->
              faults.add(
                  error.get("place").asString()
                      + ":"
                      + error.get("type").asString().replace("urn:minhbach:problem:", "")));
      return faults;
    }

    String problem() {
      return body.path("type").asString("").replace("urn:minhbach:problem:", "");
    }

    Answered must(int expected) {
      if (status != expected) {
        throw new AssertionError("expected " + expected + ", was " + status + ": " + body);
      }
      return this;
    }
  }

  LocalSystem system() {
    return system;
  }

  void at(Instant now) {
    system.clock().set(now);
  }

  Answered get(String user, String path) {
    return send(user, "GET", path, null, null, Map.of());
  }

  Answered put(String user, String path, String json) {
    return send(user, "PUT", path, "application/json", json, Map.of());
  }

  Answered put(String user, String path, String etag, String json) {
    return send(user, "PUT", path, "application/json", json, Map.of("if-match", etag));
  }

  Answered post(String user, String path, String json) {
    return send(user, "POST", path, "application/json", json, Map.of());
  }

  Answered post(String user, String path, String etag, String json) {
    return send(user, "POST", path, "application/json", json, Map.of("if-match", etag));
  }

  Answered csv(String user, String path, String csv) {
    return send(user, "PUT", path, "text/csv", csv, Map.of());
  }

  /** Creates a campaign from the plan, under its own id. */
  String campaign(String id) {
    post("office", "/campaigns", "{\"template\":\"131-2020\",\"id\":\"" + id + "\"}").must(201);
    return "/campaigns/" + id;
  }

  void open(String campaign) {
    at(OPENED);
    post("office", campaign + "/open", "{}").must(200);
  }

  static String query(String... pairs) {
    var query = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      query.put(pairs[i], pairs[i + 1]);
    }
    return query.entrySet().stream()
        .map(pair ->
            pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  /** The criterion of a form. */
  JsonNode criterion(String user, String campaign, String unit, String criterion) {
    JsonNode form = get(user, campaign + "/units/" + unit + "/form").must(200).body();
    for (JsonNode group : form.get("groups")) {
      for (JsonNode one : group.get("criteria")) {
        if (one.get("id").asString().equals(criterion)) {
          return one;
        }
      }
    }
    throw new AssertionError(unit + " has no criterion " + criterion);
  }

  /** Every criterion of a set as received. */
  static List<JsonNode> criteria(String group) {
    var criteria = new ArrayList<JsonNode>();
    JsonNode set = resource("/campaigns/131-2020/criteria-" + group + ".json");
    set.get("groups").forEach(part -> part.get("criteria").forEach(criteria::add));
    return criteria;
  }

  private static JsonNode resource(String path) {
    try (InputStream in = Office.class.getResourceAsStream(path)) {
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Answered send(
      String user,
      String method,
      String path,
      String type,
      String body,
      Map<String, String> headers) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(system.url() + path))
              .method(
                  method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .header(
                  "authorization",
                  "Bearer " + (user.startsWith("ey") ? user : system.oidc().token(user)));
      if (type != null) {
        request.header("content-type", type);
      }
      headers.forEach(request::header);
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answered(
          answer.statusCode(),
          answer.headers().firstValue("etag").orElse(""),
          answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    client.close();
    system.close();
  }
}
