package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What uploads rely on, on both stores, over HTTP. */
class LocalS3Test {

  private static final byte[] CONTENT = "Minh bạch từng điểm số".getBytes(StandardCharsets.UTF_8);
  private static final String KEY = "c1/UBND-HL/e1";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PAGES = "http://localhost:8080";
  private static final Template.BucketCors UPLOADS =
      new Template.BucketCors(
          List.of(PAGES),
          List.of("PUT"),
          List.of("content-type", "if-none-match", "x-amz-checksum-sha256"),
          List.of("ETag"));

  abstract static class Contract {
    final List<ObjectNode> events = new CopyOnWriteArrayList<>();
    LocalS3 s3;
    S3Client client;

    abstract Optional<Path> directory();

    @BeforeEach
    void start() {
      s3 =
          LocalS3.start(
              0,
              directory(),
              List.of(
                  new Template.Bucket("Q", "quarantine", true, List.of(UPLOADS)),
                  new Template.Bucket("E", "evidence", false, List.of())),
              events::add);
      client = s3.client();
    }

    @AfterEach
    void stop() {
      s3.close();
    }

    @Test
    void takesAPresignedUploadOnceAndTellsOfIt() throws Exception {
      PresignedPutObjectRequest upload = presign(KEY, Duration.ofMinutes(5));
      assertTrue(upload.signedHeaders().containsKey("content-length"), "size is signed");

      assertEquals(200, put(upload.url().toURI(), CONTENT, "application/pdf").statusCode());
      assertEquals(412, put(upload.url().toURI(), CONTENT, "application/pdf").statusCode());

      HeadObjectResponse head =
          client.headObject(
              h -> h.bucket("quarantine").key(KEY).checksumMode(ChecksumMode.ENABLED));
      assertEquals(CONTENT.length, head.contentLength());
      assertEquals("application/pdf", head.contentType());
      assertEquals(1, events.size());
      JsonNode event = events.getFirst();
      assertEquals("aws.s3", event.path("source").stringValue());
      assertEquals("Object Created", event.path("detail-type").stringValue());
      JsonNode detail = event.path("detail");
      assertEquals("quarantine", detail.path("bucket").path("name").stringValue());
      assertEquals(KEY, detail.path("object").path("key").stringValue());
      assertEquals(CONTENT.length, detail.path("object").path("size").intValue());
      assertEquals(head.eTag(), "\"" + detail.path("object").path("etag").stringValue() + "\"");
      assertEquals("PutObject", detail.path("reason").stringValue());
    }

    @Test
    void refusesWhatWasNotSigned() throws Exception {
      URI url = presign(KEY, Duration.ofMinutes(5)).url().toURI();
      byte[] wrong = CONTENT.clone();
      wrong[0]++;
      byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 1);

      assertEquals(400, put(url, wrong, "application/pdf").statusCode(), "wrong bytes");
      assertEquals(403, put(url, longer, "application/pdf").statusCode(), "longer body");
      assertEquals(403, put(url, CONTENT, "text/html").statusCode(), "other type");
      URI otherKey = URI.create(url.toString().replace("/e1?", "/e2?"));
      assertEquals(403, put(otherKey, CONTENT, "application/pdf").statusCode(), "another key");
      HttpResponse<String> unconditional =
          send(
              request(url, CONTENT, "application/pdf").setHeader("if-none-match", "\"x\"").build());
      assertEquals(403, unconditional.statusCode(), "other condition");

      assertThrows(
          NoSuchKeyException.class, () -> client.headObject(h -> h.bucket("quarantine").key(KEY)));
      assertEquals(List.of(), events);
    }

    @Test
    void refusesAnExpiredUrl() throws Exception {
      URI url = presign(KEY, Duration.ofSeconds(1)).url().toURI();
      long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      while (System.nanoTime() < deadline) {
        LockSupport.parkNanos(deadline - System.nanoTime());
      }
      assertEquals(403, put(url, CONTENT, "application/pdf").statusCode());
      assertEquals(List.of(), events);
    }

    @Test
    void copiesOnlyTheVersionThatWasChecked() {
      String etag = store(KEY).replace("\"", "");
      S3Exception stale =
          assertThrows(
              S3Exception.class,
              () -> copy(KEY, "c1/UBND-HL/copy", "\"00000000000000000000000000000000\""));
      assertEquals(412, stale.statusCode());

      copy(KEY, "c1/UBND-HL/copy", "\"" + etag + "\"");
      copy(KEY, "c1/UBND-HL/bare", etag);

      HeadObjectResponse head = client.headObject(h -> h.bucket("evidence").key("c1/UBND-HL/copy"));
      assertEquals(CONTENT.length, head.contentLength());
      assertEquals("application/pdf", head.contentType());
      assertEquals(
          Set.of("quarantine"),
          events.stream()
              .map(event -> event.at("/detail/bucket/name").asString())
              .collect(Collectors.toSet()),
          "the vault does not tell");
    }

    @Test
    void listsTheOneVersionOfAnObjectAndRemovesItByThat() {
      store(KEY);
      store(KEY + "0");
      var versions =
          client.listObjectVersions(list -> list.bucket("quarantine").prefix(KEY)).versions();
      String version =
          versions.stream()
              .filter(one -> one.key().equals(KEY))
              .findFirst()
              .orElseThrow()
              .versionId();
      client.deleteObject(delete ->
          delete.bucket("quarantine").key(KEY).versionId(version).bypassGovernanceRetention(true));
      assertTrue(
          client
              .listObjectVersions(list -> list.bucket("quarantine").prefix(KEY))
              .versions()
              .stream()
              .noneMatch(one -> one.key().equals(KEY)));
      assertEquals(
          CONTENT.length,
          client.headObject(head -> head.bucket("quarantine").key(KEY + "0")).contentLength());
    }

    @Test
    void servesRangesAndNamesDownloads() throws Exception {
      store(KEY);
      byte[] part =
          client
              .getObjectAsBytes(g -> g.bucket("quarantine").key(KEY).range("bytes=0-3"))
              .asByteArray();
      assertArrayEquals("Minh".getBytes(StandardCharsets.UTF_8), part);

      String disposition = "attachment; filename=\"b.pdf\"; filename*=UTF-8''b%E1%BA%A3n.pdf";
      try (S3Presigner presigner = LocalClients.presigner(s3.endpoint())) {
        URI url =
            presigner
                .presignGetObject(p ->
                    p.signatureDuration(Duration.ofMinutes(1))
                        .getObjectRequest(g ->
                            g.bucket("quarantine")
                                .key(KEY)
                                .responseContentDisposition(disposition)
                                .responseContentType("application/pdf")))
                .url()
                .toURI();
        HttpResponse<byte[]> got =
            HTTP.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, got.statusCode());
        assertArrayEquals(CONTENT, got.body());
        assertEquals(disposition, got.headers().firstValue("content-disposition").orElse(""));
        assertEquals("application/pdf", got.headers().firstValue("content-type").orElse(""));
      }
    }

    @Test
    void tellsOfAMultipartUpload() {
      String upload =
          client.createMultipartUpload(m -> m.bucket("quarantine").key("big")).uploadId();
      String etag =
          client
              .uploadPart(
                  p -> p.bucket("quarantine").key("big").uploadId(upload).partNumber(1),
                  RequestBody.fromBytes(CONTENT))
              .eTag();
      assertEquals(List.of(), events);
      client.completeMultipartUpload(c ->
          c.bucket("quarantine")
              .key("big")
              .uploadId(upload)
              .multipartUpload(
                  m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
      assertEquals(
          "CompleteMultipartUpload", events.getFirst().path("detail").path("reason").stringValue());
    }

    @Test
    void letsTheBrowserUpload() throws Exception {
      HttpResponse<String> allowed =
          preflight(PAGES, "PUT", "content-type,if-none-match,x-amz-checksum-sha256");
      assertEquals(200, allowed.statusCode());
      assertEquals(PAGES, allowed.headers().firstValue("access-control-allow-origin").orElse(""));
    }

    @Test
    void letsABrowserDoNothingThatTheRulesDoNotName() throws Exception {
      assertNotEquals(200, preflight("http://localhost:80800", "PUT", "content-type").statusCode());
      assertNotEquals(200, preflight(PAGES, "DELETE", "content-type").statusCode());
      assertNotEquals(200, preflight(PAGES, "PUT", "content-type,x-amz-acl").statusCode());
    }

    private HttpResponse<String> preflight(String origin, String method, String headers)
        throws Exception {
      return send(
          HttpRequest.newBuilder(s3.endpoint().resolve("/quarantine/" + KEY))
              .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
              .header("Origin", origin)
              .header("Access-Control-Request-Method", method)
              .header("Access-Control-Request-Headers", headers)
              .build());
    }

    @Test
    void refusesAWriteWithoutSignature() throws Exception {
      URI url = s3.endpoint().resolve("/quarantine/" + KEY);
      assertEquals(403, put(url, CONTENT, "application/pdf").statusCode());
    }

    /**
     * A server that refuses before it has read the body hangs up, and a client that still sends has
     * a broken line for an answer. Without whole bodies first some of these are lost in each run.
     */
    @Test
    void answersEveryRefusedWrite() throws Exception {
      store(KEY);
      Callable<Integer> writer =
          () -> {
            int refused = 0;
            try (S3Client once = askingOnce()) {
              for (int write = 0; write < 100; write++) {
                S3Exception there = assertThrows(S3Exception.class, () -> storeNew(once));
                refused += there.statusCode() == 412 ? 1 : 0;
              }
            }
            return refused;
          };
      try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
        for (Future<Integer> refused : writers.invokeAll(Collections.nCopies(4, writer))) {
          assertEquals(100, refused.get());
        }
      }
    }

    private static void storeNew(S3Client writer) {
      writer.putObject(
          put -> put.bucket("quarantine").key(KEY).ifNoneMatch("*"),
          RequestBody.fromBytes(new byte[30_000]));
    }

    /** A second attempt would hide that the first had no answer. */
    private S3Client askingOnce() {
      return S3Client.builder()
          .region(LocalClients.REGION)
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY)))
          .endpointOverride(s3.endpoint())
          .forcePathStyle(true)
          .httpClient(UrlConnectionHttpClient.create())
          .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
          .build();
    }

    private String store(String key) {
      return client
          .putObject(
              PutObjectRequest.builder()
                  .bucket("quarantine")
                  .key(key)
                  .contentType("application/pdf")
                  .build(),
              RequestBody.fromBytes(CONTENT))
          .eTag();
    }

    private void copy(String from, String to, String etag) {
      client.copyObject(c ->
          c.sourceBucket("quarantine")
              .sourceKey(from)
              .copySourceIfMatch(etag)
              .destinationBucket("evidence")
              .destinationKey(to));
    }

    private PresignedPutObjectRequest presign(String key, Duration validity) throws Exception {
      try (S3Presigner presigner = LocalClients.presigner(s3.endpoint())) {
        String sha256 = sha256(CONTENT);
        return presigner.presignPutObject(p ->
            p.signatureDuration(validity)
                .putObjectRequest(put ->
                    put.bucket("quarantine")
                        .key(key)
                        .contentLength((long) CONTENT.length)
                        .contentType("application/pdf")
                        .checksumSHA256(sha256)
                        .ifNoneMatch("*")));
      }
    }
  }

  @Nested
  class InMemory extends Contract {
    @Override
    Optional<Path> directory() {
      return Optional.empty();
    }
  }

  @Nested
  class OnDisk extends Contract {
    @TempDir Path directory;

    @Override
    Optional<Path> directory() {
      return Optional.of(directory.resolve("s3"));
    }

    @Test
    void keepsObjectsOverARestart() {
      client.putObject(
          p -> p.bucket("evidence").key(KEY).contentType("application/pdf"),
          RequestBody.fromBytes(CONTENT));
      String etag = client.headObject(h -> h.bucket("evidence").key(KEY)).eTag();
      stop();
      start();
      HeadObjectResponse head = client.headObject(h -> h.bucket("evidence").key(KEY));
      assertEquals(etag, head.eTag());
      assertEquals("application/pdf", head.contentType());
    }
  }

  @Test
  void saysPlainlyThatAPortIsTaken() {
    try (LocalS3 first = LocalS3.start(0, Optional.empty(), List.of(), event -> {})) {
      int port = first.endpoint().getPort();
      PortTaken taken =
          assertThrows(
              PortTaken.class, () -> LocalS3.start(port, Optional.empty(), List.of(), event -> {}));
      assertTrue(taken.getMessage().contains("Port " + port + " (S3)"));
    }
  }

  static HttpResponse<String> put(URI url, byte[] body, String type) throws Exception {
    return send(request(url, body, type).build());
  }

  static HttpRequest.Builder request(URI url, byte[] body, String type) throws Exception {
    return HttpRequest.newBuilder(url)
        .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
        .header("content-type", type)
        .header("if-none-match", "*")
        .header("x-amz-checksum-sha256", sha256(CONTENT));
  }

  static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
