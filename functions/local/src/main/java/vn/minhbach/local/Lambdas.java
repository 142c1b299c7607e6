package vn.minhbach.local;

/**
 * Calls functions as the Lambda service does: JSON in, JSON out, one call at a time per instance.
 */
public interface Lambdas extends AutoCloseable {

  /**
   * Calls a function and waits for its answer.
   *
   * @param function logical id in the template
   * @param event the event as JSON
   * @return the answer as JSON
   * @throws LambdaFailed when it threw, ran out of time, died or answered too much
   * @throws IllegalArgumentException when the template has no such function
   */
  byte[] invoke(String function, byte[] event) throws LambdaFailed;

  /** Ends every instance. */
  @Override
  void close();
}
