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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.adapter.s3.inspection.FileInspection;
import vn.minhbach.adapter.s3.inspection.MediaType;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Disposition;
import vn.minhbach.core.Outage;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.ledger.Sha256;

/** Evidence in two buckets: quarantine for what was uploaded, the vault for what was accepted. */
public final class S3EvidenceVault implements EvidenceVault {

  private static final Duration OPEN_LIFE = Duration.ofMinutes(5);

  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  /** Of a write that met another one; the event that led here comes again later. */
  private static final int ATTEMPTS = 3;

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
   * <p>The bytes are read from quarantine and written again, not copied by S3: the vault's policy
   * demands {@code If-None-Match} of every write, and S3 may answer 501 to a copy that says it.
   *
   * <p>An object that lies in the vault under the same hash is the same file: it was verified when
   * it came there. Nothing is written again then, since the vault keeps every version for years.
   *
   * @throws Outage when S3 does not do its part; whether it wrote is then seen by a second call
   * @throws IllegalStateException when the vault holds other bytes under this hash
   */
  @Override
  public boolean promote(CampaignId campaign, UnitCode unit, Evidence evidence) {
    String tag =
        evidence
            .verified()
            .orElseThrow(() -> new IllegalArgumentException("not verified: " + evidence.id()))
            .objectTag();
    String from = key(campaign, unit, evidence.id());
    String to = key(campaign, unit, evidence.sha256());
    return RemoteCall.answer(
        "S3 PutObject", () -> kept(to, evidence) || written(from, tag, to, evidence));
  }

  private boolean kept(String key, Evidence evidence) {
    HeadObjectResponse there;
    try {
      there = s3.headObject(head -> head.bucket(vault).key(key).checksumMode(ChecksumMode.ENABLED));
    } catch (NoSuchKeyException missing) {
      return false;
    }
    // A store may have forgotten the checksum; the length it knows always.
    boolean same =
        there.contentLength().equals(evidence.sizeBytes())
            && Optional.ofNullable(there.checksumSHA256()).stream()
                .allMatch(PresignedPut.checksum(evidence.sha256())::equals);
    if (!same) {
      throw new IllegalStateException("the vault holds other bytes under " + key);
    }
    return true;
  }

  private boolean written(String from, String tag, String to, Evidence evidence) {
    for (int attempt = 1; ; attempt++) {
      try (var body = new ObjectBody(s3, quarantine, from, tag)) {
        s3.putObject(
            put ->
                put.bucket(vault)
                    .key(to)
                    .ifNoneMatch("*")
                    // Of what the uploader said, these alone were signed and looked at. A
                    // Content-Encoding would make a browser unpack other bytes.
                    .contentType(evidence.contentType())
                    .checksumSHA256(PresignedPut.checksum(evidence.sha256())),
            RequestBody.fromContentProvider(body, evidence.sizeBytes(), evidence.contentType()));
        return true;
      } catch (NoSuchKeyException gone) {
        return false;
      } catch (S3Exception refused) {
        if (refused.statusCode() == PRECONDITION_FAILED) {
          // Either the upload is another one now, or somebody else has just promoted the same
          // bytes.
          return kept(to, evidence);
        }
        if (refused.statusCode() != CONFLICT) {
          throw refused;
        }
        // Another write of the same name is under way, and S3 wants this one to come again.
        if (kept(to, evidence)) {
          return true;
        }
        if (attempt == ATTEMPTS) {
          throw new Outage("S3 PutObject met others " + attempt + " times", refused);
        }
      }
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
