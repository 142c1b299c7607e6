package vn.minhbach.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import vn.minhbach.adapter.NeedsEndpoint;
import vn.minhbach.adapter.SignedJson;

/** The login of the mail server in a parameter store of somebody else's making. */
@Timeout(60)
@NeedsEndpoint({"SSM_ENDPOINT", "LOCALSTACK_ENDPOINT"})
class SsmEndpointTest {

  @Test
  void readsTheSecureString() {
    URI endpoint =
        URI.create(NeedsEndpoint.Named.by("SSM_ENDPOINT", "LOCALSTACK_ENDPOINT").orElseThrow());
    var http = UrlConnectionHttpClient.create();
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    String name = "/minhbach-" + UUID.randomUUID() + "/smtp";
    var logins =
        new SsmLogins(http, credentials, endpoint, "ap-southeast-1", name, Clock.systemUTC());
    assertThrows(Logins.Unknown.class, () -> logins.login(Optional.empty()));
    var ssm =
        new SignedJson(
            http,
            credentials,
            new SignedJson.Endpoint("ssm", "AmazonSSM", endpoint, "ap-southeast-1"));
    for (String password : new String[] {"p1", "p2"}) {
      ssm.call(
          "PutParameter",
          Map.of(
              "Name",
              name,
              "Type",
              "SecureString",
              "Overwrite",
              true,
              "Value",
              "{\"user\":\"u\",\"password\":\"" + password + "\"}"));
      assertEquals(password, logins.login(Optional.of(new Logins.Login("u", "p1"))).password());
    }
  }
}
