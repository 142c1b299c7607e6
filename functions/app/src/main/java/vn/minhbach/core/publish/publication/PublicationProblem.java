package vn.minhbach.core.publish.publication;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.each;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;

import java.util.Collection;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
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
          "Chưa lập báo cáo được: {count} việc hàng loạt (chuyển phiếu, ghi điều chỉnh tiêu chí) chưa"
              + " chạy xong; của huyện: {units}. Chờ vài phút rồi thử lại.",
          "No report yet: {count} jobs (forwarding of forms, noting of corrected criteria) are not"
              + " through; of districts: {units}. Wait some minutes and try again.",
          number("count"),
          each("units", UnitCode::value));

  public static final Of2<CampaignId, Number> REPORT_BLOCKED =
      problem(
          Kind.CONFLICT,
          "report-blocked",
          "Chưa lập được báo cáo của đợt {campaign}: còn {count} loại việc chưa xong, nêu ở từng mục"
              + " dưới đây. Làm xong tất cả rồi báo cáo.",
          "Campaign {campaign} cannot be reported yet: {count} kinds of work are open, each named"
              + " below. Finish them all, then report.",
          campaign("campaign"),
          number("count"));

  private PublicationProblem() {}
}
