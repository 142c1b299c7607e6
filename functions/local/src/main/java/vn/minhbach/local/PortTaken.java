package vn.minhbach.local;

import java.net.BindException;

/** Something else listens on a port that the local system was told to use. */
public final class PortTaken extends RuntimeException {

  PortTaken(String part, int port, Throwable cause) {
    super(
        part
            + " cannot listen on port "
            + port
            + ": it is taken. Stop what uses it, or choose another.",
        cause);
  }

  /** This when the failure is about the port, else a plain failure to start. */
  static RuntimeException or(String part, int port, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new PortTaken(part, port, failure);
      }
    }
    return new IllegalStateException(part + " did not start: " + failure.getMessage(), failure);
  }
}
