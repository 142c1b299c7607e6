package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import vn.minhbach.core.assess.custody.CheckEvidence;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.function.events.EvidenceArrivedFunction.Detail;

/**
 * GuardDuty Malware Protection for S3 has scanned an object (EventBridge envelope). Every result
 * but NO_THREATS_FOUND counts as not clean; where the scanner itself failed, the office is told.
 */
public final class EvidenceScannedFunction implements Function<ScheduledEvent, String> {

  private static final String CLEAN = "NO_THREATS_FOUND";

  private final CheckEvidence checkEvidence;
  private final Strays strays;
  private final Clock domainClock;
  private final Clock wallClock;

  public EvidenceScannedFunction(
      CheckEvidence checkEvidence, Strays strays, Clock domainClock, Clock wallClock) {
    this.checkEvidence = checkEvidence;
    this.strays = strays;
    this.domainClock = domainClock;
    this.wallClock = wallClock;
  }

  @Override
  public String apply(ScheduledEvent event) {
    String key = Detail.text(event.getDetail(), "s3ObjectDetails", "objectKey");
    Optional<ObjectKey> ours = ObjectKey.of(key);
    if (ours.isEmpty()) {
      return "ignored";
    }
    Checks.Scanned fact = fact(event);
    Optional<Evidence> known =
        Retry.unlessDone(
            checkEvidence.scanned(
                ours.get().campaign(),
                ours.get().unit(),
                ours.get().name(),
                fact,
                domainClock.instant().truncatedTo(ChronoUnit.MILLIS)));
    if (known.isEmpty()) {
      // Its arrival reports the object.
      Retry.whileYoung(event, wallClock.instant());
      return "ignored";
    }
    if (fact.failed()) {
      strays.note(
          new Strays.Stray(
              ours.get().campaign(),
              Strays.Reason.SCAN_FAILED,
              key,
              wallClock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
    return "done";
  }

  private static Checks.Scanned fact(ScheduledEvent event) {
    String result = Detail.text(event.getDetail(), "scanResultDetails", "scanResultStatus");
    String tag = Detail.text(event.getDetail(), "s3ObjectDetails", "eTag");
    return new Checks.Scanned(
        result.equals(CLEAN),
        result.isEmpty() ? "UNKNOWN" : result,
        tag.isEmpty() ? Optional.empty() : Optional.of(tag));
  }
}
