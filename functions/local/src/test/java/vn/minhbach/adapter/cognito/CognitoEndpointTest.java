package vn.minhbach.adapter.cognito;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import vn.minhbach.adapter.NeedsEndpoint;
import vn.minhbach.core.Role;

/**
 * The adapter's contract against whatever answers as Cognito at {@code COGNITO_ENDPOINT}; without
 * it there is nothing to test. LocalStack's free edition has no Cognito; moto's server has.
 */
@Timeout(300)
@NeedsEndpoint("COGNITO_ENDPOINT")
class CognitoEndpointTest {

  @Nested
  class Users extends CognitoUserPoolTest {
    @Override
    PoolAtEndpoint somewhere() {
      return new NewPool();
    }
  }

  /** A new pool for each test, as template.yaml describes it, deleted after it. */
  private static final class NewPool extends PoolAtEndpoint {

    private final CognitoIdentityProviderClient client =
        client(URI.create(NeedsEndpoint.Named.by("COGNITO_ENDPOINT").orElseThrow()));
    private String id;

    @Override
    public void beforeEach(ExtensionContext context) {
      id =
          client
              .createUserPool(pool ->
                  pool.poolName("minhbach-test-" + UUID.randomUUID())
                      .adminCreateUserConfig(config -> config.allowAdminCreateUserOnly(true))
                      .schema(attribute("unit"), attribute("register")))
              .userPool()
              .id();
      for (Role role : Role.values()) {
        client.createGroup(group -> group.userPoolId(id).groupName(role.label()));
      }
    }

    @Override
    public void afterEach(ExtensionContext context) {
      client.deleteUserPool(pool -> pool.userPoolId(id));
      client.close();
    }

    @Override
    CognitoUserPool pool() {
      return new CognitoUserPool(client, id);
    }

    @Override
    void byHand(String name, String unit, String group) {
      client.adminCreateUser(user ->
          user.userPoolId(id)
              .username(name)
              .userAttributes(AttributeType.builder().name("custom:unit").value(unit).build()));
      client.adminAddUserToGroup(add -> add.userPoolId(id).username(name).groupName(group));
    }

    private static SchemaAttributeType attribute(String name) {
      return SchemaAttributeType.builder()
          .name(name)
          .attributeDataType(AttributeDataType.STRING)
          .mutable(true)
          .stringAttributeConstraints(length -> length.minLength("1").maxLength("40"))
          .build();
    }
  }
}
