package vn.minhbach.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.Lambdas;
import vn.minhbach.local.Template;
import vn.minhbach.local.lambda.Limits;

/**
 * The HttpApi of the template: routes, JWT authorizer, CORS, payload format 2.0, limits, and AWS's
 * own answers for what does not reach a function. Beside it, under /app/, the pages, which a
 * distribution serves in AWS, and under /local/ what exists in the local run alone.
 */
public final class Gateway implements AutoCloseable {

  /** Bytes of a request body. */
  private static final int LARGEST_REQUEST = 10 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Clock wallClock;
  private final Duration patience;
  private volatile Serving serving;

  private record Serving(
      Routes routes,
      CorsRules cors,
      JwtAuthorizer authorizer,
      Lambdas lambdas,
      LocalPaths local,
      Site site) {}

  private Gateway(HttpServer server, Clock wallClock, Duration patience) {
    this.server = server;
    this.wallClock = wallClock;
    this.patience = patience;
  }

  /**
   * Takes the port, so that its number is known to the other parts; {@link #serve} begins to
   * answer.
   *
   * @param port 0 for any free one
   * @param patience after which a function that has not answered is a 503; HttpApi waits 30 seconds
   */
  public static Gateway bind(int port, Clock wallClock, Duration patience) throws BindException {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
      return new Gateway(server, wallClock, patience);
    } catch (BindException taken) {
      throw taken;
    } catch (IOException cannotBind) {
      throw new IllegalStateException("the gateway cannot open a port", cannotBind);
    }
  }

  /** Begins to answer. */
  public void serve(
      Template template, JwtAuthorizer authorizer, Lambdas lambdas, LocalPaths local, Site site) {
    serving =
        new Serving(
            new Routes(template), new CorsRules(template.cors()), authorizer, lambdas, local, site);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it answers, without a slash at the end. */
  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    Serving now = serving;
    try (exchange) {
      Reply reply;
      try {
        reply = now.cors().preflight(exchange).orElse(null);
        if (reply == null) {
          reply = now.cors().decorate(exchange, answer(now, exchange, requestId));
        }
      } catch (RuntimeException bug) {
        LOG.log(Level.ERROR, "the gateway failed at " + exchange.getRequestURI().getPath(), bug);
        reply = Reply.message(500, "Internal Server Error");
      }
      reply.with("apigw-requestid", requestId).send(exchange);
    }
  }

  private Reply answer(Serving now, HttpExchange exchange, String requestId) throws IOException {
    String path = HttpEvents.path(exchange.getRequestURI());
    byte[] body = body(exchange);
    if (body == null) {
      return Reply.message(413, "Request Entity Too Large");
    }
    if (path.startsWith("/local/")) {
      return now.local().answer(exchange.getRequestMethod(), path, body);
    }
    Optional<Reply> document = now.site().answer(exchange, path);
    if (document.isPresent()) {
      return document.get();
    }
    Optional<Routes.Match> match = now.routes().find(exchange.getRequestMethod(), path);
    if (match.isEmpty()) {
      return Reply.message(404, "Not Found");
    }
    Map<String, String> claims = null;
    if (match.get().route().authorized()) {
      try {
        claims = now.authorizer().check(exchange.getRequestHeaders().getFirst("Authorization"));
      } catch (JwtAuthorizer.Refused refused) {
        String challenge = "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\"";
        return Reply.message(401, "Unauthorized")
            .with("www-authenticate", challenge.formatted(refused.getMessage()));
      }
    }
    byte[] event =
        HttpEvents.event(exchange, match.get(), claims, body, requestId, wallClock.instant());
    if (event.length > Limits.PAYLOAD) {
      return Reply.message(413, "Request Entity Too Large");
    }
    return call(now.lambdas(), match.get().route().function(), event);
  }

  private Reply call(Lambdas lambdas, String function, byte[] event) {
    Future<byte[]> answer = threads.submit(() -> lambdas.invoke(function, event));
    try {
      return Reply.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      // The function goes on, as in Lambda; nobody waits for it any more.
      return Reply.message(503, "Service Unavailable");
    } catch (ExecutionException failed) {
      return failed(function, failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Reply.message(503, "Service Unavailable");
    }
  }

  private static Reply failed(String function, Throwable cause) {
    LOG.log(Level.ERROR, function + " failed: " + cause.getMessage(), cause);
    boolean throttled =
        cause instanceof LambdaFailed failed && failed.reason() == LambdaFailed.Reason.THROTTLED;
    return throttled
        ? Reply.message(503, "Service Unavailable")
        : Reply.message(500, "Internal Server Error");
  }

  /** The body, or null when it is larger than HttpApi takes. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(LARGEST_REQUEST + 1);
      if (body.length <= LARGEST_REQUEST) {
        return body;
      }
      in.skip(Long.MAX_VALUE);
      return null;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
