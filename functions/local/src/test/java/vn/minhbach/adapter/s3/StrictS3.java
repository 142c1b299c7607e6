package vn.minhbach.adapter.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Stands on the line before the embedded store and does what that does not: it holds the vault to
 * its bucket policy as S3's guide has it (a copy with {@code If-None-Match} is 501, every write
 * without it 403), and gives the answers that a test asks for.
 */
final class StrictS3 implements SdkHttpClient {

  /** What becomes of one write into the vault. */
  enum Turn {
    /** Answered without the store. */
    NOT_IMPLEMENTED(501, "NotImplemented"),
    FORBIDDEN(403, "AccessDenied"),
    CONFLICT(409, "ConditionalRequestConflict"),
    /** The store writes, and says that it met another. */
    CONFLICT_AFTER_ALL(409, "ConditionalRequestConflict"),
    BUSY(503, "SlowDown"),
    /** The line breaks after the body began. */
    BROKEN(0, "");

    private final int status;
    private final String code;

    Turn(int status, String code) {
      this.status = status;
      this.code = code;
    }
  }

  private static final int PIECE = 1000;

  private final SdkHttpClient store = UrlConnectionHttpClient.create();
  private final Deque<Turn> turns = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** The next writes into the vault meet these; those after them meet the store. */
  void next(Turn... turnsToCome) {
    turns.addAll(List.of(turnsToCome));
  }

  /** Method and bucket of each request since the last call, as {@code PUT evidence}. */
  List<String> asked() {
    synchronized (asked) {
      List<String> all = List.copyOf(asked);
      asked.clear();
      return all;
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    SdkHttpRequest http = request.httpRequest();
    asked.add(http.method() + " " + http.encodedPath().split("/")[1]);
    boolean write =
        http.method() == SdkHttpMethod.PUT && http.encodedPath().startsWith("/evidence/");
    if (!write) {
      return store.prepareRequest(request);
    }
    boolean conditional = http.firstMatchingHeader("if-none-match").isPresent();
    boolean copy = http.firstMatchingHeader("x-amz-copy-source").isPresent();
    if (!conditional || copy) {
      return answered(conditional ? Turn.NOT_IMPLEMENTED : Turn.FORBIDDEN);
    }
    Turn turn;
    synchronized (turns) {
      turn = turns.poll();
    }
    return switch (turn) {
      case null -> store.prepareRequest(request);
      case BROKEN -> broken(request);
      case CONFLICT_AFTER_ALL -> after(store.prepareRequest(request), turn);
      default -> answered(turn);
    };
  }

  private static ExecutableHttpRequest after(ExecutableHttpRequest real, Turn turn) {
    return executable(() -> {
      HttpExecuteResponse done = real.call();
      if (!done.httpResponse().isSuccessful()) {
        return done;
      }
      return answer(turn);
    });
  }

  private static ExecutableHttpRequest answered(Turn turn) {
    return executable(() -> answer(turn));
  }

  private static ExecutableHttpRequest broken(HttpExecuteRequest request) {
    return executable(() -> {
      try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
        body.readNBytes(PIECE);
      }
      throw new IOException("Broken pipe");
    });
  }

  private static HttpExecuteResponse answer(Turn turn) {
    byte[] body =
        ("<Error><Code>" + turn.code + "</Code><Message>as told</Message></Error>")
            .getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(turn.status)
                .putHeader("content-type", "application/xml")
                .putHeader("content-length", "" + body.length)
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  @FunctionalInterface
  private interface Call {
    HttpExecuteResponse made() throws IOException;
  }

  private static ExecutableHttpRequest executable(Call call) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return call.made();
      }

      @Override
      public void abort() {
        // Nothing is under way.
      }
    };
  }

  @Override
  public void close() {
    store.close();
  }

  @Override
  public String clientName() {
    return "Strict";
  }
}
