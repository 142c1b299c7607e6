package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.List;
import vn.minhbach.core.CampaignId;

/**
 * Port: what the lane could not bring to an end by itself and leaves to the office. Noting the same
 * thing again changes nothing.
 */
public interface Strays {

  /**
   * One such thing.
   *
   * @param key of the object, in quarantine unless the reason says otherwise
   * @param seenAt wall clock
   */
  record Stray(CampaignId campaign, Reason reason, String key, Instant seenAt) {}

  /** Why it is left. */
  enum Reason {
    /** An object lies in quarantine that nobody was granted. */
    NO_GRANT,
    /** No scan result came for a file, hours after its upload. */
    NO_SCAN,
    /** The scanner could not do its work: denied, failed. */
    SCAN_FAILED,
    /** A file in the vault bears the stamp of a state secret; nobody may open it meanwhile. */
    SECRET_STAMP
  }

  void note(Stray stray);

  /** Up to {@code limit}, by key. */
  List<Stray> list(CampaignId campaign, int limit);
}
