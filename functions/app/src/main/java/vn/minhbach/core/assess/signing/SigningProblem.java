package vn.minhbach.core.assess.signing;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.slot;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of5;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;

/** Why a form cannot be closed or signed, and what has changed since it was. */
public final class SigningProblem {

  public static final Of2<CriterionId, String> UNCONFIRMED =
      problem(
          Kind.UNPROCESSABLE,
          "unconfirmed",
          "Tiêu chí {criterion}: số liệu của tỉnh (nguồn {source}) chưa được xác nhận hay phản"
              + " hồi.",
          "Criterion {criterion}: the province's figure (source {source}) is neither confirmed nor"
              + " contested.",
          criterion("criterion"),
          text("source"));

  public static final Of2<UnitCode, LocalDate> LATE_REFUSED =
      problem(
          Kind.CONFLICT,
          "late-refused",
          "Hạn nộp của đơn vị {unit} là hết ngày {due}; đợt này không nhận phiếu nộp muộn. Hãy đề"
              + " nghị gia hạn.",
          "The form of unit {unit} was due by the end of {due}; this campaign takes no late forms."
              + " Ask for an extension.",
          unit("unit"),
          day("due"));

  public static final Of2<UnitCode, LocalDate> LATE_REASON_NEEDED =
      problem(
          Kind.UNPROCESSABLE,
          "late-reason-needed",
          "Hạn nộp của đơn vị {unit} là hết ngày {due}; nộp muộn phải nêu lý do trong"
              + " “lateReason”.",
          "The form of unit {unit} was due by the end of {due}; a late form needs a “lateReason”.",
          unit("unit"),
          day("due"));

  public static final Of2<UnitCode, Number> INCOMPLETE_FORM =
      problem(
          Kind.UNPROCESSABLE,
          "incomplete-form",
          "Phiếu của đơn vị {unit} chưa nộp được: {count} chỗ còn thiếu, nêu dưới đây.",
          "The form of unit {unit} cannot be submitted: {count} places are open, named below.",
          unit("unit"),
          number("count"));

  public static final Of1<CriterionId> UNANSWERED =
      problem(
          Kind.UNPROCESSABLE,
          "unanswered",
          "Tiêu chí {criterion} chưa có câu trả lời.",
          "Criterion {criterion} has no answer.",
          criterion("criterion"));

  public static final Of3<CriterionId, String, LocalDate> CORRECTED_SINCE =
      problem(
          Kind.UNPROCESSABLE,
          "corrected-since",
          "Tiêu chí {criterion} đã được đính chính theo công văn {letter} ngày {date} sau khi đơn"
              + " vị trả lời. Xem nội dung mới và trả lời lại.",
          "Criterion {criterion} was corrected by letter {letter} of {date} after the unit had"
              + " answered it. See what it asks now and answer again.",
          criterion("criterion"),
          text("letter"),
          day("date"));

  public static final Of2<String, CriterionId> FILE_NOT_UPLOADED =
      problem(
          Kind.UNPROCESSABLE,
          "file-not-uploaded",
          "Tệp “{fileName}” của tiêu chí {criterion} chưa được tải lên. Tải lên hoặc rút tệp.",
          "File “{fileName}” of criterion {criterion} was never uploaded. Upload or withdraw it.",
          text("fileName"),
          criterion("criterion"));

  public static final Of2<String, CriterionId> FILE_REFUSED =
      problem(
          Kind.UNPROCESSABLE,
          "file-refused",
          "Tệp “{fileName}” của tiêu chí {criterion} không được chấp nhận. Rút tệp và tải tệp"
              + " khác.",
          "File “{fileName}” of criterion {criterion} was refused. Withdraw it and upload another.",
          text("fileName"),
          criterion("criterion"));

  public static final Of1<String> BAD_CHECK_CODE =
      problem(
          Kind.MALFORMED,
          "bad-check-code",
          "“{place}”: “{value}” không phải mã chốt. Mã có bốn nhóm bốn ký tự, ký tự cuối dùng để"
              + " kiểm tra; hãy đọc lại trên bản in.",
          "“{place}”: “{value}” is no check code. A code has four groups of four characters, the"
              + " last of which checks the others; read it again from the paper.",
          text("value"));

  public static final Of2<UnitCode, CheckCode> CODE_UNKNOWN =
      problem(
          Kind.STALE,
          "code-unknown",
          "Phiếu của đơn vị {unit} trong đợt này chưa từng có mã chốt {code}. Kiểm tra bản in: có"
              + " thể là phiếu của đơn vị khác hoặc đợt khác.",
          "The form of unit {unit} in this campaign never had the check code {code}. Look at the"
              + " paper: it may be another unit's, or another campaign's.",
          unit("unit"),
          slot("code", CheckCode::text));

  public static final Of3<UnitCode, CheckCode, Number> CODE_NOT_IN_FORCE =
      problem(
          Kind.STALE,
          "code-not-in-force",
          "Mã chốt {code} không còn đúng với phiếu của đơn vị {unit}: {count} chỗ đã đổi sau khi"
              + " chốt, nêu dưới đây. Chốt lại, in và ký bản mới.",
          "Check code {code} no longer says what the form of unit {unit} says: {count} places have"
              + " changed since, named below. Close it again, print and sign the new one.",
          unit("unit"),
          slot("code", CheckCode::text),
          number("count"));

  public static final Of5<String, String, String, String, String> ANSWER_CHANGED_SINCE =
      problem(
          Kind.STALE,
          "answer-changed-since",
          "Tiêu chí {criterion}: khi chốt là {old} ({oldPoints} điểm), nay là {new} ({newPoints}"
              + " điểm).",
          "Criterion {criterion}: {old} when it was closed ({oldPoints} points), {new} now"
              + " ({newPoints} points).",
          text("criterion"),
          text("old"),
          text("oldPoints"),
          text("new"),
          text("newPoints"));

  public static final Of1<String> WORDS_CHANGED_SINCE =
      problem(
          Kind.STALE,
          "words-changed-since",
          "Tiêu chí {criterion}: số liệu vẫn vậy nhưng ghi chú, lý do hoặc xác nhận đã đổi sau khi"
              + " chốt.",
          "Criterion {criterion}: the figures are the same, but the note, the reason or the"
              + " confirmation has changed since it was closed.",
          text("criterion"));

  public static final Of0 FORM_HEAD_CHANGED_SINCE =
      problem(
          Kind.STALE,
          "form-head-changed-since",
          "Phần thông tin chung của phiếu (địa chỉ, biên chế, dân số, doanh nghiệp) đã đổi sau khi"
              + " chốt.",
          "The head of the form (address, staff, residents, enterprises) has changed since"
              + " closing.");

  public static final Of1<String> FILE_ADDED_SINCE =
      problem(
          Kind.STALE,
          "file-added-since",
          "Tệp “{fileName}” được thêm sau khi chốt.",
          "File “{fileName}” was added after closing.",
          text("fileName"));

  public static final Of1<String> FILE_WITHDRAWN_SINCE =
      problem(
          Kind.STALE,
          "file-withdrawn-since",
          "Tệp “{fileName}” đã rút sau khi chốt.",
          "File “{fileName}” was withdrawn after closing.",
          text("fileName"));

  public static final Of1<String> FILE_DESCRIBED_SINCE =
      problem(
          Kind.STALE,
          "file-described-since",
          "Mô tả của tệp “{fileName}” đã đổi sau khi chốt.",
          "What is said of file “{fileName}” has changed since closing.",
          text("fileName"));

  public static final Of2<String, Bilingual> NOT_A_SIGNED_FORM =
      problem(
          Kind.UNPROCESSABLE,
          "not-a-signed-form",
          "Tệp “{fileName}” không phải bản phiếu đã ký mà là {whatVi}. Tải bản phiếu đã ký, đóng"
              + " dấu lên với “purpose”: “signed-form” rồi nêu mã của tệp đó.",
          "File “{fileName}” is not the signed form but {what}. Upload the signed and stamped form"
              + " with “purpose”: “signed-form” and name that file.",
          text("fileName"),
          both("what"));

  public static final Of2<String, Evidence.State> SIGNED_FORM_GONE =
      problem(
          Kind.CONFLICT,
          "signed-form-gone",
          "Bản phiếu đã ký “{fileName}” không dùng được: đã rút, hết hạn tải lên hoặc không được"
              + " chấp nhận ({state}). Tải bản khác.",
          "The signed form “{fileName}” cannot be used: withdrawn, never uploaded in time or"
              + " refused ({state}). Upload another.",
          text("fileName"),
          slot("state", Evidence.State::name));

  public static final Of1<String> SIGNED_FORM_NOT_UPLOADED =
      problem(
          Kind.UNPROCESSABLE,
          "signed-form-not-uploaded",
          "Bản phiếu đã ký “{fileName}” chưa được tải lên. Tải lên rồi gửi lại.",
          "The signed form “{fileName}” was never uploaded. Upload it and send this again.",
          text("fileName"));

  private SigningProblem() {}
}
