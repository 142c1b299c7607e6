package vn.minhbach.core.publish.publication;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.each;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;
import static vn.minhbach.core.Slot.unit;

import java.util.Collection;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.UnitCode;

/** Why a result is not published, shown or rehearsed. */
public final class PublicationProblem {

  public static final Of1<CampaignId> NOT_PUBLISHED =
      problem(
          Kind.NOT_FOUND,
          "not-published",
          "Kết quả của đợt {campaign} chưa được công bố. Khi có quyết định công bố, trang này sẽ có"
              + " số liệu.",
          "The results of campaign {campaign} are not published yet. They appear here once they"
              + " are.",
          campaign("campaign"));

  public static final Of2<String, Number> NO_ANSWERS_TO_REPLAY =
      problem(
          Kind.UNPROCESSABLE,
          "no-answers-to-replay",
          "Đợt {campaign} chưa gửi phiếu nào cho nhóm {group} nên không có câu trả lời để chạy"
              + " thử.",
          "Campaign {campaign} has sent no forms to group {group}, so there are no answers to"
              + " replay.",
          text("campaign"),
          number("group"));

  public static final Of2<Number, Collection<UnitCode>> APPRAISALS_STILL_OPEN =
      problem(
          Kind.CONFLICT,
          "appraisals-still-open",
          "Còn {count} đơn vị đã gửi phiếu mà chưa chốt thẩm định: {units}. Tổ trưởng chốt từng đơn"
              + " vị trước khi báo cáo.",
          "{count} units have sent their forms and their appraisal is not closed: {units}. The lead"
              + " closes each before the result is reported.",
          number("count"),
          each("units", UnitCode::value));

  public static final Of2<Number, Collection<UnitCode>> FORMS_STILL_OPEN =
      problem(
          Kind.CONFLICT,
          "forms-still-open",
          "Chưa lập báo cáo được: {count} phiếu còn sửa hoặc ký được ({units}). Chờ nộp hoặc hết"
              + " hạn.",
          "No report yet: {count} forms can still change or be signed ({units}). Wait for"
              + " submission or the end of their time.",
          number("count"),
          each("units", UnitCode::value));

  public static final Of2<Number, Collection<UnitCode>> JOBS_STILL_OPEN =
      problem(
          Kind.BUSY,
          "jobs-still-open",
          "Chưa lập báo cáo được: {count} việc hàng loạt (chuyển phiếu, ghi điều chỉnh tiêu chí)"
              + " chưa chạy xong; của huyện: {units}. Chờ vài phút rồi thử lại.",
          "No report yet: {count} jobs (forwarding of forms, noting of corrected criteria) are not"
              + " through; of districts: {units}. Wait some minutes and try again.",
          number("count"),
          each("units", UnitCode::value));

  public static final Of2<CampaignId, Number> REPORT_BLOCKED =
      problem(
          Kind.CONFLICT,
          "report-blocked",
          "Chưa lập được báo cáo của đợt {campaign}: còn {count} loại việc chưa xong, nêu ở từng"
              + " mục dưới đây. Làm xong tất cả rồi báo cáo.",
          "Campaign {campaign} cannot be reported yet: {count} kinds of work are open, each named"
              + " below. Finish them all, then report.",
          campaign("campaign"),
          number("count"));

  public static final Of2<String, String> OTHER_SNAPSHOT =
      problem(
          Kind.CONFLICT,
          "other-snapshot",
          "Mã chốt gửi lên là {sent}, còn kết quả đã báo cáo có mã chốt {code}. Đối chiếu lại phụ"
              + " lục của quyết định với kết quả đang chờ phê duyệt.",
          "The check code sent is {sent}; the result that was reported has {code}. Hold the annex"
              + " of the decision against the result that waits for approval.",
          text("sent"),
          text("code"));

  public static final Of2<Number, Number> OTHER_RANKING_VERSION =
      problem(
          Kind.CONFLICT,
          "other-ranking-version",
          "Phê duyệt gửi lên nêu phiên bản xếp hạng {sent}, còn phiên bản đã báo cáo là {current}."
              + " Đọc lại kết quả rồi phê duyệt.",
          "The approval names ranking version {sent}; the one reported is {current}. Read the"
              + " result again, then approve.",
          number("sent"),
          number("current"));

  public static final Of0 APPROVAL_PAPER_NEEDED =
      problem(
          Kind.UNPROCESSABLE,
          "approval-paper-needed",
          "Cơ quan thường trực nhập phê duyệt từ quyết định đã ký: cần số, ngày, cơ quan ban hành"
              + " (issuer) và người ký (signedBy).",
          "The standing office enters an approval from its signed decision: it needs number, date,"
              + " issuer and signedBy.");

  public static final Of1<CampaignId> NO_APPROVAL_ENTERED =
      problem(
          Kind.CONFLICT,
          "no-approval-entered",
          "Đợt {campaign} chưa có phê duyệt nào được nhập từ văn bản để xác nhận. Cơ quan thường"
              + " trực nhập trước.",
          "No approval of campaign {campaign} was entered from its paper. The standing office"
              + " enters it first.",
          campaign("campaign"));

  public static final Of1<String> ANOTHER_CONFIRMS =
      problem(
          Kind.FORBIDDEN,
          "another-confirms",
          "Quyết định {number} do chính tài khoản này nhập; người khác phải xác nhận.",
          "Decision {number} was entered by this very account; somebody else must confirm it.",
          text("number"));

  public static final Of2<CampaignId, Number> NO_SUCH_ISSUE =
      problem(
          Kind.NOT_FOUND,
          "no-such-issue",
          "Đợt {campaign} không có lần công bố số {issue}. Bỏ tham số issue để đọc lần mới nhất.",
          "Campaign {campaign} has no issue {issue}. Leave the parameter out to read the latest.",
          campaign("campaign"),
          number("issue"));

  public static final Of1<CampaignId> RESULT_BEING_CORRECTED =
      problem(
          Kind.CONFLICT,
          "result-being-corrected",
          "Kết quả của đợt {campaign} đang được đính chính nên phiếu và điểm thẩm định đã thay đổi."
              + " Bảng xếp hạng và phiếu điểm đã công bố vẫn đọc được.",
          "The result of campaign {campaign} is being corrected, so that forms and marks have"
              + " moved on. The published ranking and scorecards can still be read.",
          campaign("campaign"));

  public static final Of2<UnitCode, Number> NOT_IN_TABLE =
      problem(
          Kind.NOT_FOUND,
          "not-in-table",
          "Đơn vị {unit} không có trong bảng xếp hạng của nhóm {group}. Chọn đơn vị cùng nhóm, theo"
              + " mã ghi trong bảng.",
          "Unit {unit} is not in the ranking of group {group}. Choose units of that group by the"
              + " codes in the table.",
          unit("unit"),
          number("group"));

  public static final Of2<UnitCode, Number> SCORECARD_NOT_FROZEN =
      problem(
          Kind.NOT_FOUND,
          "scorecard-not-frozen",
          "Kết quả lần {issue} được chốt trước khi hệ thống lưu phiếu điểm kèm kết quả, nên không"
              + " có phiếu điểm của đơn vị {unit}. Bảng xếp hạng vẫn đọc được.",
          "Issue {issue} was frozen before scorecards were kept with a result, so there is none of"
              + " unit {unit}. The ranking can be read.",
          unit("unit"),
          number("issue"));

  public static final Of2<String, Collection<String>> NO_SUCH_LEVEL =
      problem(
          Kind.MALFORMED,
          "no-such-level",
          "Không có mức độ {level} trong bộ tiêu chí; các mức độ là {levels}.",
          "The criteria know no level {level}; the levels are {levels}.",
          text("level"),
          texts("levels"));

  public static final Of1<CampaignId> NOT_REPORTED =
      problem(
          Kind.NOT_FOUND,
          "not-reported",
          "Đợt {campaign} chưa lập báo cáo kết quả. Báo cáo có sau khi cơ quan thường trực chốt kết"
              + " quả.",
          "Campaign {campaign} has no report yet. There is one once the standing office has frozen"
              + " the result.",
          campaign("campaign"));

  private PublicationProblem() {}
}
