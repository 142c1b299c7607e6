package vn.minhbach.core.appraise.inspection;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.UnitCode;

/** Why an inspection is not planned, a finding or its minutes not taken. */
public final class InspectionProblem {

  public static final Of2<Number, Number> INSPECTION_NUMBER =
      problem(
          Kind.NOT_FOUND,
          "inspection-number",
          "Số đợt kiểm tra {number} không dùng được: đánh số từ 1 đến {limit}.",
          "There is no inspection number {number}: they are numbered from 1 to {limit}.",
          number("number"),
          number("limit"));

  public static final Of1<Number> UNKNOWN_INSPECTION =
      problem(
          Kind.NOT_FOUND,
          "unknown-inspection",
          "Chưa có kế hoạch kiểm tra số {number}. Tổ trưởng lập kế hoạch trước (PUT"
              + " …/inspections/{number}).",
          "No inspection {number} is planned. The lead plans it first (PUT"
              + " …/inspections/{number}).",
          number("number"));

  public static final Of2<LocalDate, LocalDate> INSPECTION_DAYS =
      problem(
          Kind.UNPROCESSABLE,
          "inspection-days",
          "“{place}”: ngày kết thúc {until} ở trước ngày bắt đầu {from}.",
          "“{place}”: its last day {until} lies before its first, {from}.",
          day("from"),
          day("until"));

  public static final Of2<String, LocalDate> NO_MEMBER_TO_SEND =
      problem(
          Kind.UNPROCESSABLE,
          "no-member-to-send",
          "“{place}”: “{account}” không phải thành viên Tổ thẩm định vào ngày {day}.",
          "“{place}”: “{account}” is no member of the appraisal team on {day}.",
          text("account"),
          day("day"));

  public static final Of2<String, UnitCode> RECUSED_FROM_INSPECTION =
      problem(
          Kind.UNPROCESSABLE,
          "recused-from-inspection",
          "“{place}”: “{account}” không được tham gia kiểm tra đơn vị {unit} vì thuộc hoặc có liên"
              + " quan đến đơn vị này.",
          "“{place}”: “{account}” has no part in an inspection of unit {unit}: it employs the"
              + " member, or a conflict is declared.",
          text("account"),
          unit("unit"));

  public static final Of2<Number, UnitCode> UNIT_NOT_INSPECTED =
      problem(
          Kind.CONFLICT,
          "unit-not-inspected",
          "Đợt kiểm tra số {number} không có đơn vị {unit} trong kế hoạch.",
          "Inspection {number} does not go to unit {unit} by its plan.",
          number("number"),
          unit("unit"));

  public static final Of1<Number> NOT_SENT_THERE =
      problem(
          Kind.FORBIDDEN,
          "not-sent-there",
          "Bạn không thuộc đoàn của đợt kiểm tra số {number}.",
          "You are not among the members of inspection {number}.",
          number("number"));

  public static final Of2<Number, LocalDate> INSPECTION_NOT_BEGUN =
      problem(
          Kind.CONFLICT,
          "inspection-not-begun",
          "Đợt kiểm tra số {number} bắt đầu ngày {day}; chưa có kết quả để ghi.",
          "Inspection {number} begins on {day}; there is nothing to note yet.",
          number("number"),
          day("day"));

  public static final Of2<Number, CriterionId> CRITERION_NOT_INSPECTED =
      problem(
          Kind.UNPROCESSABLE,
          "criterion-not-inspected",
          "Đợt kiểm tra số {number} không kiểm tra tiêu chí {criterion} theo kế hoạch.",
          "Inspection {number} does not look at criterion {criterion} by its plan.",
          number("number"),
          criterion("criterion"));

  public static final Of2<UnitCode, String> NO_TEAM_FILE =
      problem(
          Kind.UNPROCESSABLE,
          "no-team-file",
          "“{place}”: ở đơn vị {unit} không có tệp kiểm tra thực tế “{evidence}” đã tải lên. Tải"
              + " tệp lên trước (POST …/evidence với “purpose”: “inspection”).",
          "“{place}”: at unit {unit} no file “{evidence}” of an inspection was uploaded. Upload it"
              + " first (POST …/evidence with “purpose”: “inspection”).",
          unit("unit"),
          text("evidence"));

  public static final Of2<Number, UnitCode> MINUTES_ALREADY_KEPT =
      problem(
          Kind.CONFLICT,
          "minutes-already-kept",
          "Biên bản của đợt kiểm tra số {number} tại đơn vị {unit} đã lập; không ghi thêm hoặc sửa"
              + " được nữa. Nếu cần, lập đợt kiểm tra khác.",
          "The minutes of inspection {number} at unit {unit} are kept; nothing is added or changed"
              + " any more. Plan another inspection if need be.",
          number("number"),
          unit("unit"));

  public static final Of2<LocalDate, LocalDate> MINUTES_DAY =
      problem(
          Kind.UNPROCESSABLE,
          "minutes-day",
          "“{place}”: ngày {day} không nằm trong đợt kiểm tra, hoặc chưa tới (từ {from}).",
          "“{place}”: {day} is not within the inspection, or has not come (it begins on {from}).",
          day("day"),
          day("from"));

  private InspectionProblem() {}
}
