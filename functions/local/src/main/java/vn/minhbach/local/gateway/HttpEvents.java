package vn.minhbach.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Requests as HttpApi events, payload format 2.0. */
final class HttpEvents {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/xml", "application/javascript");
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "cookie");

  private HttpEvents() {}

  /**
   * The event of a request.
   *
   * @param claims of the token, null on a route without authorizer
   */
  static byte[] event(
      HttpExchange exchange,
      Routes.Match match,
      Map<String, String> claims,
      byte[] body,
      String requestId,
      Instant now) {
    URI uri = exchange.getRequestURI();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path(uri));
    event.put("rawQueryString", uri.getRawQuery() == null ? "" : uri.getRawQuery());
    List<String> cookies = cookies(exchange.getRequestHeaders());
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    Map<String, String> headers = headers(exchange, requestId);
    event.put("headers", headers);
    Map<String, String> query = query(uri.getRawQuery());
    if (!query.isEmpty()) {
      event.put("queryStringParameters", query);
    }
    event.put("requestContext", context(exchange, match, claims, headers, requestId, now));
    if (!match.parameters().isEmpty()) {
      event.put("pathParameters", match.parameters());
    }
    addBody(event, headers.get("content-type"), body);
    return JSON.writeValueAsBytes(event);
  }

  /**
   * HttpApi decodes the path before it matches and passes it on decoded; the query stays as it
   * came.
   */
  static String path(URI uri) {
    return decode(uri.getRawPath().replace("+", "%2B"));
  }

  private static Map<String, Object> context(
      HttpExchange exchange,
      Routes.Match match,
      Map<String, String> claims,
      Map<String, String> headers,
      String requestId,
      Instant now) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    if (claims != null) {
      Map<String, Object> jwt = new LinkedHashMap<>();
      jwt.put("claims", claims);
      jwt.put("scopes", null);
      context.put("authorizer", Map.of("jwt", jwt));
    }
    String host = headers.getOrDefault("host", "localhost");
    context.put("domainName", host);
    context.put("domainPrefix", host.split("[.:]", 2)[0]);
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", exchange.getRequestMethod());
    http.put("path", path(exchange.getRequestURI()));
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", address(exchange));
    http.put("userAgent", headers.getOrDefault("user-agent", ""));
    context.put("http", http);
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static String address(HttpExchange exchange) {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  private static Map<String, String> headers(HttpExchange exchange, String requestId) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          String key = name.toLowerCase(Locale.ROOT);
          if (!HOP_BY_HOP.contains(key)) {
            headers.put(key, String.join(",", values));
          }
        });
    headers.merge("x-forwarded-for", address(exchange), (before, own) -> before + ", " + own);
    headers.put("x-forwarded-port", "" + exchange.getLocalAddress().getPort());
    headers.put("x-forwarded-proto", "http");
    headers.put("x-amzn-trace-id", "Root=" + requestId);
    return headers;
  }

  private static List<String> cookies(Headers headers) {
    List<String> cookies = new ArrayList<>();
    for (String header : headers.getOrDefault("Cookie", List.of())) {
      for (String cookie : header.split(";")) {
        if (!cookie.isBlank()) {
          cookies.add(cookie.trim());
        }
      }
    }
    return cookies;
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = equals < 0 ? pair : pair.substring(0, equals);
          String value = equals < 0 ? "" : pair.substring(equals + 1);
          query.merge(decode(name), decode(value), (one, other) -> one + "," + other);
        }
      }
    }
    return query;
  }

  /** What is not well encoded stays as it came. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      return text;
    }
  }

  private static void addBody(Map<String, Object> event, String contentType, byte[] body) {
    String text = body.length > 0 && isText(contentType) ? utf8(body) : null;
    if (text != null) {
      event.put("body", text);
    } else if (body.length > 0) {
      event.put("body", Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && text == null);
  }

  private static boolean isText(String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || TEXT_TYPES.contains(type)
        || type.endsWith("+json")
        || type.endsWith("+xml");
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
