package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.account.UserPool.Step;
import vn.minhbach.core.prepare.account.UserPool.User;

/**
 * What the registers in force ask of one account at a moment: the posts that it holds, over all
 * campaigns. What it means for the pool is decided here and nowhere else.
 *
 * @param units for which it acts; more than one is trouble, since a token names one
 */
record Demand(Set<UnitCode> units, Set<Role> roles) {

  /** The accounts that hold a post at a moment; all others are not to sign in. */
  static SortedMap<String, Demand> at(Instant now, Collection<List<Account>> registers) {
    var demands = new TreeMap<String, Demand>();
    registers.stream()
        .flatMap(List::stream)
        .forEach(account ->
            account.posts().stream()
                .filter(post -> post.heldAt(now))
                .forEach(post ->
                    demands.merge(
                        account.account(),
                        new Demand(Set.of(post.unit()), Set.of(post.duty().role())),
                        Demand::and)));
    return demands;
  }

  /** The first moment after this one at which a post begins or ends. */
  static Optional<Instant> nextChange(Instant now, Collection<List<Account>> registers) {
    return registers.stream()
        .flatMap(List::stream)
        .flatMap(account -> account.posts().stream())
        .flatMap(post -> Stream.of(post.from(), post.until()))
        .flatMap(Optional::stream)
        .filter(now::isBefore)
        .min(Instant::compareTo);
  }

  private Demand and(Demand other) {
    return new Demand(
        Stream.of(units, other.units).flatMap(Set::stream).collect(Collectors.toSet()),
        Stream.of(roles, other.roles).flatMap(Set::stream).collect(Collectors.toSet()));
  }

  /** What an account needs: steps, in this order, or the reason why there are none. */
  record Plan(List<Step> steps, Optional<Trouble> trouble) {

    private static Plan of(Trouble trouble) {
      return new Plan(List.of(), Optional.of(trouble));
    }
  }

  /** Brings an account in line. A plan that was cut off anywhere is continued by the next one. */
  Plan plan(String account, Optional<User> user, Optional<String> email) {
    if (user.isPresent() && !user.get().kept()) {
      return Plan.of(Trouble.MADE_BY_HAND);
    }
    if (units.size() != 1) {
      return Plan.of(Trouble.TWO_UNITS);
    }
    if (user.isEmpty() && email.isEmpty()) {
      return Plan.of(Trouble.NO_ADDRESS);
    }
    UnitCode unit = units.iterator().next();
    var steps = new ArrayList<Step>();
    if (user.isEmpty()) {
      steps.add(new Step.Create(account, unit, email.orElseThrow()));
    } else if (!user.get().unit().equals(Optional.of(unit.value()))
        || (email.isPresent() && !email.equals(user.get().email()))) {
      steps.add(new Step.Describe(account, unit, email));
    }
    Set<Role> has = user.map(User::roles).orElse(Set.of());
    without(has, roles).forEach(role -> steps.add(new Step.Leave(account, role)));
    without(roles, has).forEach(role -> steps.add(new Step.Join(account, role)));
    // Last: nobody comes back with what belongs to the time before.
    if (user.isPresent() && !user.get().enabled()) {
      steps.add(new Step.Enable(account));
    }
    return new Plan(steps, Optional.empty());
  }

  /**
   * Switches a user off that holds no post. Sessions end first: that it is disabled then says that
   * all is done.
   */
  static List<Step> farewell(User user) {
    return user.kept() && user.enabled()
        ? List.of(new Step.SignOut(user.account()), new Step.Disable(user.account()))
        : List.of();
  }

  private static List<Role> without(Set<Role> all, Set<Role> others) {
    var rest = EnumSet.noneOf(Role.class);
    rest.addAll(all);
    rest.removeAll(others);
    return List.copyOf(rest);
  }
}
