package vn.minhbach.adapter.mail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import vn.minhbach.adapter.PlainTree;
import vn.minhbach.adapter.SignedJson;
import vn.minhbach.core.Outage;

/**
 * The account in a SecureString of SSM's parameter store, {@code {"user":"…","password":"…"}}: read
 * at run time and kept for minutes, so that no environment holds it, no snapshot outlives it, and
 * whoever changes it deploys nothing.
 */
public final class SsmLogins implements Logins {

  /** How long one is taken for current. */
  static final Duration FRESH = Duration.ofMinutes(5);

  private static final String LIKE = " must hold {\"user\":\"…\",\"password\":\"…\"}";

  private final SignedJson ssm;
  private final String parameter;
  private final Clock wallClock;
  private Optional<Kept> kept = Optional.empty();

  private record Kept(Login login, Instant until) {}

  /**
   * Reads a parameter.
   *
   * @param parameter its name, as {@code /minhbach/smtp}
   */
  public SsmLogins(
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      URI endpoint,
      String region,
      String parameter,
      Clock wallClock) {
    this.ssm =
        new SignedJson(
            http, credentials, new SignedJson.Endpoint("ssm", "AmazonSSM", endpoint, region));
    this.parameter = parameter;
    this.wallClock = wallClock;
  }

  @Override
  public synchronized Login login(Optional<Login> refused) {
    Instant now = wallClock.instant();
    Optional<Login> current =
        kept.filter(one -> now.isBefore(one.until()))
            .map(Kept::login)
            .filter(login -> !Optional.of(login).equals(refused));
    return current.orElseGet(() -> {
      Login read = read();
      kept = Optional.of(new Kept(read, now.plus(FRESH)));
      return read;
    });
  }

  private Login read() {
    try {
      Map<?, ?> answer =
          ssm.call("GetParameter", Map.of("Name", parameter, "WithDecryption", true));
      return login((String) ((Map<?, ?>) answer.get("Parameter")).get("Value"));
    } catch (SignedJson.Refused refused) {
      if (refused.type().equals("ParameterNotFound")) {
        throw new Unknown("there is no SSM parameter " + parameter + ": it" + LIKE, refused);
      }
      throw new Unknown("the login is not readable: " + refused.getMessage(), refused);
    } catch (Outage outage) {
      throw new Unknown("the login is not read: " + outage.getMessage(), outage);
    }
  }

  private Login login(String value) {
    try {
      if (PlainTree.of(value) instanceof Map<?, ?> told
          && told.get("user") instanceof String user
          && told.get("password") instanceof String password) {
        return new Login(user, password);
      }
    } catch (IllegalArgumentException noJson) {
      // Its message would quote the value.
    }
    throw new Unknown("SSM parameter " + parameter + LIKE, null);
  }
}
