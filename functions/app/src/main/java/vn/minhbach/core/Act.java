package vn.minhbach.core;

import java.time.Instant;
import java.util.Optional;

/**
 * One request to change something: who, when, and under which idempotency key.
 *
 * @param now the domain clock, in whole milliseconds (deadlines, receipts, ledger times)
 * @param key the request's idempotency key, where the caller sent one
 */
public record Act(Caller caller, Instant now, Optional<Key> key) {

  /**
   * An idempotency key in its scope.
   *
   * @param scope SHA-256, hex, over user, route, path and key: another user's key is another scope
   * @param bodyHash SHA-256, hex, of the body: the same key with another body is refused
   * @param expiresAt wall clock; after it the key may be forgotten
   */
  public record Key(String scope, String bodyHash, Instant expiresAt) {}
}
