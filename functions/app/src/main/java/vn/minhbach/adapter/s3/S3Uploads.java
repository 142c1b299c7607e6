package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outage;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.upload.BulkFile;
import vn.minhbach.core.prepare.upload.Uploads;

/** Files of the office in quarantine, under a prefix of their own. */
public final class S3Uploads implements Uploads {

  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private final S3Client s3;
  private final Supplier<S3Presigner> presigner;
  private final String quarantine;
  private final Clock wallClock;

  /**
   * The bucket.
   *
   * @param presigner asked for when something is granted: whoever only reads needs none
   */
  public S3Uploads(
      S3Client s3, Supplier<S3Presigner> presigner, String quarantine, Clock wallClock) {
    this.s3 = s3;
    this.presigner = presigner;
    this.quarantine = quarantine;
    this.wallClock = wallClock;
  }

  @Override
  public Upload grant(CampaignId campaign, BulkFile file, Instant expiresAt) {
    return new PresignedPut(
            quarantine,
            key(campaign, file.sha256()),
            file.sizeBytes(),
            file.contentType(),
            file.sha256())
        .signed(presigner.get(), wallClock.instant(), expiresAt);
  }

  @Override
  public Optional<Content> read(CampaignId campaign, String sha256) {
    return RemoteCall.answer(
        "S3 GetObject",
        () -> {
          try (ResponseInputStream<GetObjectResponse> object =
              s3.getObject(get -> get.bucket(quarantine).key(key(campaign, sha256)))) {
            if (object.response().contentLength() > BulkFile.BYTES_MAX) {
              object.abort();
              return Optional.empty();
            }
            byte[] bytes = object.readNBytes(BulkFile.BYTES_MAX);
            return Sha256.hex(bytes).equals(sha256)
                ? Optional.of(new Content(object.response().contentType(), bytes))
                : Optional.empty();
          } catch (S3Exception refused) {
            // Without the right to list the bucket, S3 says of a missing object that it is
            // forbidden; the prefix is no reason to let anyone list the evidence of all units.
            if (refused.statusCode() == NOT_FOUND || refused.statusCode() == FORBIDDEN) {
              return Optional.empty();
            }
            throw refused;
          } catch (IOException broken) {
            throw new Outage("S3 GetObject broke off: " + broken.getMessage(), broken);
          }
        });
  }

  private static String key(CampaignId campaign, String sha256) {
    return PREFIX + campaign + "/" + sha256;
  }
}
