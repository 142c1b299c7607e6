package vn.minhbach.local;

import java.net.BindException;
import java.util.Locale;

/** Something else listens on a port that the local system was told to use. */
public final class PortTaken extends RuntimeException {

  PortTaken(String part, int port, Throwable cause) {
    super(
        ("Cổng %d (%s) đang có chương trình khác dùng: tắt chương trình đó, hoặc chọn cổng khác"
             + " bằng %s=… | Port %1$d (%2$s) is taken: stop what uses it, or choose another with"
             + " %3$s=…")
            .formatted(port, part, option(part)),
        cause);
  }

  /** The parts are called as their options are. */
  private static String option(String part) {
    return part.equals("HTTP") ? "--port" : "--" + part.toLowerCase(Locale.ROOT) + "-port";
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
