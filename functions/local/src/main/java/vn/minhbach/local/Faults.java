package vn.minhbach.local;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;

/**
 * Makes DynamoDB and S3 calls of the functions fail as they do in AWS, by seed: the same calls in
 * the same order meet the same faults. Off unless switched on. Never touches clients of the local
 * system ({@link LocalClients}).
 *
 * <p>Half of the faults strike one attempt, where the SDK's own retry meets them; the other half
 * strike the call, as when all retries are spent, where the application meets them.
 */
public final class Faults {

  /** Switches faults on in a function's own process: the seed. */
  public static final String VARIABLE = "MINHBACH_FAULTS";

  private static final ThreadLocal<Boolean> SPARED = ThreadLocal.withInitial(() -> false);
  // The faults that killed this thread's process: other faults are another run.
  private static final ThreadLocal<Faults> DEAD = new ThreadLocal<>();
  private static volatile Faults current = ofEnvironment(System.getenv(VARIABLE));

  private static volatile Predicate<SdkRequest> away = request -> false;

  private final long seed;
  private final Rates rates;
  private final long killAt;
  private final Moment killMoment;
  private final AtomicLong calls = new AtomicLong();
  private final Map<Kind, Long> raised = Collections.synchronizedMap(new EnumMap<>(Kind.class));

  /** What can go wrong. */
  public enum Kind {
    /** Another transaction holds the item. */
    CONFLICT,
    /** Too many requests. */
    THROTTLE,
    /** No answer, and nothing happened. */
    TIMEOUT_BEFORE,
    /** No answer, and yet it took effect. */
    TIMEOUT_AFTER,
    /** The function's process ends. */
    KILL
  }

  /** When a kill comes. */
  public enum Moment {
    /** Just before the call goes out. */
    BEFORE,
    /** Just after the call took effect. */
    AFTER
  }

  /**
   * Chances of each kind at one call, 0…1, their sum at most 1.
   *
   * @param conflict of transactions and of writes; reads never conflict
   * @param throttle of any call
   * @param timeoutBefore of any call
   * @param timeoutAfter of any call
   */
  public record Rates(double conflict, double throttle, double timeoutBefore, double timeoutAfter) {

    /** No faults but kills. */
    public static final Rates NONE = new Rates(0, 0, 0, 0);

    /** About one call in eight. */
    public static final Rates USUAL = new Rates(0.04, 0.03, 0.03, 0.03);

    /** Checks them. */
    public Rates {
      double sum = conflict + throttle + timeoutBefore + timeoutAfter;
      if (Math.min(Math.min(conflict, throttle), Math.min(timeoutBefore, timeoutAfter)) < 0
          || sum > 1) {
        throw new IllegalArgumentException("rates of faults are 0…1 and sum to 1 at most");
      }
    }
  }

  /** The end of the function's process; nothing in the application may catch it. */
  public static final class Killed extends Error {
    Killed(String where) {
      super("the function was killed " + where);
    }
  }

  /** What one call meets. */
  record Fault(Kind kind, boolean atAttempt, int choice) {}

  private Faults(long seed, Rates rates, long killAt, Moment killMoment) {
    this.seed = seed;
    this.rates = rates;
    this.killAt = killAt;
    this.killMoment = killMoment;
  }

  private static Faults ofEnvironment(String value) {
    if (value == null) {
      return null;
    }
    try {
      return new Faults(Long.parseLong(value), Rates.USUAL, -1, Moment.BEFORE);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(VARIABLE + " should be a number, not " + value, e);
    }
  }

  /** Switches faults on; counts calls from 1 again. */
  public static void on(long seed, Rates rates) {
    current = new Faults(seed, rates, -1, Moment.BEFORE);
  }

  /**
   * Switches faults on and kills the function at one call. From then on every call of the same
   * thread is refused with {@link Killed} until {@link #revive}: a dead process does not clean up.
   *
   * @param call number of the call, from 1
   */
  public static void killAt(long call, Moment moment, long seed, Rates rates) {
    current = new Faults(seed, rates, call, moment);
  }

  /** Switches all faults off. */
  public static void off() {
    current = null;
    DEAD.remove();
  }

  /** From now on this thread stands for a new process. */
  public static void revive() {
    DEAD.remove();
  }

  /** Runs something with no faults on this thread, and without counting its calls. */
  public static <T> T sparing(Callable<T> action) throws Exception {
    boolean before = SPARED.get();
    SPARED.set(true);
    try {
      return action.call();
    } finally {
      SPARED.set(before);
    }
  }

  /** From now on these calls of the functions get no answer, whatever else is switched on. */
  public static void away(Predicate<SdkRequest> calls) {
    away = calls;
  }

  /** From now on every call is answered again. */
  public static void back() {
    away = request -> false;
  }

  static boolean isAway(SdkRequest request) {
    return away.test(request);
  }

  /** Calls of the functions since the faults were switched on; 0 when they are off. */
  public static long calls() {
    Faults now = current;
    return now == null ? 0 : now.calls.get();
  }

  /** How many faults of each kind there were since they were switched on. */
  public static Map<Kind, Long> raised() {
    Faults now = current;
    return now == null ? Map.of() : Map.copyOf(now.raised);
  }

  /** What the next call of this thread meets, null for nothing. */
  static Fault next(boolean conflictPossible) {
    Faults now = current;
    if (now == null || SPARED.get()) {
      return null;
    }
    if (DEAD.get() == now) {
      throw new Killed("before");
    }
    return now.draw(conflictPossible);
  }

  /** Ends this thread's process. */
  static Killed kill(String where) {
    DEAD.set(current);
    count(Kind.KILL);
    return new Killed(where);
  }

  static void count(Kind kind) {
    Faults now = current;
    if (now != null) {
      now.raised.merge(kind, 1L, Long::sum);
    }
  }

  private Fault draw(boolean conflictPossible) {
    long call = calls.incrementAndGet();
    if (call == killAt) {
      return new Fault(Kind.KILL, killMoment == Moment.BEFORE, 0);
    }
    // By number and not from one sequence, so that threads do not change each other's faults.
    SplittableRandom random = new SplittableRandom(seed + call * 0x9E3779B97F4A7C15L);
    double chance = random.nextDouble();
    boolean atAttempt = random.nextBoolean();
    int choice = random.nextInt(Integer.MAX_VALUE);
    Kind kind = kind(chance);
    if (kind == null || kind == Kind.CONFLICT && !conflictPossible) {
      return null;
    }
    return new Fault(kind, atAttempt, choice);
  }

  private Kind kind(double chance) {
    double limit = rates.conflict();
    if (chance < limit) {
      return Kind.CONFLICT;
    }
    limit += rates.throttle();
    if (chance < limit) {
      return Kind.THROTTLE;
    }
    limit += rates.timeoutBefore();
    if (chance < limit) {
      return Kind.TIMEOUT_BEFORE;
    }
    limit += rates.timeoutAfter();
    return chance < limit ? Kind.TIMEOUT_AFTER : null;
  }
}
