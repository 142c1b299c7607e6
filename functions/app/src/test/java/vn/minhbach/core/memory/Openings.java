package vn.minhbach.core.memory;

import java.util.ArrayList;
import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** The log of openings in memory. */
public final class Openings implements vn.minhbach.core.assess.evidence.Openings {

  private final List<Opening> all = new ArrayList<>();

  @Override
  public void note(Opening opening) {
    all.add(opening);
  }

  @Override
  public List<Opening> of(CampaignId campaign, UnitCode unit, String evidence, int limit) {
    return all.stream().filter(one -> one.evidence().equals(evidence)).limit(limit).toList();
  }
}
