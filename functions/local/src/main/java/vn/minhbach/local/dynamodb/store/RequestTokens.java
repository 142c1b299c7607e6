package vn.minhbach.local.dynamodb.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import vn.minhbach.local.dynamodb.Refusal;

/** The tokens of transactions, kept for ten minutes, in the transaction's own commit. */
public final class RequestTokens {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private RequestTokens() {}

  /**
   * Within a write: whether a token's request was done before.
   *
   * @param request a digest of the request
   * @throws Refusal when it came with another request
   */
  public static boolean isDone(Session session, String token, byte[] request, Instant now)
      throws SQLException {
    byte[] before =
        session.one(
            "SELECT request FROM tokens WHERE token = ? AND at >= ?",
            row -> row.getBytes(1),
            token,
            now.minus(KEPT).toEpochMilli());
    if (before != null && !Arrays.equals(before, request)) {
      throw Refusal.idempotentParameterMismatch();
    }
    return before != null;
  }

  /** Within a write: keeps a token. */
  public static void keep(Session session, String token, byte[] request, Instant now)
      throws SQLException {
    session.update(
        "INSERT OR REPLACE INTO tokens VALUES (?, ?, ?)", token, request, now.toEpochMilli());
  }

  /** Within a write: forgets old ones. */
  static void trim(Session session, Instant now) throws SQLException {
    session.update("DELETE FROM tokens WHERE at < ?", now.minus(KEPT).toEpochMilli());
  }
}
