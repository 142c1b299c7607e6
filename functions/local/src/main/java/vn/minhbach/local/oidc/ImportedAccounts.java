package vn.minhbach.local.oidc;

import java.util.List;
import java.util.Optional;

/** Accounts that campaigns have imported; in AWS they stand in the user pool. */
public interface ImportedAccounts {

  /** The account of a user name, empty when no campaign lists it. */
  Optional<Known> find(String userName);

  /**
   * An account.
   *
   * @param roles value of cognito:groups
   * @param unit value of custom:unit
   */
  record Known(List<String> roles, String unit) {
    public Known {
      roles = List.copyOf(roles);
    }
  }
}
