package vn.minhbach.core.assess.gate;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/** Port: what districts say on their communes' criteria. Reads are consistent. */
public interface Remarks {

  Optional<Remark> find(CampaignId campaign, UnitCode unit, CriterionId criterion);

  /** All on a commune's form, by criterion. */
  List<Remark> of(CampaignId campaign, UnitCode unit);
}
