package vn.minhbach.core.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

/**
 * A user name at the issuer with what it may do. No name of a person stands here.
 *
 * @param account user name at the issuer
 * @param actor opaque id, drawn when the account first came in; what ledgers keep
 */
public record Account(String account, String actor, List<Post> posts) {

  /** The roles that a register decides about; all others stand in the token alone. */
  private static final Set<Role> OF_UNITS = Set.of(Role.UNIT, Role.SIGNER, Role.DISTRICT);

  public Account {
    posts = List.copyOf(posts);
  }

  /** Whether the account has this duty for a unit at this moment. */
  public boolean holds(Post.Duty duty, UnitCode unit, Instant now) {
    return posts.stream()
        .anyMatch(post -> post.duty() == duty && post.unit().equals(unit) && post.heldAt(now));
  }

  /** Whether a register has a say about the caller at all. */
  public static boolean decides(Caller caller) {
    return OF_UNITS.stream().anyMatch(caller::is);
  }

  /**
   * The caller with those of its unit roles that the register confirms at this moment: token and
   * register must agree, so that neither a forgotten group nor a forgotten line lets anyone in. An
   * account that is not listed keeps none.
   */
  public static Caller acting(Caller caller, Optional<Account> listed, Instant now) {
    var roles = EnumSet.noneOf(Role.class);
    caller.roles().stream().filter(role -> !OF_UNITS.contains(role)).forEach(roles::add);
    listed.stream()
        .flatMap(account -> account.posts.stream())
        .filter(post -> caller.unit().filter(post.unit()::equals).isPresent() && post.heldAt(now))
        .map(post -> post.duty().role())
        .filter(caller::is)
        .forEach(roles::add);
    return new Caller(listed.map(Account::actor).orElse(caller.id()), roles, caller.unit());
  }
}
