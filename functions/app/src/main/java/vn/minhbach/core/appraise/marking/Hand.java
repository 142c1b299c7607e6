package vn.minhbach.core.appraise.marking;

import java.util.Optional;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Whose hand a signature is: a member of the team (<i>thành viên Tổ thẩm định</i>), as of then.
 *
 * @param account opaque id; never shown to a unit
 * @param body that employs the member; empty for one that is not ranked
 * @param group in which that body is ranked; present with it
 * @param role APPRAISER, LEAD or DEPUTY
 */
public record Hand(String account, Optional<UnitCode> body, Optional<Integer> group, Role role) {

  /** The hand of a member as of now; the group is that of the register in force. */
  public static Hand of(Campaign campaign, Member member, Units units) {
    return new Hand(
        member.actor(),
        member.body(),
        member
            .body()
            .flatMap(code -> units.find(campaign.id(), campaign.unitsVersion(), code))
            .map(Unit::group),
        member.role().role().orElse(Role.APPRAISER));
  }

  /** Whether this is somebody else, of another body: two of none that is ranked are no rivals. */
  boolean ofAnotherBody(Hand other) {
    return another(other) && (body.isEmpty() || !body.equals(other.body));
  }

  public boolean another(Hand other) {
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
