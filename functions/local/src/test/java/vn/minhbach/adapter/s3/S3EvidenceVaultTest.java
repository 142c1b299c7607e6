package vn.minhbach.adapter.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Disposition;
import vn.minhbach.core.Outage;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.local.LocalClients;
import vn.minhbach.local.LocalS3;
import vn.minhbach.local.Template;

/** The vault over real HTTP, signatures checked by the store. */
class S3EvidenceVaultTest {

  private static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  private static final UnitCode UNIT = new UnitCode("06649");
  private static final byte[] FILE = "%PDF-1.7\nQuyết định số 12".getBytes(StandardCharsets.UTF_8);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** How often the store took a write of a key in the vault. */
  private static final Map<String, Integer> WRITTEN = new ConcurrentHashMap<>();

  private static LocalS3 store;
  private static final StrictS3 LINE = new StrictS3();

  private static S3Client s3;
  private static S3Presigner presigner;

  private S3EvidenceVault vault;
  private String id;
  private static int count;

  @BeforeAll
  static void startStore() {
    store =
        LocalS3.start(
            0,
            Optional.empty(),
            List.of(
                new Template.Bucket("Q", "quarantine", false, List.of()),
                new Template.Bucket("E", "evidence", true, List.of())),
            event -> WRITTEN.merge(event.at("/detail/object/key").asString(), 1, Integer::sum));
    presigner = LocalClients.presigner(store.endpoint());
    s3 = LocalClients.s3(store.endpoint(), LINE);
  }

  @AfterAll
  static void stopStore() {
    s3.close();
    presigner.close();
    store.close();
  }

  @BeforeEach
  void start() {
    id = String.format("%032x", ++count);
    vault = vault(Clock.systemUTC());
  }

  @Test
  void takesTheDeclaredFileOnce() throws Exception {
    Evidence evidence = evidence(FILE, Duration.ofMinutes(15));
    Upload upload = vault.grant(CAMPAIGN, UNIT, evidence);

    assertEquals("PUT", upload.method());
    assertEquals(
        Set.of("content-type", "if-none-match", "x-amz-checksum-sha256"),
        upload.headers().keySet());
    assertTrue(upload.url().getQuery().contains("content-length"), "size is signed");
    Duration left = Duration.between(Instant.now(), upload.expiresAt());
    assertTrue(left.toSeconds() >= 890 && left.toSeconds() <= 900, left.toString());
    assertFalse(upload.expiresAt().isAfter(evidence.grantExpiresAt()));

    assertEquals(200, put(upload, FILE));
    assertEquals(412, put(upload, FILE), "a second time");
    EvidenceVault.Arrival arrival = vault.inspect(CAMPAIGN, UNIT, evidence).orElseThrow();
    assertEquals(FILE.length, arrival.sizeBytes());
    assertEquals(evidence.sha256(), arrival.sha256());
    assertEquals(Optional.of("application/pdf"), arrival.detectedType());
    assertTrue(Duration.between(arrival.uploadedAt(), Instant.now()).abs().toSeconds() < 60);
  }

  @Test
  void refusesWhatWasNotDeclared() throws Exception {
    Evidence evidence = evidence(FILE, Duration.ofMinutes(15));
    Upload upload = vault.grant(CAMPAIGN, UNIT, evidence);
    byte[] wrong = FILE.clone();
    wrong[10]++;

    assertEquals(400, put(upload, wrong), "wrong bytes");
    assertEquals(403, put(upload, Arrays.copyOf(FILE, FILE.length + 1)), "longer");
    assertEquals(403, put(upload, Arrays.copyOf(FILE, FILE.length - 1)), "shorter");
    URI other = URI.create(upload.url().toString().replace(id, "f".repeat(32)));
    assertEquals(
        403,
        put(new Upload("PUT", other, upload.headers(), upload.expiresAt()), FILE),
        "another key");
    var headers = new TreeMap<>(upload.headers());
    headers.put("content-type", "text/html");
    assertEquals(
        403,
        put(new Upload("PUT", upload.url(), headers, upload.expiresAt()), FILE),
        "another type");

    assertEquals(Optional.empty(), vault.inspect(CAMPAIGN, UNIT, evidence));
  }

  @Test
  void aGrantDiesWhenItSays() throws Exception {
    Evidence over = evidence(FILE, Duration.ofMinutes(-5));
    Upload upload = vault.grant(CAMPAIGN, UNIT, over);
    assertEquals(over.grantExpiresAt(), upload.expiresAt());
    assertTrue(upload.url().getQuery().contains("X-Amz-Expires=1&"), upload.url().toString());
    long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (System.nanoTime() < deadline) {
      LockSupport.parkNanos(deadline - System.nanoTime());
    }
    assertEquals(403, put(upload, FILE));

    Instant now = Instant.now();
    Evidence longLived = evidence(FILE, Duration.ofDays(30));
    upload = vault(Clock.fixed(now, ZoneOffset.UTC)).grant(CAMPAIGN, UNIT, longLived);
    assertEquals(now.plus(Duration.ofHours(1)), upload.expiresAt());
  }

  @Test
  void readsALargeFileInPieces() throws Exception {
    byte[] large = new byte[3_000_001];
    Arrays.fill(large, (byte) 7);
    store
        .client()
        .putObject(
            put -> put.bucket("quarantine").key("131-2020/06649/" + id),
            RequestBody.fromBytes(large));
    EvidenceVault.Arrival arrival =
        vault.inspect(CAMPAIGN, UNIT, evidence(large, Duration.ofMinutes(15))).orElseThrow();
    assertEquals(large.length, arrival.sizeBytes());
    assertEquals(Sha256.hex(large), arrival.sha256());
    assertEquals(Optional.empty(), arrival.detectedType());
  }

  @Test
  void promotesWhatWasInspectedAndNothingElse() throws Exception {
    byte[] file = file("promoted");
    Evidence evidence = uploaded(file);

    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence));
    assertArrayEquals(file, promoted(evidence));

    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence), "twice");
    delete();
    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence), "it is in the vault already");
  }

  @Test
  void ofManyPromotionsAtOnceAllSucceedAndOneWrites() throws Exception {
    int hands = 8;
    try (var threads = Executors.newFixedThreadPool(hands)) {
      for (int round = 0; round < 20; round++) {
        id = String.format("%032x", ++count);
        Evidence evidence = uploaded(file("raced " + round));
        var start = new CountDownLatch(1);
        var promotions = new ArrayList<Future<Boolean>>();
        for (int hand = 0; hand < hands; hand++) {
          promotions.add(
              threads.submit(() -> {
                start.await();
                return vault.promote(CAMPAIGN, UNIT, evidence);
              }));
        }
        start.countDown();
        for (Future<Boolean> promotion : promotions) {
          assertTrue(promotion.get(), "the bytes are in the vault");
        }
        assertEquals(1, WRITTEN.get("131-2020/06649/" + evidence.sha256()), "versions");
      }
    }
  }

  @Test
  void writesWherePolicyForbidsEveryCopy() throws Exception {
    byte[] file = file("no copy");
    Evidence evidence = uploaded(file);
    LINE.asked();
    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence));
    assertEquals(List.of("HEAD evidence", "GET quarantine", "PUT evidence"), LINE.asked());
    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence));
    assertEquals(List.of("HEAD evidence"), LINE.asked(), "what is there costs one question");

    // The road that was taken before, so that this filter is seen to close it.
    for (String condition : Arrays.asList("*", null)) {
      S3Exception refused =
          assertThrows(
              S3Exception.class,
              () ->
                  s3.copyObject(copy ->
                      copy.sourceBucket("quarantine")
                          .sourceKey("131-2020/06649/" + id)
                          .ifNoneMatch(condition)
                          .destinationBucket("evidence")
                          .destinationKey("131-2020/06649/copied")));
      assertEquals(condition == null ? 403 : 501, refused.statusCode());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFLICT", "CONFLICT_AFTER_ALL", "BUSY", "BROKEN"})
  void aWriteThatMetAnotherOrBrokeOffComesAgain(StrictS3.Turn turn) throws Exception {
    byte[] file = file("again " + turn + "x".repeat(100_000));
    Evidence evidence = uploaded(file);
    LINE.next(turn);
    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence));
    assertArrayEquals(file, promoted(evidence));
    assertEquals(1, WRITTEN.get("131-2020/06649/" + evidence.sha256()), "versions");
  }

  @Test
  void aWriteThatMeetsOthersAgainAndAgainIsLeftForLater() throws Exception {
    Evidence evidence = uploaded(file("later"));
    LINE.next(StrictS3.Turn.CONFLICT, StrictS3.Turn.CONFLICT, StrictS3.Turn.CONFLICT);
    assertThrows(Outage.class, () -> vault.promote(CAMPAIGN, UNIT, evidence));
    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence));
  }

  /** Neither is the file's fault: it must not be rejected for it. */
  @Test
  void aRefusalOfTheVaultIsNoVerdictOnTheFile() throws Exception {
    Evidence evidence = uploaded(file("refused"));
    LINE.next(StrictS3.Turn.FORBIDDEN);
    S3Exception denied =
        assertThrows(S3Exception.class, () -> vault.promote(CAMPAIGN, UNIT, evidence));
    assertEquals(403, denied.statusCode());
    LINE.next(StrictS3.Turn.NOT_IMPLEMENTED);
    assertThrows(Outage.class, () -> vault.promote(CAMPAIGN, UNIT, evidence));
    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence));
  }

  @Test
  void otherBytesUnderTheSameHashAreNeverTakenForTheFile() throws Exception {
    byte[] file = file("mine");
    Evidence evidence = uploaded(file);
    byte[] other = file("your");
    store
        .client()
        .putObject(
            put ->
                put.bucket("evidence")
                    .key("131-2020/06649/" + evidence.sha256())
                    .checksumSHA256(PresignedPut.checksum(Sha256.hex(other))),
            RequestBody.fromBytes(other));
    assertThrows(IllegalStateException.class, () -> vault.promote(CAMPAIGN, UNIT, evidence));
    assertArrayEquals(other, promoted(evidence), "nor are they overwritten");
  }

  @Test
  void promotesNothingThatHasChangedOrGone() throws Exception {
    Evidence changed = uploaded(file("first"));
    store
        .client()
        .putObject(
            put -> put.bucket("quarantine").key("131-2020/06649/" + id),
            RequestBody.fromBytes(file("other")));
    assertFalse(vault.promote(CAMPAIGN, UNIT, changed));
    delete();
    assertFalse(vault.promote(CAMPAIGN, UNIT, changed));
    assertThrows(
        NoSuchKeyException.class,
        () ->
            store
                .client()
                .headObject(
                    head -> head.bucket("evidence").key("131-2020/06649/" + changed.sha256())));
    assertThrows(
        IllegalArgumentException.class,
        () -> vault.promote(CAMPAIGN, UNIT, evidence(FILE, Duration.ofMinutes(1))));
  }

  @Test
  void opensAFileUnderItsOwnName() throws Exception {
    byte[] file = file("opened");
    Evidence evidence = uploaded(file);
    assertTrue(vault.promote(CAMPAIGN, UNIT, evidence));

    URI url = vault.open(CAMPAIGN, UNIT, evidence);
    HttpResponse<byte[]> got =
        HTTP.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray());

    assertEquals(200, got.statusCode());
    assertArrayEquals(file, got.body());
    assertEquals("application/pdf", got.headers().firstValue("content-type").orElse(""));
    assertEquals(
        Disposition.attachment("Quyết định số 12.pdf"),
        got.headers().firstValue("content-disposition").orElse(""));
    assertTrue(url.getQuery().contains("X-Amz-Expires=300"), url.toString());
    URI renamed = URI.create(url.toString().replace("attachment", "inline"));
    assertEquals(
        403,
        HTTP.send(HttpRequest.newBuilder(renamed).build(), HttpResponse.BodyHandlers.discarding())
            .statusCode());
  }

  /** A browser would unpack what nobody has looked at: the same bytes, read as another file. */
  @Test
  void keepsNothingThatTheUploaderSaysBesideTheBytes() throws Exception {
    byte[] file = file("read as brotli");
    Evidence evidence = evidence(file, Duration.ofMinutes(15));
    Upload grant = vault.grant(CAMPAIGN, UNIT, evidence);
    var headers = new TreeMap<>(grant.headers());
    headers.put("content-encoding", "br");
    headers.put("cache-control", "public");
    assertEquals(200, put(new Upload("PUT", grant.url(), headers, Instant.MAX), file));
    EvidenceVault.Arrival arrival = vault.inspect(CAMPAIGN, UNIT, evidence).orElseThrow();
    assertTrue(
        vault.promote(
            CAMPAIGN, UNIT, Declared.arrived(evidence, arrival.uploadedAt(), arrival.tag())));

    HttpResponse<byte[]> got =
        HTTP.send(
            HttpRequest.newBuilder(vault.open(CAMPAIGN, UNIT, evidence)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertArrayEquals(file, got.body());
    assertEquals(Optional.empty(), got.headers().firstValue("content-encoding"));
    assertEquals(Optional.empty(), got.headers().firstValue("cache-control"));
    assertEquals(
        "application/pdf",
        store
            .client()
            .headObject(head -> head.bucket("evidence").key("131-2020/06649/" + evidence.sha256()))
            .contentType());
  }

  @Test
  void tellsAnOutageFromABug() {
    var elsewhere =
        new S3EvidenceVault(store.client(), presigner, "nowhere", "evidence", Clock.systemUTC());
    assertThrows(
        NoSuchBucketException.class,
        () -> elsewhere.inspect(CAMPAIGN, UNIT, evidence(FILE, Duration.ofMinutes(1))));
    try (S3Client nobody = LocalClients.s3(URI.create("http://localhost:1"))) {
      var unreachable =
          new S3EvidenceVault(nobody, presigner, "quarantine", "evidence", Clock.systemUTC());
      assertThrows(
          Outage.class,
          () -> unreachable.inspect(CAMPAIGN, UNIT, evidence(FILE, Duration.ofMinutes(1))));
      assertThrows(
          Outage.class,
          () ->
              unreachable.promote(
                  CAMPAIGN,
                  UNIT,
                  Declared.arrived(evidence(FILE, Duration.ofMinutes(1)), Instant.now(), "\"x\"")));
    }
  }

  private Evidence uploaded(byte[] file) throws Exception {
    Evidence evidence = evidence(file, Duration.ofMinutes(15));
    assertEquals(200, put(vault.grant(CAMPAIGN, UNIT, evidence), file));
    EvidenceVault.Arrival arrival = vault.inspect(CAMPAIGN, UNIT, evidence).orElseThrow();
    return Declared.arrived(evidence, arrival.uploadedAt(), arrival.tag());
  }

  private static byte[] promoted(Evidence evidence) {
    return store
        .client()
        .getObjectAsBytes(get -> get.bucket("evidence").key("131-2020/06649/" + evidence.sha256()))
        .asByteArray();
  }

  private void delete() {
    store.client().deleteObject(delete -> delete.bucket("quarantine").key("131-2020/06649/" + id));
  }

  private S3EvidenceVault vault(Clock clock) {
    return new S3EvidenceVault(s3, presigner, "quarantine", "evidence", clock);
  }

  private Evidence evidence(byte[] file, Duration life) {
    return Declared.file(id, file.length, Sha256.hex(file), life);
  }

  private static byte[] file(String text) {
    return ("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  private static int put(Upload upload, byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(upload.url()).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    upload.headers().forEach(request::header);
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
