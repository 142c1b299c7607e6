package vn.minhbach.core.appraise.marking;

import java.util.Optional;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

/**
 * Whose hand a signature is: a member of the team (<i>thành viên Tổ thẩm định</i>), as of then.
 *
 * @param account opaque id; never shown to a unit
 * @param body that employs the member; empty for one that is not ranked
 * @param group in which that body is ranked; present with it
 * @param role APPRAISER, LEAD or DEPUTY
 */
public record Hand(String account, Optional<UnitCode> body, Optional<Integer> group, Role role) {

  /** Whether this is somebody else, of another body: two of none that is ranked are no rivals. */
  boolean ofAnotherBody(Hand other) {
    return another(other) && (body.isEmpty() || !body.equals(other.body));
  }

  boolean another(Hand other) {
    return !account.equals(other.account);
  }

  /** Whether the member's own body stands in this group: a change there moves the own rank. */
  boolean rankedIn(int units) {
    return group.filter(own -> own == units).isPresent();
  }

  /** Whether it may sign what the rule cannot give. */
  boolean leads() {
    return role == Role.LEAD || role == Role.DEPUTY;
  }
}
