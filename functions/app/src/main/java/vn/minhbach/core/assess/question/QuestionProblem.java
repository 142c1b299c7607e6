package vn.minhbach.core.assess.question;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.UnitCode;

/** Why a question is not taken. */
public final class QuestionProblem {

  public static final Of2<UnitCode, String> UNKNOWN_QUESTION =
      problem(
          Kind.NOT_FOUND,
          "unknown-question",
          "Đơn vị {unit} không có câu hỏi {question}. Xem danh sách câu hỏi của đơn vị.",
          "Unit {unit} has no question {question}. The unit's list shows the ids.",
          unit("unit"),
          text("question"));

  public static final Of2<UnitCode, Number> TOO_MANY_QUESTIONS =
      problem(
          Kind.UNPROCESSABLE,
          "too-many-questions",
          "Đơn vị {unit} đã gửi {limit} câu hỏi, tối đa của đợt. Xem các câu đã trả lời hoặc gọi cơ"
              + " quan thường trực.",
          "Unit {unit} has asked {limit} questions, as many as the campaign takes. Read what was"
              + " answered or call the standing office.",
          unit("unit"),
          number("limit"));

  public static final Of1<String> NAMES_WHO_ASKED =
      problem(
          Kind.UNPROCESSABLE,
          "names-who-asked",
          "Nội dung công khai còn nêu tên hoặc mã của {unit}. Gửi “question” với lời hỏi không nêu"
              + " đơn vị và sửa câu trả lời.",
          "What would be published names {unit}, by name or code. Send “question” with a wording"
              + " that names no unit, and mend the answer.",
          text("unit"));

  public static final Of2<LocalDate, LocalDate> RULING_NOT_OF_THESE_DAYS =
      problem(
          Kind.UNPROCESSABLE,
          "ruling-not-of-these-days",
          "Ngày của văn bản chỉ đạo phải từ ngày câu hỏi được gửi ({asked}) đến hôm nay ({today})."
              + " Nhập đúng ngày ghi trên văn bản.",
          "The ruling's day must lie between the question's day ({asked}) and today ({today})."
              + " Enter the day that stands on the paper.",
          day("asked"),
          day("today"));

  private QuestionProblem() {}
}
