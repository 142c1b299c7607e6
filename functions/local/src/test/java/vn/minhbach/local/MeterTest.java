package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;

class MeterTest {

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY));

  @Test
  void countsRequestsAndUnitsOfTheFunctionsAlone() {
    try (LocalDynamoDb db = LocalDynamoDb.start(0, Optional.empty());
        DynamoDbClient client =
            DynamoDbClient.builder()
                .endpointOverride(db.endpoint())
                .region(LocalClients.REGION)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      db.createIfMissing(LocalDynamoDbTest.TABLE);
      Meter.Reading before = Meter.read();
      db.client().putItem(p -> p.tableName("minhbach").item(LocalDynamoDbTest.item("C#1", "own")));
      client.putItem(p -> p.tableName("minhbach").item(LocalDynamoDbTest.item("C#1", "a")));
      client.getItem(g ->
          g.tableName("minhbach").key(LocalDynamoDbTest.item("C#1", "a")).consistentRead(true));
      client.transactWriteItems(t ->
          t.transactItems(
              TransactWriteItem.builder()
                  .put(
                      Put.builder()
                          .tableName("minhbach")
                          .item(LocalDynamoDbTest.item("C#1", "b"))
                          .build())
                  .build(),
              TransactWriteItem.builder()
                  .put(
                      Put.builder()
                          .tableName("minhbach")
                          .item(LocalDynamoDbTest.item("C#1", "c"))
                          .build())
                  .build()));
      Meter.Reading used = Meter.read().since(before);
      assertEquals(
          Map.of("DynamoDb.PutItem", 1L, "DynamoDb.GetItem", 1L, "DynamoDb.TransactWriteItems", 1L),
          used.requests());
      assertEquals(3, used.requestsOf("DynamoDb"));
      assertEquals(1.0, used.readUnits());
      assertEquals(5.0, used.writeUnits(), "one, and two for each item of the transaction");
    }
  }

  @Test
  void countsBytesOfObjects() {
    try (LocalS3 s3 =
            LocalS3.start(
                0,
                Optional.empty(),
                List.of(new Template.Bucket("Q", "quarantine", false, List.of())),
                event -> {});
        S3Client client =
            S3Client.builder()
                .endpointOverride(s3.endpoint())
                .region(LocalClients.REGION)
                .credentialsProvider(CREDENTIALS)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      Meter.Reading before = Meter.read();
      client.putObject(p -> p.bucket("quarantine").key("k"), RequestBody.fromString("123456789"));
      client.headObject(h -> h.bucket("quarantine").key("k"));
      client.getObjectAsBytes(g -> g.bucket("quarantine").key("k").range("bytes=0-3"));
      Meter.Reading used = Meter.read().since(before);
      assertEquals(
          Map.of("S3.PutObject", 1L, "S3.HeadObject", 1L, "S3.GetObject", 1L), used.requests());
      assertEquals(9, used.bytesUp());
      assertEquals(4, used.bytesDown());
    }
  }
}
