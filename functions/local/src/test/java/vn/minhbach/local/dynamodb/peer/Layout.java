package vn.minhbach.local.dynamodb.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A table with its indexes, chosen by chance.
 *
 * @param sort the type of SK; empty makes a table without a sort key, which has no local index
 */
record Layout(
    String name,
    ScalarAttributeType partition,
    Optional<ScalarAttributeType> sort,
    ProjectionType globalProjection,
    ProjectionType localProjection) {

  /** G (string) and H (number) are its keys. */
  static final String GLOBAL = "byG";

  /** PK and L (string) are its keys. */
  static final String LOCAL = "byL";

  private static final List<ScalarAttributeType> TYPES =
      List.of(ScalarAttributeType.S, ScalarAttributeType.N, ScalarAttributeType.B);
  private static final List<ProjectionType> PROJECTIONS =
      List.of(ProjectionType.ALL, ProjectionType.KEYS_ONLY, ProjectionType.INCLUDE);

  static Layout of(String name, Random random) {
    return new Layout(
        name,
        TYPES.get(random.nextInt(3)),
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(TYPES.get(random.nextInt(3))),
        PROJECTIONS.get(random.nextInt(3)),
        PROJECTIONS.get(random.nextInt(3)));
  }

  CreateTableRequest create() {
    var attributes = new ArrayList<AttributeDefinition>();
    var keys = new ArrayList<KeySchemaElement>();
    attributes.add(attribute("PK", partition));
    keys.add(key("PK", KeyType.HASH));
    attributes.add(attribute("G", ScalarAttributeType.S));
    attributes.add(attribute("H", ScalarAttributeType.N));
    CreateTableRequest.Builder create =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName(GLOBAL)
                    .keySchema(key("G", KeyType.HASH), key("H", KeyType.RANGE))
                    .projection(projection(globalProjection))
                    .build());
    if (sort.isPresent()) {
      attributes.add(attribute("SK", sort.get()));
      attributes.add(attribute("L", ScalarAttributeType.S));
      keys.add(key("SK", KeyType.RANGE));
      create.localSecondaryIndexes(
          LocalSecondaryIndex.builder()
              .indexName(LOCAL)
              .keySchema(key("PK", KeyType.HASH), key("L", KeyType.RANGE))
              .projection(projection(localProjection))
              .build());
    }
    return create.attributeDefinitions(attributes).keySchema(keys).build();
  }

  private static Projection projection(ProjectionType type) {
    Projection.Builder projection = Projection.builder().projectionType(type);
    return type == ProjectionType.INCLUDE
        ? projection.nonKeyAttributes("a", "m").build()
        : projection.build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
