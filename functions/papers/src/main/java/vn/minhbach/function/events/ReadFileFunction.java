package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.assess.custody.ReadBacklog;
import vn.minhbach.core.assess.custody.ReadFile;
import vn.minhbach.function.events.EvidenceArrivedFunction.Detail;

/**
 * An object was created in the vault (EventBridge envelope): read what it says of itself. The
 * schedule asks it for what was kept before. In the second zip, which has a reader of PDF, and in
 * the package of the other events.
 */
public final class ReadFileFunction implements Function<ScheduledEvent, String> {

  private static final Logger LOG = LoggerFactory.getLogger(ReadFileFunction.class);

  /** As the schedule's input calls itself. */
  private static final String BACKLOG = "Backlog";

  /** Half of the function's time: the last file that is begun has the other half. */
  private static final Duration BUDGET = Duration.ofSeconds(60);

  private final ReadFile readFile;
  private final ReadBacklog backlog;
  private final Clock domainClock;
  private final Clock wallClock;

  public ReadFileFunction(
      ReadFile readFile, ReadBacklog backlog, Clock domainClock, Clock wallClock) {
    this.readFile = readFile;
    this.backlog = backlog;
    this.domainClock = domainClock;
    this.wallClock = wallClock;
  }

  @Override
  public String apply(ScheduledEvent event) {
    if (BACKLOG.equals(event.getDetailType())) {
      LOG.info(
          "files of before read {}",
          backlog.run(
              domainClock.instant().truncatedTo(ChronoUnit.MILLIS),
              () -> wallClock.instant().truncatedTo(ChronoUnit.MILLIS),
              BUDGET));
      return "done";
    }
    Optional<ObjectKey> ours = ObjectKey.kept(Detail.text(event.getDetail(), "object", "key"));
    return ours.filter(this::read).isPresent() ? "done" : "ignored";
  }

  private boolean read(ObjectKey key) {
    return readFile.read(
        key.campaign(),
        key.unit(),
        key.name(),
        domainClock.instant().truncatedTo(ChronoUnit.MILLIS),
        wallClock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
