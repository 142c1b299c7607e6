package vn.minhbach.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.LambdaFailed.Reason;

/**
 * Lambda's Runtime API for one process, and the domain clock beside it. One server per process: a
 * killed process leaves a waiting request behind, which must not swallow the next call.
 */
public final class RuntimeApi implements AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String CLOCK = "/local/clock";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A call on its way to the process. */
  public record Call(
      String requestId, byte[] event, long deadlineMillis, CompletableFuture<byte[]> answer) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final String functionArn;
  private final Clock clock;
  private volatile Call current;
  private volatile LambdaFailed death;

  /**
   * Listens.
   *
   * @param functionArn what the process is told that it is
   * @param clock the domain clock
   */
  public RuntimeApi(String functionArn, Clock clock) {
    this.functionArn = functionArn;
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    } catch (IOException noPort) {
      throw new UncheckedIOException("no port for the Runtime API", noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Host and port, for {@code AWS_LAMBDA_RUNTIME_API}. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String clockUrl() {
    return "http://" + address() + CLOCK;
  }

  /** Done when the process asks for its first call; failed when it reports that it cannot start. */
  public CompletableFuture<Void> ready() {
    return ready;
  }

  /** Hands a call to the process as soon as it asks. */
  public void offer(Call call) {
    current = call;
    waiting.add(call);
    LambdaFailed why = death;
    if (why != null) {
      call.answer().completeExceptionally(why);
    }
  }

  /** The process ended: whoever waits learns of it. */
  public void died(LambdaFailed why) {
    death = why;
    ready.completeExceptionally(why);
    Call call = current;
    if (call != null) {
      call.answer().completeExceptionally(why);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(ROOT + "invocation/next")) {
        next(exchange);
        return;
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.equals(ROOT + "restore/next")) {
        // Where Lambda takes its snapshot, this process goes on at once, as a copy would.
        send(exchange, 200, "");
      } else if (path.equals(CLOCK)) {
        send(exchange, 200, clock.instant().toString());
      } else if (path.equals(ROOT + "init/error") || path.equals(ROOT + "restore/error")) {
        ready.completeExceptionally(failure(Reason.DIED, body));
        send(exchange, 202, "");
      } else if (path.startsWith(ROOT + "invocation/")) {
        answered(exchange, path.substring((ROOT + "invocation/").length()), body);
      } else {
        send(exchange, 404, "");
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    ready.complete(null);
    Call call;
    try {
      call = waiting.take();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return;
    }
    var headers = exchange.getResponseHeaders();
    // Without a content type the native client reads a null pointer and the process dies.
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", call.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", "" + call.deadlineMillis());
    headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
    headers.set("Lambda-Runtime-Trace-Id", "Root=" + call.requestId());
    exchange.sendResponseHeaders(200, call.event().length == 0 ? -1 : call.event().length);
    exchange.getResponseBody().write(call.event());
  }

  private void answered(HttpExchange exchange, String rest, byte[] body) throws IOException {
    Call call = current;
    int slash = rest.indexOf('/');
    if (call == null || slash < 0 || !rest.substring(0, slash).equals(call.requestId())) {
      send(exchange, 400, "");
      return;
    }
    current = null;
    // First the reply, then the caller: the next call must find the process ready to ask.
    boolean tooLarge = body.length > Limits.PAYLOAD;
    send(exchange, tooLarge ? 413 : 202, "");
    if (rest.endsWith("/response")) {
      call.answer().complete(body);
    } else {
      call.answer().completeExceptionally(failure(Reason.ERROR, body));
    }
  }

  private static LambdaFailed failure(Reason reason, byte[] body) {
    try {
      JsonNode error = JSON.readTree(body);
      return new LambdaFailed(
          reason,
          error.path("errorType").asString("Unknown"),
          error.path("errorMessage").asString(""),
          null);
    } catch (JacksonException notJson) {
      return new LambdaFailed(reason, "Unknown", new String(body, StandardCharsets.UTF_8), notJson);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
