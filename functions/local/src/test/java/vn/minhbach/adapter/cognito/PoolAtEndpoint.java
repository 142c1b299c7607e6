package vn.minhbach.adapter.cognito;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import vn.minhbach.local.LocalCognito;

/** An empty pool for each test, with the client that Wiring makes; here at the local double. */
class PoolAtEndpoint implements BeforeEachCallback, AfterEachCallback {

  private LocalCognito local;
  private CognitoIdentityProviderClient client;

  @Override
  public void beforeEach(ExtensionContext context) {
    local = LocalCognito.start();
    client = client(local.endpoint());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.close();
    local.close();
  }

  static CognitoIdentityProviderClient client(URI endpoint) {
    return CognitoIdentityProviderClient.builder()
        .endpointOverride(endpoint)
        .region(Region.AP_SOUTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClient(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(8)).build())
        .overrideConfiguration(CognitoUserPool::patient)
        .build();
  }

  LocalCognito local() {
    return local;
  }

  CognitoUserPool pool() {
    return new CognitoUserPool(client, "ap-southeast-1_local");
  }

  /** As an administrator does. */
  void byHand(String name, String unit, String group) {
    local.byHand(name, unit, group);
  }
}
