package vn.minhbach.core.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Role;
import vn.minhbach.core.prepare.account.UserPool;

/** A user pool in memory, in which every step can meet a fate. */
public final class Pool implements UserPool {

  /** What becomes of a step. */
  public enum Fate {
    NONE,
    OUTAGE_BEFORE,
    OUTAGE_AFTER,
    KILL_BEFORE,
    KILL_AFTER,
    NO_MORE_MAIL,
    /** Another run comes in between, before the step. */
    INTERRUPTED
  }

  /** The run ends here. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Map<String, User> users = new TreeMap<>();
  private final Set<String> sessions = new HashSet<>();
  private final Map<String, Integer> mails = new HashMap<>();
  private final Deque<Fate> fates = new ArrayDeque<>();
  private final List<Step> taken = new ArrayList<>();
  private Runnable other = () -> {};
  private int looks;

  public void fates(List<Fate> next, Runnable interruption) {
    fates.clear();
    fates.addAll(next);
    other = interruption;
  }

  public void put(User user) {
    users.put(user.account(), user);
  }

  public Map<String, User> now() {
    return new TreeMap<>(users);
  }

  /** Everybody who can signs in. */
  public void everybodySignsIn() {
    users.values().stream().filter(User::enabled).forEach(user -> sessions.add(user.account()));
  }

  public Set<String> sessions() {
    return sessions;
  }

  /** How often a first password was sent, by account. */
  public Map<String, Integer> mails() {
    return mails;
  }

  /** The steps since this was last asked. */
  public List<Step> taken() {
    List<Step> steps = List.copyOf(taken);
    taken.clear();
    return steps;
  }

  /** How often the pool was read. */
  public int looks() {
    return looks;
  }

  @Override
  public List<User> users() {
    looks++;
    return List.copyOf(users.values());
  }

  @Override
  public Answer take(Step step) {
    Fate fate = fates.isEmpty() ? Fate.NONE : fates.remove();
    switch (fate) {
      case OUTAGE_BEFORE -> throw new Outage("the pool is away", null);
      case KILL_BEFORE -> throw new Killed();
      case INTERRUPTED -> other.run();
      case NO_MORE_MAIL -> {
        if (step instanceof Step.Create) {
          return Answer.MAIL_LIMIT;
        }
      }
      default -> {}
    }
    Answer answer = done(step);
    if (fate == Fate.OUTAGE_AFTER) {
      throw new Outage("the answer was lost", null);
    }
    if (fate == Fate.KILL_AFTER) {
      throw new Killed();
    }
    return answer;
  }

  private Answer done(Step step) {
    taken.add(step);
    User user = users.get(step.account());
    if (step instanceof Step.Create create) {
      if (user != null) {
        return Answer.TAKEN;
      }
      put(
          new User(
              create.account(),
              true,
              true,
              Optional.of(create.unit().value()),
              Optional.of(create.email()),
              Set.of()));
      mails.merge(create.account(), 1, Integer::sum);
      return Answer.DONE;
    }
    if (user == null) {
      return Answer.GONE;
    }
    switch (step) {
      case Step.Create never -> throw new AssertionError(never);
      case Step.Describe describe ->
          put(
              new User(
                  user.account(),
                  user.kept(),
                  user.enabled(),
                  Optional.of(describe.unit().value()),
                  describe.email().or(user::email),
                  user.roles()));
      case Step.Join join -> put(with(user, join.role(), true));
      case Step.Leave leave -> put(with(user, leave.role(), false));
      case Step.Enable enable -> put(enabled(user, true));
      case Step.Disable disable -> put(enabled(user, false));
      case Step.SignOut out -> sessions.remove(out.account());
    }
    return Answer.DONE;
  }

  private static User with(User user, Role role, boolean member) {
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(user.roles());
    if (member) {
      roles.add(role);
    } else {
      roles.remove(role);
    }
    return new User(user.account(), user.kept(), user.enabled(), user.unit(), user.email(), roles);
  }

  private static User enabled(User user, boolean enabled) {
    return new User(user.account(), user.kept(), enabled, user.unit(), user.email(), user.roles());
  }
}
