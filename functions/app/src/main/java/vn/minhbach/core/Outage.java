package vn.minhbach.core;

/**
 * A part that we depend on did not answer, or not in time. What was asked for may or may not have
 * taken effect: the caller sends the same request again, which is safe for every use.
 */
public final class Outage extends RuntimeException {

  public Outage(String message, Throwable cause) {
    super(message, cause);
  }
}
