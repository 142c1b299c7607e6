package vn.minhbach.local;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import vn.minhbach.local.dynamodb.DynamoDbServer;
import vn.minhbach.local.dynamodb.store.DataRefused;
import vn.minhbach.local.dynamodb.store.Store;

/** The local table in this JVM, on a port of its own, with the tables of the template. */
public final class LocalDynamoDb implements AutoCloseable {

  private final DynamoDbServer server;
  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;

  private LocalDynamoDb(DynamoDbServer server) {
    this.server = server;
    this.client = LocalClients.dynamoDb(server.endpoint());
    this.streams = LocalClients.streams(server.endpoint());
  }

  /**
   * Starts the database.
   *
   * @param port 0 for any free one
   * @param directory where the data stays; empty keeps it in memory, gone at {@link #close}
   * @throws PortTaken when something else listens there
   * @throws DataRefused when the directory is in use, or was written by another version
   */
  public static LocalDynamoDb start(int port, Optional<Path> directory) {
    try {
      return new LocalDynamoDb(
          DynamoDbServer.start(port, directory, InstantSource.system(), LocalClients.REGION.id()));
    } catch (BindException e) {
      throw PortTaken.or("DynamoDB", port, e);
    }
  }

  /** Where it answers. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** The way to it without a socket, for tests that make many calls. */
  public SdkHttpClient direct() {
    return server.direct();
  }

  /** The same for a client that other services are asked through too, in its own way. */
  public SdkHttpClient directBeside(SdkHttpClient others) {
    return server.directBeside(others);
  }

  /** A client of the local system: neither faults nor metering. */
  public DynamoDbClient client() {
    return client;
  }

  /** A streams client of the local system. */
  public DynamoDbStreamsClient streams() {
    return streams;
  }

  /**
   * What the table keeps: for a test that comes back to a snapshot, and to make eventually
   * consistent reads lag.
   */
  public Store store() {
    return server.store();
  }

  /** Creates a table with its indexes, stream and TTL, unless a table of that name is there. */
  public void createIfMissing(Template.Table table) {
    try {
      client.createTable(request(table));
    } catch (ResourceInUseException there) {
      // From an earlier run.
    }
    table.ttlAttribute().ifPresent(attribute -> expire(table.name(), attribute));
  }

  private void expire(String table, String attribute) {
    TimeToLiveStatus status =
        client
            .describeTimeToLive(ttl -> ttl.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    if (status != TimeToLiveStatus.ENABLED) {
      client.updateTimeToLive(ttl ->
          ttl.tableName(table)
              .timeToLiveSpecification(spec -> spec.attributeName(attribute).enabled(true)));
    }
  }

  /**
   * The stream of a table.
   *
   * @throws IllegalArgumentException when the table has none
   */
  public String streamArn(String table) {
    String arn =
        client.describeTable(describe -> describe.tableName(table)).table().latestStreamArn();
    if (arn == null) {
      throw new IllegalArgumentException("table " + table + " has no stream");
    }
    return arn;
  }

  private static CreateTableRequest request(Template.Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(table.partitionKey(), table.sortKey()))
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(attribute ->
                        AttributeDefinition.builder()
                            .attributeName(attribute.getKey())
                            .attributeType(ScalarAttributeType.fromValue(attribute.getValue()))
                            .build())
                    .toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(LocalDynamoDb::index).toList());
    }
    table
        .streamView()
        .ifPresent(view ->
            request.streamSpecification(spec -> spec.streamEnabled(true).streamViewType(view)));
    return request.build();
  }

  private static GlobalSecondaryIndex index(Template.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.partitionKey(), index.sortKey()))
        .projection(projection -> projection.projectionType(index.projection()))
        .build();
  }

  private static List<KeySchemaElement> keys(String partitionKey, Optional<String> sortKey) {
    List<KeySchemaElement> keys = new ArrayList<>();
    keys.add(KeySchemaElement.builder().attributeName(partitionKey).keyType(KeyType.HASH).build());
    sortKey.ifPresent(key ->
        keys.add(KeySchemaElement.builder().attributeName(key).keyType(KeyType.RANGE).build()));
    return keys;
  }

  /** Stops the server and closes the data files. */
  @Override
  public void close() {
    client.close();
    streams.close();
    server.close();
  }
}
