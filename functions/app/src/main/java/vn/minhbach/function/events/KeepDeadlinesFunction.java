package vn.minhbach.function.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.assess.custody.KeepEvidence;
import vn.minhbach.core.keep.upkeep.KeepHouse;
import vn.minhbach.core.publish.publication.ShowPublished;

/**
 * The schedule: resumes jobs, notes locks, mends projections that lag, rebuilds drafts, anchors the
 * chains once a day, shows what is published, sweeps uploads, goes on verifying evidence. Every
 * part of it is safe to run twice.
 */
public final class KeepDeadlinesFunction implements Function<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(KeepDeadlinesFunction.class);

  private final KeepHouse keepHouse;
  private final KeepEvidence keepEvidence;
  private final ShowPublished showResults;
  private final Clock domainClock;
  private final Clock wallClock;

  public KeepDeadlinesFunction(
      KeepHouse keepHouse,
      KeepEvidence keepEvidence,
      ShowPublished showResults,
      Clock domainClock,
      Clock wallClock) {
    this.keepHouse = keepHouse;
    this.keepEvidence = keepEvidence;
    this.showResults = showResults;
    this.domainClock = domainClock;
    this.wallClock = wallClock;
  }

  @Override
  public String apply(Map<String, Object> input) {
    KeepHouse.Done done = keepHouse.run(domainClock.instant().truncatedTo(ChronoUnit.MILLIS));
    LOG.info(
        "jobs {}, locks noted {}, projections mended {}, drafts rebuilt {}, documents migrated {}",
        done.jobs(),
        done.locks(),
        done.projections(),
        done.drafts(),
        done.migrated());
    LOG.info("results shown {}", showResults.run());
    KeepEvidence.Done files =
        keepEvidence.run(domainClock.instant().truncatedTo(ChronoUnit.MILLIS), wallClock::instant);
    LOG.info(
        "uploads found {}, grants expired {}, scans missing {}, files verified {}",
        files.uploads().found(),
        files.uploads().expired(),
        files.uploads().unscanned(),
        files.filesRead());
    return "done";
  }
}
