package vn.minhbach.function.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.minhbach.core.Outcome;

/** An event that could not be handled now fails its invocation, so that Lambda brings it again. */
final class Retry {

  private Retry() {}

  /** Longer than any write that could still become visible, shorter than the retries last. */
  private static final Duration YOUNG = Duration.ofSeconds(10);

  static <T> T unlessDone(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new IllegalStateException("not done, to be brought again: " + refusal.problem());
        },
        done -> done);
  }

  /** Fails while the event is so young that what it speaks of may not be readable yet. */
  static void whileYoung(ScheduledEvent event, Instant wall) {
    // As text: the type of the field is a library's that nothing else here knows.
    String time = String.valueOf((Object) event.getTime());
    if (!time.equals("null") && wall.isBefore(OffsetDateTime.parse(time).toInstant().plus(YOUNG))) {
      throw new IllegalStateException("nothing is known of the object yet, to be brought again");
    }
  }
}
