package vn.minhbach;

import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import vn.minhbach.core.Chance;

/**
 * Randomness that no two copies of a snapshot share: what was drawn before it is forgotten, and
 * each copy seeds itself anew from the system. The generator of a thread ({@code
 * ThreadLocalRandom}) would go on from the snapshot, in step with all others.
 */
final class RenewedRandom implements Resource, Chance {

  private static final int BYTES = 16;

  private final Supplier<RandomGenerator> seeded;
  private volatile RandomGenerator random;

  /**
   * Registers itself with whoever takes snapshots.
   *
   * @param seeded makes one with a seed of the system
   */
  RenewedRandom(Supplier<RandomGenerator> seeded) {
    this.seeded = seeded;
    this.random = seeded.get();
    Core.getGlobalContext().register(this);
  }

  @Override
  public String hex128() {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  /** From 0 to below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    // Another resource may still draw; what it draws ends with the snapshot.
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    random = seeded.get();
  }
}
