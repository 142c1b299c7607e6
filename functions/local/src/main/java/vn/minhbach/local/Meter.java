package vn.minhbach.local;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the functions of this JVM asked of DynamoDB and S3: the base of a bill. Counts since the
 * start of the JVM; compare two readings.
 */
public final class Meter {

  /** Name of the function whose call this thread runs; bound by who calls it. */
  public static final ScopedValue<String> FUNCTION = ScopedValue.newInstance();

  private static final Reading NOTHING = new Reading(Map.of(), 0, 0, 0, 0);
  private static final Map<String, Count> COUNTS = new TreeMap<>();

  /** Guarded by the class. */
  private static final class Count {
    final Map<String, Long> requests = new TreeMap<>();
    double readUnits;
    double writeUnits;
    long bytesUp;
    long bytesDown;

    Reading read() {
      return new Reading(requests, readUnits, writeUnits, bytesUp, bytesDown);
    }
  }

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

    private Reading plus(Reading other) {
      Map<String, Long> sum = new TreeMap<>(requests);
      other.requests.forEach((operation, count) -> sum.merge(operation, count, Long::sum));
      return new Reading(
          sum,
          readUnits + other.readUnits,
          writeUnits + other.writeUnits,
          bytesUp + other.bytesUp,
          bytesDown + other.bytesDown);
    }

    /** Requests of one API: DynamoDb or S3. */
    public long requestsOf(String api) {
      return requests.entrySet().stream()
          .filter(operation -> operation.getKey().startsWith(api + "."))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** The counts of all functions now. */
  public static Reading read() {
    return byFunction().values().stream().reduce(NOTHING, Reading::plus);
  }

  /** The counts of one function now, by its name in the template's environment. */
  public static Reading read(String function) {
    return byFunction().getOrDefault(function, NOTHING);
  }

  /** The counts now by function; under an empty name what no function asked for. */
  public static synchronized Map<String, Reading> byFunction() {
    Map<String, Reading> readings = new TreeMap<>();
    COUNTS.forEach((function, count) -> readings.put(function, count.read()));
    return readings;
  }

  static synchronized void request(String operation) {
    count().requests.merge(operation, 1L, Long::sum);
  }

  static synchronized void units(double read, double write) {
    Count count = count();
    count.readUnits += read;
    count.writeUnits += write;
  }

  static synchronized void bytes(long up, long down) {
    Count count = count();
    count.bytesUp += up;
    count.bytesDown += down;
  }

  private static Count count() {
    return COUNTS.computeIfAbsent(FUNCTION.orElse(""), function -> new Count());
  }
}
