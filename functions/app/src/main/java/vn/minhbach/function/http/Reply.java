package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.minhbach.core.Disposition;
import vn.minhbach.core.ledger.Sha256;

/**
 * What a route answers, before it is an API Gateway response.
 *
 * @param body text; bytes as Base64
 * @param bytes whether the body stands for bytes
 */
public record Reply(
    int status, String contentType, String body, boolean bytes, Map<String, String> headers) {

  /** A workbook as Excel stores it. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A document as Word stores it. */
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String JSON = "application/json; charset=utf-8";

  public Reply {
    headers = new LinkedHashMap<>(headers);
  }

  private Reply(int status, String contentType, String body, Map<String, String> headers) {
    this(status, contentType, body, false, headers);
  }

  /** 200 with a record as JSON. */
  public static Reply ok(ReplyPart body) {
    return json(200, body);
  }

  /** 201 with a record as JSON. */
  public static Reply created(ReplyPart body) {
    return json(201, body);
  }

  public static Reply json(int status, ReplyPart body) {
    return new Reply(status, JSON, Json.write(body), Map.of("cache-control", "no-store"));
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

  /** A file to be saved under this name. Less than 1 MB: what may be larger goes by 303 to S3. */
  public static Reply file(byte[] content, String contentType, String fileName) {
    return new Reply(
        200,
        contentType,
        Base64.getEncoder().encodeToString(content),
        true,
        Map.of(
            "content-disposition", Disposition.attachment(fileName), "cache-control", "no-store"));
  }

  /** 303 to where the content is. */
  public static Reply seeOther(URI location) {
    return new Reply(
        303, JSON, "", Map.of("location", location.toASCIIString(), "cache-control", "no-store"));
  }

  static Reply problem(int status, ReplyPart body) {
    return new Reply(
        status,
        "application/problem+json; charset=utf-8",
        Json.write(body),
        Map.of("cache-control", "no-store"));
  }

  /** With the etag that a later write must name. */
  public Reply etag(String etag) {
    return header("etag", "\"" + etag + "\"");
  }

  /** With where the new thing is, as a uri-reference. */
  public Reply location(String path) {
    try {
      return header("location", new URI(null, null, path, null).toASCIIString());
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /**
   * As what may be kept: with an etag over its bytes, and as 304 where the client has just these.
   *
   * @param control how long and by whom
   */
  public Reply cached(Request request, String control) {
    String tag =
        Sha256.hex((contentType + "\n" + body).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    Reply whole = etag(tag).header("cache-control", control);
    if (!request.has(tag)) {
      return whole;
    }
    var kept = new LinkedHashMap<>(whole.headers);
    kept.keySet().retainAll(Set.of("etag", "cache-control", "vary"));
    return new Reply(304, contentType, "", kept);
  }

  public Reply header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, bytes, more);
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
        .withIsBase64Encoded(bytes)
        .build();
  }
}
