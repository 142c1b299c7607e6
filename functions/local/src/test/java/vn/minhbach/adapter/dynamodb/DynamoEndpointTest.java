package vn.minhbach.adapter.dynamodb;

import cloud.localstack.awssdkv2.TestUtils;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import vn.minhbach.adapter.NeedsEndpoint;

/**
 * The adapter's whole contract against whatever answers as DynamoDB at {@code DYNAMODB_ENDPOINT}:
 * LocalStack, moto, dynoxide or DynamoDB itself. {@code AWS_ACCESS_KEY_ID} and {@code AWS_REGION}
 * count where they are set; an emulator is content without.
 */
@Timeout(120)
@NeedsEndpoint({"DYNAMODB_ENDPOINT", "LOCALSTACK_ENDPOINT", "AWS_ENDPOINT_URL"})
class DynamoEndpointTest {

  @Nested
  class Campaigns extends DynamoCampaignsTest {
    @Override
    EmbeddedTable somewhere() {
      return new TableAtEndpoint();
    }
  }

  @Nested
  class Submissions extends DynamoSubmissionsTest {
    @Override
    EmbeddedTable somewhere() {
      return new TableAtEndpoint();
    }
  }

  @Nested
  class Rankings extends DynamoRankingsTest {
    @Override
    EmbeddedTable somewhere() {
      return new TableAtEndpoint();
    }
  }

  @Nested
  class Table extends DynamoTableTest {
    @Override
    EmbeddedTable somewhere() {
      return new TableAtEndpoint();
    }
  }

  @Nested
  class LostAnswers extends LostAnswerTest {
    @Override
    EmbeddedTable somewhere() {
      return new TableAtEndpoint();
    }
  }

  @Nested
  class AccessCosts extends AccessCostTest {
    @Override
    EmbeddedTable somewhere() {
      return new TableAtEndpoint();
    }
  }

  @Nested
  class RehearsalCosts extends RehearsalCostTest {
    @Override
    EmbeddedTable somewhere() {
      return new TableAtEndpoint();
    }
  }

  /** A new table for each test, deleted after it. */
  private static final class TableAtEndpoint extends EmbeddedTable implements AfterEachCallback {

    private final DynamoDbClient client = builder().build();

    @Override
    void create(ExtensionContext context) {
      client.createTable(create ->
          create
              .tableName(name())
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(List.of(text("PK"), text("SK")))
              .keySchema(List.of(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))));
      client.waiter().waitUntilTableExists(describe -> describe.tableName(name()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
      client.deleteTable(delete -> delete.tableName(name()));
      client.close();
    }

    /** Drawn: the endpoint remembers the tokens of an earlier run for ten minutes, as it should. */
    @Override
    long series() {
      return UUID.randomUUID().getMostSignificantBits();
    }

    @Override
    DynamoDbClient client() {
      return client;
    }

    @Override
    DynamoDbClientBuilder builder() {
      DynamoDbClientBuilder builder =
          TestUtils.wrapApiSyncClientV2(
              DynamoDbClient.builder(),
              NeedsEndpoint.Named.by("DYNAMODB_ENDPOINT", "LOCALSTACK_ENDPOINT", "AWS_ENDPOINT_URL")
                  .orElseThrow());
      if (System.getenv("AWS_ACCESS_KEY_ID") != null) {
        builder.credentialsProvider(DefaultCredentialsProvider.builder().build());
      }
      Optional.ofNullable(System.getenv("AWS_REGION")).map(Region::of).ifPresent(builder::region);
      return builder;
    }

    private static AttributeDefinition text(String attribute) {
      return AttributeDefinition.builder()
          .attributeName(attribute)
          .attributeType(ScalarAttributeType.S)
          .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
      return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }
  }
}
