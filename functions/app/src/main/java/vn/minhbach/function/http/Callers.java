package vn.minhbach.function.http;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Role;

/** The one place where claims become a {@link Caller}. */
final class Callers {

  /** Nobody: no role reaches anything. */
  static final Caller NOBODY = new Caller("", Set.of(), new Employer.NotStated(""));

  private Callers() {}

  /**
   * The user name at the issuer; where it gives none, as the local one, the subject is the name.
   */
  static String account(Map<String, String> claims) {
    return claims.getOrDefault("cognito:username", claims.getOrDefault("sub", ""));
  }

  /**
   * Reads the claims that the authorizer has verified. A Cognito access token passes the authorizer
   * too, but says nothing of the unit: such a caller is nobody.
   */
  static Caller of(Map<String, String> claims) {
    String id = claims.getOrDefault("sub", "");
    if (id.isBlank() || !claims.getOrDefault("token_use", "id").equals("id")) {
      return NOBODY;
    }
    var roles = EnumSet.noneOf(Role.class);
    Request.groups(claims.getOrDefault("cognito:groups", ""))
        .forEach(group -> Role.of(group).ifPresent(roles::add));
    return new Caller(id, roles, Employer.of(Optional.ofNullable(claims.get("custom:unit"))));
  }
}
