package vn.minhbach.core;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides and commits, and does so again on a fresh read when another hand was faster. After
 * {@value #MAX} attempts, or as many as were given, the caller is told that many hands are writing
 * (503).
 */
public final class Attempts {

  /** As design.md "Documents" says: retry with jitter, eight times. */
  public static final int MAX = 8;

  /** Where nobody waits, and to begin anew would cost more than to go on: a file is read first. */
  public static final int PATIENT = 40;

  private final Pause pause;
  private final int max;

  public Attempts(Pause pause) {
    this(pause, MAX);
  }

  public Attempts(Pause pause, int max) {
    this.pause = pause;
    this.max = max;
  }

  /** Port: waits a little, longer and at random with each attempt. */
  public interface Pause {
    void before(int attempt);
  }

  /**
   * Runs the attempt until it gives an outcome. An attempt reads, decides and commits; it answers
   * nothing when its commit was overtaken.
   */
  public <T> Outcome<T> until(Supplier<Optional<Outcome<T>>> attempt) {
    for (int n = 0; n < max; n++) {
      if (n > 0) {
        pause.before(n);
      }
      Optional<Outcome<T>> outcome = attempt.get();
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return Outcome.refused(WriteProblem.BUSY.of());
  }
}
