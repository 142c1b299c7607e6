package vn.minhbach.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.ledger.Sha256;

/**
 * The pages under /app/, from the class path: what the web bucket and its distribution serve in
 * AWS, with the same headers, compressed, and asked for again by etag.
 */
public final class Site {

  private static final String PREFIX = "/app/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "wasm", "application/wasm",
          "md", "text/plain;charset=utf-8");

  /** Smaller ones grow by it, or fit into one packet anyway. */
  private static final int WORTH_COMPRESSING = 400;

  private final byte[] settings;
  private final String policy;

  private record Document(byte[] plain, byte[] gzip, String type, String etag) {}

  private Site(byte[] settings, String policy) {
    this.settings = settings;
    this.policy = policy;
  }

  /**
   * The pages, told where the other parts are.
   *
   * @param issuer whose code flow signs people in
   * @param client id of the web at the issuer
   * @param files origin of the store that presigned links lead to
   */
  public static Site of(URI issuer, String client, URI files) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("api", "");
    settings.put("issuer", issuer.toString());
    settings.put("client", client);
    settings.put("local", true);
    return new Site(JsonMapper.shared().writeValueAsBytes(settings), policy(issuer, files));
  }

  /**
   * What the pages may load and whom they may ask. The import map is the one piece that stands in
   * the page itself; its hash lets it in and nothing else.
   */
  private static String policy(URI issuer, URI files) {
    String others = origin(issuer) + " " + origin(files);
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'sha256-" + importMapHash() + "'",
        "style-src 'self'",
        "img-src 'self' data: blob: " + origin(files),
        "connect-src 'self' " + others,
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-src blob:",
        "form-action 'self' " + origin(issuer),
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static String importMapHash() {
    String page = new String(bytes("index.html").orElseThrow(), StandardCharsets.UTF_8);
    Matcher map = IMPORT_MAP.matcher(page);
    if (!map.find()) {
      throw new IllegalStateException("index.html has no import map");
    }
    byte[] hash = HexFormat.of().parseHex(Sha256.hex(utf8(map.group(1))));
    return Base64.getEncoder().encodeToString(hash);
  }

  /** The answer to a path under /app, empty for every other path. */
  Optional<Reply> answer(HttpExchange exchange, String path) {
    if (path.equals("/app")) {
      return Optional.of(new Reply(308, Map.of("location", List.of(PREFIX)), new byte[0]));
    }
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Optional.of(Reply.message(405, "Method Not Allowed").with("allow", "GET, HEAD"));
    }
    String name = path.length() == PREFIX.length() ? "index.html" : path.substring(PREFIX.length());
    Document document = document(name);
    return Optional.of(
        document == null ? Reply.message(404, "Not Found") : reply(exchange, name, document));
  }

  private Reply reply(HttpExchange exchange, String name, Document document) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("content-type", List.of(document.type()));
    headers.put("etag", List.of(document.etag()));
    // The directory of a library carries its version: what lies there never changes.
    headers.put(
        "cache-control",
        List.of(name.startsWith("vendor/") ? "public, max-age=31536000, immutable" : "no-cache"));
    headers.put("vary", List.of("accept-encoding"));
    headers.put("content-security-policy", List.of(policy));
    headers.put("x-content-type-options", List.of("nosniff"));
    headers.put("referrer-policy", List.of("no-referrer"));
    headers.put("cross-origin-resource-policy", List.of("same-origin"));
    headers.put(
        "permissions-policy", List.of("camera=(), geolocation=(), microphone=(), payment=()"));
    if (document.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      return new Reply(304, headers, new byte[0]);
    }
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (document.gzip() == null || accepted == null || !accepted.contains("gzip")) {
      return new Reply(200, headers, document.plain());
    }
    headers.put("content-encoding", List.of("gzip"));
    return new Reply(200, headers, document.gzip());
  }

  /**
   * Read and compressed anew each time: who edits a page sees it at the next reload. Null: none.
   */
  private Document document(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Optional<byte[]> plain = name.equals("settings.json") ? Optional.of(settings) : bytes(name);
    return type == null ? null : plain.map(bytes -> document(bytes, type)).orElse(null);
  }

  private static Document document(byte[] plain, String type) {
    boolean small = plain.length < WORTH_COMPRESSING || type.equals("image/png");
    String etag = "\"" + Sha256.hex(plain).substring(0, 32) + "\"";
    return new Document(plain, small ? null : gzip(plain), type, etag);
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  private static Optional<byte[]> bytes(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream in = Site.class.getResourceAsStream("/site/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the page " + name + " cannot be read", unreadable);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
