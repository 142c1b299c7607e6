package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.submission.CheckEvidence;

/** An object was created in quarantine (EventBridge envelope): verify what arrived. */
public final class EvidenceArrivedFunction implements Function<ScheduledEvent, String> {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceArrivedFunction.class);

  private final CheckEvidence checkEvidence;
  private final Clock domainClock;

  public EvidenceArrivedFunction(CheckEvidence checkEvidence, Clock domainClock) {
    this.checkEvidence = checkEvidence;
    this.domainClock = domainClock;
  }

  @Override
  public String apply(ScheduledEvent event) {
    String key = Detail.text(event.getDetail(), "object", "key");
    Optional<ObjectKey> ours = ObjectKey.of(key);
    if (ours.isEmpty()) {
      LOG.warn("object without a grant's name is left in quarantine");
      return "ignored";
    }
    return Retry.unlessDone(
        checkEvidence.arrived(
            ours.get().campaign(),
            ours.get().unit(),
            ours.get().evidenceId(),
            domainClock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  /** Reads nested text of an event's detail. */
  static final class Detail {

    private Detail() {}

    static String text(Map<String, Object> detail, String... path) {
      Object at = detail;
      for (String step : path) {
        at = at instanceof Map<?, ?> map ? map.get(step) : null;
      }
      return at instanceof String text ? text : "";
    }
  }
}
