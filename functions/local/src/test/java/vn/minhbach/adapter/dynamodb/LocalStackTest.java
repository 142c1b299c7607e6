package vn.minhbach.adapter.dynamodb;

import cloud.localstack.awssdkv2.TestUtils;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The adapter's contract against a running LocalStack, or whatever else answers as DynamoDB at
 * {@code LOCALSTACK_ENDPOINT} or {@code AWS_ENDPOINT_URL}; without either there is nothing to test.
 */
@Tag("localstack")
@Timeout(120)
@ExtendWith(LocalStackTest.OnlyWithEndpoint.class)
class LocalStackTest {

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

  private static Optional<String> endpoint() {
    return Stream.of("LOCALSTACK_ENDPOINT", "AWS_ENDPOINT_URL")
        .map(System::getenv)
        .filter(Objects::nonNull)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  static final class OnlyWithEndpoint implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return endpoint()
          .map(url -> ConditionEvaluationResult.enabled("against " + url))
          .orElseGet(() ->
              ConditionEvaluationResult.disabled(
                  "neither LOCALSTACK_ENDPOINT nor AWS_ENDPOINT_URL is set"));
    }
  }

  /** A new table for each test, deleted after it. */
  private static final class TableAtEndpoint extends EmbeddedTable implements AfterEachCallback {

    private final DynamoDbClient client =
        TestUtils.wrapApiSyncClientV2(DynamoDbClient.builder(), endpoint().orElseThrow()).build();
    private final String name = "minhbach-test-" + UUID.randomUUID();

    @Override
    public void beforeEach(ExtensionContext context) {
      client.createTable(create ->
          create
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(List.of(text("PK"), text("SK")))
              .keySchema(List.of(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))));
      client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
    }

    @Override
    public void afterEach(ExtensionContext context) {
      client.deleteTable(delete -> delete.tableName(name));
      client.close();
    }

    @Override
    DynamoDbClient client() {
      return client;
    }

    @Override
    String name() {
      return name;
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
