package vn.minhbach.core;

import java.util.Map;
import java.util.Optional;

/** Port: the idempotency records. They are written by the commit of the effect itself. */
public interface Receipts {

  /** The record of a scope, read consistently; none when the key is new. */
  Optional<Receipt> find(String scope);

  /**
   * What to do with a request under this act: the ids of an earlier run, nothing for a new request,
   * or a refusal when the key was used with another body.
   */
  default Outcome<Optional<Map<String, String>>> earlier(Act act) {
    return act.key()
        .flatMap(key -> find(key.scope()))
        .map(receipt ->
            receipt.key().bodyHash().equals(act.key().orElseThrow().bodyHash())
                ? Outcome.accepted(Optional.of(receipt.ids()))
                : Outcome.<Optional<Map<String, String>>>refused(Problem.KEY_REUSED))
        .orElseGet(() -> Outcome.accepted(Optional.empty()));
  }
}
