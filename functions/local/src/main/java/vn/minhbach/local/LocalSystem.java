package vn.minhbach.local;

import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.minhbach.local.gateway.Gateway;
import vn.minhbach.local.gateway.JwtAuthorizer;
import vn.minhbach.local.gateway.Site;
import vn.minhbach.local.lambda.ForkedLambdas;
import vn.minhbach.local.lambda.InProcessLambdas;
import vn.minhbach.local.lambda.LambdaSettings;
import vn.minhbach.local.oidc.LocalOidc;
import vn.minhbach.local.template.TemplateReader;

/**
 * Everything the template describes, running here: started in one call, stopped by {@link #close}.
 */
public final class LocalSystem implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LocalSystem.class.getName());
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration HTTP_API_PATIENCE = Duration.ofSeconds(30);
  private static final int INSTANCES = 2;
  private static final int EVENT_WORKERS = 2;
  private static final int EVENTS_WAITING = 1000;

  private final LocalOptions options;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final DataDirectory data;
  private final Clock wallClock = Clock.systemUTC();
  private Template template;
  private Gateway gateway;
  private LocalOidc oidc;
  private LocalDynamoDb dynamoDb;
  private LocalS3 s3;
  private LocalSmtp smtp;
  private LocalCognito cognito;
  private LocalKms kms;
  private LocalClock clock;
  private Lambdas lambdas;
  private EventBus bus;
  private Scanner.Check check;
  private Scheduler scheduler;
  private final List<StreamPump> pumps = new ArrayList<>();

  private LocalSystem(LocalOptions options) {
    this.options = options;
    this.data = DataDirectory.take(options.directory());
    parts.push(data);
  }

  /**
   * Starts the shipped application.
   *
   * @throws PortTaken when something else listens on one of its ports
   * @throws DataDirectory.Unusable when data cannot be kept where they should
   * @throws vn.minhbach.local.template.TemplateError when the template cannot be followed
   */
  public static LocalSystem start(LocalOptions options) {
    return start(options, LocalApplication.class);
  }

  /**
   * Starts another application under the same template.
   *
   * @param startClass imports the application and replaces its domain clock
   */
  public static LocalSystem start(LocalOptions options, Class<?> startClass) {
    LocalSystem system = new LocalSystem(options);
    try {
      system.startParts(startClass);
      return system;
    } catch (RuntimeException | Error notStarted) {
      system.close();
      throw notStarted;
    }
  }

  private void startParts(Class<?> startClass) {
    // Else every small answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    gateway =
        opened(options.port(), "HTTP", port -> Gateway.bind(port, wallClock, HTTP_API_PATIENCE));
    oidc = opened(options.oidcPort(), "OIDC", LocalOidc::start);
    // Only now: whoever is told that a port is taken still has the data.
    if (options.fresh()) {
      data.clear();
    }
    // The pages are served by the gateway, so that is the origin that may upload.
    template =
        TemplateReader.read(options.template(), Map.of("WebOrigin", gateway.url().toString()));
    clock = LocalClock.of(wallClock, Optional.of(data.path().resolve("clock")));
    parts.push(dynamoDb = LocalDynamoDb.start(options.dynamoDbPort(), data.of("dynamodb")));
    template.tables().forEach(dynamoDb::createIfMissing);
    template
        .tables()
        .forEach(table ->
            oidc.alsoKnows(new TableAccounts(dynamoDb.client(), table.name(), clock, wallClock)));
    parts.push(
        s3 =
            LocalS3.start(
                options.s3Port(), data.of("s3"), template.buckets(), event -> bus.put(event)));
    parts.push(smtp = LocalSmtp.start(options.smtpPort()));
    parts.push(cognito = LocalCognito.start());
    parts.push(kms = LocalKms.start(template.keys(), data.path().resolve("kms")));
    startFunctions(startClass);
    startEvents();
    gateway.serve(
        template,
        new JwtAuthorizer(
            oidc.issuer().toString(), oidc.keys(), Set.of(LocalOidc.AUDIENCE), wallClock),
        lambdas,
        LocalControls.of(this),
        Site.of(oidc.issuer(), LocalOidc.AUDIENCE, s3.endpoint()));
    // First to open, for its port; first to close as well, so that nothing new comes in.
    parts.remove(gateway);
    parts.push(gateway);
  }

  private void startFunctions(Class<?> startClass) {
    Path logs = data.path().resolve("logs").toAbsolutePath();
    Map<String, String> variables = new TreeMap<>();
    variables.put("S3_PATH_STYLE", "true");
    variables.put("MAIL_HOST", "localhost");
    variables.put("MAIL_PORT", String.valueOf(smtp.port()));
    variables.put("MAIL_STARTTLS", "false");
    variables.put("MAIL_LOGIN", "");
    variables.put("SECURITY_APPROVAL", "");
    variables.put("AWS_ENDPOINT_URL_KMS", kms.endpoint().toString());
    variables.put("SPRING_MAIN_BANNER_MODE", "off");
    variables.put(
        LocalClock.FILE_VARIABLE, data.path().resolve("clock").toAbsolutePath().toString());
    if (options.forked()) {
      options.faults().ifPresent(seed -> variables.put(Faults.VARIABLE, "" + seed));
    } else {
      options.faults().ifPresent(seed -> Faults.on(seed, Faults.Rates.USUAL));
      // Contexts are closed here, in order; the console belongs to the runner.
      variables.put("SPRING_MAIN_REGISTER_SHUTDOWN_HOOK", "false");
      variables.put("LOGGING_FILE_NAME", logs.resolve("functions.log").toString());
      variables.put("LOGGING_THRESHOLD_CONSOLE", "OFF");
      // The parts in this JVM would write there too.
      variables.put("LOGGING_LEVEL_ORG_ECLIPSE_JETTY", "WARN");
      variables.put("LOGGING_LEVEL_ORG_GAUL", "WARN");
    }
    LambdaSettings settings =
        new LambdaSettings(
            startClass,
            LocalClients.REGION.id(),
            LocalClients.ACCESS_KEY,
            LocalClients.SECRET_KEY,
            dynamoDb.endpoint(),
            s3.endpoint(),
            cognito.endpoint(),
            variables,
            clock,
            logs,
            INSTANCES,
            options.lean() ? dynamoDb::directBeside : UnaryOperator.identity());
    if (options.forked()) {
      ForkedLambdas forked = new ForkedLambdas(template, settings);
      parts.push(forked);
      forked.warm();
      lambdas = forked;
    } else {
      InProcessLambdas inProcess = new InProcessLambdas(template, settings);
      parts.push(inProcess);
      inProcess.warm();
      lambdas = inProcess;
    }
  }

  private void startEvents() {
    List<EventBus.Rule> rules = new ArrayList<>();
    template.rules().forEach(rule -> rules.add(EventBus.Rule.of(rule, lambdas)));
    check =
        options
            .clamd()
            .map(ClamdCheck::new)
            .filter(ClamdCheck::answers)
            .<Scanner.Check>map(clamd -> clamd)
            .orElseGet(EicarCheck::new);
    Scanner scanner = new Scanner(s3.client(), check, event -> bus.put(event));
    for (String bucket : template.scannedBuckets()) {
      // GuardDuty tries again too.
      rules.add(new EventBus.Rule("scan." + bucket, Scanner.pattern(bucket), scanner, 10));
    }
    bus = new EventBus(rules, EVENT_WORKERS, EVENTS_WAITING, data.of("events"));
    parts.push(bus);
    scheduler =
        new Scheduler(
            template.schedules(), function -> Target.function(lambdas, function), wallClock);
    parts.push(scheduler);
    for (Template.Stream stream : template.streams()) {
      StreamPump pump =
          StreamPump.start(
              dynamoDb,
              dynamoDb.streamArn(stream.table()),
              stream,
              Target.function(lambdas, stream.function()),
              data.of("streams").map(path -> path.resolve(stream.function())),
              wallClock);
      parts.push(pump);
      pumps.add(pump);
      // Nobody here wants to wait for the next minute to see an order of ranks.
      // A function with routes has a schedule only to keep its snapshot.
      Set<String> called =
          template.routes().stream().map(Template.Route::function).collect(Collectors.toSet());
      for (Template.Schedule schedule : template.schedules()) {
        if (called.contains(schedule.function())) {
          continue;
        }
        pump.whenQuiet(() -> scheduler.afterActivity(schedule.function(), QUIET, PAUSE));
      }
    }
  }

  @FunctionalInterface
  private interface Opening<T> {
    T at(int port) throws BindException;
  }

  private <T extends AutoCloseable> T opened(int port, String part, Opening<T> opening) {
    try {
      T opened = opening.at(port);
      parts.push(opened);
      return opened;
    } catch (BindException taken) {
      throw PortTaken.or(part, port, taken);
    }
  }

  /** Root of the HTTP API and of the pages. */
  public URI url() {
    return gateway.url();
  }

  /** The options it was started with. */
  public LocalOptions options() {
    return options;
  }

  /** The template it follows. */
  public Template template() {
    return template;
  }

  /** The issuer; gives tokens for every user. */
  public LocalOidc oidc() {
    return oidc;
  }

  /** The tables. */
  public LocalDynamoDb dynamoDb() {
    return dynamoDb;
  }

  /** The buckets. */
  public LocalS3 s3() {
    return s3;
  }

  /** The mail server. */
  public LocalSmtp smtp() {
    return smtp;
  }

  /** The user pool that the functions keep; signing in asks the issuer alone. */
  public LocalCognito cognito() {
    return cognito;
  }

  /** The domain clock. */
  public LocalClock clock() {
    return clock;
  }

  /** The functions. */
  public Lambdas lambdas() {
    return lambdas;
  }

  /** The event bus. */
  public EventBus bus() {
    return bus;
  }

  /** What looks for malware: clamd where it listens, else the EICAR check. */
  public Scanner.Check scanner() {
    return check;
  }

  /** The schedules. */
  public Scheduler scheduler() {
    return scheduler;
  }

  /** One pump per stream source. */
  public List<StreamPump> pumps() {
    return List.copyOf(pumps);
  }

  /** Data, logs and the clock; a temporary one when data are kept in memory. */
  public Path directory() {
    return data.path();
  }

  /**
   * Waits until every event and stream record so far is handled, and what came of them.
   *
   * @return false when that took longer
   */
  public boolean awaitQuiet(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    // Events write to the table; the table's records raise no events.
    boolean quiet = bus.awaitIdle(longest);
    for (StreamPump pump : pumps) {
      quiet &= pump.awaitDrained(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    return quiet;
  }

  /** Stops the parts, the last one started first; data in the directory stay. */
  @Override
  public void close() {
    if (options.faults().isPresent()) {
      Faults.off();
    }
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception failed) {
        LOG.log(Level.WARNING, part.getClass().getSimpleName() + " did not stop cleanly", failed);
      }
    }
  }
}
