package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

/**
 * What an account does for a unit, and when.
 *
 * @param from first moment; empty from the beginning
 * @param until first moment at which it is over; empty without an end
 * @param criteria which a contributor fills; empty for the whole form
 */
public record Post(
    UnitCode unit,
    Duty duty,
    Optional<Instant> from,
    Optional<Instant> until,
    List<CriterionId> criteria) {

  public Post {
    criteria = List.copyOf(criteria);
  }

  /** A post that is bound to no criteria. */
  public Post(UnitCode unit, Duty duty, Optional<Instant> from, Optional<Instant> until) {
    this(unit, duty, from, until, List.of());
  }

  /** What an account may do for a unit; written in lower case in the file. */
  public enum Duty {
    /** Types the form (<i>cán bộ nhập liệu</i>). */
    TYPIST(Role.UNIT),
    /** Adds figures and evidence for a part of the form (<i>cán bộ phối hợp</i>). */
    CONTRIBUTOR(Role.CONTRIBUTOR),
    /** Signs and sends the form (<i>thủ trưởng</i>). */
    SIGNER(Role.SIGNER),
    /** Consolidates the communes of the district. */
    DISTRICT(Role.DISTRICT);

    private final Role role;

    Duty(Role role) {
      this.role = role;
    }

    /** The role in the access table. */
    public Role role() {
      return role;
    }

    /** Whether a token says so too; one that may type may contribute. */
    boolean claimedBy(Caller caller) {
      return caller.is(role) || (this == CONTRIBUTOR && caller.is(Role.UNIT));
    }

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Duty> of(String label) {
      return Arrays.stream(values()).filter(duty -> duty.label().equals(label)).findFirst();
    }
  }

  /** Whether it is held at this moment. */
  public boolean heldAt(Instant now) {
    return from.filter(now::isBefore).isEmpty()
        && until.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
