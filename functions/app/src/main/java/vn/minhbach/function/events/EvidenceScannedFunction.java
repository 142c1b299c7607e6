package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.submission.CheckEvidence;
import vn.minhbach.function.events.EvidenceArrivedFunction.Detail;

/**
 * GuardDuty Malware Protection for S3 has scanned an object (EventBridge envelope). Every result
 * but NO_THREATS_FOUND counts as not clean.
 */
public final class EvidenceScannedFunction implements Function<ScheduledEvent, String> {

  private static final String CLEAN = "NO_THREATS_FOUND";

  private final CheckEvidence checkEvidence;
  private final Clock domainClock;

  public EvidenceScannedFunction(CheckEvidence checkEvidence, Clock domainClock) {
    this.checkEvidence = checkEvidence;
    this.domainClock = domainClock;
  }

  @Override
  public String apply(ScheduledEvent event) {
    Optional<ObjectKey> ours =
        ObjectKey.of(Detail.text(event.getDetail(), "s3ObjectDetails", "objectKey"));
    if (ours.isEmpty()) {
      return "ignored";
    }
    String result = Detail.text(event.getDetail(), "scanResultDetails", "scanResultStatus");
    return Retry.unlessDone(
        checkEvidence.scanned(
            ours.get().campaign(),
            ours.get().unit(),
            ours.get().evidenceId(),
            new Evidence.Scanned(result.equals(CLEAN), result.isEmpty() ? "UNKNOWN" : result),
            domainClock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
