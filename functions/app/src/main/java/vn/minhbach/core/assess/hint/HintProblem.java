package vn.minhbach.core.assess.hint;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.each;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.points;
import static vn.minhbach.core.Slot.text;

import java.util.Collection;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of4;
import vn.minhbach.core.Problem.Of5;
import vn.minhbach.core.UnitCode;

/**
 * What a clerk should look at again, and why last year cannot stand beside; nothing is refused for
 * it.
 */
public final class HintProblem {

  public static final Of3<CriterionId, String, Number> REASON_TOO_SHORT =
      problem(
          Kind.UNPROCESSABLE,
          "reason-too-short",
          "Tiêu chí {criterion}: lý do không áp dụng “{reason}” quá ngắn (dưới {least} ký tự) và"
              + " không có ghi chú; tổ thẩm định có thể không chấp nhận.",
          "Criterion {criterion}: the reason “{reason}” for not applicable is short (under {least}"
              + " characters) and has no note; the team may not accept it.",
          criterion("criterion"),
          text("reason"),
          number("least"));

  public static final Of2<CriterionId, String> ALL_WITHOUT_EVIDENCE =
      problem(
          Kind.UNPROCESSABLE,
          "all-without-evidence",
          "Tiêu chí {criterion}: số đạt bằng đúng tổng số ({value}) nhưng chưa có minh chứng nào.",
          "Criterion {criterion}: the part equals its whole ({value}), and no evidence is cited.",
          criterion("criterion"),
          text("value"));

  public static final Of2<CriterionId, Points> FULL_POINTS_WITHOUT_EVIDENCE =
      problem(
          Kind.UNPROCESSABLE,
          "full-points-without-evidence",
          "Tiêu chí {criterion}: tự chấm đủ {points} điểm nhưng chưa có minh chứng nào.",
          "Criterion {criterion}: scored with all {points} points, and no evidence is cited.",
          criterion("criterion"),
          points("points"));

  public static final Of4<CriterionId, String, String, Number> SHARE_JUMPED =
      problem(
          Kind.UNPROCESSABLE,
          "share-jumped",
          "Tiêu chí {criterion}: tỷ lệ đổi từ {was}% năm trước thành {is}%, hơn {limit} điểm phần"
              + " trăm. Kiểm tra lại số liệu.",
          "Criterion {criterion}: the share moved from {was}% last year to {is}%, by more than"
              + " {limit} percentage points. Please check.",
          criterion("criterion"),
          text("was"),
          text("is"),
          number("limit"));

  public static final Of5<CriterionId, String, String, String, Number> FIGURE_JUMPED =
      problem(
          Kind.UNPROCESSABLE,
          "figure-jumped",
          "Tiêu chí {criterion}: “{label}” đổi từ {was} năm trước thành {is}, hơn {limit}%. Kiểm"
              + " tra lại số liệu.",
          "Criterion {criterion}: “{label}” moved from {was} last year to {is}, by more than"
              + " {limit} per cent. Please check.",
          criterion("criterion"),
          text("label"),
          text("was"),
          text("is"),
          number("limit"));

  public static final Of5<CriterionId, String, String, CriterionId, String> WHOLES_DIFFER =
      problem(
          Kind.UNPROCESSABLE,
          "wholes-differ",
          "Tiêu chí {criterion}: “{label}” là {value}, còn ở tiêu chí {other} là {first}.",
          "Criterion {criterion}: “{label}” is {value}, and {first} in criterion {other}.",
          criterion("criterion"),
          text("label"),
          text("value"),
          criterion("other"),
          text("first"));

  public static final Of4<CriterionId, String, String, Number> STAFF_DIFFERS =
      problem(
          Kind.UNPROCESSABLE,
          "staff-differs",
          "Tiêu chí {criterion}: “{label}” là {value}, còn phần thông tin chung của phiếu ghi"
              + " {staff} người.",
          "Criterion {criterion}: “{label}” is {value}, and the head of the form says {staff}"
              + " people.",
          criterion("criterion"),
          text("label"),
          text("value"),
          number("staff"));

  public static final Of1<Collection<UnitCode>> LAST_YEAR_MERGED =
      problem(
          Kind.UNPROCESSABLE,
          "last-year-merged",
          "Không so được với năm trước: đơn vị được lập từ nhiều đơn vị ({units}).",
          "Not comparable with last year: the unit was made of several units ({units}).",
          each("units", UnitCode::value));

  public static final Of1<Collection<UnitCode>> LAST_YEAR_SPLIT =
      problem(
          Kind.UNPROCESSABLE,
          "last-year-split",
          "Không so được với năm trước: đơn vị tách từ {units}, nay thuộc nhiều đơn vị.",
          "Not comparable with last year: the unit is a part of {units}, which others share.",
          each("units", UnitCode::value));

  public static final Of0 LAST_YEAR_NEW =
      problem(
          Kind.UNPROCESSABLE,
          "last-year-new",
          "Không so được với năm trước: đợt trước không có đơn vị này.",
          "Not comparable with last year: the earlier campaign does not know this unit.");

  public static final Of1<Collection<UnitCode>> LAST_YEAR_OTHER_GROUP =
      problem(
          Kind.UNPROCESSABLE,
          "last-year-other-group",
          "Không so được với năm trước: khi đó đơn vị ({units}) thuộc nhóm khác.",
          "Not comparable with last year: the unit ({units}) was in another group then.",
          each("units", UnitCode::value));

  private HintProblem() {}
}
