package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Role;

/**
 * A user name at the issuer with what it may do. No name of a person stands here.
 *
 * @param account user name at the issuer
 * @param actor opaque id, drawn when the account first came in; what ledgers keep
 */
public record Account(String account, String actor, List<Post> posts) {

  /** The roles that a register decides about; all others stand in the token alone. */
  static final Set<Role> OF_UNITS = Set.of(Role.UNIT, Role.CONTRIBUTOR, Role.SIGNER, Role.DISTRICT);

  public Account {
    posts = List.copyOf(posts);
  }

  /** Whether a register has a say about the caller at all. */
  public static boolean decides(Caller caller) {
    return OF_UNITS.stream().anyMatch(caller::is);
  }

  /**
   * The caller with those of its unit roles that the register confirms at this moment: token and
   * register must agree, so that neither a forgotten group nor a forgotten line lets anyone in. An
   * account that is not listed keeps none. A contributor has the role of that name and no other,
   * with the criteria that it was given: whether it may close, sign or fill a criterion, everybody
   * asks of the caller.
   */
  public static Caller acting(Caller caller, Optional<Account> listed, Instant now) {
    var roles = EnumSet.noneOf(Role.class);
    caller.roles().stream().filter(role -> !OF_UNITS.contains(role)).forEach(roles::add);
    List<Post> held =
        listed.stream()
            .flatMap(account -> account.posts.stream())
            .filter(
                post -> caller.unit().filter(post.unit()::equals).isPresent() && post.heldAt(now))
            .filter(post -> post.duty().claimedBy(caller))
            .toList();
    held.forEach(post -> roles.add(post.duty().role()));
    return new Caller(
        listed.map(Account::actor).orElse(caller.id()),
        roles,
        caller.employer(),
        part(held),
        caller.conflicts());
  }

  // A typist fills everything, and so does a contributor who is bound to nothing.
  private static Set<CriterionId> part(List<Post> held) {
    var part = new HashSet<CriterionId>();
    for (Post post : held) {
      boolean whole = post.duty() == Post.Duty.TYPIST || post.criteria().isEmpty();
      if (whole && Set.of(Role.UNIT, Role.CONTRIBUTOR).contains(post.duty().role())) {
        return Set.of();
      }
      part.addAll(post.criteria());
    }
    return part;
  }
}
