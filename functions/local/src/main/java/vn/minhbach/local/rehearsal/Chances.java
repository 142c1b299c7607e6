package vn.minhbach.local.rehearsal;

import java.util.SplittableRandom;

/** Chance from a fixed seed: the same words give the same figures in every run. */
final class Chances {

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long seed;

  Chances(long seed) {
    this.seed = seed;
  }

  /** A source of its own for what these words name. */
  SplittableRandom of(String... words) {
    long hash = FNV_START ^ seed;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        hash = (hash ^ word.charAt(i)) * FNV_PRIME;
      }
      hash = (hash ^ '\n') * FNV_PRIME;
    }
    return new SplittableRandom(hash);
  }
}
