package vn.minhbach.core.keep.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.consolidation.ForwardCommunes;
import vn.minhbach.core.assess.correction.NoteCorrections;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.term.NoteLocks;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.bundle.MakeBundle;
import vn.minhbach.core.publish.publication.KeepAnchors;
import vn.minhbach.core.publish.publication.RebuildDrafts;
import vn.minhbach.core.publish.transparency.GrowLog;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * What must happen by itself: jobs that a crash cut short are taken up, locks noted, projections
 * that lag are mended, drafts rebuilt, chains anchored once a day and put into the log, the bundle
 * of what is published built, documents of older schemas brought to those of today. What was
 * accepted is done and what was decided is anchored whatever the stage; the rest ends with the
 * stage that needs it.
 */
public final class KeepHouse {

  private static final int CAMPAIGNS_MAX = 100;
  private static final int JOBS_MAX = 50;

  private final Campaigns campaigns;
  private final Units units;
  private final Jobs jobs;
  private final ForwardCommunes forward;
  private final NoteCorrections corrections;
  private final ProgressBoard board;
  private final NoteLocks locks;
  private final ProjectScores projectScores;
  private final RebuildDrafts drafts;
  private final KeepAnchors anchors;
  private final GrowLog log;
  private final MakeBundle bundle;
  private final MigrateDocuments migrate;

  public KeepHouse(
      Campaigns campaigns,
      Units units,
      Jobs jobs,
      ForwardCommunes forward,
      NoteCorrections corrections,
      ProgressBoard board,
      NoteLocks locks,
      ProjectScores projectScores,
      RebuildDrafts drafts,
      KeepAnchors anchors,
      GrowLog log,
      MakeBundle bundle,
      MigrateDocuments migrate) {
    this.campaigns = campaigns;
    this.units = units;
    this.jobs = jobs;
    this.forward = forward;
    this.corrections = corrections;
    this.board = board;
    this.locks = locks;
    this.projectScores = projectScores;
    this.drafts = drafts;
    this.anchors = anchors;
    this.log = log;
    this.bundle = bundle;
    this.migrate = migrate;
  }

  /** How much there was to do. */
  public record Done(int jobs, int locks, int projections, int drafts, int migrated) {

    Done plus(Done other) {
      return new Done(
          jobs + other.jobs,
          locks + other.locks,
          projections + other.projections,
          drafts + other.drafts,
          migrated + other.migrated);
    }
  }

  public Done run(Instant now) {
    return campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
        .filter(campaign -> campaign.openedAt().isPresent())
        .map(campaign -> keep(campaign, now))
        .reduce(new Done(0, 0, 0, 0, 0), Done::plus);
  }

  private Done keep(Campaign campaign, Instant now) {
    List<Job> open = jobs.open(campaign.id(), JOBS_MAX);
    open.forEach(job -> {
      switch (job.kind()) {
        case FORWARD -> forward.run(job, now);
        case CORRECT -> corrections.run(campaign, job, now);
      }
    });
    anchors.keepReached(campaign, now);
    KeepAnchors.reached(campaign).forEach(occasion -> log.grow(campaign.id(), occasion, now));
    List<Unit> register = units.all(campaign.id(), campaign.unitsVersion());
    Done done = new Done(open.size(), 0, 0, 0, migrate.run(campaign, register));
    if (campaign.stage().published()) {
      bundle.run(campaign);
      return done;
    }
    return done.plus(unpublished(campaign, register, now));
  }

  private Done unpublished(Campaign campaign, List<Unit> register, Instant now) {
    boolean open = campaign.stage().underway();
    Map<UnitCode, Progress> rows = board.all(campaign.id());
    int noted = open ? locks.sweep(campaign, register, rows, now) : 0;
    ProjectScores.Swept swept = projectScores.sweep(campaign, register, rows);
    int rebuilt = open ? drafts.rebuild(campaign, register, swept.rows(), now) : 0;
    String today = "daily-" + now.atZone(campaign.calendar().zone()).toLocalDate();
    anchors.keep(campaign, today, now);
    log.grow(campaign.id(), today, now);
    return new Done(0, noted, swept.lagging(), rebuilt, 0);
  }
}
