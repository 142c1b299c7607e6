package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.lambda.TestFunctions;

@Timeout(120)
class LocalSystemTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCHEDULE =
      """
        TickFunction:
          Type: AWS::Serverless::Function
          Properties:
            Environment: {Variables: {SPRING_CLOUD_FUNCTION_DEFINITION: tell, TABLE_NAME: !Ref Table}}
            Events:
              Yearly:
                Type: ScheduleV2
                Properties: {ScheduleExpression: rate(365 days), Input: '{"schedule":"tick"}'}
      """;

  @TempDir Path directory;

  private LocalOptions options() throws IOException {
    Path template = directory.resolve("template.yaml");
    Files.writeString(template, TestFunctions.TEMPLATE + SCHEDULE);
    return LocalOptions.forTests().withTemplate(template);
  }

  private static JsonNode send(LocalSystem system, String method, String path, String body)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(system.url() + path))
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return JSON.createObjectNode()
          .put("status", response.statusCode())
          .set("body", JSON.readTree(response.body()));
    }
  }

  @Test
  void theDomainClockCanBeSetAndFunctionsFollow() throws Exception {
    try (LocalSystem system = LocalSystem.start(options(), TestFunctions.class)) {
      String now = "{\"now\":\"2020-09-25T08:00:00+07:00\"}";
      JsonNode set = send(system, "PUT", "/local/clock", now);
      assertEquals(200, set.get("status").asInt());
      assertTrue(set.at("/body/now").asString().startsWith("2020-09-25T01:00:0"), set.toString());
      JsonNode ran = send(system, "POST", "/local/schedules/TickFunction", "");
      Instant told = Instant.parse(ran.at("/body/answer/now").asString());
      Duration since = Duration.between(Instant.parse("2020-09-25T01:00:00Z"), told);
      assertTrue(since.toMinutes() == 0 && !since.isNegative(), told.toString());
      assertEquals(
          400, send(system, "PUT", "/local/clock", "{\"now\":\"8 giờ\"}").get("status").asInt());
      assertEquals(400, send(system, "POST", "/local/schedules/other", "").get("status").asInt());
      assertEquals(0, send(system, "GET", "/local/mail", "").at("/body/items").size());
    }
  }

  @Test
  void forkedFunctionsFollowTheDomainClockToo() throws Exception {
    try (LocalSystem system = LocalSystem.start(options().withForked(), TestFunctions.class)) {
      send(system, "PUT", "/local/clock", "{\"now\":\"2020-09-25T08:00:00+07:00\"}");
      JsonNode ran = send(system, "POST", "/local/schedules/tell", "");
      assertTrue(
          ran.at("/body/answer/now").asString().startsWith("2020-09-25T01:00:"), ran.toString());
    }
  }

  @Test
  void dataSurviveARestartUntilAFreshOne() throws Exception {
    LocalOptions kept = options().withDirectory(directory.resolve("data"));
    Map<String, AttributeValue> item = Map.of("PK", AttributeValue.fromS("x"));
    String table;
    try (LocalSystem system = LocalSystem.start(kept, TestFunctions.class)) {
      table = system.template().tables().getFirst().name();
      system.dynamoDb().client().putItem(put -> put.tableName("minhbach-local-Table").item(item));
      system.clock().set(Instant.parse("2020-08-03T01:00:00Z"));
    }
    try (LocalSystem system = LocalSystem.start(kept, TestFunctions.class)) {
      assertTrue(
          system.dynamoDb().client().getItem(get -> get.tableName(table).key(item)).hasItem());
      assertTrue(system.clock().offset().isNegative());
    }
    try (LocalSystem system = LocalSystem.start(kept.withFresh(), TestFunctions.class)) {
      assertTrue(
          !system.dynamoDb().client().getItem(get -> get.tableName(table).key(item)).hasItem());
      assertEquals(Duration.ZERO, system.clock().offset());
    }
  }

  @Test
  void aTakenPortIsOneLineWithThePortAndItsOption() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      LocalOptions options = LocalOptions.parse("--port=" + port, "--dir=" + directory);
      PortTaken refused =
          assertThrows(PortTaken.class, () -> LocalSystem.start(options, TestFunctions.class));
      assertTrue(refused.getMessage().contains("Port " + port + " (HTTP)"), refused.getMessage());
      assertTrue(refused.getMessage().contains("--port="), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count());
    }
  }
}
