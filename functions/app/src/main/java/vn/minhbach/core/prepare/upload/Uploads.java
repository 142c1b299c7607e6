package vn.minhbach.core.prepare.upload;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.file.Upload;

/**
 * Port: the corner of quarantine for files of the office, key {@code _uploads/<campaign>/<sha256>}.
 * No campaign is called so, and no event looks there. What lies there goes with the bucket's seven
 * days.
 */
public interface Uploads {

  /** Where the keys begin. */
  String PREFIX = "_uploads/";

  /** A file that was uploaded; type as it was declared and signed. */
  record Content(String contentType, byte[] bytes) {}

  /** Signs an upload of exactly this file. */
  Upload grant(CampaignId campaign, BulkFile file, Instant expiresAt);

  /**
   * Reads a file whole. Empty when nothing is there under this hash, or what is there has another
   * one.
   */
  Optional<Content> read(CampaignId campaign, String sha256);
}
