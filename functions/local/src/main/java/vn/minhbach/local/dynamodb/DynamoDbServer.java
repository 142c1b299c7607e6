package vn.minhbach.local.dynamodb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.http.SdkHttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.operation.Engine;
import vn.minhbach.local.dynamodb.operation.Operations;
import vn.minhbach.local.dynamodb.store.DataRefused;
import vn.minhbach.local.dynamodb.store.Store;
import vn.minhbach.local.dynamodb.store.StoreFailed;

/**
 * The table's HTTP server, on this machine alone: POST / with the operation in X-Amz-Target and
 * JSON 1.0 both ways. Credentials must be there but are not checked.
 */
public final class DynamoDbServer implements AutoCloseable {

  /** Bytes of the largest request, that of a batch of writes. */
  private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final System.Logger LOG = System.getLogger(DynamoDbServer.class.getName());

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Store store;
  private final Contention contention;
  private final Operations operations;
  private final Expiry expiry;

  /** What is answered. */
  record Reply(int status, byte[] body) {}

  private DynamoDbServer(HttpServer server, Store store, InstantSource clock, String region) {
    this.server = server;
    this.store = store;
    this.contention = new Contention(0);
    this.operations = new Operations(new Engine(store, clock, region, contention));
    this.expiry = new Expiry(store, clock);
  }

  /**
   * Starts one.
   *
   * @param port 0 for any free one
   * @param directory where the data stays; empty keeps it in memory
   * @param region in the names of resources
   * @throws BindException when something else listens there
   * @throws DataRefused when the directory cannot be used
   */
  public static DynamoDbServer start(
      int port, Optional<Path> directory, InstantSource clock, String region) throws BindException {
    // Else every small answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Store store = Store.open(directory);
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
      DynamoDbServer server = new DynamoDbServer(http, store, clock, region);
      http.setExecutor(server.threads);
      http.createContext("/", server::handle);
      http.start();
      server.expiry.start();
      return server;
    } catch (BindException taken) {
      store.close();
      throw taken;
    } catch (IOException e) {
      store.close();
      throw new IllegalStateException("the table cannot open a port", e);
    }
  }

  /** Where it answers. */
  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The way to it without a socket; its client is like any other but for that. */
  public SdkHttpClient direct() {
    return new DirectTransport(this);
  }

  /** The same for a client that other services are asked through too, in its own way. */
  public SdkHttpClient directBeside(SdkHttpClient others) {
    return new DirectBeside(direct(), server.getAddress().getPort(), others);
  }

  /** What it keeps; for snapshots, lagging reads and who waits for stream records. */
  public Store store() {
    return store;
  }

  /** Conflicts and throttling by chance. */
  public Contention contention() {
    return contention;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      Reply reply =
          exchange.getRequestMethod().equals("POST")
              ? answer(
                  exchange.getRequestHeaders().getFirst("X-Amz-Target"),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  body)
              : new Reply(200, "healthy: dynamodb".getBytes(StandardCharsets.US_ASCII));
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  /**
   * Answers a request, whichever way it came.
   *
   * @param target the header X-Amz-Target, null when there is none
   * @param authorization the header of that name, null when there is none
   * @param body null when it is larger than DynamoDB takes
   */
  Reply answer(String target, String authorization, byte[] body) {
    try {
      return answered(target, authorization, body);
    } catch (Refusal refusal) {
      return new Reply(400, JSON.writeValueAsBytes(refusal.json()));
    } catch (StoreFailed failed) {
      LOG.log(Level.ERROR, failed.getMessage(), failed);
      return internal(failed.getMessage());
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "the table failed at " + target, bug);
      return internal("Internal server error");
    }
  }

  private static Reply internal(String message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("__type", "com.amazonaws.dynamodb.v20120810#InternalServerError");
    return new Reply(500, JSON.writeValueAsBytes(json.put("message", message)));
  }

  private Reply answered(String target, String authorization, byte[] body) {
    // A page of another origin cannot send it, so that no browser writes here by mistake.
    if (authorization == null) {
      throw Refusal.missingAuthentication();
    }
    if (body == null) {
      return new Reply(
          413,
          "{\"message\":\"Request size exceeded 16777216 bytes\"}"
              .getBytes(StandardCharsets.US_ASCII));
    }
    return new Reply(200, JSON.writeValueAsBytes(operations.execute(target, parsed(body))));
  }

  private static JsonNode parsed(byte[] body) {
    JsonNode request;
    try {
      request = JSON.readTree(body);
    } catch (JacksonException notJson) {
      throw Refusal.serialization("The request is not JSON: " + notJson.getOriginalMessage());
    }
    if (!request.isObject()) {
      throw Refusal.serialization("Start of structure or map found where not expected");
    }
    return request;
  }

  /** Null when it is larger than DynamoDB takes. */
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

  /** Stops answering, then closes the data. */
  @Override
  public void close() {
    expiry.close();
    server.stop(0);
    threads.shutdownNow();
    store.close();
  }

  /**
   * Runs one until the process ends.
   *
   * @param arguments the port, then --memory or a directory for the data
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("DynamoDbServer PORT --memory | DynamoDbServer PORT DIRECTORY");
      System.exit(2);
    }
    Optional<Path> directory =
        arguments[1].equals("--memory") ? Optional.empty() : Optional.of(Path.of(arguments[1]));
    try {
      DynamoDbServer server =
          start(
              Integer.parseInt(arguments[0]), directory, InstantSource.system(), "ap-southeast-1");
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
      System.out.println("DynamoDB: " + server.endpoint());
    } catch (BindException taken) {
      System.err.println(
          "Cổng đang có chương trình khác dùng | The port is taken: " + arguments[0]);
      System.exit(2);
    } catch (DataRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    }
  }
}
