package vn.minhbach.adapter.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import vn.minhbach.core.file.Upload;

/**
 * A presigned PUT of exactly one file: size, type, bytes (SHA-256) and {@code If-None-Match: *} are
 * signed, so S3 takes this file and takes it once.
 */
record PresignedPut(String bucket, String key, long sizeBytes, String contentType, String sha256) {

  private static final Duration LIFE_MAX = Duration.ofHours(1);
  private static final Duration LIFE_MIN = Duration.ofSeconds(1);

  /** Set by the browser itself; a script that tries is refused. */
  private static final Set<String> NOT_FOR_SCRIPTS = Set.of("host", "content-length");

  /**
   * Signs until {@code expiresAt}, an hour at most. One that is over is signed for its last second,
   * so that a replayed request has an answer; the caller sees {@code expiresAt} in the past.
   */
  Upload signed(S3Presigner presigner, Instant now, Instant expiresAt) {
    Duration life = life(now, expiresAt);
    PresignedPutObjectRequest signed =
        presigner.presignPutObject(sign ->
            sign.signatureDuration(life)
                .putObjectRequest(put ->
                    put.bucket(bucket)
                        .key(key)
                        .contentLength(sizeBytes)
                        .contentType(contentType)
                        .checksumSHA256(checksum(sha256))
                        .ifNoneMatch("*")));
    Map<String, String> headers = new TreeMap<>();
    signed
        .signedHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.keySet().removeAll(NOT_FOR_SCRIPTS);
    Instant dead = now.plus(life);
    return new Upload(
        signed.httpRequest().method().name(),
        uri(signed.url()),
        headers,
        dead.isBefore(expiresAt) ? dead : expiresAt);
  }

  private static Duration life(Instant now, Instant expiresAt) {
    // Whole seconds, rounded down: the URL must not outlive the grant.
    Duration left = Duration.ofSeconds(Duration.between(now, expiresAt).toSeconds());
    if (left.compareTo(LIFE_MIN) < 0) {
      return LIFE_MIN;
    }
    return left.compareTo(LIFE_MAX) > 0 ? LIFE_MAX : left;
  }

  /** A SHA-256 in hex as S3 writes it. */
  static String checksum(String sha256) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
  }

  static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException bug) {
      throw new IllegalStateException("the SDK signed what is no URI", bug);
    }
  }
}
