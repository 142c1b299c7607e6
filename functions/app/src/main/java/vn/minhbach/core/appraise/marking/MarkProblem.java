package vn.minhbach.core.appraise.marking;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of4;
import vn.minhbach.core.UnitCode;

/** Why a mark is not taken, or an appraisal not closed. */
public final class MarkProblem {

  public static final Of2<UnitCode, CriterionId> NOTHING_SENT =
      problem(
          Kind.CONFLICT,
          "nothing-sent",
          "Đơn vị {unit} không gửi gì cho tiêu chí {criterion} nên không có gì để chấm; tiêu chí"
              + " tính 0 điểm.",
          "Unit {unit} sent nothing for criterion {criterion}: there is nothing to mark, and it"
              + " counts no points.",
          unit("unit"),
          criterion("criterion"));

  public static final Of4<UnitCode, CriterionId, Bilingual, String> CHANGED_SINCE_SEEN =
      problem(
          Kind.STALE,
          "changed-since-seen",
          "Từ lúc bạn mở, tiêu chí {criterion} của đơn vị {unit} đã thay đổi: {changedVi}. Đọc lại"
              + " rồi gửi với seen “{seen}”.",
          "Since you opened it, criterion {criterion} of unit {unit} has changed: {changed}. Read"
              + " it again, then send seen “{seen}”.",
          unit("unit"),
          criterion("criterion"),
          both("changed"),
          text("seen"));

  public static final Of3<UnitCode, CriterionId, String> SEEN_REQUIRED =
      problem(
          Kind.PRECONDITION_REQUIRED,
          "seen-required",
          "Tiêu chí {criterion} của đơn vị {unit} đã thay đổi sau khi nộp. Đọc lại rồi gửi kèm"
              + " seen “{seen}” để biết bạn chấm theo bản nào.",
          "Criterion {criterion} of unit {unit} has changed since the form was sent. Read it, then"
              + " send seen “{seen}” to say which version you mark.",
          unit("unit"),
          criterion("criterion"),
          text("seen"));

  public static final Of0 BAD_SEEN =
      problem(
          Kind.UNPROCESSABLE,
          "bad-seen",
          "{place} phải là giá trị seen của ô trong bảng chấm, gửi lại nguyên văn.",
          "{place} must be the seen of the cell as the sheet gives it, unchanged.");

  public static final Of0 ONE_RULING =
      problem(
          Kind.UNPROCESSABLE,
          "one-ruling",
          "Gửi đúng một trong: agree, inputs, points, notApplicable, confirm, countersign, clear."
              + " Chỉ notApplicable: false đi cùng được với inputs hoặc points.",
          "Send exactly one of agree, inputs, points, notApplicable, confirm, countersign, clear."
              + " Only notApplicable: false goes together with inputs or points.");

  public static final Of0 ONLY_TRUE =
      problem(
          Kind.UNPROCESSABLE,
          "only-true",
          "{place} chỉ nhận true; không muốn làm việc đó thì bỏ trường này.",
          "{place} takes true alone; leave the field out where it is not meant.");

  public static final Of1<String> BAD_POINTS =
      problem(
          Kind.UNPROCESSABLE,
          "bad-points",
          "{place} phải là điểm viết như 4.50, không phải “{value}”.",
          "{place} must be points written as 4.50, not “{value}”.",
          text("value"));

  public static final Of0 MARK_REASON_REQUIRED =
      problem(
          Kind.UNPROCESSABLE,
          "mark-reason-required",
          "Kết quả chấm khác điểm tự chấm nên phải ghi lý do (reason); đơn vị sẽ đọc lý do này.",
          "The mark differs from the self-score, so a reason must be given; the unit will read"
              + " it.");

  public static final Of1<CriterionId> RAISE_WITHOUT_EVIDENCE =
      problem(
          Kind.UNPROCESSABLE,
          "raise-without-evidence",
          "Tiêu chí {criterion} không có tài liệu minh chứng hay số liệu của tỉnh, nên không chấm"
              + " có lợi hơn điểm tự chấm được.",
          "Criterion {criterion} has neither evidence nor a figure of the province, so it cannot be"
              + " marked above the self-score.",
          criterion("criterion"));

  public static final Of1<CriterionId> NO_CLAIM =
      problem(
          Kind.UNPROCESSABLE,
          "no-claim",
          "Đơn vị không đề nghị “không áp dụng” ở tiêu chí {criterion}, nên không có gì để bác."
              + " Chấm bằng agree, inputs hoặc points.",
          "The unit does not claim that criterion {criterion} does not apply: there is nothing to"
              + " refuse. Mark it by agree, inputs or points.",
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> MARK_DECIDED =
      problem(
          Kind.CONFLICT,
          "mark-decided",
          "Tiêu chí {criterion} của đơn vị {unit} đã đủ các lần chấm độc lập hoặc đã được quyết"
              + " định. Muốn sửa, đề nghị tổ trưởng.",
          "Criterion {criterion} of unit {unit} has all its independent readings, or was decided."
              + " Ask the lead for a change.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> NOTHING_TO_DECIDE =
      problem(
          Kind.CONFLICT,
          "nothing-to-decide",
          "Chưa ai chấm tiêu chí {criterion} của đơn vị {unit}; tổ trưởng quyết định khi đã có"
              + " người được phân công chấm.",
          "Nobody has marked criterion {criterion} of unit {unit} yet; the lead decides once"
              + " whoever it is assigned to has.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> OWN_READING =
      problem(
          Kind.FORBIDDEN,
          "own-reading",
          "Bạn đã chấm tiêu chí {criterion} của đơn vị {unit} nên việc này do người khác làm.",
          "You have marked criterion {criterion} of unit {unit} yourself, so somebody else does"
              + " this.",
          unit("unit"),
          criterion("criterion"));

  public static final Of3<UnitCode, CriterionId, Bilingual> SIGNATURE_NOT_NEEDED =
      problem(
          Kind.CONFLICT,
          "signature-not-needed",
          "Tiêu chí {criterion} của đơn vị {unit} không chờ chữ ký của bạn ({stateVi}).",
          "Criterion {criterion} of unit {unit} does not wait for your signature ({state}).",
          unit("unit"),
          criterion("criterion"),
          both("state"));

  public static final Of2<UnitCode, CriterionId> NO_MARK_TO_CONFIRM =
      problem(
          Kind.CONFLICT,
          "no-mark-to-confirm",
          "Ở tiêu chí {criterion} của đơn vị {unit} không có lần chấm nào của bạn cần xem lại.",
          "In criterion {criterion} of unit {unit} there is no mark of yours to look at again.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> NOTHING_TO_CLEAR =
      problem(
          Kind.CONFLICT,
          "nothing-to-clear",
          "Ở tiêu chí {criterion} của đơn vị {unit} không có lần chấm nào của bạn để bỏ.",
          "In criterion {criterion} of unit {unit} there is no mark of yours to take back.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, Number> APPRAISAL_OPEN =
      problem(
          Kind.CONFLICT,
          "appraisal-open",
          "Chưa chốt được thẩm định của đơn vị {unit}: còn {count} việc chưa xong.",
          "The appraisal of unit {unit} cannot be closed: {count} things are open.",
          unit("unit"),
          number("count"));

  public static final Of3<UnitCode, CriterionId, Bilingual> HEARING_RUNS =
      problem(
          Kind.CONFLICT,
          "hearing-runs",
          "Tiêu chí {criterion} của đơn vị {unit} {phaseVi}; xong việc đó mới chấm lại được.",
          "Criterion {criterion} of unit {unit} is being heard ({phase}); it is marked again once"
              + " that is done.",
          unit("unit"),
          criterion("criterion"),
          both("phase"));

  public static final Of1<Bilingual> HEARING_OPEN =
      problem(
          Kind.CONFLICT,
          "hearing-open",
          "Tiêu chí {place} {phaseVi}.",
          "Criterion {place}: {phase}.",
          both("phase"));

  public static final Of1<Bilingual> CELL_OPEN =
      problem(
          Kind.CONFLICT,
          "cell-open",
          "Tiêu chí {place}: {stateVi}.",
          "Criterion {place}: {state}.",
          both("state"));

  public static final Of1<CriterionId> ALREADY_MARKED =
      problem(
          Kind.CONFLICT,
          "already-marked",
          "Tiêu chí {criterion} của đơn vị này đã được chấm; chấm theo loạt không ghi đè.",
          "Criterion {criterion} of this unit is marked already; a block overwrites nothing.",
          criterion("criterion"));

  private MarkProblem() {}
}
