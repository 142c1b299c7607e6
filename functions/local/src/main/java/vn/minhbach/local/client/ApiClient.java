package vn.minhbach.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.LocalSystem;

/**
 * The API as its users call it: over HTTP, with tokens of the issuer, uploads to where a grant
 * says. For the rehearsal and for tests. One user at a time: {@link #login} gives the same client
 * in another user's name; all of them share connections and tokens. Safe for many threads.
 *
 * <p>Bodies are JSON trees, maps, or text that is sent as it is. Headers are given as names and
 * values in turn. A refusal is an {@link Answer} with its status; {@link Answer#body} throws it.
 */
public final class ApiClient implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TOKEN_MARGIN = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int ALREADY_THERE = 412;

  /** Told of every request after its answer. */
  @FunctionalInterface
  public interface Listener {

    /**
     * One request was answered.
     *
     * @param sent bytes of its body
     * @param took from sending to the whole answer
     */
    void answered(String method, URI uri, int status, long sent, Duration took);
  }

  /** Hears nothing. */
  public static final Listener UNHEARD = (method, uri, status, sent, took) -> {};

  private record Token(String value, Instant until) {}

  private record Shared(
      HttpClient http,
      URI api,
      URI issuer,
      Listener listener,
      int attempts,
      ConcurrentMap<String, Token> tokens) {}

  private final Shared shared;
  private final Optional<String> user;

  private ApiClient(Shared shared, Optional<String> user) {
    this.shared = shared;
    this.user = user;
  }

  /** A client of a running system, nobody's yet. */
  public static ApiClient of(LocalSystem system) {
    return of(system, UNHEARD, 1);
  }

  /**
   * A client that tells what it does and repeats what failed on the other side.
   *
   * @param attempts how often a request is sent while it is answered by 5xx, 429 or nothing at most
   */
  public static ApiClient of(LocalSystem system, Listener listener, int attempts) {
    // An upgrade to HTTP/2 costs headers on each request, and nothing here speaks it.
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    return new ApiClient(
        new Shared(
            http,
            system.url(),
            system.oidc().issuer(),
            listener,
            attempts,
            new ConcurrentHashMap<>()),
        Optional.empty());
  }

  /**
   * The same client in a user's name, with a token of the password grant.
   *
   * @throws ApiRefused when there is no such user
   */
  public ApiClient login(String name) {
    ApiClient client = new ApiClient(shared, Optional.of(name));
    client.token();
    return client;
  }

  /** The same client without a token. */
  public ApiClient anonymous() {
    return new ApiClient(shared, Optional.empty());
  }

  /** The user's ID token; empty without a user. */
  public Optional<String> token() {
    return user.map(name ->
        shared
            .tokens()
            .compute(
                name,
                (key, held) ->
                    held != null && Instant.now().isBefore(held.until()) ? held : granted(key))
            .value());
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public Answer put(String path, Object body, String... headers) {
    return send("PUT", path, json(body), with(headers, "Content-Type", "application/json"));
  }

  /** A PUT of text, such as a CSV file. */
  public Answer putText(String path, String contentType, String text, String... headers) {
    return send(
        "PUT", path, BodyPublishers.ofString(text), with(headers, "Content-Type", contentType));
  }

  /**
   * A POST.
   *
   * @param key Idempotency-Key: the same key again does nothing twice
   */
  public Answer post(String path, String key, Object body, String... headers) {
    return send(
        "POST",
        path,
        json(body),
        with(headers, "Content-Type", "application/json", "Idempotency-Key", key));
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  /** Any request to a path of the API. */
  public Answer send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(shared.api() + path));
    token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return call(method, path, request, body);
  }

  /**
   * Declares a file as evidence and uploads it.
   *
   * @param unit path of the unit, as {@code /campaigns/x/units/SCT}
   * @return the grant, whose {@code evidenceId} names it
   */
  public JsonNode attach(
      String unit, String criterion, String fileName, String type, byte[] bytes, String key) {
    JsonNode grant = declare(unit, criterion, fileName, type, bytes, key);
    upload(grant, bytes);
    return grant;
  }

  /**
   * Declares a file as evidence, without its bytes.
   *
   * @param unit path of the unit
   * @return the grant
   */
  public JsonNode declare(
      String unit, String criterion, String fileName, String type, byte[] bytes, String key) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("criterion", criterion);
    file.put("fileName", fileName);
    file.put("contentType", type);
    file.put("sizeBytes", bytes.length);
    file.put("sha256", sha256(bytes));
    return post(unit + "/evidence", key, file).body();
  }

  /**
   * Uploads to where a grant says; nothing where it says that the bytes are there.
   *
   * @throws ApiRefused when the store does not take them
   */
  public void upload(JsonNode grant, byte[] bytes) {
    JsonNode upload = grant.path("upload");
    if (!upload.isObject()) {
      return;
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(upload.get("url").asString()));
    upload
        .get("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
    Answer answer =
        call(
            upload.get("method").asString(),
            "S3 " + URI.create(upload.get("url").asString()).getPath(),
            request,
            BodyPublishers.ofByteArray(bytes));
    if (!answer.done() && answer.status() != ALREADY_THERE) {
      throw new ApiRefused(answer);
    }
  }

  /** SHA-256, hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Closes the connections, for all users. */
  @Override
  public void close() {
    shared.http().shutdownNow();
  }

  private Token granted(String name) {
    String form =
        "grant_type=password&password=x&scope=openid&username="
            + URLEncoder.encode(name, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(shared.issuer() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded");
    JsonNode tokens = call("POST", "OIDC /token", request, BodyPublishers.ofString(form)).body();
    Duration life = Duration.ofSeconds(tokens.path("expires_in").asLong(0));
    return new Token(
        tokens.get("id_token").asString(), Instant.now().plus(life).minus(TOKEN_MARGIN));
  }

  private Answer call(String method, String path, HttpRequest.Builder request, BodyPublisher body) {
    HttpRequest whole = request.method(method, body).timeout(PATIENCE).build();
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      long started = System.nanoTime();
      Answer answer;
      try {
        answer = once(method, path, whole);
      } catch (UncheckedIOException dropped) {
        // A kept connection that the server has just closed: whether it was done nobody knows.
        if (attempt >= shared.attempts()) {
          throw dropped;
        }
        sleep(pause);
        continue;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      shared.listener().answered(method, whole.uri(), answer.status(), body.contentLength(), took);
      boolean theirs = answer.status() >= 500 || answer.status() == 429;
      if (!theirs || attempt >= shared.attempts()) {
        return answer;
      }
      sleep(pause);
      Duration next = pause.multipliedBy(2);
      pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
  }

  private Answer once(String method, String path, HttpRequest request) {
    try {
      HttpResponse<byte[]> response = shared.http().send(request, BodyHandlers.ofByteArray());
      return new Answer(method, path, response.statusCode(), response.headers(), response.body());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(
          new IOException(method + " " + path + ": " + unreachable, unreachable));
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static IllegalStateException interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", interrupted);
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofString(
        body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  private static String[] with(String[] headers, String... more) {
    String[] all = new String[headers.length + more.length];
    System.arraycopy(more, 0, all, 0, more.length);
    System.arraycopy(headers, 0, all, more.length, headers.length);
    return all;
  }
}
