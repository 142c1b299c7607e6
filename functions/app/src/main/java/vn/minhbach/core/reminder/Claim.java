package vn.minhbach.core.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody is sending, or has sent, one reminder.
 *
 * @param key of the rung or digest, as {@code before-7@2020-08-18}
 * @param at domain clock, when claimed
 * @param wallAt wall clock, when claimed: how long a claim has stood is a matter of machines
 * @param attempts how often sending was tried
 * @param retryAt wall clock; when a refused sending may be tried again
 * @param error what the mail server said, shortened
 */
public record Claim(
    String key,
    State state,
    Instant at,
    Instant wallAt,
    int attempts,
    Optional<Instant> retryAt,
    Optional<String> error) {

  /** Where a reminder stands. */
  public enum State {
    /** Somebody is sending it. */
    CLAIMED,
    /** The mail server took it. */
    SENT,
    /** The mail server did not take it; tried again until {@link #ATTEMPTS_MAX}. */
    FAILED,
    /** It was no longer true at the moment of sending; nothing went out. */
    VOID,
    /** There was nobody to write to. */
    NO_CONTACT,
    /** Whoever claimed it died: it may have gone out, so it is not sent again. */
    UNCERTAIN
  }

  public static final int ATTEMPTS_MAX = 5;

  /** No sending takes longer than a Lambda lives. */
  public static final Duration ABANDONED_AFTER = Duration.ofMinutes(20);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

  static Claim taken(String key, Instant now, Instant wall, int attempts) {
    return new Claim(
        key, State.CLAIMED, now, wall, attempts + 1, Optional.empty(), Optional.empty());
  }

  Claim ended(State next, Optional<String> why) {
    return new Claim(key, next, at, wallAt, attempts, Optional.empty(), why);
  }

  /** Refused: the pause doubles and doubles again with each attempt. */
  Claim failed(Instant wall, String why) {
    return new Claim(
        key,
        State.FAILED,
        at,
        wallAt,
        attempts,
        attempts < ATTEMPTS_MAX
            ? Optional.of(wall.plus(FIRST_PAUSE.multipliedBy(1L << (2 * (attempts - 1)))))
            : Optional.empty(),
        Optional.of(why));
  }

  /** Whether this reminder may be claimed again. */
  boolean free(Instant wall) {
    return switch (state) {
      case VOID -> true;
      case FAILED -> retryAt.filter(at -> !wall.isBefore(at)).isPresent();
      case CLAIMED, SENT, NO_CONTACT, UNCERTAIN -> false;
    };
  }

  boolean abandoned(Instant wall) {
    return state == State.CLAIMED && wall.isAfter(wallAt.plus(ABANDONED_AFTER));
  }
}
