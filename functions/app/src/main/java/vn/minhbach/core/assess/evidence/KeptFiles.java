package vn.minhbach.core.assess.evidence;

import java.util.OptionalLong;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: the bytes of the vault, for those who read them and may do nothing else with it. */
public interface KeptFiles {

  /** Takes the bytes as they come. */
  interface Sink {

    /** The first {@code length} of a block, which is used again afterwards. */
    void take(byte[] block, int length);
  }

  /**
   * Reads a kept file once, in blocks.
   *
   * @param contentType as which it was accepted; of another no byte is read
   * @param most of a longer file no byte is read
   * @return its length in bytes; empty where nothing lies there, or a file of another type
   */
  OptionalLong copy(
      CampaignId campaign, UnitCode unit, String sha256, String contentType, long most, Sink to);
}
