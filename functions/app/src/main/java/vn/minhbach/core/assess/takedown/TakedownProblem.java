package vn.minhbach.core.assess.takedown;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.text;

import java.time.LocalDate;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of3;

/** Why a file is not taken down. */
public final class TakedownProblem {

  public static final Of1<String> NO_TAKEDOWN =
      problem(
          Kind.NOT_FOUND,
          "no-takedown",
          "Chưa có đề nghị gỡ bỏ tệp “{fileName}”. Cơ quan thường trực đề nghị trước, kèm số, ngày"
              + " văn bản và lý do.",
          "Nobody has asked to take file “{fileName}” down. The standing office asks first, with"
              + " number and date of a document and the reason.",
          text("fileName"));

  public static final Of3<String, String, LocalDate> TAKEDOWN_ASKED_ALREADY =
      problem(
          Kind.CONFLICT,
          "takedown-asked-already",
          "Đã có đề nghị gỡ bỏ tệp “{fileName}” theo văn bản {number} ngày {date}. Chờ cơ quan khác"
              + " xác nhận hoặc từ chối đề nghị đó.",
          "File “{fileName}” is to be taken down already, by document {number} of {date}. Wait"
              + " until another body confirms or declines that.",
          text("fileName"),
          text("number"),
          day("date"));

  public static final Of3<String, String, LocalDate> TAKEDOWN_DECIDED =
      problem(
          Kind.CONFLICT,
          "takedown-decided",
          "Đề nghị gỡ bỏ tệp “{fileName}” theo văn bản {number} ngày {date} đã được quyết định khác"
              + " và không đổi được. Xem mục “takedown” của tệp; nếu đã từ chối thì đề nghị lại.",
          "The request to take file “{fileName}” down, by document {number} of {date}, was decided"
              + " otherwise, which cannot be changed. See the file's takedown; what was declined"
              + " can be asked again.",
          text("fileName"),
          text("number"),
          day("date"));

  public static final Of1<String> ANOTHER_BODY_DECIDES =
      problem(
          Kind.FORBIDDEN,
          "another-body-decides",
          "Việc gỡ bỏ tệp “{fileName}” do chính tài khoản hoặc cơ quan này đề nghị. Người của cơ"
              + " quan khác phải xác nhận.",
          "This very account or body asked to take file “{fileName}” down. Somebody of another body"
              + " must confirm it.",
          text("fileName"));

  private TakedownProblem() {}
}
