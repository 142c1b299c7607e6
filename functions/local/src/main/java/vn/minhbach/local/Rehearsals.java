package vn.minhbach.local;

/**
 * Plays the province on a running system. A seam: the runner starts it, it knows the system only
 * through this.
 */
@FunctionalInterface
public interface Rehearsals {

  /**
   * Plays it to the end and prints what came out.
   *
   * @param system up, with its campaign open
   */
  void run(LocalSystem system) throws Exception;
}
