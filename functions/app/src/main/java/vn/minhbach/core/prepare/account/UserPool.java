package vn.minhbach.core.prepare.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

/**
 * Port: the issuer's own users. Every step is safe to repeat, and none of them asks what the pool
 * was like before.
 */
public interface UserPool {

  /** The roles that a register gives; membership in any other is none of its business. */
  Set<Role> ROLES = Account.OF_UNITS;

  /**
   * A user as the pool has it.
   *
   * @param kept whether a register made it; all others are never touched
   * @param unit as tokens will name it
   * @param roles of {@link #ROLES}
   */
  record User(
      String account,
      boolean kept,
      boolean enabled,
      Optional<String> unit,
      Optional<String> email,
      Set<Role> roles) {

    public User {
      roles = Set.copyOf(roles);
    }
  }

  /** One change of one user. */
  sealed interface Step {

    String account();

    /** Makes a user that a register keeps; the pool writes to the person. */
    record Create(String account, UnitCode unit, String email) implements Step {}

    /** Sets the unit, and the address where there is one. */
    record Describe(String account, UnitCode unit, Optional<String> email) implements Step {}

    record Join(String account, Role role) implements Step {}

    record Leave(String account, Role role) implements Step {}

    record Enable(String account) implements Step {}

    /** Nobody signs in any more, and what was handed out is withdrawn. */
    record Disable(String account) implements Step {}

    /** Ends every session: no refresh token gives another token. */
    record SignOut(String account) implements Step {}
  }

  /** What came of a step. */
  enum Answer {
    DONE,
    /** The name is taken, perhaps by another run a moment ago. */
    TAKEN,
    /** There is no such user any more. */
    GONE,
    /** The pool does not take the address. */
    BAD_ADDRESS,
    /** The pool may send no more mail for now. */
    MAIL_LIMIT
  }

  /**
   * All users.
   *
   * @throws vn.minhbach.core.Outage when the pool does not answer
   */
  List<User> users();

  /**
   * Takes a step.
   *
   * @throws vn.minhbach.core.Outage when the pool does not answer, or is asked too often
   */
  Answer take(Step step);
}
