package vn.minhbach.core;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling, from verified claims only.
 *
 * @param id opaque id of the account (the token's {@code sub}); never a name or an address
 * @param employer the unit that the account acts for, or the body that employs it
 * @param part the criteria of its unit's form that the account may fill; empty for all
 * @param conflicts units from whose affairs the account keeps out beside its employer's: of which
 *     the register of the appraisal team declares a conflict of interest (<i>xung đột lợi ích</i>),
 *     and the communes of the district that employs it
 */
public record Caller(
    String id, Set<Role> roles, Employer employer, Set<CriterionId> part, Set<UnitCode> conflicts) {

  public Caller {
    roles = Set.copyOf(roles);
    part = Set.copyOf(part);
    conflicts = Set.copyOf(conflicts);
  }

  /** A caller who was given no part only. */
  public Caller(String id, Set<Role> roles, Employer employer) {
    this(id, roles, employer, Set.of(), Set.of());
  }

  /** The same of a unit; without one nothing is stated, not even that there is none. */
  public Caller(String id, Set<Role> roles, Optional<UnitCode> unit) {
    this(id, roles, unit, Set.of());
  }

  /** The same with a part. */
  public Caller(String id, Set<Role> roles, Optional<UnitCode> unit, Set<CriterionId> part) {
    this(id, roles, Employer.of(unit.map(UnitCode::value)), part, Set.of());
  }

  /** The same account as the team's register knows it: under its opaque id there. */
  public Caller listed(String actor, Set<UnitCode> declared) {
    return new Caller(actor, roles, employer, part, declared);
  }

  /** The unit that the account acts for, or that employs it. */
  public Optional<UnitCode> unit() {
    return employer.unit();
  }

  /**
   * The units of which somebody in a role of the staff reads no more than the public and decides
   * nothing. Why, {@code access.Recusal} says.
   */
  public Set<UnitCode> recused() {
    var all = new HashSet<>(conflicts);
    unit().ifPresent(all::add);
    return all;
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it may act for more than a unit: then it must be known whom it may not judge. */
  public boolean staff() {
    return roles.stream().anyMatch(Role::staff);
  }

  /** Whether the account fills this unit's form as that unit: as its typist or contributor. */
  public boolean fillsFor(UnitCode code) {
    return unit().filter(code::equals).isPresent() && (is(Role.UNIT) || is(Role.CONTRIBUTOR));
  }

  /**
   * Whether a criterion of this unit's form is not among those that the account was given. Of other
   * units it was given nothing, and this rule has no say.
   */
  public boolean barredFrom(UnitCode code, CriterionId criterion) {
    return unit().filter(code::equals).isPresent() && !part.isEmpty() && !part.contains(criterion);
  }
}
