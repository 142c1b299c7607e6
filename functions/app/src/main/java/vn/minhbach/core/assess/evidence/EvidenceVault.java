package vn.minhbach.core.assess.evidence;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.file.Upload;

/**
 * Port: the buckets. Quarantine key {@code <campaign>/<unit>/<evidenceId>}, vault key {@code
 * <campaign>/<unit>/<sha256>} (design.md "Documents").
 */
public interface EvidenceVault {

  /**
   * What lies in quarantine.
   *
   * @param tag the object's ETag, which a later promotion must still meet
   * @param detectedType media type by the bytes; empty when unknown
   * @param danger why the content is refused whatever its type; empty when nothing speaks against
   *     it
   * @param attachments how many other files are attached to it
   */
  record Arrival(
      long sizeBytes,
      String sha256,
      String tag,
      Instant uploadedAt,
      Optional<String> detectedType,
      Optional<Problem> danger,
      int attachments) {

    public Arrival(
        long sizeBytes,
        String sha256,
        String tag,
        Instant uploadedAt,
        Optional<String> detectedType,
        Optional<Problem> danger) {
      this(sizeBytes, sha256, tag, uploadedAt, detectedType, danger, 0);
    }
  }

  /** Signs an upload of exactly this file, until the grant expires. */
  Upload grant(CampaignId campaign, UnitCode unit, Evidence evidence);

  /** When S3 took the upload, by its own clock; empty when nothing is there. No bytes are read. */
  Optional<Instant> uploadedAt(CampaignId campaign, UnitCode unit, String evidenceId);

  /**
   * Reads the uploaded bytes once, in constant memory, and no further than the declared size. Empty
   * when nothing is there.
   */
  Optional<Arrival> inspect(CampaignId campaign, UnitCode unit, Evidence evidence);

  /**
   * Copies a clean object into the vault, provided it is still the one that was inspected.
   *
   * @return false when the object has changed or gone
   */
  boolean promote(CampaignId campaign, UnitCode unit, Evidence evidence);

  /**
   * Reads a kept file anew and answers the SHA-256, hex, of its bytes as they are now; empty when
   * it is gone.
   */
  Optional<String> digest(CampaignId campaign, UnitCode unit, String sha256);

  /** Signs a short GET of an accepted file under its own name. */
  URI open(CampaignId campaign, UnitCode unit, Evidence evidence);
}
