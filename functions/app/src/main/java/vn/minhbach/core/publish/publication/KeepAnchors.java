package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Rulings;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Anchors every chain of a campaign: daily, and at report, approval and publication. The anchor of
 * an occasion comes after its commit; what a crash in between leaves out, the schedule catches up.
 */
public final class KeepAnchors {

  private final Units units;
  private final Submissions submissions;
  private final Anchors anchors;

  /** What this instance knows to be kept: the schedule asks every minute, and for years. */
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  public KeepAnchors(Units units, Submissions submissions, Anchors anchors) {
    this.units = units;
    this.submissions = submissions;
    this.anchors = anchors;
  }

  /** The occasions of a result. */
  public static final String REPORT = "report";

  public static final String APPROVAL = "approval";
  public static final String PUBLICATION = "publication";

  /** Keeps the anchors of everything that a campaign has come to. */
  public void keepReached(Campaign campaign, Instant at) {
    reached(campaign).forEach(occasion -> keep(campaign, occasion, at));
  }

  /** The occasions that a campaign has come to, in their order; those of days aside. */
  public static List<String> reached(Campaign campaign) {
    var reached = new ArrayList<String>();
    campaign
        .result()
        .ifPresent(result -> {
          reached.add(named(campaign, REPORT));
          result.approval().ifPresent(approved -> reached.add(named(campaign, APPROVAL)));
          result.publishedAt().ifPresent(published -> reached.add(named(campaign, PUBLICATION)));
        });
    return reached;
  }

  /** The campaign, once the anchor of an occasion of its result is kept. */
  Campaign kept(Campaign campaign, String occasion, Instant at) {
    keep(campaign, named(campaign, occasion), at);
    return campaign;
  }

  /**
   * The name of the anchor of an occasion. What was sent back or is corrected is reported anew, and
   * its first anchors stay as they are.
   */
  public static String named(Campaign campaign, String occasion) {
    int round =
        1
            + campaign.ruled().issues().size()
            + campaign.ruled().sentBack().map(Rulings.SentBack::count).orElse(0);
    return round == 1 ? occasion : occasion + "-" + round;
  }

  /** Keeps the anchor of an occasion, unless it is kept. */
  public void keep(Campaign campaign, String occasion, Instant at) {
    String name = campaign.id() + "/" + occasion;
    if (!kept.contains(name)) {
      anchors.keep(campaign.id(), occasion, at, tips(campaign));
      kept.add(name);
    }
  }

  private SortedMap<String, ChainTip> tips(Campaign campaign) {
    List<Unit> register = units.all(campaign.id(), campaign.unitsVersion());
    var tips = new TreeMap<String, ChainTip>();
    tips.put(campaign.chain().toString(), campaign.tip());
    submissions
        .heads(campaign.id(), register.stream().map(Unit::code).toList())
        .values()
        .forEach(head -> tips.put(head.chain().toString(), head.tip()));
    return tips;
  }
}
