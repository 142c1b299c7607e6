package vn.minhbach.core.assess.evidence;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: reads a kept PDF, in bounded time and memory. */
public interface FileReader {

  /** What it says of itself; empty where nothing lies there, or no PDF. */
  Optional<FileFacts> read(CampaignId campaign, UnitCode unit, String sha256);
}
