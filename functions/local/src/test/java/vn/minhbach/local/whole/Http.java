package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.LocalSystem;

/** Requests exactly as a test wants them, right or wrong. */
public final class Http {

  public static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final LocalSystem system;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private BiConsumer<Call, Answer> listener = (call, answer) -> {};

  Http(LocalSystem system) {
    this.system = system;
  }

  /** Hears of every answer. */
  void listener(BiConsumer<Call, Answer> next) {
    listener = next;
  }

  /** A request of a local user; an empty name sends no token. */
  public Call as(String user, String method, String path) {
    Call call = new Call(method, path);
    return user.isEmpty()
        ? call
        : call.header(
            "Authorization",
            "Bearer " + tokens.computeIfAbsent(user, name -> system.oidc().token(name)));
  }

  /** A request in the making. */
  public final class Call {
    final String method;
    final String path;
    private final List<String[]> headers = new ArrayList<>();
    private byte[] body = {};

    private Call(String method, String path) {
      this.method = method;
      this.path = path;
    }

    public Call header(String name, String value) {
      headers.add(new String[] {name, value});
      return this;
    }

    public Call json(Object tree) {
      return text("application/json", tree instanceof String text ? text : write(tree));
    }

    public Call csv(String text) {
      return text("text/csv", text);
    }

    Call text(String contentType, String text) {
      return bytes(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    Call bytes(String contentType, byte[] bytes) {
      body = bytes;
      return contentType.isEmpty() ? this : header("Content-Type", contentType);
    }

    public Call ifMatch(String etag) {
      return header("If-Match", etag);
    }

    public Call key(String key) {
      return header("Idempotency-Key", key);
    }

    /** The same request with a further header. */
    Call with(String name, String value) {
      Call copy = new Call(method, path);
      copy.headers.addAll(headers);
      copy.body = body;
      return copy.header(name, value);
    }

    String contentType() {
      return headers.stream()
          .filter(header -> header[0].equals("Content-Type"))
          .map(header -> header[1])
          .findFirst()
          .orElse("");
    }

    String bodyText() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public Answer send() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(system.url() + path))
              .timeout(Duration.ofSeconds(60))
              .method(
                  method,
                  body.length == 0
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(header -> request.header(header[0], header[1]));
      Answer answer = Answer.of(sent(request.build()));
      listener.accept(this, answer);
      return answer;
    }

    /** Sends it and wants this status. */
    public Answer expect(int status) {
      Answer answer = send();
      assertEquals(status, answer.status(), () -> this + ": " + answer.text());
      return answer;
    }

    @Override
    public String toString() {
      String text = bodyText();
      return method + " " + path + " " + (text.length() > 200 ? text.substring(0, 200) : text);
    }
  }

  /** What came back; header names in lower case. */
  public record Answer(int status, Map<String, String> headers, byte[] bytes) {

    static Answer of(HttpResponse<byte[]> response) {
      return new Answer(
          response.statusCode(),
          new TreeMap<>(
              response.headers().map().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                          header -> String.join(",", header.getValue())))),
          response.body());
    }

    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(text());
    }

    public String etag() {
      return headers.get("etag");
    }

    public String at(String pointer) {
      return json().at(pointer).asString();
    }
  }

  /** A plain request to some other place, as a presigned URL. */
  public static Answer raw(HttpRequest.Builder request) {
    return Answer.of(sent(request.timeout(Duration.ofSeconds(60)).build()));
  }

  static String write(Object tree) {
    return JSON.writeValueAsString(tree);
  }

  private static HttpResponse<byte[]> sent(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
