package vn.minhbach.core.publish.plan;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.UnitCode;

/** Why an improvement plan, or what became of it, is not taken. */
public final class PlanProblem {

  public static final Of1<CampaignId> PLAN_BEFORE_PUBLICATION =
      problem(
          Kind.CONFLICT,
          "plan-before-publication",
          "Đợt {campaign} chưa công bố kết quả. Kế hoạch khắc phục lập sau ngày công bố.",
          "Campaign {campaign} is not published yet. An improvement plan is made after that day.",
          campaign("campaign"));

  public static final Of2<LocalDate, LocalDate> MEASURE_DUE_TOO_EARLY =
      problem(
          Kind.UNPROCESSABLE,
          "measure-due-too-early",
          "“{place}”: thời hạn {day} trước ngày công bố kết quả ({published}). Ghi ngày hoàn thành"
              + " dự kiến sau ngày đó.",
          "“{place}”: {day} is before the result was published ({published}). State a day after"
              + " it.",
          day("day"),
          day("published"));

  public static final Of2<String, LocalDate> PLAN_ALREADY_ISSUED =
      problem(
          Kind.CONFLICT,
          "plan-already-issued",
          "Kế hoạch đã ban hành theo văn bản số {number} ngày {date}. Muốn thay đổi, ban hành văn"
              + " bản mới rồi gửi kèm số, ngày và mã SHA-256 của văn bản đó.",
          "The plan was issued as {number} of {date}. To change it, issue another paper and send"
              + " its number, date and SHA-256 with it.",
          text("number"),
          day("date"));

  public static final Of1<UnitCode> NO_EARLIER_PLAN =
      problem(
          Kind.NOT_FOUND,
          "no-earlier-plan",
          "Đơn vị {unit} không có kế hoạch khắc phục của đợt trước để đánh dấu.",
          "Unit {unit} has no improvement plan of the campaign before to be marked.",
          unit("unit"));

  public static final Of2<String, Number> NO_SUCH_MEASURE =
      problem(
          Kind.NOT_FOUND,
          "no-such-measure",
          "Kế hoạch đợt trước không có biện pháp số {measure}; các biện pháp đánh số từ 1 đến"
              + " {count}.",
          "The earlier plan has no measure {measure}; they are numbered from 1 to {count}.",
          text("measure"),
          number("count"));

  public static final Of1<String> PLAN_FILE_NOT_THERE =
      problem(
          Kind.UNPROCESSABLE,
          "plan-file-not-there",
          "“{place}”: phiếu của đợt này không có tài liệu {evidence}. Tải tài liệu lên trước, rồi"
              + " dẫn mã của nó.",
          "“{place}”: this campaign's form has no file {evidence}. Upload it first, then cite its"
              + " id.",
          text("evidence"));

  private PlanProblem() {}
}
