package vn.minhbach.core.assess.answering;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.moment;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.Instant;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why an answer, or what is said of a known figure, is refused. */
public final class AnsweringProblem {

  public static final Of1<String> BAD_PHONE =
      problem(
          Kind.UNPROCESSABLE,
          "bad-phone",
          "“{place}”: “{value}” không phải số điện thoại dùng được (8 đến 15 chữ số).",
          "“{place}”: “{value}” is not a telephone number that can be called (8 to 15 digits).",
          text("value"));

  public static final Of0 ANSWER_EITHER_OR =
      problem(
          Kind.UNPROCESSABLE,
          "answer-either-or",
          "Gửi đúng một trong ba: “inputs” (số liệu), “notApplicable” (lý do không áp dụng) hoặc"
              + " “confirm” (xác nhận số liệu của tỉnh).",
          "Send exactly one of “inputs”, “notApplicable” and “confirm”.");

  public static final Of1<UnitCode> PAPER_NEEDED =
      problem(
          Kind.UNPROCESSABLE,
          "paper-needed",
          "Nhập thay cho đơn vị {unit} phải theo phiếu giấy đã ký: tải phiếu lên (“purpose”:"
              + " “paper-form”) rồi gửi kèm “paper” với mã của phiếu.",
          "Typing for unit {unit} needs its signed paper form: upload it (“purpose”: “paper-form”)"
              + " and send its id as “paper”.",
          unit("unit"));

  public static final Of2<UnitCode, String> PAPER_NOT_THERE =
      problem(
          Kind.UNPROCESSABLE,
          "paper-not-there",
          "Đơn vị {unit} không có phiếu giấy {paper} đã tải lên và còn hiệu lực. Tải phiếu lên"
              + " trước khi nhập.",
          "Unit {unit} has no paper form {paper} that was uploaded and holds. Upload it before"
              + " typing.",
          unit("unit"),
          text("paper"));

  public static final Of1<UnitCode> PAPER_IS_FOR_OTHERS =
      problem(
          Kind.UNPROCESSABLE,
          "paper-is-for-others",
          "Đơn vị {unit} tự trả lời thì không gửi “paper”; trường này dành cho người nhập thay.",
          "Unit {unit} answers for itself, without “paper”; that field is for who types on behalf.",
          unit("unit"));

  public static final Of2<UnitCode, CriterionId> OWN_WORD_STANDS =
      problem(
          Kind.CONFLICT,
          "own-word-stands",
          "Tiêu chí {criterion}: đơn vị {unit} đã tự trả lời hoặc đã phản đối số liệu nhập thay."
              + " Chỉ đơn vị sửa được.",
          "Criterion {criterion}: unit {unit} has answered it itself, or set aside what was typed"
              + " for it. Only the unit can change that.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> NOT_TYPED_FOR_YOU =
      problem(
          Kind.CONFLICT,
          "not-typed-for-you",
          "Tiêu chí {criterion} của đơn vị {unit} không có số liệu nhập thay. Sửa câu trả lời như"
              + " thường lệ.",
          "Nothing was typed on behalf of unit {unit} for criterion {criterion}. Change the answer"
              + " as usual.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<CriterionId, Instant> CONTEST_TOO_LATE =
      problem(
          Kind.CONFLICT,
          "contest-too-late",
          "Thời hạn phản đối số liệu nhập thay của tiêu chí {criterion} đã hết lúc {until}. Đề nghị"
              + " liên hệ cơ quan thường trực.",
          "What was typed for criterion {criterion} could be contested until {until}. Please turn"
              + " to the standing office.",
          criterion("criterion"),
          moment("until"));

  public static final Of1<CriterionId> NO_BASELINE =
      problem(
          Kind.CONFLICT,
          "no-baseline",
          "Tiêu chí {criterion} không có số liệu của tỉnh để xác nhận hay phản hồi. Gửi “inputs”.",
          "Criterion {criterion} has no figure of the province to confirm or contest. Send"
              + " “inputs”.",
          criterion("criterion"));

  public static final Of2<CriterionId, Number> STALE_BASELINE =
      problem(
          Kind.STALE,
          "stale-baseline",
          "Số liệu của tỉnh cho tiêu chí {criterion} đã đổi sau khi bạn đọc (nay là bản {version})."
              + " Đọc lại phiếu rồi xác nhận hoặc phản hồi.",
          "The province's figure for criterion {criterion} has changed since you read it (now"
              + " version {version}). Read the form again, then confirm or contest.",
          criterion("criterion"),
          number("version"));

  public static final Of3<CriterionId, String, String> CONTEST_NEEDS_REASON =
      problem(
          Kind.UNPROCESSABLE,
          "contest-needs-reason",
          "Tiêu chí {criterion} đã có số liệu của tỉnh ({figure}, nguồn {source}). Số liệu khác"
              + " phải kèm lý do: gửi “contest” với “reason”; nếu số liệu của tỉnh đúng thì gửi"
              + " “confirm”: true.",
          "Criterion {criterion} has a figure of the province ({figure}, source {source}). Another"
              + " figure needs a reason: send “contest” with “reason”; if the province's is right,"
              + " “confirm”: true.",
          criterion("criterion"),
          text("figure"),
          text("source"));

  public static final Of1<CriterionId> NOTHING_TO_CONTEST =
      problem(
          Kind.UNPROCESSABLE,
          "nothing-to-contest",
          "Số liệu gửi lên cho tiêu chí {criterion} trùng với số liệu của tỉnh. Gửi “confirm”:"
              + " true.",
          "The figure sent for criterion {criterion} equals the province's. Send “confirm”: true.",
          criterion("criterion"));

  private AnsweringProblem() {}
}
