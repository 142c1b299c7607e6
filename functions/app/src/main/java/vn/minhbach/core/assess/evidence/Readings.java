package vn.minhbach.core.assess.evidence;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: what files were found to say of themselves, one of each unit and hash. */
public interface Readings {

  /** Read consistently. */
  Optional<FileReading> of(CampaignId campaign, UnitCode unit, String sha256);

  /** Keeps a first reading; where one is kept already, nothing changes. */
  void note(FileReading reading);
}
