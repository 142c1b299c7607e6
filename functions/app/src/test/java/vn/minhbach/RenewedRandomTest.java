package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Copies of one snapshot draw apart, ids and pauses alike. */
class RenewedRandomTest {

  @Test
  void copiesOfASnapshotGoOnFromSeedsOfTheirOwn() {
    var entropy = new AtomicLong();
    var one = new RenewedRandom(() -> new SplittableRandom(entropy.getAndIncrement()));
    var other = new RenewedRandom(() -> new SplittableRandom(0));
    // As two copies: the same seed was drawn before the snapshot.
    assertEquals(one.hex128(), other.hex128());
    one.beforeCheckpoint(null);
    one.afterRestore(null);
    other.afterRestore(null);
    assertNotEquals(one.hex128(), other.hex128());
    assertNotEquals(one.below(Integer.MAX_VALUE), other.below(Integer.MAX_VALUE));
  }
}
