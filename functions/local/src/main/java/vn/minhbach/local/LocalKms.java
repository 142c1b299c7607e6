package vn.minhbach.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks as much of KMS's JSON protocol as sealing needs: GetPublicKey, and Sign by ECDSA_SHA_256
 * over a digest and by ED25519_SHA_512 over a message. The template's keys, made on the first start
 * and kept in files that only their owner reads; signatures are the JDK's.
 */
public final class LocalKms implements AutoCloseable {

  private static final String TARGET = "TrentService.";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Key> keys;

  private record Key(String spec, KeyPair pair) {
    boolean elliptic() {
      return spec.equals("ECC_NIST_P256");
    }
  }

  private LocalKms(HttpServer server, Map<String, Key> keys) {
    this.server = server;
    this.keys = keys;
  }

  /**
   * Starts it at any free port.
   *
   * @param specs KeySpec by name
   * @param directory where the keys are kept
   */
  public static LocalKms start(Map<String, String> specs, Path directory) {
    try {
      Files.createDirectories(directory);
      Map<String, Key> keys = new TreeMap<>();
      for (Map.Entry<String, String> key : specs.entrySet()) {
        Path file = directory.resolve(key.getKey() + ".key");
        keys.put(key.getKey(), new Key(key.getValue(), pair(key.getValue(), file)));
      }
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var kms = new LocalKms(server, keys);
      server.createContext("/", kms::serve);
      server.setExecutor(kms.threads);
      server.start();
      return kms;
    } catch (IOException noPort) {
      throw new UncheckedIOException("no keys in " + directory, noPort);
    }
  }

  private static PairKind kind(String spec) {
    return switch (spec) {
      case "ECC_NIST_P256" -> new PairKind("EC", "secp256r1");
      case "ECC_NIST_EDWARDS25519" -> new PairKind("Ed25519", "");
      default -> throw new IllegalArgumentException("KeySpec " + spec + " is not for here");
    };
  }

  private record PairKind(String algorithm, String curve) {
    KeyPair fresh() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (!curve.isEmpty()) {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    }
  }

  // Two lines: the private key (PKCS #8) and the public one (SubjectPublicKeyInfo).
  private static KeyPair pair(String spec, Path file) throws IOException {
    PairKind kind = kind(spec);
    try {
      if (Files.notExists(file)) {
        KeyPair fresh = kind.fresh();
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
            file,
            BASE64.encodeToString(fresh.getPrivate().getEncoded())
                + "\n"
                + BASE64.encodeToString(fresh.getPublic().getEncoded())
                + "\n");
        return fresh;
      }
      String[] lines = Files.readString(file).split("\n");
      KeyFactory factory = KeyFactory.getInstance(kind.algorithm());
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines[1]))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0]))));
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(file + " is no key of " + spec, unreadable);
    }
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String target = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-target"));
      String authorization = exchange.getRequestHeaders().getFirst("authorization");
      Key key = keys.get(body.path("KeyId").asString(""));
      int status = 200;
      Object answer;
      if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
        status = 400;
        answer = Map.of("__type", "MissingAuthenticationTokenException");
      } else if (key == null) {
        status = 400;
        answer = Map.of("__type", "NotFoundException");
      } else {
        answer = answer(target, key, body);
      }
      byte[] bytes = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> answer(String target, Key key, JsonNode body) {
    return switch (target) {
      case TARGET + "GetPublicKey" ->
          Map.of("PublicKey", BASE64.encodeToString(key.pair().getPublic().getEncoded()));
      case TARGET + "Sign" -> {
        String wanted = key.elliptic() ? "DIGEST ECDSA_SHA_256" : "RAW ED25519_SHA_512";
        String asked =
            body.path("MessageType").asString("")
                + " "
                + body.path("SigningAlgorithm").asString("");
        if (!asked.equals(wanted)) {
          throw new IllegalStateException(asked + " of a key for " + wanted);
        }
        byte[] message = Base64.getDecoder().decode(body.path("Message").asString(""));
        yield Map.of("Signature", BASE64.encodeToString(signed(key, message)));
      }
      default -> throw new IllegalStateException(target);
    };
  }

  private static byte[] signed(Key key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(key.elliptic() ? "NONEwithECDSA" : "Ed25519");
      signature.initSign(key.pair().getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException bug) {
      throw new IllegalStateException(bug);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
