package vn.minhbach.local.client;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the API answered.
 *
 * @param method of the request
 * @param path of the request, with its query
 * @param bytes the body as it came
 */
public record Answer(String method, String path, int status, HttpHeaders headers, byte[] bytes) {

  /** Whether it was done. */
  public boolean done() {
    return status / 100 == 2;
  }

  /** The body as text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The body as JSON; a missing node where it is empty or no JSON. */
  public JsonNode json() {
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return ApiClient.JSON.readTree(bytes);
    } catch (JacksonException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The ETag as If-Match takes it, quotes included. */
  public Optional<String> etag() {
    return header("etag");
  }

  /** Last part of the problem's type, as {@code unknown-unit}; empty where it is no problem. */
  public String problem() {
    String type = json().path("type").asString("");
    return type.substring(type.lastIndexOf(':') + 1);
  }

  /**
   * The body of what was done.
   *
   * @throws ApiRefused when it was not
   */
  public JsonNode body() {
    if (!done()) {
      throw new ApiRefused(this);
    }
    return json();
  }

  /** Route, status and body: what a failed assertion should show. */
  @Override
  public String toString() {
    return method + " " + path + ": " + status + " " + text();
  }
}
