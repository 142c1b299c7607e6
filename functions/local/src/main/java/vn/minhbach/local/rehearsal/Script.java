package vn.minhbach.local.rehearsal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * How a rehearsal is played.
 *
 * @param seed of every figure and choice
 * @param workers users at work at the same time
 * @param campaign which one; empty = the first
 * @param patience how long a file may be checked
 */
record Script(
    long seed,
    int workers,
    Optional<String> campaign,
    Duration patience,
    PrintStream out,
    boolean terminal) {

  private static final long SEED = 131_2020;
  private static final int WORKERS = 4;

  /** The one of {@code --rehearse}. */
  static Script standard(PrintStream out, boolean terminal) {
    return new Script(SEED, WORKERS, Optional.empty(), Duration.ofMinutes(2), out, terminal);
  }
}
