package vn.minhbach.core.assess.submission;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.each;
import static vn.minhbach.core.Slot.moment;
import static vn.minhbach.core.Slot.slot;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of4;
import vn.minhbach.core.UnitCode;

/** Why a form takes nothing now. */
public final class SubmissionProblem {

  public static final Of3<UnitCode, CriterionId, Collection<CriterionId>> CRITERION_NOT_GIVEN =
      problem(
          Kind.FORBIDDEN,
          "criterion-not-given",
          "Tài khoản này chỉ phụ trách các tiêu chí {criteria} của đơn vị {unit}, không có"
              + " {criterion}. Người nhập liệu của đơn vị sửa được mọi tiêu chí.",
          "This account was given the criteria {criteria} of unit {unit}, not {criterion}. The"
              + " unit's typist can change every criterion.",
          unit("unit"),
          criterion("criterion"),
          each("criteria", CriterionId::value));

  public static final Of1<CriterionId> NOT_APPLICABLE_REFUSED =
      problem(
          Kind.UNPROCESSABLE,
          "not-applicable-refused",
          "Tiêu chí {criterion} áp dụng cho mọi đơn vị, không thể ghi “không áp dụng”.",
          "Criterion {criterion} applies to every unit; it cannot be answered “not applicable”.",
          criterion("criterion"));

  public static final Of2<UnitCode, Instant> FORM_LOCKED =
      problem(
          Kind.CONFLICT,
          "form-locked",
          "Phiếu của đơn vị {unit} đã khóa lúc {closesAt}. Muốn sửa, đơn vị đề nghị gia hạn với cơ"
              + " quan thường trực.",
          "The form of unit {unit} was locked at {closesAt}. Ask the standing office for an"
              + " extension.",
          unit("unit"),
          moment("closesAt"));

  public static final Of3<UnitCode, State, Bilingual> FORM_SUBMITTED =
      problem(
          Kind.CONFLICT,
          "form-submitted",
          "Phiếu của đơn vị {unit} đã nộp (trạng thái {state}) nên không sửa được. Ở trạng thái"
              + " này có thể: {allowedVi}.",
          "The form of unit {unit} has been submitted (state {state}) and cannot be changed. What"
              + " can be done now: {allowed}.",
          unit("unit"),
          slot("state", State::name),
          both("allowed"));

  public static final Of4<UnitCode, Bilingual, Bilingual, Bilingual> MOVE_NOT_ALLOWED =
      problem(
          Kind.CONFLICT,
          "move-not-allowed",
          "Phiếu của đơn vị {unit} đang ở trạng thái “{stateVi}”, không làm được việc này:"
              + " {moveVi}. Ở trạng thái này có thể: {allowedVi}.",
          "The form of unit {unit} is in the state “{state}”, which does not allow this: {move}."
              + " What can be done now: {allowed}.",
          unit("unit"),
          both("state"),
          both("move"),
          both("allowed"));

  public static final Of2<UnitCode, LocalDate> SIGNATURE_OVERDUE =
      problem(
          Kind.CONFLICT,
          "signature-overdue",
          "Phiếu của đơn vị {unit} đã chốt nhưng chưa ký đến hết {signBy}, và phiếu đã khóa. Đề"
              + " nghị cơ quan thường trực gia hạn.",
          "The form of unit {unit} was closed but not signed by {signBy}, and is locked now. Ask"
              + " the standing office for an extension.",
          unit("unit"),
          day("signBy"));

  public static final Of2<UnitCode, Collection<CriterionId>> CRITERION_NOT_REOPENED =
      problem(
          Kind.CONFLICT,
          "criterion-not-reopened",
          "Phiếu của đơn vị {unit} đã nộp; chỉ sửa được các tiêu chí đang mở lại: {criteria}.",
          "The form of unit {unit} is submitted; only the criteria that are open again can be"
              + " changed: {criteria}.",
          unit("unit"),
          each("criteria", CriterionId::value));

  public static final Of4<UnitCode, CriterionId, String, LocalDate> CRITERION_NOT_ASSIGNED =
      problem(
          Kind.CONFLICT,
          "criterion-not-assigned",
          "Tiêu chí {criterion} không giao cho đơn vị {unit} (theo {decision}, ngày {date}), nên"
              + " không cần trả lời.",
          "Criterion {criterion} is not assigned to unit {unit} (by {decision} of {date}): there is"
              + " nothing to answer.",
          unit("unit"),
          criterion("criterion"),
          text("decision"),
          day("date"));

  private SubmissionProblem() {}
}
