package vn.minhbach.local.faults;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import vn.minhbach.local.Faults;

/** What faults the tries of one request or event meet, by a number. */
final class Weather {

  private static final int CALM_AFTER = 6;
  private static final int CALLS = 14;

  private final SplittableRandom random;
  private final boolean calm;
  private int tries;

  Weather(long number) {
    this.random = new SplittableRandom(number);
    this.calm = number % 4 == 0;
  }

  /** No more tries after the first that did not tell. */
  boolean givesUp() {
    return random.nextInt(4) == 0;
  }

  /** Whether what was answered is sent once more. */
  boolean twice() {
    return random.nextInt(4) == 0;
  }

  /**
   * One try in a process of its own.
   *
   * @return null when the process died, or threw
   */
  <T> T attempt(Supplier<T> call) {
    tries++;
    if (calm || tries > CALM_AFTER) {
      return call.get();
    }
    Faults.Rates rates = random.nextBoolean() ? Faults.Rates.USUAL : Faults.Rates.NONE;
    long seed = random.nextLong();
    if (random.nextBoolean()) {
      Faults.Moment moment = random.nextBoolean() ? Faults.Moment.BEFORE : Faults.Moment.AFTER;
      Faults.killAt(random.nextInt(1, CALLS), moment, seed, rates);
    } else {
      Faults.on(seed, rates);
    }
    try {
      return call.get();
    } catch (Faults.Killed died) {
      return null;
    } catch (RuntimeException failed) {
      return null;
    } finally {
      Faults.off();
    }
  }
}
