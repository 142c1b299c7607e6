package vn.minhbach.function.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.publication.KeepHouse;

/**
 * The schedule: resumes jobs, notes locks, mends projections that lag, rebuilds drafts, anchors the
 * chains once a day. Every part of it is safe to run twice.
 */
public final class KeepDeadlinesFunction implements Function<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(KeepDeadlinesFunction.class);

  private final KeepHouse keepHouse;
  private final Clock domainClock;

  public KeepDeadlinesFunction(KeepHouse keepHouse, Clock domainClock) {
    this.keepHouse = keepHouse;
    this.domainClock = domainClock;
  }

  @Override
  public String apply(Map<String, Object> input) {
    KeepHouse.Done done = keepHouse.run(domainClock.instant().truncatedTo(ChronoUnit.MILLIS));
    LOG.info(
        "jobs {}, locks noted {}, projections mended {}, drafts rebuilt {}",
        done.jobs(),
        done.locks(),
        done.projections(),
        done.drafts());
    return "done";
  }
}
