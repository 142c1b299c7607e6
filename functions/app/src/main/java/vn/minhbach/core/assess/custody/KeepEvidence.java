package vn.minhbach.core.assess.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** What must happen by itself with files: uploads are swept, audits go on. */
public final class KeepEvidence {

  private static final int CAMPAIGNS_MAX = 100;

  /** The schedule's function has 55 seconds for all that it does. */
  private static final Duration AUDIT_BUDGET = Duration.ofSeconds(15);

  private static final Duration SWEEP_BUDGET = Duration.ofSeconds(15);

  private final Campaigns campaigns;
  private final Units units;
  private final SweepUploads sweep;
  private final VerifyEvidence verify;

  public KeepEvidence(Campaigns campaigns, Units units, SweepUploads sweep, VerifyEvidence verify) {
    this.campaigns = campaigns;
    this.units = units;
    this.sweep = sweep;
    this.verify = verify;
  }

  /** How much there was to do. */
  public record Done(SweepUploads.Done uploads, int filesRead) {}

  /**
   * Keeps all campaigns.
   *
   * @param now domain clock
   * @param wall the wall clock, asked again while the work goes on
   */
  public Done run(Instant now, Supplier<Instant> wall) {
    SweepUploads.Done uploads = new SweepUploads.Done(0, 0, 0);
    int read = 0;
    for (Campaign campaign : campaigns.list(Optional.empty(), CAMPAIGNS_MAX)) {
      if (campaign.openedAt().isPresent()) {
        List<Unit> register = units.all(campaign.id(), campaign.unitsVersion());
        // A file that came in the last hour is followed to its end while the team appraises, too.
        if (!campaign.stage().published()) {
          uploads = uploads.plus(sweep.sweep(campaign, register, now, wall, SWEEP_BUDGET));
        }
        read += verify.advance(campaign, register, now, wall, AUDIT_BUDGET);
      }
    }
    return new Done(uploads, read);
  }
}
