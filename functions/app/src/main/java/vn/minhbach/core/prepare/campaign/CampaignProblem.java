package vn.minhbach.core.prepare.campaign;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.slot;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import java.util.Collection;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why a campaign cannot be prepared or opened so. */
public final class CampaignProblem {

  public static final Of1<String> UNKNOWN_CAMPAIGN =
      problem(
          Kind.NOT_FOUND,
          "unknown-campaign",
          "Không có đợt đánh giá mã {campaign}. Xem danh sách tại GET /campaigns.",
          "There is no campaign {campaign}. GET /campaigns lists them.",
          text("campaign"));

  public static final Of2<String, Collection<String>> UNKNOWN_TEMPLATE =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-template",
          "Không có mẫu đợt đánh giá {template}. Mẫu hiện có: {known}.",
          "There is no campaign template {template}. Known templates: {known}.",
          text("template"),
          texts("known"));

  public static final Of3<UnitCode, CampaignId, String> OWN_BODY_NOT_IN_FILE =
      problem(
          Kind.UNPROCESSABLE,
          "own-body-not-in-file",
          "Danh mục gửi lên không có mã {unit}, cơ quan công tác của tài khoản nhập: nhập xong thì"
              + " chính tài khoản này không mở được đợt {campaign} nữa. Bổ sung đơn vị vào danh"
              + " mục, hoặc đề nghị người quản trị sửa custom:unit của tài khoản ({none} nếu không"
              + " thuộc đơn vị nào được xếp hạng).",
          "The register as sent lacks {unit}, the employer of the importing account, which would"
              + " then be shut out of campaign {campaign}. Add the unit to the register, or have"
              + " the account's custom:unit mended ({none} for none of the ranked units).",
          unit("unit"),
          campaign("campaign"),
          text("none"));

  public static final Of0 NO_UNITS =
      problem(
          Kind.UNPROCESSABLE,
          "no-units",
          "Tệp không có đơn vị nào; cần ít nhất một dòng sau dòng tiêu đề.",
          "The file has no unit; at least one line after the header is needed.");

  public static final Of1<CampaignId> NEEDS_UNITS =
      problem(
          Kind.CONFLICT,
          "needs-units",
          "Đợt {campaign} chưa có danh sách đơn vị. Nhập danh sách trước.",
          "Campaign {campaign} has no units yet. Import them first.",
          campaign("campaign"));

  public static final Of1<CampaignId> NO_EARLIER_CAMPAIGN =
      problem(
          Kind.UNPROCESSABLE,
          "no-earlier-campaign",
          "“{place}”: không có đợt đánh giá trước mã {value}.",
          "“{place}”: there is no earlier campaign {value}.",
          campaign("value"));

  public static final Of1<String> CAMPAIGN_EXISTS =
      problem(
          Kind.CONFLICT,
          "campaign-exists",
          "Đã có đợt đánh giá mã {campaign}. Chọn mã khác.",
          "Campaign {campaign} exists already. Choose another id.",
          text("campaign"));

  public static final Of3<CampaignId, Stage, Stage> WRONG_STAGE =
      problem(
          Kind.CONFLICT,
          "wrong-stage",
          "Đợt {campaign} đang ở bước {stage}; việc này chỉ làm được ở bước {needed}.",
          "Campaign {campaign} is at stage {stage}; this can be done only at {needed}.",
          campaign("campaign"),
          slot("stage", Stage::name),
          slot("needed", Stage::name));

  public static final Of2<CampaignId, Bilingual> NOT_READY_TO_OPEN =
      problem(
          Kind.CONFLICT,
          "not-ready-to-open",
          "Chưa phát phiếu được: đợt {campaign} còn thiếu {missingVi}.",
          "The forms cannot be sent yet: campaign {campaign} lacks {missing}.",
          campaign("campaign"),
          both("missing"));

  public static final Of2<CampaignId, LocalDate> DUE_DATE_PASSED =
      problem(
          Kind.CONFLICT,
          "due-date-passed",
          "Hạn nộp của đợt {campaign} đã qua ({due}). Sửa hạn trước khi phát phiếu.",
          "The due date of campaign {campaign} has passed ({due}). Change it before opening.",
          campaign("campaign"),
          day("due"));

  public static final Of1<Number> SHORT_NOTICE =
      problem(
          Kind.UNPROCESSABLE,
          "short-notice",
          "Phát phiếu lúc này thì {count} đơn vị không đủ số ngày trả lời, nêu dưới đây. Muốn phát,"
              + " gửi kèm “reason” (lý do).",
          "Sent now, the forms leave {count} units, named below, fewer days than promised. To send"
              + " them all the same, give a “reason”.",
          number("count"));

  public static final Of1<CampaignId> SECURITY_LEVEL_NOT_APPROVED =
      problem(
          Kind.UNPROCESSABLE,
          "security-level-not-approved",
          "Chưa phát phiếu đợt {campaign}: hệ thống này nhận dữ liệu thật nên phải nêu quyết định"
              + " phê duyệt cấp độ an toàn hệ thống thông tin. Gửi kèm “securityApproval” với"
              + " “number” (số, ký hiệu) và “date” (ngày ký).",
          "The forms of campaign {campaign} are not sent: real data enters here, so the approval"
              + " of the system's security level must be named. Give a “securityApproval” with"
              + " “number” and “date”.",
          campaign("campaign"));

  public static final Of3<String, Number, Number> UNIT_AT_SHORT_NOTICE =
      problem(
          Kind.UNPROCESSABLE,
          "unit-at-short-notice",
          "{unit}: chỉ còn {days} ngày, quy định là {promised} ngày.",
          "{unit}: {days} days are left, {promised} are promised.",
          text("unit"),
          number("days"),
          number("promised"));

  public static final Of2<CampaignId, Number> HOLIDAYS_BIND =
      problem(
          Kind.CONFLICT,
          "holidays-bind",
          "Phiếu của đợt {campaign} đã phát nên {count} ngày nêu dưới đây không đổi được nữa, vì"
              + " hạn nộp đã tính theo bảng cũ. Đơn vị cần thêm thời gian thì gia hạn.",
          "The forms of campaign {campaign} are out, so {count} days named below can no longer"
              + " change: due dates were counted by the table. Give an extension where time is"
              + " needed.",
          campaign("campaign"),
          number("count"));

  public static final Of1<LocalDate> HOLIDAY_BINDS =
      problem(
          Kind.CONFLICT,
          "holiday-binds",
          "Ngày {value} nằm trong thời hạn trả lời đang chạy.",
          "{value} lies within the terms that run.",
          day("value"));

  public static final Of1<LocalDate> WORKED_ANYWAY =
      problem(
          Kind.UNPROCESSABLE,
          "worked-anyway",
          "{place}: {value} không phải thứ Bảy hay Chủ nhật; “work” (làm bù) chỉ dùng cho ngày cuối"
              + " tuần.",
          "{place}: {value} is no Saturday or Sunday; “work” is for weekend days that are worked.",
          day("value"));

  public static final Of2<String, Number> UNIT_NOT_IN_GROUP =
      problem(
          Kind.UNPROCESSABLE,
          "unit-not-in-group",
          "“{place}”: nhóm {group} không có đơn vị mã {unit}. Mã phải đúng từng ký tự.",
          "“{place}”: group {group} has no unit {unit}. Codes must match to the letter.",
          text("unit"),
          number("group"));

  public static final Of3<UnitCode, String, String> EXEMPT_ALREADY =
      problem(
          Kind.UNPROCESSABLE,
          "exempt-already",
          "“{place}”: đơn vị {unit} đã được miễn tiêu chí {criterion} theo {decision}.",
          "“{place}”: unit {unit} is exempt from criterion {criterion} already, by {decision}.",
          unit("unit"),
          text("criterion"),
          text("decision"));

  public static final Of2<CampaignId, String> NO_EXEMPTION =
      problem(
          Kind.NOT_FOUND,
          "no-exemption",
          "Đợt {campaign} không có lần không giao tiêu chí số {number} trong nhóm này. Xem danh"
              + " sách tiêu chí không giao của nhóm.",
          "Campaign {campaign} has no exemption {number} in this group. The group's exemptions are"
              + " listed.",
          campaign("campaign"),
          text("number"));

  public static final Of2<UnitCode, String> NOT_EXEMPT =
      problem(
          Kind.UNPROCESSABLE,
          "not-exempt",
          "“{place}”: theo {decision}, đơn vị {unit} không phải (hoặc không còn) được miễn tiêu chí"
              + " này nên không có gì để giao lại.",
          "“{place}”: by {decision}, unit {unit} is not, or no longer, exempt from this criterion;"
              + " there is nothing to assign again.",
          unit("unit"),
          text("decision"));

  public static final Of1<UnitCode> TOO_LATE_TO_ASSIGN =
      problem(
          Kind.UNPROCESSABLE,
          "too-late-to-assign",
          "“{place}”: phiếu của đơn vị {unit} đã nộp hoặc đã quá hạn khóa, đơn vị không trả lời"
              + " được nữa nên không giao lại tiêu chí. Trả lại phiếu hoặc gia hạn trước.",
          "“{place}”: the form of unit {unit} was sent or is locked; the unit could not answer any"
              + " more, so the criterion is not assigned again. Return the form, or extend its"
              + " term, first.",
          unit("unit"));

  public static final Of1<UnitCode> DEPUTY_OF_ANOTHER_BODY =
      problem(
          Kind.UNPROCESSABLE,
          "deputy-of-another-body",
          "“{place}”: tổ phó thay tổ trưởng khi thẩm định chính cơ quan của tổ trưởng, nên không"
              + " thể cùng thuộc {unit}.",
          "“{place}”: the deputy stands in where the lead's own body is appraised, and so cannot be"
              + " of {unit} as well.",
          unit("unit"));

  private CampaignProblem() {}
}
