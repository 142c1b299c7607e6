package vn.minhbach.core.publish.bundle;

import java.net.URI;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.ReadResult;

/** Where the bundle of a published result is fetched. */
public final class ReadBundle {

  private final Bundles bundles;

  public ReadBundle(Bundles bundles) {
    this.bundles = bundles;
  }

  /**
   * The public one. Refused before publication, and while the schedule is still building it. That
   * of a former issue stays, also while the result is corrected.
   *
   * @param issue its number; 0 for the latest
   */
  public Outcome<URI> open(Campaign campaign, int issue) {
    return open(campaign, issue, Bundles.PUBLIC);
  }

  /** The whole one, with what is public as a total alone. */
  public Outcome<URI> openWhole(Campaign campaign, int issue) {
    return open(campaign, issue, Bundles.INSPECTION);
  }

  private Outcome<URI> open(Campaign campaign, int issue, String name) {
    return ReadResult.issued(campaign, issue)
        .flatMap(result -> {
          var of = new Bundles.Issue(campaign.id(), result.issue());
          if (bundles.exists(of, Bundles.PUBLIC)) {
            return Outcome.accepted(bundles.link(of, name));
          }
          // Only the result in force is still built.
          return campaign.result().filter(result::equals).isPresent()
              ? Outcome.refused(BundleProblem.BUNDLE_BEING_BUILT.of(campaign.id()))
              : Outcome.refused(BundleProblem.BUNDLE_NEVER_BUILT.of(campaign.id(), result.issue()));
        });
  }
}
