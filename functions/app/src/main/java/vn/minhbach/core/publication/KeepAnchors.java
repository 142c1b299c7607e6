package vn.minhbach.core.publication;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.submission.Submissions;
import vn.minhbach.core.unit.Unit;

/** Anchors every chain of a campaign: daily, and at report, approval and publication. */
public final class KeepAnchors {

  private final Submissions submissions;
  private final Anchors anchors;

  public KeepAnchors(Submissions submissions, Anchors anchors) {
    this.submissions = submissions;
    this.anchors = anchors;
  }

  public void keep(Campaign campaign, List<Unit> units, String occasion, Instant at) {
    var tips = new TreeMap<String, ChainTip>();
    tips.put(campaign.chain().toString(), campaign.tip());
    submissions
        .heads(campaign.id(), units.stream().map(Unit::code).toList())
        .values()
        .forEach(head -> tips.put(head.chain().toString(), head.tip()));
    anchors.keep(campaign.id(), occasion, at, tips);
  }
}
