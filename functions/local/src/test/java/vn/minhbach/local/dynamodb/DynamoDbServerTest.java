package vn.minhbach.local.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DynamoDbServerTest {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static DynamoDbServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    server = DynamoDbServer.start(0, Optional.empty(), InstantSource.fixed(NOW), "ap-southeast-1");
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static HttpResponse<String> send(String target, String body, boolean signed)
      throws Exception {
    URI endpoint = server.endpoint();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (target != null) {
      request.header("X-Amz-Target", target);
    }
    if (signed) {
      request.header("Authorization", "AWS4-HMAC-SHA256 x");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DynamoDB_20120810.ListTables | {} | false |"
            + " com.amazon.coral.service#MissingAuthenticationTokenException",
        "DynamoDB_20120810.ListTables | {x | true |"
            + " com.amazon.coral.service#SerializationException",
        "DynamoDB_20120810.ListTables | [] | true |"
            + " com.amazon.coral.service#SerializationException",
        "DynamoDB_20120810.FlyToTheMoon | {} | true |"
            + " com.amazon.coral.service#UnknownOperationException",
        "DynamoDB_20120810.GetItem | {} | true | com.amazon.coral.validate#ValidationException",
        "DynamoDB_20120810.DescribeTable | {\"TableName\":\"none\"} | true |"
            + " com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
      })
  void refusesInTheShapeOfTheProtocol(String target, String body, boolean signed, String type)
      throws Exception {
    HttpResponse<String> answer = send(target, body, signed);
    assertEquals(400, answer.statusCode());
    assertEquals(
        "application/x-amz-json-1.0", answer.headers().firstValue("Content-Type").orElseThrow());
    JsonNode json = JSON.readTree(answer.body());
    assertEquals(type, json.get("__type").stringValue());
    assertTrue(json.get("message").isString());
  }

  @Test
  void saysThatItIsThere() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.endpoint().resolve("/")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
  }

  @Test
  void deletesWhatIsOverAsTheServiceItself() throws Exception {
    send(
        "DynamoDB_20120810.CreateTable",
        """
        {"TableName":"ttl","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"k","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"k","KeyType":"HASH"}],
         "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"OLD_IMAGE"}}\
        """,
        true);
    send(
        "DynamoDB_20120810.UpdateTimeToLive",
        "{\"TableName\":\"ttl\",\"TimeToLiveSpecification\":{\"Enabled\":true,\"AttributeName\":\"until\"}}",
        true);
    long second = NOW.getEpochSecond();
    // Over, not yet, over for longer than anybody means, and no number.
    put("over", "{\"N\":\"" + (second - 1) + "\"}");
    put("now", "{\"N\":\"" + second + "\"}");
    put("mistaken", "{\"N\":\"1\"}");
    put("text", "{\"S\":\"1\"}");
    try (Expiry expiry = new Expiry(server.store(), () -> NOW)) {
      expiry.sweep(NOW);
      expiry.sweep(NOW);
    }
    JsonNode left =
        JSON.readTree(send("DynamoDB_20120810.Scan", "{\"TableName\":\"ttl\"}", true).body());
    assertEquals(3, left.get("Count").asInt());
    var table = server.store().tables().get("ttl");
    JsonNode removed =
        server
            .store()
            .read(true, session -> server.store().stream().read(session, table, 0, 10))
            .records()
            .getLast();
    assertEquals("REMOVE", removed.get("eventName").stringValue());
    assertEquals("over", removed.get("dynamodb").get("Keys").get("k").get("S").stringValue());
    assertEquals(
        "{\"Type\":\"Service\",\"PrincipalId\":\"dynamodb.amazonaws.com\"}",
        removed.get("userIdentity").toString());
  }

  private static void put(String key, String until) throws Exception {
    assertEquals(
        200,
        send(
                "DynamoDB_20120810.PutItem",
                "{\"TableName\":\"ttl\",\"Item\":{\"k\":{\"S\":\"%s\"},\"until\":%s}}"
                    .formatted(key, until),
                true)
            .statusCode());
  }
}
