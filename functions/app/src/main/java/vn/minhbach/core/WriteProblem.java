package vn.minhbach.core;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.text;

import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;

/** What stands against a write: what others wrote meanwhile, and a key that was used. */
public final class WriteProblem {

  public static final Of1<String> IF_MATCH_REQUIRED =
      problem(
          Kind.PRECONDITION_REQUIRED,
          "if-match-required",
          "Ở đây đã có dữ liệu (etag {etag}). Gửi lại kèm If-Match với etag đã đọc để không ghi đè"
              + " của người khác.",
          "Something is stored here (etag {etag}). Send If-Match with the etag you have read, so"
              + " that nobody's work is overwritten.",
          text("etag"));

  public static final Of1<String> IF_MATCH_ANY =
      problem(
          Kind.PRECONDITION_REQUIRED,
          "if-match-any",
          "If-Match: * không được nhận, vì sẽ ghi đè điều chưa ai đọc (nay là etag {etag}). Đọc lại"
              + " rồi gửi If-Match với etag đã đọc; nếu ở đây chưa có dữ liệu (etag -) thì bỏ"
              + " If-Match.",
          "If-Match: * is not accepted, as it would overwrite what nobody has read (now etag"
              + " {etag}). Read it, then send If-Match with that etag; where nothing is stored"
              + " (etag -) send no If-Match.",
          text("etag"));

  public static final Of1<String> STALE =
      problem(
          Kind.STALE,
          "stale",
          "Dữ liệu đã đổi sau khi bạn đọc (nay là etag {etag}). Đọc lại, so sánh rồi gửi lại.",
          "This has changed since you read it (now etag {etag}). Read it again, compare, send"
              + " again.",
          text("etag"));

  public static final Of0 KEY_REUSED =
      problem(
          Kind.UNPROCESSABLE,
          "key-reused",
          "Idempotency-Key này đã dùng cho một nội dung khác. Dùng khóa mới cho yêu cầu mới.",
          "This Idempotency-Key was used with another body. Use a new key for a new request.");

  public static final Of0 BUSY =
      problem(
          Kind.BUSY,
          "busy",
          "Nhiều người đang ghi cùng lúc; chưa có gì được ghi. Thử lại sau vài giây.",
          "Many hands are writing at once; nothing was written. Try again in a few seconds.");

  private WriteProblem() {}
}
