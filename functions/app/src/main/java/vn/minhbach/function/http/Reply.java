package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a route answers, before it is an API Gateway response. */
public record Reply(int status, String contentType, String body, Map<String, String> headers) {

  private static final String JSON = "application/json; charset=utf-8";

  public Reply {
    headers = new LinkedHashMap<>(headers);
  }

  /** 200 with a tree as JSON. */
  public static Reply ok(Object tree) {
    return json(200, tree);
  }

  /** 201 with a tree as JSON. */
  public static Reply created(Object tree) {
    return json(201, tree);
  }

  public static Reply json(int status, Object tree) {
    return new Reply(status, JSON, Json.write(tree), Map.of("cache-control", "no-store"));
  }

  public static Reply html(String page) {
    return new Reply(200, "text/html; charset=utf-8", page, Map.of());
  }

  public static Reply csv(String text, String fileName) {
    return new Reply(
        200,
        "text/csv; charset=utf-8",
        text,
        Map.of("content-disposition", "attachment; filename=\"" + fileName + "\""));
  }

  /** 303 to where the content is. */
  public static Reply seeOther(URI location) {
    return new Reply(
        303, JSON, "", Map.of("location", location.toString(), "cache-control", "no-store"));
  }

  static Reply problem(int status, Object tree) {
    return new Reply(
        status,
        "application/problem+json; charset=utf-8",
        Json.write(tree),
        Map.of("cache-control", "no-store"));
  }

  /** With the etag that a later write must name. */
  public Reply etag(String etag) {
    return header("etag", "\"" + etag + "\"");
  }

  public Reply header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, more);
  }

  APIGatewayV2HTTPResponse response() {
    var all = new LinkedHashMap<String, String>();
    if (!body.isEmpty()) {
      all.put("content-type", contentType);
    }
    all.put("x-content-type-options", "nosniff");
    all.putAll(headers);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(all)
        .withBody(body)
        .withIsBase64Encoded(false)
        .build();
  }
}
