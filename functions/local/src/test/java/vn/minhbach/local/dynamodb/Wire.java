package vn.minhbach.local.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A table in memory, spoken to without the SDK: what is on the wire counts, not what it reads. */
final class Wire implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));
  private final DynamoDbServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  /** What came: the status and the body. */
  record Reply(int status, JsonNode body) {}

  Wire() {
    try {
      InstantSource clock = now::get;
      server = DynamoDbServer.start(0, Optional.empty(), clock, "ap-southeast-1");
    } catch (BindException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Apostrophes stand for quotation marks, so that a request can be read. */
  static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  Reply send(String operation, String request) {
    HttpRequest post =
        HttpRequest.newBuilder(server.endpoint())
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=any")
            .POST(HttpRequest.BodyPublishers.ofString(request.replace('\'', '"')))
            .build();
    try {
      HttpResponse<String> reply = http.send(post, HttpResponse.BodyHandlers.ofString());
      return new Reply(reply.statusCode(), JSON.readTree(reply.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
