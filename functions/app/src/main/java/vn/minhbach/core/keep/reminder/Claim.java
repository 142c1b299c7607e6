package vn.minhbach.core.keep.reminder;

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
 * @param error what the mail server said, shortened, without addresses
 * @param contacts version of the contacts that it went to or would have; a reminder that failed for
 *     its addresses is free again once these are others
 * @param recipients how many it went to
 */
public record Claim(
    String key,
    State state,
    Instant at,
    Instant wallAt,
    int attempts,
    Optional<Instant> retryAt,
    Optional<String> error,
    Optional<Long> contacts,
    Optional<Integer> recipients) {

  /** Where a reminder stands. */
  public enum State {
    /** Somebody is sending it. */
    CLAIMED,
    /** The mail server took it. */
    SENT,
    /** The mail server did not take it; tried again at {@code retryAt} if there is one. */
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

  /** Attempts count while the same addresses are tried. */
  static Claim taken(
      String key, Instant now, Instant wall, long contacts, Optional<Claim> earlier) {
    int before =
        earlier
            .filter(claim -> claim.state() == State.FAILED && claim.contactsOrNone() == contacts)
            .map(Claim::attempts)
            .orElse(0);
    return new Claim(
        key,
        State.CLAIMED,
        now,
        wall,
        before + 1,
        Optional.empty(),
        Optional.empty(),
        Optional.of(contacts),
        Optional.empty());
  }

  Claim ended(State next, Optional<String> why) {
    return ended(next, attempts, Optional.empty(), why, Optional.empty());
  }

  /** Taken by the server for so many; {@code why} says whom it did not take it for. */
  Claim sent(int to, Optional<String> why) {
    return ended(State.SENT, attempts, Optional.empty(), why, Optional.of(to));
  }

  /** Refused: unless for good, the pause doubles and doubles again with each attempt. */
  Claim failed(Instant wall, String why, boolean permanent) {
    Optional<Instant> again =
        permanent || attempts >= ATTEMPTS_MAX
            ? Optional.empty()
            : Optional.of(wall.plus(FIRST_PAUSE.multipliedBy(1L << (2 * (attempts - 1)))));
    return ended(State.FAILED, attempts, again, Optional.of(why), Optional.empty());
  }

  /** Not tried, through no fault of its own: the attempt does not count. */
  Claim givenBack(Instant wall, String why) {
    return ended(State.FAILED, attempts - 1, Optional.of(wall), Optional.of(why), Optional.empty());
  }

  private Claim ended(
      State next, int tried, Optional<Instant> again, Optional<String> why, Optional<Integer> to) {
    return new Claim(key, next, at, wallAt, tried, again, why, contacts, to);
  }

  private long contactsOrNone() {
    return contacts.orElse(0L);
  }

  /** Whether this reminder may be claimed again, by the contacts in force. */
  boolean free(Instant wall, long contactsNow) {
    boolean others = contactsOrNone() != contactsNow;
    return switch (state) {
      case VOID -> true;
      case NO_CONTACT -> others;
      case FAILED -> others || retryAt.filter(at -> !wall.isBefore(at)).isPresent();
      case CLAIMED, SENT, UNCERTAIN -> false;
    };
  }

  boolean abandoned(Instant wall) {
    return state == State.CLAIMED && wall.isAfter(wallAt.plus(ABANDONED_AFTER));
  }
}
