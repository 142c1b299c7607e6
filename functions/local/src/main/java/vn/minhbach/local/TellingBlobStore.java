package vn.minhbach.local;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of each object that was stored, in the shape of S3's "Object Created" event on EventBridge.
 * Here and not in the HTTP layer, because only here is it certain that a write was accepted.
 */
final class TellingBlobStore extends ForwardingBlobStore {

  /** S3Proxy notes an open multipart upload as an object of its own. */
  private static final String MULTIPART_NOTE = ".s3proxy-mpu-stub-";

  private final Set<String> buckets;
  private final Consumer<ObjectNode> listener;
  // Grows over restarts too, as the sequencer of one key must.
  private final AtomicLong sequencer = new AtomicLong(System.currentTimeMillis() << 20);

  TellingBlobStore(BlobStore store, Set<String> buckets, Consumer<ObjectNode> listener) {
    super(store);
    this.buckets = Set.copyOf(buckets);
    this.listener = listener;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    PutObjectResponse response = super.putBlob(request, content);
    tell(request.bucket(), request.key(), "PutObject");
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse response = super.copyBlob(request);
    tell(request.destinationBucket(), request.destinationKey(), "CopyObject");
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    tell(request.bucket(), request.key(), "CompleteMultipartUpload");
    return response;
  }

  /** Files on a disk have no versions here; each is the one that S3 calls “null”. */
  @Override
  public boolean supportsVersioning() {
    return true;
  }

  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    if (delegate().supportsVersioning()) {
      return super.listVersions(request);
    }
    return ListObjectVersionsResponse.builder()
        .versions(
            Stream.ofNullable(blobMetadataIfPresent(request.bucket(), request.prefix()))
                .map(found ->
                    ObjectVersion.builder()
                        .key(request.prefix())
                        .versionId("null")
                        .isLatest(true)
                        .lastModified(found.lastModified())
                        .eTag(found.eTag())
                        .size(found.contentLength())
                        .build())
                .toList())
        .isTruncated(false)
        .build();
  }

  private void tell(String bucket, String key, String reason) {
    if (!buckets.contains(bucket) || key.startsWith(MULTIPART_NOTE)) {
      return;
    }
    HeadObjectResponse head = blobMetadataIfPresent(bucket, key);
    if (head != null) { // Else it was deleted in the meantime; the write itself has succeeded.
      listener.accept(event(bucket, key, head, reason));
    }
  }

  private ObjectNode event(String bucket, String key, HeadObjectResponse head, String reason) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .put("version", "0")
        .put("id", UUID.randomUUID().toString())
        .put("detail-type", "Object Created")
        .put("source", "aws.s3")
        .put("account", "000000000000")
        .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("region", LocalClients.REGION.id());
    event.putArray("resources").add("arn:aws:s3:::" + bucket);
    ObjectNode detail = event.putObject("detail").put("version", "0");
    detail.putObject("bucket").put("name", bucket);
    detail
        .putObject("object")
        .put("key", key)
        .put("size", head.contentLength())
        .put("etag", head.eTag().replace("\"", ""))
        .put("sequencer", "%016X".formatted(sequencer.incrementAndGet()));
    detail
        .put("request-id", UUID.randomUUID().toString())
        .put("requester", "000000000000")
        .put("source-ip-address", "127.0.0.1")
        .put("reason", reason);
    return event;
  }
}
