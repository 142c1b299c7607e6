package vn.minhbach.local.dynamodb.peer;

import static org.junit.jupiter.api.Assertions.fail;

import java.net.BindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import vn.minhbach.adapter.NeedsEndpoint;
import vn.minhbach.local.LocalClients;
import vn.minhbach.local.dynamodb.DynamoDbServer;

/**
 * The embedded table beside another one: the same tables, the same requests, and every answer that
 * is not the same is a failure. The other is whatever answers as DynamoDB at {@code DYNAMODB_PEER};
 * without it this is skipped. {@code -Dpeer.tries} and {@code -Dpeer.requests} ask for more; with
 * {@code -Dpeer.survey} differences are counted instead, each kind with one example, to see how far
 * two tables are apart.
 */
@Tag("localstack")
@AddLifecycleHook(PeerTest.OnlyWithPeer.class)
class PeerTest {

  private static final String PEER = "DYNAMODB_PEER";

  /** Of jqwik, which cannot be asked for a number of its own at run time. */
  private static final int TRIES = 20;

  private static final int ROUNDS = Math.ceilDiv(Integer.getInteger("peer.tries", TRIES), TRIES);
  private static final int REQUESTS = Integer.getInteger("peer.requests", 60);

  private static DynamoDbServer embedded;
  private static DynamoDbClient ours;
  private static DynamoDbClient theirs;
  private static final Survey SURVEY = new Survey();

  @BeforeContainer
  static void start() throws BindException {
    embedded = DynamoDbServer.start(0, Optional.empty(), InstantSource.system(), "ap-southeast-1");
    ours = LocalClients.dynamoDb(embedded.endpoint());
    theirs = client(URI.create(NeedsEndpoint.Named.by(PEER).orElseThrow()));
  }

  @AfterContainer
  static void stop() {
    if (embedded != null) {
      ours.close();
      theirs.close();
      embedded.close();
      SURVEY.print();
    }
  }

  @Property(tries = TRIES)
  void answersAsItsPeerDoes(@ForAll("chances") List<Long> chances) {
    for (int round = 0; round < ROUNDS; round++) {
      play(chances, round);
    }
  }

  @Provide
  static Arbitrary<List<Long>> chances() {
    return Arbitraries.randomValue(Random::nextLong)
        .list()
        .ofMinSize(1)
        .ofMaxSize(REQUESTS)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private void play(List<Long> chances, int round) {
    String name = "peer-" + UUID.randomUUID().toString().substring(0, 13);
    var layout = Layout.of(name, new Random(chances.getFirst() + round));
    List.of(ours, theirs)
        .forEach(table -> {
          table.createTable(layout.create());
          table.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        });
    try {
      for (long chance : chances) {
        DynamoDbRequest request = new Requests(layout, new Random(chance + round)).any();
        Answer our = Answer.of(ours, request);
        Answer their = Answer.of(theirs, request);
        if (SURVEY.differ(request, our, their)) {
          if (!Survey.ASKED) {
            fail(layout + "\n" + request + "\n ours: " + our + "\n peer: " + their);
          }
          Survey.copy(layout, ours, theirs);
        }
      }
    } finally {
      List.of(ours, theirs).forEach(table -> table.deleteTable(delete -> delete.tableName(name)));
    }
  }

  private static DynamoDbClient client(URI endpoint) {
    if (System.getenv("AWS_ACCESS_KEY_ID") == null) {
      return LocalClients.dynamoDb(endpoint);
    }
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  static final class OnlyWithPeer implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return NeedsEndpoint.Named.by(PEER).isPresent()
          ? SkipResult.doNotSkip()
          : SkipResult.skip(PEER + ": not set");
    }
  }
}
