package vn.minhbach.adapter.s3;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.minhbach.adapter.RemoteCall;

/** A bucket of what is published: written where nothing is, and read as a whole. */
final class PublishBucket {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private final Supplier<S3Client> client;
  private final String bucket;

  /**
   * The bucket.
   *
   * @param client asked for when the bucket is: most requests never come here, and its classes are
   *     a tenth of a cold start
   */
  PublishBucket(Supplier<S3Client> client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  String name() {
    return bucket;
  }

  /**
   * Writes an object.
   *
   * @return false when there is one already, which stays
   */
  boolean put(String key, String contentType, byte[] content) {
    try {
      RemoteCall.answer(
          "S3 PutObject",
          () ->
              client
                  .get()
                  .putObject(
                      put -> put.bucket(bucket).key(key).contentType(contentType).ifNoneMatch("*"),
                      RequestBody.fromBytes(content)));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw refused;
    }
  }

  Optional<byte[]> content(String key) {
    try {
      return Optional.of(
          RemoteCall.answer(
                  "S3 GetObject",
                  () -> client.get().getObjectAsBytes(get -> get.bucket(bucket).key(key)))
              .asByteArrayUnsafe());
    } catch (S3Exception refused) {
      return absent(refused);
    }
  }

  boolean exists(String key) {
    try {
      RemoteCall.answer(
          "S3 HeadObject", () -> client.get().headObject(head -> head.bucket(bucket).key(key)));
      return true;
    } catch (S3Exception refused) {
      return absent(refused).isPresent();
    }
  }

  // Without the right to list, S3 says of a missing object that it is forbidden.
  private static Optional<byte[]> absent(S3Exception refused) {
    if (refused.statusCode() == NOT_FOUND || refused.statusCode() == FORBIDDEN) {
      return Optional.empty();
    }
    throw refused;
  }

  /** Keys below a prefix after another key, in their order. */
  List<String> keys(String prefix, String after) {
    return RemoteCall.answer(
        "S3 ListObjectsV2",
        () ->
            client
                .get()
                .listObjectsV2Paginator(
                    list -> list.bucket(bucket).prefix(prefix).startAfter(after))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }
}
