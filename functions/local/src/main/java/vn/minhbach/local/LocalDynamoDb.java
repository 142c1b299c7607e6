package vn.minhbach.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this JVM, on its own HTTP port. Its server class is not used: that one opens
 * the port to the network, does not tell an ephemeral port and sends telemetry; this one does
 * neither.
 */
public final class LocalDynamoDb implements AutoCloseable {

  private static final int NO_AUTHORITY = 0;

  private final Server server;
  private final LocalDynamoDBServerHandler handler;
  private final URI endpoint;
  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;

  private LocalDynamoDb(Server server, LocalDynamoDBServerHandler handler, int port) {
    this.server = server;
    this.handler = handler;
    this.endpoint = URI.create("http://localhost:" + port);
    this.client = LocalClients.dynamoDb(endpoint);
    this.streams = LocalClients.streams(endpoint);
  }

  /**
   * Starts the database.
   *
   * @param port 0 for any free one
   * @param directory where the data stays; empty keeps it in memory, gone at {@link #close}
   * @throws PortTaken when something else listens there
   */
  public static LocalDynamoDb start(int port, Optional<Path> directory) {
    LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests(directory), "*");
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("localhost");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      handler.close();
      throw PortTaken.or("DynamoDB", port, e);
    }
    return new LocalDynamoDb(server, handler, connector.getLocalPort());
  }

  private static LocalDynamoDBRequestHandler requests(Optional<Path> directory) {
    try {
      if (directory.isPresent()) {
        Files.createDirectories(directory.get());
      }
      String path = directory.map(Path::toString).orElse(null);
      return new LocalDynamoDBRequestHandler(NO_AUTHORITY, directory.isEmpty(), path, true, false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep table data in " + directory.orElseThrow(), e);
    }
  }

  /** Where it answers. */
  public URI endpoint() {
    return endpoint;
  }

  /** A client of the local system: neither faults nor metering. */
  public DynamoDbClient client() {
    return client;
  }

  /** A streams client of the local system. */
  public DynamoDbStreamsClient streams() {
    return streams;
  }

  /** Creates a table with its indexes, stream and TTL, unless a table of that name is there. */
  public void createIfMissing(Template.Table table) {
    // Not by trying: DynamoDB Local logs a stack trace for every table that is there already.
    if (!client.listTablesPaginator().tableNames().stream().toList().contains(table.name())) {
      client.createTable(request(table));
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
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    } finally {
      handler.close();
    }
  }
}
