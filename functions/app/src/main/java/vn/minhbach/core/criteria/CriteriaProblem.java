package vn.minhbach.core.criteria;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;

import java.util.Collection;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;

/** Why criteria, or a criteria set, are refused. */
public final class CriteriaProblem {

  public static final Of1<String> UNKNOWN_CRITERION =
      problem(
          Kind.NOT_FOUND,
          "unknown-criterion",
          "Bộ tiêu chí của đơn vị này không có tiêu chí {criterion}. Xem các mã trong phiếu.",
          "This unit's criteria set has no criterion {criterion}. The form lists the ids.",
          text("criterion"));

  public static final Of1<String> UNKNOWN_GROUP =
      problem(
          Kind.NOT_FOUND,
          "unknown-group",
          "Không có nhóm {group}. Các nhóm là 1 (sở, ban, ngành), 2 (cấp huyện), 3 (cấp xã).",
          "There is no group {group}. Groups are 1 (departments), 2 (districts), 3 (communes).",
          text("group"));

  public static final Of2<CampaignId, Number> NO_CRITERIA_YET =
      problem(
          Kind.NOT_FOUND,
          "no-criteria-yet",
          "Đợt {campaign} chưa có bộ tiêu chí của nhóm {group}. Nhập bộ tiêu chí trước (PUT"
              + " /campaigns/{campaign}/criteria/{group}).",
          "Campaign {campaign} has no criteria set for group {group} yet. Import one first (PUT"
              + " /campaigns/{campaign}/criteria/{group}).",
          campaign("campaign"),
          number("group"));

  public static final Of1<Number> INVALID_CRITERIA =
      problem(
          Kind.UNPROCESSABLE,
          "invalid-criteria",
          "Bộ tiêu chí có {count} lỗi; chưa có gì được ghi. Sửa từng chỗ nêu dưới đây.",
          "The criteria set has {count} errors; nothing was written. Mend each place named below.",
          number("count"));

  public static final Of2<Number, Number> POINTS_DO_NOT_ADD_UP =
      problem(
          Kind.UNPROCESSABLE,
          "points-do-not-add-up",
          "“{place}”: tổng điểm các phần là {sum}, phải bằng {expected}.",
          "“{place}”: the parts sum up to {sum} points, {expected} is needed.",
          number("sum"),
          number("expected"));

  public static final Of2<Number, Number> TIERS_NOT_DESCENDING =
      problem(
          Kind.UNPROCESSABLE,
          "tiers-not-descending",
          "“{place}”: ngưỡng và điểm phải giảm dần từ trên xuống ({value} không nhỏ hơn"
              + " {previous}).",
          "“{place}”: thresholds and points must descend ({value} is not below {previous}).",
          number("value"),
          number("previous"));

  public static final Of2<Number, Number> POINTS_OVER_MAXIMUM =
      problem(
          Kind.UNPROCESSABLE,
          "points-over-maximum",
          "“{place}”: {value} điểm vượt điểm tối đa {max}.",
          "“{place}”: {value} points exceed the maximum of {max}.",
          number("value"),
          number("max"));

  public static final Of2<String, Collection<String>> UNKNOWN_INPUT =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-input",
          "“{place}”: không có dữ liệu đầu vào “{value}”. Các đầu vào: {known}.",
          "“{place}”: there is no input “{value}”. Inputs: {known}.",
          text("value"),
          texts("known"));

  public static final Of1<String> UNUSED_INPUT =
      problem(
          Kind.UNPROCESSABLE,
          "unused-input",
          "“{place}”: cách chấm không dùng đến dữ liệu đầu vào “{value}”. Bỏ đi hoặc sửa cách"
              + " chấm.",
          "“{place}”: the rule makes no use of input “{value}”. Drop it or mend the rule.",
          text("value"));

  public static final Of3<String, String, String> WRONG_INPUT_KIND =
      problem(
          Kind.UNPROCESSABLE,
          "wrong-input-kind",
          "“{place}”: dữ liệu đầu vào “{value}” có kiểu {kind}; ở đây cần kiểu {expected}.",
          "“{place}”: input “{value}” is of kind {kind}; {expected} is needed here.",
          text("value"),
          text("kind"),
          text("expected"));

  public static final Of0 NOT_APPLICABLE_NOT_ALLOWED =
      problem(
          Kind.UNPROCESSABLE,
          "not-applicable-not-allowed",
          "“{place}”: “notApplicable” chỉ dùng được khi tiêu chí có naAllowed là true.",
          "“{place}”: “notApplicable” needs naAllowed to be true for this criterion.");

  public static final Of0 LEVELS_WITHOUT_BOTTOM =
      problem(
          Kind.UNPROCESSABLE,
          "levels-without-bottom",
          "“{place}”: mức cuối phải có minPercent 0 và minInclusive true, để chỉ số nào cũng có"
              + " mức.",
          "“{place}”: the last level needs minPercent 0 and minInclusive true, so that every index"
              + " has a level.");

  public static final Of2<Number, Number> WRONG_GROUP =
      problem(
          Kind.UNPROCESSABLE,
          "wrong-group",
          "“{place}”: bộ tiêu chí dành cho nhóm {value}, không phải nhóm {group}.",
          "“{place}”: this criteria set is for group {value}, not for group {group}.",
          number("value"),
          number("group"));

  public static final Of2<String, String> ORIGIN_NEEDS_RULE =
      problem(
          Kind.UNPROCESSABLE,
          "origin-needs-rule",
          "“{place}”: cách chấm {value} không nhận được số liệu do hệ thống điền; cần {known}.",
          "“{place}”: the system cannot fill in a rule of type {value}; {known} is needed.",
          text("value"),
          text("known"));

  public static final Of3<CampaignId, Number, Number> UNKNOWN_CRITERIA_VERSION =
      problem(
          Kind.NOT_FOUND,
          "unknown-criteria-version",
          "Nhóm {group} của đợt {campaign} chưa từng dùng bộ tiêu chí phiên bản {version}. Bỏ tham"
              + " số version để xem bộ đang dùng.",
          "Group {group} of campaign {campaign} was never judged by criteria version {version}."
              + " Leave the version out to see the set in force.",
          campaign("campaign"),
          number("group"),
          number("version"));

  public static final Of2<CampaignId, Number> NO_CRITERIA =
      problem(
          Kind.NOT_FOUND,
          "no-criteria",
          "Đợt {campaign} chưa có bộ tiêu chí của nhóm {group}. Nhập bộ tiêu chí trước.",
          "Campaign {campaign} has no criteria for group {group} yet. Import them first.",
          campaign("campaign"),
          number("group"));

  public static final Of1<Number> RULE_TOO_DEEP =
      problem(
          Kind.UNPROCESSABLE,
          "rule-too-deep",
          "“{place}”: cách chấm lồng nhau quá {max} tầng. Tách thành nhiều tiêu chí.",
          "“{place}”: the rule is nested more than {max} levels deep. Make several criteria of it.",
          number("max"));

  public static final Of0 PART_CANNOT_DROP =
      problem(
          Kind.UNPROCESSABLE,
          "part-cannot-drop",
          "“{place}”: một phần của tiêu chí không thể rút khỏi điểm tối đa; chọn “zero”, hoặc tách"
              + " phần này thành tiêu chí riêng.",
          "“{place}”: a part of a criterion cannot leave its maximum; take “zero”, or make a"
              + " criterion of the part.");

  public static final Of0 RELATIVE_NOT_HERE =
      problem(
          Kind.UNPROCESSABLE,
          "relative-not-here",
          "“{place}”: chấm theo đơn vị tốt nhất không dùng được trong “best”, điểm thưởng và điểm"
              + " trừ; chỉ dùng cho cả tiêu chí hoặc cho một phần của “sum”.",
          "“{place}”: a rule relative to the best cannot stand in “best”, nor among bonus or"
              + " penalty points; only as a criterion's own rule or as a part of “sum”.");

  public static final Of0 LEVELS_OF_EXTRA_POINTS =
      problem(
          Kind.UNPROCESSABLE,
          "levels-of-extra-points",
          "“{place}”: nhóm điểm thưởng, điểm trừ không có tỷ lệ nên không có mức. Bỏ trường này.",
          "“{place}”: a group of bonus or penalty points has no percentage, so it has no levels."
              + " Leave the field out.");

  public static final Of0 DERIVED_OF_ITSELF =
      problem(
          Kind.UNPROCESSABLE,
          "derived-of-itself",
          "“{place}”: chỉ bộ tiêu chí cấp huyện (nhóm 2) lấy được số liệu từ cấp xã; ở bộ này số"
              + " liệu sẽ được tính từ chính nó. Bỏ trường “origin”, hoặc dùng “computed”.",
          "“{place}”: only a set of districts (group 2) can derive figures from its communes; in"
              + " this set they would be derived from themselves. Leave “origin” out, or take"
              + " “computed”.");

  private CriteriaProblem() {}
}
