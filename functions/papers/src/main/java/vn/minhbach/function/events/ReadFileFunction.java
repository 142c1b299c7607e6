package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import vn.minhbach.core.assess.custody.ReadFile;
import vn.minhbach.function.events.EvidenceArrivedFunction.Detail;

/**
 * An object was created in the vault (EventBridge envelope): read what it says of itself. In the
 * second zip, which has a reader of PDF, and in the package of the other events.
 */
public final class ReadFileFunction implements Function<ScheduledEvent, String> {

  private final ReadFile readFile;
  private final Clock domainClock;
  private final Clock wallClock;

  public ReadFileFunction(ReadFile readFile, Clock domainClock, Clock wallClock) {
    this.readFile = readFile;
    this.domainClock = domainClock;
    this.wallClock = wallClock;
  }

  @Override
  public String apply(ScheduledEvent event) {
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
