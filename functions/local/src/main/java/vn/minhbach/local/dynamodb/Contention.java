package vn.minhbach.local.dynamodb;

import java.util.SplittableRandom;

/**
 * Other clients, or a table at its limit, by chance: one writer never conflicts by itself, so that
 * what DynamoDB says of conflicts and throttling would never be heard. The same seed gives the same
 * turns.
 */
public final class Contention {

  private final SplittableRandom chance;
  private volatile double conflicts;
  private volatile double throttles;

  /** None, until it is {@linkplain #set set}. */
  public Contention(long seed) {
    chance = new SplittableRandom(seed);
  }

  /**
   * How often, from now on.
   *
   * @param conflicts share of the writes that meet a transaction, 0 to 1
   * @param throttles share of the requests that are throttled, 0 to 1
   */
  public void set(double conflicts, double throttles) {
    this.conflicts = conflicts;
    this.throttles = throttles;
  }

  /** Whether this request, or this one of a batch, is throttled. */
  public boolean throttles() {
    return turn(throttles);
  }

  /**
   * Before a write of an item.
   *
   * @throws Refusal by chance
   */
  public void beforeWrite() {
    beforeRead();
    if (turn(conflicts)) {
      throw Refusal.transactionConflict();
    }
  }

  /**
   * Before a read.
   *
   * @throws Refusal by chance
   */
  public void beforeRead() {
    if (throttles()) {
      throw Refusal.throughputExceeded();
    }
  }

  private boolean turn(double share) {
    if (share <= 0) {
      return false;
    }
    synchronized (chance) {
      return chance.nextDouble() < share;
    }
  }
}
