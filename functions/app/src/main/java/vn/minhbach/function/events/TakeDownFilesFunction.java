package vn.minhbach.function.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.assess.takedown.TakeDownFiles;

/**
 * The schedule: removes what two bodies want taken down. The only function whose role passes the
 * vault's lock, and it does nothing else.
 */
public final class TakeDownFilesFunction implements Function<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(TakeDownFilesFunction.class);

  private final TakeDownFiles takeDown;
  private final Clock domainClock;

  public TakeDownFilesFunction(TakeDownFiles takeDown, Clock domainClock) {
    this.takeDown = takeDown;
    this.domainClock = domainClock;
  }

  @Override
  public String apply(Map<String, Object> input) {
    TakeDownFiles.Done done = takeDown.run(domainClock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (done.versions() > 0) {
      // Counted by a metric filter of alarms.yaml, which tells of every use of the role.
      LOG.warn("REMOVED_IN_SPITE_OF_LOCK: files {}, versions {}", done.files(), done.versions());
    }
    return "done";
  }
}
