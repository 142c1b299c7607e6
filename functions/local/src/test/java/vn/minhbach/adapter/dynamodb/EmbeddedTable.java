package vn.minhbach.adapter.dynamodb;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import vn.minhbach.local.LocalClients;
import vn.minhbach.local.LocalDynamoDb;
import vn.minhbach.local.Template;

/** A new table for each test, in one embedded DynamoDB for all of them. */
class EmbeddedTable implements BeforeEachCallback {

  private static final AtomicLong COUNT = new AtomicLong();

  final SettableClock wallClock = new SettableClock();
  private final AtomicLong chance = new AtomicLong();
  private long series;
  private LocalDynamoDb database;

  @Override
  public final void beforeEach(ExtensionContext context) {
    series = series();
    create(context);
  }

  /** A new table for what is no test of JUnit's, as each try of a property. */
  static EmbeddedTable in(LocalDynamoDb database) {
    var table = new EmbeddedTable();
    table.series = table.series();
    table.create(database);
    return table;
  }

  /** Tells tables apart, and the request tokens of one test from those of every other. */
  long series() {
    return COUNT.incrementAndGet();
  }

  void create(ExtensionContext context) {
    create(
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Database.class, key -> new Database(), Database.class)
            .started());
  }

  private void create(LocalDynamoDb started) {
    database = started;
    database.createIfMissing(
        new Template.Table(
            "Table",
            name(),
            Map.of("PK", "S", "SK", "S"),
            "PK",
            Optional.of("SK"),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  DynamoDbClient client() {
    return database.client();
  }

  final String name() {
    return String.format("minhbach-test-%016x", series);
  }

  DynamoTable table() {
    return table(client());
  }

  /** The same table through another client. */
  DynamoTable table(DynamoDbClient client) {
    return new DynamoTable(
        client,
        name(),
        wallClock,
        () -> String.format("%016x%016x", series, chance.incrementAndGet()),
        attempt -> {});
  }

  /** Builds a client with a test's own settings. */
  DynamoDbClientBuilder builder() {
    return builder(database.endpoint());
  }

  /** A client of a test's own making; LocalClients makes none with settings. */
  static DynamoDbClientBuilder builder(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(LocalClients.REGION)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY)));
  }

  /** Every item of the table. */
  List<Item> everything() {
    return client()
        .scanPaginator(scan -> scan.tableName(name()).consistentRead(true))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  private record Database(LocalDynamoDb started) implements AutoCloseable {

    Database() {
      this(LocalDynamoDb.start(0, Optional.empty()));
    }

    @Override
    public void close() {
      started.close();
    }
  }

  static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    void set(Instant next) {
      now = next;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
