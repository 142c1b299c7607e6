package vn.minhbach.core.assess.consolidation;

import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Port: the batches in which communes' forms were passed on. Reads are consistent. */
public interface Transmittals {

  /** All of a district, by number. */
  List<Transmittal> of(CampaignId campaign, UnitCode district);
}
