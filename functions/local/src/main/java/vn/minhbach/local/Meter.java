package vn.minhbach.local;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the functions of this JVM asked of DynamoDB and S3: the base of a bill. Counts since the
 * start of the JVM; compare two readings.
 */
public final class Meter {

  private static final Map<String, Long> REQUESTS = new TreeMap<>();
  private static double readUnits;
  private static double writeUnits;
  private static long bytesUp;
  private static long bytesDown;

  private Meter() {}

  /**
   * A reading.
   *
   * @param requests number of requests that went out, retries included, by operation, such as
   *     DynamoDb.TransactWriteItems or S3.PutObject
   * @param readUnits DynamoDB read units
   * @param writeUnits DynamoDB write units
   * @param bytesUp bytes of objects sent to S3 by functions; presigned uploads are not among them
   * @param bytesDown bytes of objects fetched from S3 by functions
   */
  public record Reading(
      Map<String, Long> requests,
      double readUnits,
      double writeUnits,
      long bytesUp,
      long bytesDown) {

    /** Copies the counts. */
    public Reading {
      requests = Collections.unmodifiableMap(new TreeMap<>(requests));
    }

    /** What came since an earlier reading. */
    public Reading since(Reading earlier) {
      Map<String, Long> more = new TreeMap<>(requests);
      earlier.requests.forEach((operation, count) -> more.merge(operation, -count, Long::sum));
      more.values().removeIf(count -> count == 0);
      return new Reading(
          more,
          readUnits - earlier.readUnits,
          writeUnits - earlier.writeUnits,
          bytesUp - earlier.bytesUp,
          bytesDown - earlier.bytesDown);
    }

    /** Requests of one API: DynamoDb or S3. */
    public long requestsOf(String api) {
      return requests.entrySet().stream()
          .filter(operation -> operation.getKey().startsWith(api + "."))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** The counts now. */
  public static synchronized Reading read() {
    return new Reading(REQUESTS, readUnits, writeUnits, bytesUp, bytesDown);
  }

  static synchronized void request(String operation) {
    REQUESTS.merge(operation, 1L, Long::sum);
  }

  static synchronized void units(double read, double write) {
    readUnits += read;
    writeUnits += write;
  }

  static synchronized void bytes(long up, long down) {
    bytesUp += up;
    bytesDown += down;
  }
}
