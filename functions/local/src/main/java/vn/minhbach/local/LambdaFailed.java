package vn.minhbach.local;

/** A call of a function that gave no answer. */
public final class LambdaFailed extends Exception {

  /** Why there is no answer. */
  public enum Reason {
    /** The function threw. */
    ERROR,
    /** It did not end within its Timeout, and was killed. */
    TIMED_OUT,
    /** It did not start, or its process ended. */
    DIED,
    /** Its answer is larger than Lambda passes on. */
    TOO_LARGE,
    /** All instances stayed busy. */
    THROTTLED
  }

  private final Reason reason;
  private final String errorType;

  /**
   * A failure.
   *
   * @param errorType class name of the exception, as in Lambda's error object
   */
  public LambdaFailed(Reason reason, String errorType, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.errorType = errorType;
  }

  /** Why there is no answer. */
  public Reason reason() {
    return reason;
  }

  /** Class name of the exception, as in Lambda's error object. */
  public String errorType() {
    return errorType;
  }
}
