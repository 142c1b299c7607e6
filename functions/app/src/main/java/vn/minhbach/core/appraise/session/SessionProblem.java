package vn.minhbach.core.appraise.session;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.text;

import java.time.LocalDate;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;

/** Why the minutes of the team's session are not taken, or not enough for a report. */
public final class SessionProblem {

  public static final Of1<CampaignId> NO_SESSION =
      problem(
          Kind.NOT_FOUND,
          "no-session",
          "Đợt {campaign} chưa có biên bản họp Tổ thẩm định.",
          "There are no minutes of the appraisal team's session in campaign {campaign}.",
          campaign("campaign"));

  public static final Of2<String, LocalDate> NOT_IN_SESSION =
      problem(
          Kind.UNPROCESSABLE,
          "not-in-session",
          "“{place}”: “{account}” không phải thành viên Tổ thẩm định vào ngày {day}.",
          "“{place}”: “{account}” is no member of the appraisal team on {day}.",
          text("account"),
          day("day"));

  public static final Of0 SESSION_WITHOUT_LEAD =
      problem(
          Kind.UNPROCESSABLE,
          "session-without-lead",
          "“{place}”: biên bản phải có chữ ký của tổ trưởng hoặc tổ phó.",
          "“{place}”: the lead or the deputy signs the minutes.");

  public static final Of1<String> DISSENT_OF_ABSENT =
      problem(
          Kind.UNPROCESSABLE,
          "dissent-of-absent",
          "“{place}”: “{account}” không có trong danh sách thành viên ký biên bản, hoặc có hai ý"
              + " kiến bảo lưu; mỗi thành viên ký ghi một ý kiến.",
          "“{place}”: “{account}” is not among those who signed, or keeps two opinions; each of"
              + " those who signed keeps one.",
          text("account"));

  public static final Of0 SESSION_PAPER =
      problem(
          Kind.UNPROCESSABLE,
          "session-paper",
          "“{place}”: tệp đã tải lên không phải PDF. Quét biên bản đã ký thành PDF rồi tải lên.",
          "“{place}”: what was uploaded is no PDF. Scan the signed minutes as a PDF and upload"
              + " that.");

  public static final Of2<LocalDate, LocalDate> SESSION_DAY =
      problem(
          Kind.UNPROCESSABLE,
          "session-day",
          "“{place}”: ngày {day} chưa tới (hôm nay là {today}).",
          "“{place}”: {day} has not come (today is {today}).",
          day("day"),
          day("today"));

  public static final Of1<CampaignId> SESSION_FIRST =
      problem(
          Kind.CONFLICT,
          "session-first",
          "Chưa lập báo cáo được: đợt {campaign} chưa có biên bản họp Tổ thẩm định đã ký. Tải bản"
              + " quét lên (POST …/uploads) rồi ghi biên bản (PUT …/session).",
          "No report yet: there are no signed minutes of the appraisal team's session in campaign"
              + " {campaign}. Upload the scan (POST …/uploads), then keep the minutes (PUT"
              + " …/session).",
          campaign("campaign"));

  public static final Of2<LocalDate, LocalDate> SESSION_OVERTAKEN =
      problem(
          Kind.CONFLICT,
          "session-overtaken",
          "Chưa lập báo cáo được: biên bản họp ngày {day}, nhưng ngày {closed} còn chốt thẩm định."
              + " Tổ thẩm định họp lại và ghi biên bản mới.",
          "No report yet: the minutes are of {day}, and an appraisal was closed as late as"
              + " {closed}. The team meets again, and its new minutes are kept.",
          day("day"),
          day("closed"));

  private SessionProblem() {}
}
