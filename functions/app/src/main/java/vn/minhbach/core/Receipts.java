package vn.minhbach.core;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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
                : Outcome.<Optional<Map<String, String>>>refused(WriteProblem.KEY_REUSED.of()))
        .orElseGet(() -> Outcome.accepted(Optional.empty()));
  }

  /**
   * Runs a request once: an earlier run is replayed, a new request decided. A refusal is held
   * against the records again: the same request, sent twice at once, may have taken effect after
   * the first look, and what was decided on was its own doing.
   */
  default <T> Outcome<T> once(
      Act act, Function<Map<String, String>, Outcome<T>> replay, Supplier<Outcome<T>> decide) {
    return earlier(act)
        .flatMap(ids ->
            ids.map(replay)
                .orElseGet(() ->
                    decide
                        .get()
                        .fold(refusal -> replayedOr(refusal, act, replay), Outcome::accepted)));
  }

  private <T> Outcome<T> replayedOr(
      Refusal refusal, Act act, Function<Map<String, String>, Outcome<T>> replay) {
    return earlier(act).flatMap(ids -> ids.map(replay).orElseGet(() -> Outcome.refused(refusal)));
  }
}
