package vn.minhbach.core.publish.bundle;

import java.net.URI;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.PublicationProblem;

/** Where the bundle of a published result is fetched. */
public final class ReadBundle {

  private final Bundles bundles;

  public ReadBundle(Bundles bundles) {
    this.bundles = bundles;
  }

  /** The public one. Refused before publication, and while the schedule is still building it. */
  public Outcome<URI> open(Campaign campaign) {
    return open(campaign, Bundles.PUBLIC);
  }

  /** The whole one, with what is public as a total alone. */
  public Outcome<URI> openWhole(Campaign campaign) {
    return open(campaign, Bundles.INSPECTION);
  }

  private Outcome<URI> open(Campaign campaign, String name) {
    Bundles.Issue issue = MakeBundle.issue(campaign);
    if (!campaign.stage().published()) {
      return Outcome.refused(PublicationProblem.NOT_PUBLISHED.of(campaign.id()));
    }
    return bundles.exists(issue, Bundles.PUBLIC)
        ? Outcome.accepted(bundles.link(issue, name))
        : Outcome.refused(BundleProblem.BUNDLE_BEING_BUILT.of(campaign.id()));
  }
}
