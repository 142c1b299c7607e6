package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;
import static vn.minhbach.adapter.dynamodb.Sample.UNIT;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import vn.minhbach.core.Outage;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.ledger.Commit;

/** The line to DynamoDB breaks, before or after what was asked for took effect. */
class LostAnswerTest {

  @RegisterExtension final EmbeddedTable embedded = somewhere();

  /** Where the table is; DynamoEndpointTest has it elsewhere. */
  EmbeddedTable somewhere() {
    return new EmbeddedTable();
  }

  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void aTransactionThatTheSdkRepeatsTakesEffectOnce() {
    Commit<PutHead> first = Sample.change(Sample.unwritten(UNIT), Sample.put("I.1", 1));
    Commit<PutHead> second = Sample.change(first.head().after(), Sample.put("I.1", 2));
    try (DynamoDbClient client = losing(1)) {
      var submissions = new DynamoSubmissions(embedded.table(client));
      var commits = new DynamoCommit(embedded.table(client));

      assertTrue(commits.commit(first));
      assertEquals(2, sent.get());
      assertTrue(commits.commit(second));

      assertEquals(Optional.of(second.head().after()), submissions.head(CAMPAIGN, UNIT));
      assertEquals(
          List.of(first.entry(), second.entry()),
          new DynamoLedger(embedded.table()).entries(first.head().after().chain(), 0, 10));
    }
  }

  @Test
  void anAnswerThatIsLostEachTimeIsAnOutageAndTheCallerFindsTheEffect() {
    Commit<PutHead> change = Sample.change(Sample.unwritten(UNIT), Sample.put("I.1", 1));
    try (DynamoDbClient client = losing(Integer.MAX_VALUE)) {
      var commits = new DynamoCommit(embedded.table(client));
      Outage outage = assertThrows(Outage.class, () -> commits.commit(change));
      assertTrue(outage.getMessage().contains("TransactWriteItems"), outage.getMessage());
    }
    var submissions = new DynamoSubmissions(embedded.table());
    assertEquals(Optional.of(change.head().after()), submissions.head(CAMPAIGN, UNIT));
    assertFalse(
        new DynamoCommit(embedded.table()).commit(change),
        "the same request again finds the head moved");
  }

  @Test
  void readsToo() {
    try (DynamoDbClient client = losing(Integer.MAX_VALUE)) {
      var submissions = new DynamoSubmissions(embedded.table(client));
      assertThrows(Outage.class, () -> submissions.form(CAMPAIGN, UNIT));
      assertThrows(Outage.class, () -> submissions.head(CAMPAIGN, UNIT));
      assertThrows(Outage.class, () -> submissions.heads(CAMPAIGN, List.of(UNIT)));
    }
  }

  @Test
  void aServerThatIsNotThereIsAnOutage() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    URI nobody = URI.create("http://localhost:" + port);
    try (DynamoDbClient client =
        client(EmbeddedTable.builder(nobody), UrlConnectionHttpClient.create())) {
      var submissions = new DynamoSubmissions(embedded.table(client));
      Outage outage = assertThrows(Outage.class, () -> submissions.head(CAMPAIGN, UNIT));
      assertInstanceOf(IOException.class, outage.getCause().getCause());
    }
  }

  @Test
  void aTableThatDoesNotExistIsABug() {
    var table =
        new DynamoTable(embedded.client(), "nowhere", embedded.wallClock, () -> "1", attempt -> {});
    assertThrows(
        ResourceNotFoundException.class, () -> new DynamoSubmissions(table).head(CAMPAIGN, UNIT));
    assertThrows(
        ResourceNotFoundException.class,
        () -> new DynamoCommit(table).commit(Sample.change(Sample.unwritten(UNIT))));
  }

  /** Sends what it is given and loses the first answers. */
  private DynamoDbClient losing(int answers) {
    SdkHttpClient http = UrlConnectionHttpClient.create();
    return client(
        embedded.builder(),
        new SdkHttpClient() {
          @Override
          public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            ExecutableHttpRequest real = http.prepareRequest(request);
            return new ExecutableHttpRequest() {
              @Override
              public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse answer = real.call();
                if (sent.incrementAndGet() <= answers) {
                  throw new SocketTimeoutException("the answer is lost");
                }
                return answer;
              }

              @Override
              public void abort() {
                real.abort();
              }
            };
          }

          @Override
          public void close() {
            http.close();
          }
        });
  }

  private static DynamoDbClient client(DynamoDbClientBuilder builder, SdkHttpClient http) {
    return builder
        .httpClient(http)
        .overrideConfiguration(all ->
            all.retryStrategy(retry -> retry.maxAttempts(2))
                .apiCallAttemptTimeout(Duration.ofSeconds(10)))
        .build();
  }
}
