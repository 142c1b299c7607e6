package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.assess.custody.CheckEvidence;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.prepare.upload.Uploads;

/**
 * An object was created in quarantine (EventBridge envelope): verify what arrived. An event that
 * comes before its grant can be read is brought again for a while; then the object is left where it
 * is and reported to the office.
 */
public final class EvidenceArrivedFunction implements Function<ScheduledEvent, String> {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceArrivedFunction.class);

  private static final int KEY_MAX = 1_024;

  private final CheckEvidence checkEvidence;
  private final Strays strays;
  private final Clock domainClock;
  private final Clock wallClock;

  public EvidenceArrivedFunction(
      CheckEvidence checkEvidence, Strays strays, Clock domainClock, Clock wallClock) {
    this.checkEvidence = checkEvidence;
    this.strays = strays;
    this.domainClock = domainClock;
    this.wallClock = wallClock;
  }

  @Override
  public String apply(ScheduledEvent event) {
    String key = Detail.text(event.getDetail(), "object", "key");
    if (key.startsWith(Uploads.PREFIX)) {
      return "ignored"; // Read by the route that it was uploaded for.
    }
    Optional<ObjectKey> ours = ObjectKey.of(key);
    if (ours.isEmpty()) {
      return stray(ObjectKey.campaign(key), key);
    }
    Optional<Evidence> known =
        Retry.unlessDone(
            checkEvidence.arrived(
                ours.get().campaign(),
                ours.get().unit(),
                ours.get().name(),
                domainClock.instant().truncatedTo(ChronoUnit.MILLIS)));
    if (known.isPresent()) {
      return "done";
    }
    Retry.whileYoung(event, wallClock.instant());
    return stray(Optional.of(ours.get().campaign()), key);
  }

  private String stray(Optional<CampaignId> campaign, String key) {
    // Without the key: whoever may write into the bucket chooses it. The item has it.
    LOG.warn("an object without a grant is left in quarantine, campaign {}", campaign);
    campaign.ifPresent(id ->
        strays.note(
            new Strays.Stray(
                id,
                Strays.Reason.NO_GRANT,
                key.substring(0, Math.min(key.length(), KEY_MAX)),
                wallClock.instant().truncatedTo(ChronoUnit.MILLIS))));
    return "stray";
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
