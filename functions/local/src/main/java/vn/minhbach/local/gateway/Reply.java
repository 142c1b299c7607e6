package vn.minhbach.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP answer: the gateway's own, or a function's in payload format 2.0. That format has no
 * multiValueHeaders; several cookies go by its cookies array.
 */
record Reply(int status, Map<String, List<String>> headers, byte[] body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The gateway's own answers, in AWS's words. */
  static Reply message(int status, String message) {
    return json(status, JSON.writeValueAsString(Map.of("message", message)));
  }

  static Reply json(int status, String json) {
    return new Reply(
        status,
        Map.of("content-type", List.of("application/json")),
        json.getBytes(StandardCharsets.UTF_8));
  }

  Reply with(String header, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(header, List.of(value));
    return new Reply(status, more, body);
  }

  /** What a function answered; 500 when that is no HTTP answer. */
  static Reply of(byte[] answer) {
    JsonNode tree;
    try {
      tree = JSON.readTree(answer);
    } catch (JacksonException notJson) {
      return message(500, "Internal Server Error");
    }
    if (!tree.isObject() || !tree.has("statusCode")) {
      // HttpApi takes any JSON without statusCode as the body of a 200.
      return json(
          200, tree.isString() ? tree.asString() : new String(answer, StandardCharsets.UTF_8));
    }
    int status = tree.get("statusCode").asInt(0);
    if (status < 100 || status > 599) {
      return message(500, "Internal Server Error");
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    JsonNode given = tree.path("headers");
    given
        .properties()
        .forEach(header ->
            headers.put(
                header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue().asString())));
    List<String> cookies = new ArrayList<>();
    tree.path("cookies").forEach(cookie -> cookies.add(cookie.asString()));
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    String text = tree.path("body").isNull() ? "" : tree.path("body").asString("");
    byte[] body;
    try {
      body =
          tree.path("isBase64Encoded").asBoolean(false)
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return message(500, "Internal Server Error");
    }
    if (body.length > 0) {
      headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
    }
    return new Reply(status, headers, body);
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, values) -> {
      // The server sets these itself.
      if (!name.equals("content-length") && !name.equals("transfer-encoding")) {
        exchange.getResponseHeaders().put(name, values);
      }
    });
    boolean bodiless =
        exchange.getRequestMethod().equals("HEAD")
            || status == 204
            || status == 304
            || status < 200;
    exchange.sendResponseHeaders(status, bodiless || body.length == 0 ? -1 : body.length);
    if (!bodiless && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
