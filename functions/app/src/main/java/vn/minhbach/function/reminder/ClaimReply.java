package vn.minhbach.function.reminder;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.keep.reminder.Claim;
import vn.minhbach.function.http.ReplyPart;

/** A reminder that was taken on, and what became of it. */
record ClaimReply(
    String key,
    Claim.State state,
    Instant at,
    int attempts,
    Optional<Instant> retryAt,
    Optional<String> error,
    Optional<Integer> recipients)
    implements ReplyPart {

  static ClaimReply of(Claim claim) {
    return new ClaimReply(
        claim.key(),
        claim.state(),
        claim.at(),
        claim.attempts(),
        claim.retryAt(),
        claim.error(),
        claim.recipients());
  }
}
