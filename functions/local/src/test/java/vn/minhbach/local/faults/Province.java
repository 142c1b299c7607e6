package vn.minhbach.local.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.Functions;
import vn.minhbach.Settings;
import vn.minhbach.Wiring;
import vn.minhbach.adapter.kms.KmsCalls;
import vn.minhbach.core.Attempts;
import vn.minhbach.local.LocalClients;
import vn.minhbach.local.LocalDynamoDb;
import vn.minhbach.local.LocalKms;
import vn.minhbach.local.LocalS3;
import vn.minhbach.local.Template;
import vn.minhbach.local.dynamodb.store.Store;

/**
 * The shipped functions over an embedded DynamoDB and S3, called one by one: every call is made on
 * the caller's thread, so that a test decides what happens between any two calls of the SDK. Pauses
 * are nil. Only clients, clock and pause are other than in Lambda.
 */
final class Province implements AutoCloseable {

  static final String TABLE = "table";
  static final String QUARANTINE = "quarantine";
  static final String EVIDENCE = "evidence";
  static final String PUBLISH = "publish";
  private static final String SHOWN = "shown";
  private static final List<String> BUCKETS = List.of(QUARANTINE, EVIDENCE, PUBLISH, SHOWN);

  /** The domain clock; each reading is a second later, so that no two acts share a moment. */
  static final class Ticking extends Clock {
    private Instant now = Instant.parse("2020-08-03T01:00:00Z");

    synchronized void set(Instant next) {
      now = next;
    }

    @Override
    public synchronized Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Logger FUNCTIONS_LOG =
      (Logger) LoggerFactory.getLogger("vn.minhbach.function");

  final Ticking clock = new Ticking();
  final LocalDynamoDb dynamoDb;
  final LocalS3 s3;

  /** No fault strikes it: what signs is asked again, and nothing is written by it. */
  private final LocalKms kms;

  /** The highest number of a pause that this thread was sent into since it was cleared. */
  final ThreadLocal<Integer> pauses = ThreadLocal.withInitial(() -> 0);

  private final Written written = new Written();
  private final List<AnnotationConfigApplicationContext> instances = new ArrayList<>();

  Province(int count) {
    // Outages are made here on purpose; a bug still tells of itself.
    FUNCTIONS_LOG.setLevel(Level.ERROR);
    dynamoDb = LocalDynamoDb.start(0, Optional.empty());
    dynamoDb.createIfMissing(
        new Template.Table(
            "Table",
            TABLE,
            Map.of("PK", "S", "SK", "S"),
            "PK",
            Optional.of("SK"),
            List.of(),
            Optional.empty(),
            Optional.empty()));
    s3 =
        LocalS3.start(
            0,
            Optional.empty(),
            List.of(bucket(QUARANTINE), bucket(EVIDENCE), bucket(PUBLISH), bucket(SHOWN)),
            event -> {});
    kms =
        LocalKms.start(
            Map.of("BundleKey", "ECC_NIST_P256", "LogKey", "ECC_NIST_EDWARDS25519"), keys());
    for (int i = 0; i < count; i++) {
      instances.add(instance());
    }
  }

  private static Path keys() {
    try {
      return Files.createTempDirectory("keys");
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  private static Template.Bucket bucket(String name) {
    return new Template.Bucket(name, name, false, List.of());
  }

  private AnnotationConfigApplicationContext instance() {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "function",
                Map.of(
                    "TABLE_NAME",
                    TABLE,
                    "QUARANTINE_BUCKET",
                    QUARANTINE,
                    "EVIDENCE_BUCKET",
                    EVIDENCE,
                    "SITE_URL",
                    "http://localhost:8080",
                    "PUBLISH_BUCKET",
                    PUBLISH,
                    "SHOWN_BUCKET",
                    SHOWN,
                    "S3_PATH_STYLE",
                    "true",
                    "BUNDLE_KEY",
                    "BundleKey",
                    "LOG_KEY",
                    "LogKey")));
    // What is registered by hand stands in the place of Wiring's bean of the same name.
    context.registerBean("domainClock", Clock.class, () -> clock);
    context.registerBean(
        "pause",
        Attempts.Pause.class,
        () -> attempt -> pauses.set(Math.max(pauses.get(), attempt)));
    context.registerBean("dynamoDb", DynamoDbClient.class, this::dynamoDbOfAFunction);
    context.registerBean("s3", S3Client.class, this::s3OfAFunction);
    context.registerBean(
        "presigner", S3Presigner.class, () -> LocalClients.presigner(s3.endpoint()));
    context.registerBean("kms", KmsCalls.class, this::kmsOfAFunction);
    context.register(Settings.class, Wiring.class, Functions.class);
    context.refresh();
    return context;
  }

  private KmsCalls kmsOfAFunction() {
    return new KmsCalls(
        UrlConnectionHttpClient.create(),
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY)),
        kms.endpoint(),
        LocalClients.REGION.id());
  }

  private DynamoDbClient dynamoDbOfAFunction() {
    return own(DynamoDbClient.builder())
        .endpointOverride(dynamoDb.endpoint())
        .httpClient(dynamoDb.direct())
        .build();
  }

  private S3Client s3OfAFunction() {
    return own(S3Client.builder())
        .endpointOverride(s3.endpoint())
        .forcePathStyle(true)
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)))
        .build();
  }

  // Without the mark of the local system, so that faults strike; retries come at once.
  private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B own(B builder) {
    return builder
        .region(LocalClients.REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY)))
        .overrideConfiguration(override ->
            override
                .addExecutionInterceptor(new Interloper())
                .addExecutionInterceptor(written)
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(3)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build()));
  }

  /** Calls an HTTP function. */
  Request.Reply send(int instance, Request request) {
    return request.reply(
        this.<Object, Object>function(instance, request.function()).apply(request.bytes()));
  }

  /** An object has come into quarantine. */
  void arrived(int instance, String key) {
    event(instance, "evidenceArrived", Map.of("object", Map.of("key", key)));
  }

  /** A scan has ended. */
  void scanned(int instance, String key, boolean clean) {
    event(
        instance,
        "evidenceScanned",
        Map.of(
            "s3ObjectDetails",
            Map.of("bucketName", QUARANTINE, "objectKey", key),
            "scanResultDetails",
            Map.of("scanResultStatus", clean ? "NO_THREATS_FOUND" : "THREATS_FOUND")));
  }

  private void event(int instance, String name, Map<String, Object> detail) {
    var event = new ScheduledEvent();
    event.setDetail(detail);
    this.<ScheduledEvent, String>function(instance, name).apply(event);
  }

  /** Items of these partitions have changed. Answers the number of the first that failed. */
  Optional<Integer> stream(int instance, List<String> partitions) {
    var event = new DynamodbEvent();
    var records = new ArrayList<DynamodbEvent.DynamodbStreamRecord>();
    for (String partition : partitions) {
      var change = new StreamRecord();
      change.setKeys(Map.of("PK", key(partition), "SK", key("HEAD")));
      change.setSequenceNumber(String.valueOf(records.size()));
      var record = new DynamodbEvent.DynamodbStreamRecord();
      record.setEventName("MODIFY");
      record.setDynamodb(change);
      records.add(record);
    }
    event.setRecords(records);
    return this.<DynamodbEvent, StreamsEventResponse>function(instance, "projectScores")
        .apply(event)
        .getBatchItemFailures()
        .stream()
        .findFirst()
        .map(failure -> Integer.valueOf(failure.getItemIdentifier()));
  }

  private static com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue key(
      String value) {
    return new com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue(value);
  }

  /** The schedule of every minute. */
  void keepHouse(int instance) {
    this.<Map<String, Object>, String>function(instance, "keepDeadlines")
        .apply(Map.of("schedule", "keepDeadlines"));
  }

  @SuppressWarnings("unchecked") // The bean's name says its type.
  private <I, O> Function<I, O> function(int instance, String name) {
    return (Function<I, O>) instances.get(instance % instances.size()).getBean(name);
  }

  /** Every item of the table, as it is stored. */
  Stored stored() {
    return Stored.of(
        dynamoDb
            .client()
            .scanPaginator(scan -> scan.tableName(TABLE).consistentRead(true))
            .items()
            .stream()
            .toList());
  }

  /** Empties the table: a campaign of an earlier case must not be kept on. */
  void wipe() {
    write(
        stored().keys().stream()
            .map(key ->
                WriteRequest.builder()
                    .deleteRequest(DeleteRequest.builder().key(key).build())
                    .build())
            .toList());
  }

  /**
   * What is stored, to come back to: a campaign opened anew for each case costs sixty calls.
   *
   * @param table the image of the table
   * @param objects bucket to key to content
   * @param now what the domain clock reads next
   */
  record Ground(Store.Snapshot table, Map<String, Map<String, byte[]>> objects, Instant now) {}

  /** Objects that functions have put, as {@code bucket/key}; they delete none. */
  private static final class Written implements ExecutionInterceptor {
    private final Set<String> objects = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof PutObjectRequest put) {
        objects.add(put.bucket() + "/" + put.key());
      }
    }

    Set<String> taken() {
      Set<String> taken = Set.copyOf(objects);
      objects.removeAll(taken);
      return taken;
    }
  }

  /** Remembers what is stored now. */
  Ground ground() {
    var objects = new TreeMap<String, Map<String, byte[]>>();
    for (String bucket : BUCKETS) {
      var contents = new TreeMap<String, byte[]>();
      for (String key : keys(bucket)) {
        contents.put(
            key, s3.client().getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
      }
      objects.put(bucket, contents);
    }
    return new Ground(dynamoDb.store().snapshot(), objects, clock.now);
  }

  /** Comes back to a ground; every instance is as cold as after its start. */
  void back(Ground ground) {
    dynamoDb.store().restore(ground.table);
    for (String object : written.taken()) {
      String bucket = object.substring(0, object.indexOf('/'));
      String key = object.substring(object.indexOf('/') + 1);
      byte[] bytes = ground.objects.get(bucket).get(key);
      if (bytes == null) {
        s3.client().deleteObject(delete -> delete.bucket(bucket).key(key));
      } else {
        s3.client().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
      }
    }
    clock.set(ground.now);
    if (instances.stream().mapToInt(Province::forget).sum() == 0) {
      throw new AssertionError("what an instance remembers is kept elsewhere now");
    }
  }

  private List<String> keys(String bucket) {
    return s3.client().listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** Empties what the beans of an instance remember, whichever keep something. */
  private static int forget(AnnotationConfigApplicationContext instance) {
    int emptied = 0;
    for (String name : instance.getBeanDefinitionNames()) {
      Object bean = instance.getBeanFactory().getSingleton(name);
      if (bean == null || !bean.getClass().getName().startsWith("vn.minhbach.")) {
        continue;
      }
      emptied += forget(bean);
    }
    return emptied;
  }

  private static int forget(Object bean) {
    int emptied = 0;
    for (Field field : bean.getClass().getDeclaredFields()) {
      emptied += forget(bean, field) ? 1 : 0;
    }
    return emptied;
  }

  private static boolean forget(Object bean, Field field) {
    boolean remembers = field.getType().getSimpleName().equals("Remembered");
    if (Modifier.isStatic(field.getModifiers())
        || !remembers
            && !Map.class.isAssignableFrom(field.getType())
            && !Set.class.isAssignableFrom(field.getType())) {
      return false;
    }
    field.setAccessible(true);
    try {
      Object held = field.get(bean);
      if (remembers) {
        return forget(held) > 0;
      }
      if (held instanceof ConcurrentMap<?, ?> map) {
        map.clear();
        return true;
      }
      if (held instanceof ConcurrentHashMap.KeySetView<?, ?> set) {
        set.clear();
        return true;
      }
      return false;
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }

  /** Puts items as they are. */
  void fill(List<Map<String, AttributeValue>> items) {
    write(
        items.stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList());
  }

  /** A job of the district that was accepted, as its function leaves it when it dies at once. */
  void order(String campaign, String id, Map<String, Long> communes) {
    var forms =
        communes.entrySet().stream()
            .map(form -> Map.of("unit", form.getKey(), "formVersion", form.getValue()))
            .toList();
    String document =
        Request.JSON.writeValueAsString(
            Map.of(
                "campaign",
                campaign,
                "id",
                id,
                "kind",
                "FORWARD",
                "owner",
                Plan.DISTRICT,
                "forms",
                forms,
                "at",
                "2020-08-04T01:00:00Z"));
    fill(
        List.of(
            Map.of(
                "PK", text("C#" + campaign + "#JOB"),
                "schema", AttributeValue.fromN("1"),
                "SK", text(id),
                "type", text("JOB"),
                "document", text(document))));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private void write(List<WriteRequest> requests) {
    for (int from = 0; from < requests.size(); from += 25) {
      List<WriteRequest> some = requests.subList(from, Math.min(from + 25, requests.size()));
      dynamoDb.client().batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, some)));
    }
  }

  @Override
  public void close() {
    instances.forEach(AnnotationConfigApplicationContext::close);
    kms.close();
    s3.close();
    dynamoDb.close();
    FUNCTIONS_LOG.setLevel(null);
  }
}
