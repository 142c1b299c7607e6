package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class LocalDynamoDbTest {

  static final Template.Table TABLE =
      new Template.Table(
          "Table",
          "minhbach",
          Map.of("PK", "S", "SK", "S"),
          "PK",
          Optional.of("SK"),
          List.of(),
          Optional.of("expiresAt"),
          Optional.of("KEYS_ONLY"));

  static Map<String, AttributeValue> item(String pk, String sk) {
    return Map.of("PK", AttributeValue.fromS(pk), "SK", AttributeValue.fromS(sk));
  }

  @Test
  void createsTheTableAsTheTemplateSays() {
    try (LocalDynamoDb db = LocalDynamoDb.start(0, Optional.empty())) {
      db.createIfMissing(TABLE);
      db.createIfMissing(TABLE);
      TableDescription table = db.client().describeTable(d -> d.tableName("minhbach")).table();
      assertEquals(StreamViewType.KEYS_ONLY, table.streamSpecification().streamViewType());
      assertEquals(
          TimeToLiveStatus.ENABLED,
          db.client()
              .describeTimeToLive(d -> d.tableName("minhbach"))
              .timeToLiveDescription()
              .timeToLiveStatus());
      assertEquals(table.latestStreamArn(), db.streamArn("minhbach"));
    }
  }

  @Test
  void keepsItemsAndStreamOverARestart(@TempDir Path directory) {
    Path data = directory.resolve("dynamodb");
    String stream;
    try (LocalDynamoDb db = LocalDynamoDb.start(0, Optional.of(data))) {
      db.createIfMissing(TABLE);
      db.client().putItem(p -> p.tableName("minhbach").item(item("C#1", "HEAD")));
      stream = db.streamArn("minhbach");
    }
    try (LocalDynamoDb db = LocalDynamoDb.start(0, Optional.of(data))) {
      db.createIfMissing(TABLE);
      assertTrue(
          db.client().getItem(g -> g.tableName("minhbach").key(item("C#1", "HEAD"))).hasItem());
      assertEquals(stream, db.streamArn("minhbach"));
    }
  }

  @Test
  void saysPlainlyThatAPortIsTaken() {
    try (LocalDynamoDb db = LocalDynamoDb.start(0, Optional.empty())) {
      int port = db.endpoint().getPort();
      PortTaken taken =
          assertThrows(PortTaken.class, () -> LocalDynamoDb.start(port, Optional.empty()));
      assertTrue(taken.getMessage().contains("Port " + port + " (DynamoDB)"));
    }
  }
}
