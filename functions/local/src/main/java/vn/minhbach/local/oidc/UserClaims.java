package vn.minhbach.local.oidc;

import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * Claims of a token of the password grant. In the code flow the user is known at the login page
 * alone; {@link LocalOidc} puts the claims into the submitted form there.
 */
final class UserClaims implements OAuth2TokenCallback {

  static final Duration LIFETIME = Duration.ofHours(1);

  private final Function<String, Optional<LocalUsers.Account>> users;

  UserClaims(Function<String, Optional<LocalUsers.Account>> users) {
    this.users = users;
  }

  @Override
  public String issuerId() {
    return LocalOidc.ISSUER_ID;
  }

  @Override
  public String subject(TokenRequest request) {
    return null;
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(LocalOidc.AUDIENCE);
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    return request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant password
        ? users.apply(password.getUsername()).map(LocalUsers.Account::claims).orElse(Map.of())
        : Map.of();
  }

  @Override
  public long tokenExpiry() {
    return LIFETIME.toSeconds();
  }
}
