package vn.minhbach.core.appraise.explanation;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why nothing is asked, answered or confirmed. */
public final class ExplanationProblem {

  public static final Of2<UnitCode, CriterionId> ALREADY_ASKED =
      problem(
          Kind.CONFLICT,
          "already-asked",
          "Đơn vị {unit} đang được yêu cầu giải trình tiêu chí {criterion}; chờ trả lời hoặc hết"
              + " hạn rồi mới hỏi thêm.",
          "Unit {unit} is already asked about criterion {criterion}; ask again once it has answered"
              + " or its term is over.",
          unit("unit"),
          criterion("criterion"));

  public static final Of3<UnitCode, CriterionId, Number> ASKED_ENOUGH =
      problem(
          Kind.CONFLICT,
          "asked-enough",
          "Đơn vị {unit} đã được hỏi {max} lần về tiêu chí {criterion}; hãy chấm theo những gì đã"
              + " giải trình.",
          "Unit {unit} was asked {max} times about criterion {criterion}; mark by what it has"
              + " explained.",
          unit("unit"),
          criterion("criterion"),
          number("max"));

  public static final Of2<LocalDate, LocalDate> EXPLANATION_DUE_TOO_EARLY =
      problem(
          Kind.UNPROCESSABLE,
          "explanation-due-too-early",
          "Hạn giải trình {due} ngắn hơn thời gian đợt đánh giá dành cho đơn vị; sớm nhất là"
              + " {earliest}.",
          "An explanation due on {due} gives the unit less time than the campaign grants; the"
              + " earliest day is {earliest}.",
          day("due"),
          day("earliest"));

  public static final Of2<LocalDate, LocalDate> EXPLANATION_DUE_TOO_LATE =
      problem(
          Kind.UNPROCESSABLE,
          "explanation-due-too-late",
          "Hạn giải trình {due} vượt quá ngày phải thẩm định xong; muộn nhất là {latest}.",
          "An explanation due on {due} comes after the appraisal has to be done; the latest day is"
              + " {latest}.",
          day("due"),
          day("latest"));

  public static final Of2<UnitCode, CriterionId> EXPLANATION_NOT_ASKED =
      problem(
          Kind.CONFLICT,
          "explanation-not-asked",
          "Đơn vị {unit} không được yêu cầu giải trình tiêu chí {criterion}, hoặc việc giải trình"
              + " đã kết thúc.",
          "Unit {unit} is not asked to explain criterion {criterion}, or that has ended.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<CriterionId, LocalDate> EXPLANATION_TERM_OVER =
      problem(
          Kind.CONFLICT,
          "explanation-term-over",
          "Đã hết hạn giải trình tiêu chí {criterion} ({due}): điểm dự kiến được giữ. Sau khi có"
              + " kết quả dự kiến, đơn vị còn quyền đề nghị xem xét lại.",
          "The term to explain criterion {criterion} is over ({due}): the proposed mark stands."
              + " Once the provisional result is shown, the unit may still petition.",
          criterion("criterion"),
          day("due"));

  public static final Of1<String> EXPLANATION_FILE_NOT_THERE =
      problem(
          Kind.UNPROCESSABLE,
          "explanation-file-not-there",
          "Tài liệu {file} không có trong minh chứng của tiêu chí này, chưa tải lên xong hoặc đã bị"
              + " loại. Tải lên cho đúng tiêu chí rồi gửi lại.",
          "File {file} is not among the evidence of this criterion, has not arrived, or was"
              + " rejected. Upload it for this criterion, then send again.",
          text("file"));

  public static final Of2<UnitCode, Number> EXPLANATIONS_UNANSWERED =
      problem(
          Kind.CONFLICT,
          "explanations-unanswered",
          "Chưa xác nhận được giải trình của đơn vị {unit}: còn {count} tiêu chí chưa trả lời.",
          "The explanations of unit {unit} cannot be confirmed: {count} criteria are unanswered.",
          unit("unit"),
          number("count"));

  public static final Of0 EXPLANATION_MISSING =
      problem(
          Kind.CONFLICT,
          "explanation-missing",
          "Chưa có giải trình cho tiêu chí {place}.",
          "Criterion {place} has no explanation yet.");

  public static final Of1<UnitCode> NO_EXPLANATION_TO_CONFIRM =
      problem(
          Kind.CONFLICT,
          "no-explanation-to-confirm",
          "Đơn vị {unit} không còn yêu cầu giải trình nào đang mở để chốt hay xác nhận.",
          "Unit {unit} has no open request for an explanation to close or confirm.",
          unit("unit"));

  private ExplanationProblem() {}
}
