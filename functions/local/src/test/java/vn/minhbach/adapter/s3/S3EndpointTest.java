package vn.minhbach.adapter.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cloud.localstack.awssdkv2.TestUtils;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.adapter.NeedsEndpoint;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.local.LocalClients;

/**
 * What no embedded store can do, against whatever answers as S3 at {@code S3_ENDPOINT} or {@code
 * LOCALSTACK_ENDPOINT}: Object Lock, and events of the bucket by EventBridge into a queue.
 * LocalStack checks signatures only with {@code S3_SKIP_SIGNATURE_VALIDATION=0}.
 */
@Timeout(120)
@NeedsEndpoint({"S3_ENDPOINT", "LOCALSTACK_ENDPOINT"})
class S3EndpointTest {

  private static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  private static final UnitCode UNIT = new UnitCode("06649");
  private static final byte[] FILE = "%PDF-1.7\nQuyết định số 12".getBytes(StandardCharsets.UTF_8);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SUFFIX = UUID.randomUUID().toString().substring(0, 8);
  private static final String QUARANTINE = "quarantine-" + SUFFIX;
  private static final String VAULT = "vault-" + SUFFIX;

  private static URI endpoint;
  private static S3Client s3;
  private static S3EvidenceVault vault;

  @BeforeAll
  static void makeBuckets() {
    endpoint =
        URI.create(NeedsEndpoint.Named.by("S3_ENDPOINT", "LOCALSTACK_ENDPOINT").orElseThrow());
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    // Its credentials and region are the utility's own, so they are set after it.
    s3 =
        TestUtils.wrapApiSyncClientV2(S3Client.builder(), endpoint.toString())
            .credentialsProvider(credentials)
            .region(LocalClients.REGION)
            .forcePathStyle(true)
            .build();
    S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(LocalClients.REGION)
            .credentialsProvider(credentials)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
    s3.createBucket(create ->
        create
            .bucket(QUARANTINE)
            .createBucketConfiguration(
                where -> where.locationConstraint(LocalClients.REGION.id())));
    s3.createBucket(create ->
        create
            .bucket(VAULT)
            .objectLockEnabledForBucket(true)
            .createBucketConfiguration(
                where -> where.locationConstraint(LocalClients.REGION.id())));
    s3.putObjectLockConfiguration(put ->
        put.bucket(VAULT)
            .objectLockConfiguration(lock ->
                lock.objectLockEnabled(ObjectLockEnabled.ENABLED)
                    .rule(rule ->
                        rule.defaultRetention(retention ->
                            retention.mode(ObjectLockRetentionMode.GOVERNANCE).days(1)))));
    vault = new S3EvidenceVault(s3, presigner, QUARANTINE, VAULT, Clock.systemUTC());
  }

  @Test
  void aGrantTakesTheDeclaredFileOnce() throws Exception {
    Evidence evidence = evidence("a".repeat(32));
    Upload upload = vault.grant(CAMPAIGN, UNIT, evidence);
    byte[] wrong = FILE.clone();
    wrong[10]++;
    assertEquals(400, put(upload, wrong), "wrong bytes");
    assertEquals(200, put(upload, FILE));
    assertEquals(412, put(upload, FILE), "a second time");
  }

  @Test
  void whatIsInTheVaultIsLockedAndStays() throws Exception {
    Evidence evidence = evidence("b".repeat(32));
    assertEquals(200, put(vault.grant(CAMPAIGN, UNIT, evidence), FILE));
    EvidenceVault.Arrival arrival = vault.inspect(CAMPAIGN, UNIT, evidence).orElseThrow();
    assertEquals(evidence.sha256(), arrival.sha256());
    Evidence arrived = Declared.arrived(evidence, arrival.uploadedAt(), arrival.tag());
    assertTrue(vault.promote(CAMPAIGN, UNIT, arrived));
    assertTrue(vault.promote(CAMPAIGN, UNIT, arrived), "twice");

    String key = CAMPAIGN + "/" + UNIT + "/" + evidence.sha256();
    var kept = s3.headObject(head -> head.bucket(VAULT).key(key));
    assertEquals(ObjectLockMode.GOVERNANCE, kept.objectLockMode());
    assertTrue(kept.objectLockRetainUntilDate().isAfter(Instant.now().plus(Duration.ofHours(23))));
    assertEquals(
        1, s3.listObjectVersions(list -> list.bucket(VAULT).prefix(key)).versions().size());
    S3Exception refused =
        assertThrows(
            S3Exception.class,
            () ->
                s3.deleteObject(
                    delete -> delete.bucket(VAULT).key(key).versionId(kept.versionId())));
    assertEquals(403, refused.statusCode());
  }

  @Test
  void whatIsTakenDownLeavesInSpiteOfItsLockAndNothingElseDoes() throws Exception {
    Evidence evidence = evidence("d".repeat(32));
    Evidence other = evidence("e".repeat(32));
    var unit = new UnitCode("06652");
    for (Evidence one : List.of(evidence, other)) {
      assertEquals(200, put(vault.grant(CAMPAIGN, unit, one), FILE));
    }
    String key = CAMPAIGN + "/" + unit + "/" + evidence.sha256();
    // Whoever had the right to write over it left a second version, and one who hid both.
    keep(key, "first");
    keep(key, "second");
    s3.deleteObject(delete -> delete.bucket(VAULT).key(key));
    String beside = key.substring(0, key.length() - 1) + "~";
    keep(beside, "beside");

    var removal = new S3FileRemoval(s3, QUARANTINE, VAULT);
    List<String> ids = List.of(evidence.id());
    assertEquals(4, removal.remove(CAMPAIGN, unit, evidence.sha256(), ids));
    assertEquals(0, removal.remove(CAMPAIGN, unit, evidence.sha256(), ids), "again");
    assertEquals(Optional.empty(), vault.digest(CAMPAIGN, unit, evidence.sha256()));
    var left = s3.listObjectVersions(list -> list.bucket(VAULT).prefix(key));
    assertEquals(List.of(), left.versions());
    assertEquals(List.of(), left.deleteMarkers());
    assertEquals(Optional.empty(), vault.uploadedAt(CAMPAIGN, unit, evidence.id()));
    assertTrue(vault.uploadedAt(CAMPAIGN, unit, other.id()).isPresent());
    assertEquals(
        "beside", s3.getObjectAsBytes(get -> get.bucket(VAULT).key(beside)).asUtf8String());
  }

  private static void keep(String key, String content) {
    s3.putObject(
        put -> put.bucket(VAULT).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256),
        RequestBody.fromString(content));
  }

  @Test
  void aRecordIsWrittenWhereNothingIs() {
    var bucket = new PublishBucket(() -> s3, VAULT);
    assertTrue(bucket.put("log/1", "text/plain", FILE));
    assertFalse(bucket.put("log/1", "text/plain", "other".getBytes(StandardCharsets.UTF_8)));
    assertEquals(FILE.length, bucket.content("log/1").orElseThrow().length);
  }

  /** The store's own event, through its own bus, is what the function reads. */
  @Test
  void anUploadIsToldByTheBusInTheShapeThatTheFunctionReads() throws Exception {
    String queue =
        sqs("CreateQueue", Map.of("QueueName", "arrived-" + SUFFIX)).get("QueueUrl").asString();
    String arn =
        sqs(
                "GetQueueAttributes",
                Map.of("QueueUrl", queue, "AttributeNames", new String[] {"QueueArn"}))
            .at("/Attributes/QueueArn")
            .asString();
    String pattern =
        "{\"source\":[\"aws.s3\"],\"detail-type\":[\"Object Created\"],"
            + "\"detail\":{\"bucket\":{\"name\":[\""
            + QUARANTINE
            + "\"]}}}";
    call(
        "events",
        "AWSEvents.PutRule",
        "1.1",
        Map.of("Name", "arrived-" + SUFFIX, "EventPattern", pattern));
    call(
        "events",
        "AWSEvents.PutTargets",
        "1.1",
        Map.of(
            "Rule", "arrived-" + SUFFIX, "Targets", new Object[] {Map.of("Id", "q", "Arn", arn)}));
    s3.putBucketNotificationConfiguration(put ->
        put.bucket(QUARANTINE)
            .notificationConfiguration(told -> told.eventBridgeConfiguration(bus -> {})));
    Evidence evidence = evidence("c".repeat(32));
    assertEquals(200, put(vault.grant(CAMPAIGN, UNIT, evidence), FILE));

    JsonNode messages =
        sqs("ReceiveMessage", Map.of("QueueUrl", queue, "WaitTimeSeconds", 20)).path("Messages");
    assertEquals(1, messages.size());
    byte[] body = messages.get(0).get("Body").asString().getBytes(StandardCharsets.UTF_8);
    ScheduledEvent event =
        LambdaEventSerializers.serializerFor(
                ScheduledEvent.class, ScheduledEvent.class.getClassLoader())
            .fromJson(new ByteArrayInputStream(body));
    assertEquals("Object Created", event.getDetailType());
    Map<?, ?> object = (Map<?, ?>) event.getDetail().get("object");
    assertEquals("131-2020/06649/" + "c".repeat(32), object.get("key"));
  }

  private static JsonNode sqs(String action, Map<String, ?> body) throws Exception {
    return call("sqs", "AmazonSQS." + action, "1.0", body);
  }

  /** AWS' JSON protocol without a signature, which emulators do not look at. */
  private static JsonNode call(String service, String target, String version, Map<String, ?> body)
      throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-" + version)
                .header("X-Amz-Target", target)
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=test/20260101/"
                        + LocalClients.REGION.id()
                        + "/"
                        + service
                        + "/aws4_request, SignedHeaders=host, Signature=0")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  private static Evidence evidence(String id) {
    return Declared.file(id, FILE.length, Sha256.hex(FILE), Duration.ofMinutes(15));
  }

  private static int put(Upload upload, byte[] file) throws Exception {
    var request =
        HttpRequest.newBuilder(upload.url()).PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    upload.headers().forEach(request::header);
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
