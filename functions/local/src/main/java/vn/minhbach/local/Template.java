package vn.minhbach.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What template.yaml asks for, with every intrinsic resolved to the names of the local run. The one
 * source of routes, events, tables and buckets here; read by {@link
 * vn.minhbach.local.template.TemplateReader}.
 *
 * @param functions every function, in the order of the template
 * @param cors what the gateway tells browsers of other origins, empty when the template has no CORS
 * @param routes every HttpApi event of every function
 * @param tables DynamoDB tables
 * @param buckets S3 buckets
 * @param streams DynamoDB event sources
 * @param rules EventBridge rules
 * @param schedules schedules with their input
 * @param scannedBuckets local names of the buckets under malware protection
 * @param keys local names of the KMS keys, with their KeySpec
 */
public record Template(
    List<Function> functions,
    Optional<Cors> cors,
    List<Route> routes,
    List<Table> tables,
    List<Bucket> buckets,
    List<Stream> streams,
    List<Rule> rules,
    List<Schedule> schedules,
    List<String> scannedBuckets,
    Map<String, String> keys) {

  /** Copies every list, so that nobody changes what the template says. */
  public Template {
    functions = List.copyOf(functions);
    routes = List.copyOf(routes);
    tables = List.copyOf(tables);
    buckets = List.copyOf(buckets);
    streams = List.copyOf(streams);
    rules = List.copyOf(rules);
    schedules = List.copyOf(schedules);
    scannedBuckets = List.copyOf(scannedBuckets);
    keys = Map.copyOf(keys);
  }

  /**
   * A function by its logical id.
   *
   * @throws IllegalArgumentException when the template has none of that id
   */
  public Function function(String id) {
    return functions.stream()
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no function " + id + " in the template"));
  }

  /**
   * One Lambda.
   *
   * @param id logical id
   * @param definition the function bean, from SPRING_CLOUD_FUNCTION_DEFINITION
   * @param environment its own variables, globals included
   * @param timeout after which Lambda kills it
   * @param memoryMegabytes its size
   */
  public record Function(
      String id,
      String definition,
      Map<String, String> environment,
      Duration timeout,
      int memoryMegabytes) {
    /** Copies the variables. */
    public Function {
      environment = Map.copyOf(environment);
    }
  }

  /**
   * One HttpApi route.
   *
   * @param method upper case, or ANY
   * @param path with {name} and {name+} parameters; $default for the catch-all
   * @param function logical id of the function that answers
   * @param authorized whether the JWT authorizer stands before it
   */
  public record Route(String method, String path, String function, boolean authorized) {
    /** The routeKey of the event. */
    public String key() {
      return path.equals("$default") ? path : method + " " + path;
    }
  }

  /**
   * CorsConfiguration of the HttpApi.
   *
   * @param maxAge seconds a browser may keep the answer, negative when not set
   */
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      boolean credentials,
      long maxAge) {}

  /**
   * One DynamoDB table.
   *
   * @param id logical id
   * @param name local table name, as in the functions' environment
   * @param attributes attribute definitions: name to S, N or B
   * @param partitionKey HASH attribute
   * @param sortKey RANGE attribute
   * @param indexes global secondary indexes
   * @param ttlAttribute epoch seconds after which an item may go
   * @param streamView KEYS_ONLY and so on, empty without a stream
   */
  public record Table(
      String id,
      String name,
      Map<String, String> attributes,
      String partitionKey,
      Optional<String> sortKey,
      List<Index> indexes,
      Optional<String> ttlAttribute,
      Optional<String> streamView) {}

  /** A global secondary index; projection is ALL, KEYS_ONLY or INCLUDE. */
  public record Index(
      String name, String partitionKey, Optional<String> sortKey, String projection) {}

  /**
   * One bucket.
   *
   * @param id logical id
   * @param name local bucket name
   * @param eventBridge whether Object Created goes to the event bus
   * @param cors what browsers of other origins may do with it
   */
  public record Bucket(String id, String name, boolean eventBridge, List<BucketCors> cors) {}

  /**
   * One of a bucket's CORS rules.
   *
   * @param headers what a preflight may ask for
   * @param exposed what a script may read of an answer
   */
  public record BucketCors(
      List<String> origins, List<String> methods, List<String> headers, List<String> exposed) {}

  /**
   * A function fed by a table's stream.
   *
   * @param function logical id
   * @param table local name of the table
   * @param batchSize at most so many records in a call
   * @param fromStart TRIM_HORIZON instead of LATEST
   * @param reportsItemFailures ReportBatchItemFailures
   * @param bisects BisectBatchOnFunctionError
   * @param maximumRetries -1 = until the record expires
   * @param maximumAge records older than that go to the failure destination; empty = never
   * @param window waits so long to fill a batch
   * @param filters FilterCriteria patterns, a record passes when one matches; empty = all
   * @param onFailure name of the queue or topic for what was given up
   */
  public record Stream(
      String function,
      String table,
      int batchSize,
      boolean fromStart,
      boolean reportsItemFailures,
      boolean bisects,
      int maximumRetries,
      Optional<Duration> maximumAge,
      Duration window,
      List<Map<String, Object>> filters,
      Optional<String> onFailure) {}

  /**
   * An EventBridge rule on the default bus.
   *
   * @param id function and event name, for messages
   * @param function logical id of the target
   * @param pattern event pattern as nested maps and lists
   * @param maximumRetries retries of the delivery, as RetryPolicy says
   * @param onFailure name of the dead-letter queue
   */
  public record Rule(
      String id,
      String function,
      Map<String, Object> pattern,
      int maximumRetries,
      Optional<String> onFailure) {}

  /**
   * A schedule.
   *
   * @param id function and event name, for messages
   * @param function logical id of the target
   * @param expression rate(...)
   * @param input JSON that the function gets, as it stands
   * @param enabled false when its State is DISABLED
   */
  public record Schedule(
      String id, String function, String expression, String input, boolean enabled) {}
}
