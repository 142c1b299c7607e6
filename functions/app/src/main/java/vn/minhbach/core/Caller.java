package vn.minhbach.core;

import java.util.Optional;
import java.util.Set;

/**
 * Who is calling, from verified claims only.
 *
 * @param id opaque id of the account (the token's {@code sub}); never a name or an address
 * @param unit the unit that the account acts for, or the body that employs it
 */
public record Caller(String id, Set<Role> roles, Optional<UnitCode> unit) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
