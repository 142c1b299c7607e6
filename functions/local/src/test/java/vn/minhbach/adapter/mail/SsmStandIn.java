package vn.minhbach.adapter.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SSM's GetParameter as the service documents it, which recomputes each signature from the rules of
 * Signature Version 4 and believes no other.
 */
final class SsmStandIn implements AutoCloseable {

  static final String KEY = "AKIDEXAMPLE";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?"
              + "SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> parameters = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final HttpServer server;

  SsmStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  void put(String name, String value) {
    parameters.put(name, value);
  }

  int reads() {
    return reads.get();
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      reads.incrementAndGet();
      Optional<String> wrong = refusal(exchange, body);
      JsonNode asked = JSON.readTree(body);
      String value = parameters.get(asked.path("Name").asString(""));
      if (wrong.isPresent()) {
        answer(exchange, 400, Map.of("__type", wrong.get()));
      } else if (value == null) {
        answer(exchange, 400, Map.of("__type", "ParameterNotFound"));
      } else {
        boolean open = asked.path("WithDecryption").asBoolean(false);
        answer(
            exchange,
            200,
            Map.of(
                "Parameter",
                Map.of("Type", "SecureString", "Value", open ? value : "AQICAHh…", "Version", 1)));
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, Object answer) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Optional<String> refusal(HttpExchange exchange, byte[] body) {
    Matcher told =
        AUTHORIZATION.matcher(
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    if (!told.matches()) {
      return Optional.of("MissingAuthenticationTokenException");
    }
    if (!told.group(1).equals(KEY) || !told.group(4).equals("ssm")) {
      return Optional.of("UnrecognizedClientException");
    }
    if (!"AmazonSSM.GetParameter".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
      return Optional.of("UnknownOperationException");
    }
    return signature(exchange, body, told).equals(told.group(6))
        ? Optional.empty()
        : Optional.of("InvalidSignatureException");
  }

  private static String signature(HttpExchange exchange, byte[] body, Matcher told) {
    String headers =
        Arrays.stream(told.group(5).split(";"))
            .map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name).strip() + "\n")
            .collect(Collectors.joining());
    String request =
        "POST\n/\n\n" + headers + "\n" + told.group(5) + "\n" + HexFormat.of().formatHex(sha(body));
    String scope = told.group(2) + "/" + told.group(3) + "/ssm/aws4_request";
    String toSign =
        "AWS4-HMAC-SHA256\n"
            + exchange.getRequestHeaders().getFirst("X-Amz-Date")
            + "\n"
            + scope
            + "\n"
            + HexFormat.of().formatHex(sha(request.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
