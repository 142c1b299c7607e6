package vn.minhbach.function.http;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Faults;
import vn.minhbach.core.Language;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;

/** The only map from a refusal to HTTP: {@code application/problem+json} (RFC 9457). */
public final class Problems {

  private Problems() {}

  private record ProblemReply(
      String type, String title, int status, String detail, Optional<List<ErrorReply>> errors)
      implements ReplyPart {}

  /** A place at fault. */
  public record ErrorReply(String place, String type, String detail) implements ReplyPart {}

  /** What a client knows a problem by. */
  public static String type(Problem problem) {
    return "urn:minhbach:problem:" + problem.slug();
  }

  static Reply reply(Refusal refusal, Language language) {
    Problem problem = refusal.problem();
    int status = status(problem.kind());
    var body =
        new ProblemReply(
            type(problem),
            title(problem.kind(), language),
            status,
            refusal.detail(language),
            ReplyPart.some(errors(refusal.violations(), language)));
    Reply reply =
        Reply.problem(status, body)
            .header("content-language", language == Language.EN ? "en" : "vi");
    return switch (problem.kind()) {
      case BUSY -> reply.header("retry-after", "2");
      case TOO_MANY -> reply.header("retry-after", "60");
      default -> reply;
    };
  }

  /** Places at fault as a client reads them, in a refusal or in a plan. */
  public static List<ErrorReply> errors(List<Refusal.Violation> violations, Language language) {
    return Faults.told(violations).stream()
        .map(violation ->
            new ErrorReply(
                violation.place(), type(violation.problem()), violation.detail(language)))
        .toList();
  }

  static int status(Problem.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case GONE -> 410;
      case STALE -> 412;
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case UNPROCESSABLE -> 422;
      case PRECONDITION_REQUIRED -> 428;
      case TOO_MANY -> 429;
      case INTERNAL -> 500;
      case BUSY -> 503;
    };
  }

  private static String title(Problem.Kind kind, Language language) {
    boolean english = language == Language.EN;
    return switch (kind) {
      case MALFORMED -> english ? "Cannot be read" : "Không đọc được";
      case FORBIDDEN -> english ? "Not allowed" : "Không được phép";
      case NOT_FOUND -> english ? "Not found" : "Không tìm thấy";
      case GONE -> english ? "Taken away" : "Không còn nữa";
      case CONFLICT -> english ? "Not possible now" : "Hiện chưa làm được";
      case STALE -> english ? "Changed meanwhile" : "Dữ liệu đã thay đổi";
      case TOO_LARGE -> english ? "Too large" : "Quá lớn";
      case UNSUPPORTED -> english ? "Wrong content type" : "Sai kiểu nội dung";
      case UNPROCESSABLE -> english ? "Not valid" : "Không hợp lệ";
      case PRECONDITION_REQUIRED -> english ? "If-Match is needed" : "Cần If-Match";
      case TOO_MANY -> english ? "Too fast" : "Quá nhanh";
      case INTERNAL -> english ? "Failure on our side" : "Lỗi hệ thống";
      case BUSY -> english ? "Try again" : "Hãy thử lại";
    };
  }
}
