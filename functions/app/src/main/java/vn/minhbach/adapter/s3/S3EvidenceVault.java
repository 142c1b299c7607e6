package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Disposition;
import vn.minhbach.core.Outage;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.evidence.EvidenceVault;
import vn.minhbach.core.ledger.Sha256;

/** Evidence in two buckets: quarantine for what was uploaded, the vault for what was accepted. */
public final class S3EvidenceVault implements EvidenceVault {

  private static final Duration OPEN_LIFE = Duration.ofMinutes(5);

  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String quarantine;
  private final String vault;
  private final Clock wallClock;

  /**
   * The buckets.
   *
   * @param quarantine name of the bucket that takes uploads
   * @param vault name of the bucket that keeps accepted evidence
   * @param wallClock by which grants expire
   */
  public S3EvidenceVault(
      S3Client s3, S3Presigner presigner, String quarantine, String vault, Clock wallClock) {
    this.s3 = s3;
    this.presigner = presigner;
    this.quarantine = quarantine;
    this.vault = vault;
    this.wallClock = wallClock;
  }

  @Override
  public Upload grant(CampaignId campaign, UnitCode unit, Evidence evidence) {
    return new PresignedPut(
            quarantine,
            key(campaign, unit, evidence.id()),
            evidence.sizeBytes(),
            evidence.contentType(),
            evidence.sha256())
        .signed(presigner, wallClock.instant(), evidence.grantExpiresAt());
  }

  @Override
  public Optional<Instant> uploadedAt(CampaignId campaign, UnitCode unit, String evidenceId) {
    return RemoteCall.answer(
        "S3 HeadObject",
        () -> {
          try {
            return Optional.of(
                s3.headObject(head -> head.bucket(quarantine).key(key(campaign, unit, evidenceId)))
                    .lastModified());
          } catch (NoSuchKeyException gone) {
            return Optional.empty();
          }
        });
  }

  /**
   * {@inheritDoc}
   *
   * <p>The bytes go through a digest into a file of their own, since what decides on a document (an
   * archive's directory, a PDF's trailer) stands at its end.
   */
  @Override
  public Optional<Arrival> inspect(CampaignId campaign, UnitCode unit, Evidence evidence) {
    return RemoteCall.answer(
        "S3 GetObject",
        () -> {
          try (ResponseInputStream<GetObjectResponse> object =
              s3.getObject(get -> get.bucket(quarantine).key(key(campaign, unit, evidence.id())))) {
            return Optional.of(read(object, evidence));
          } catch (NoSuchKeyException gone) {
            return Optional.empty();
          } catch (IOException broken) {
            throw new Outage("S3 GetObject broke off: " + broken.getMessage(), broken);
          }
        });
  }

  private static Arrival read(ResponseInputStream<GetObjectResponse> object, Evidence evidence)
      throws IOException {
    GetObjectResponse head = object.response();
    if (head.contentLength() != evidence.sizeBytes()) {
      // Not what was declared: no byte of it is worth reading.
      object.abort();
      return new Arrival(
          head.contentLength(),
          "",
          head.eTag(),
          head.lastModified(),
          Optional.empty(),
          Optional.empty());
    }
    Path copy = Files.createTempFile("evidence", "");
    try {
      MessageDigest digest = Sha256.digest();
      long size = copied(object, digest, copy);
      FileInspection.Finding finding = FileInspection.of(copy);
      return new Arrival(
          size,
          HexFormat.of().formatHex(digest.digest()),
          head.eTag(),
          head.lastModified(),
          finding.type(),
          finding.danger(),
          finding.attachments());
    } finally {
      Files.delete(copy);
    }
  }

  private static long copied(InputStream from, MessageDigest digest, Path to) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int length = from.read(block); length >= 0; length = from.read(block)) {
        size += length;
        digest.update(block, 0, length);
        out.write(block, 0, length);
      }
    }
    return size;
  }

  @Override
  public Optional<String> digest(CampaignId campaign, UnitCode unit, String sha256) {
    return RemoteCall.answer(
        "S3 GetObject",
        () -> {
          try (ResponseInputStream<GetObjectResponse> object =
              s3.getObject(get -> get.bucket(vault).key(key(campaign, unit, sha256)))) {
            MessageDigest digest = Sha256.digest();
            byte[] block = new byte[BLOCK_BYTES];
            for (int length = object.read(block); length >= 0; length = object.read(block)) {
              digest.update(block, 0, length);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
          } catch (NoSuchKeyException gone) {
            return Optional.empty();
          } catch (IOException broken) {
            throw new Outage("S3 GetObject broke off: " + broken.getMessage(), broken);
          }
        });
  }

  /**
   * {@inheritDoc}
   *
   * <p>An object that lies in the vault under the same hash is the same file: it was verified when
   * it came there. Nothing is copied again then, since the vault keeps every version for years.
   */
  @Override
  public boolean promote(CampaignId campaign, UnitCode unit, Evidence evidence) {
    String tag =
        evidence
            .verified()
            .orElseThrow(() -> new IllegalArgumentException("not verified: " + evidence.id()))
            .objectTag();
    return RemoteCall.answer(
        "S3 CopyObject",
        () -> kept(campaign, unit, evidence) || copied(campaign, unit, evidence, tag));
  }

  private boolean kept(CampaignId campaign, UnitCode unit, Evidence evidence) {
    try {
      return s3.headObject(head -> head.bucket(vault).key(key(campaign, unit, evidence.sha256())))
          .contentLength()
          .equals(evidence.sizeBytes());
    } catch (NoSuchKeyException missing) {
      return false;
    }
  }

  private boolean copied(CampaignId campaign, UnitCode unit, Evidence evidence, String tag) {
    try {
      s3.copyObject(copy ->
          copy.sourceBucket(quarantine)
              .sourceKey(key(campaign, unit, evidence.id()))
              .copySourceIfMatch(tag)
              .ifNoneMatch("*")
              // Headers that the grant does not sign, as Content-Encoding, are the uploader's own:
              // a browser would unpack other bytes than those that were looked at.
              .metadataDirective(MetadataDirective.REPLACE)
              .contentType(evidence.contentType())
              .destinationBucket(vault)
              .destinationKey(key(campaign, unit, evidence.sha256())));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() == PRECONDITION_FAILED) {
        // Either the upload is another one now, or somebody else has just promoted the same bytes.
        return kept(campaign, unit, evidence);
      }
      if (refused.statusCode() == NOT_FOUND) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public URI open(CampaignId campaign, UnitCode unit, Evidence evidence) {
    return PresignedPut.uri(
        presigner
            .presignGetObject(sign ->
                sign.signatureDuration(OPEN_LIFE)
                    .getObjectRequest(get ->
                        get.bucket(vault)
                            .key(key(campaign, unit, evidence.sha256()))
                            .responseContentDisposition(
                                Disposition.attachment(
                                    MediaType.named(evidence.fileName(), evidence.contentType())))
                            .responseContentType(MediaType.served(evidence.contentType()))))
            .url());
  }

  private static String key(CampaignId campaign, UnitCode unit, String name) {
    return campaign + "/" + unit + "/" + name;
  }
}
