package vn.minhbach.core.appraise.assignment;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import java.util.Collection;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why somebody is not the one to appraise. */
public final class TeamProblem {

  public static final Of1<CampaignId> NO_TEAM =
      problem(
          Kind.CONFLICT,
          "no-team",
          "Đợt {campaign} chưa có tổ thẩm định. Cơ quan thường trực nhập danh sách tổ theo quyết"
              + " định thành lập trước.",
          "Campaign {campaign} has no appraisal team yet. The standing office brings in the team's"
              + " register, by its decision, first.",
          campaign("campaign"));

  public static final Of2<CampaignId, LocalDate> NOT_A_MEMBER =
      problem(
          Kind.FORBIDDEN,
          "not-a-member",
          "Tài khoản này không phải thành viên tổ thẩm định của đợt {campaign} vào ngày {day} với"
              + " vai trò của tài khoản. Đề nghị cơ quan thường trực kiểm tra danh sách tổ.",
          "This account is no member of the appraisal team of campaign {campaign} on {day}, not in"
              + " the role that it has. Ask the standing office to look at the team's register.",
          campaign("campaign"),
          day("day"));

  public static final Of2<UnitCode, CriterionId> NOT_ASSIGNED =
      problem(
          Kind.FORBIDDEN,
          "not-assigned",
          "Tiêu chí {criterion} của đơn vị {unit} không được giao cho tài khoản này. Tổ trưởng sửa"
              + " phân công nếu cần.",
          "Criterion {criterion} of unit {unit} is not assigned to this account. The lead changes"
              + " the assignment where that is needed.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<CampaignId, Number> NOTHING_ASSIGNED =
      problem(
          Kind.CONFLICT,
          "nothing-assigned",
          "Đợt {campaign} chưa phân công thẩm định nhóm {group}. Tổ trưởng phân công trước.",
          "In campaign {campaign} nothing of group {group} is assigned yet. The lead assigns it"
              + " first.",
          campaign("campaign"),
          number("group"));

  public static final Of1<UnitCode> NOT_LEADING =
      problem(
          Kind.FORBIDDEN,
          "not-leading",
          "Việc này của đơn vị {unit} do tổ trưởng quyết định; tổ phó chỉ thay khi tổ trưởng không"
              + " được tham gia.",
          "For unit {unit} the lead decides this; the deputy only where the lead is recused.",
          unit("unit"));

  public static final Of0 NO_MEMBERS =
      problem(
          Kind.UNPROCESSABLE,
          "no-members",
          "Tệp không có thành viên nào; nhập tệp này sẽ giải tán tổ thẩm định. Cần ít nhất một"
              + " dòng.",
          "The file has no member; it would dissolve the appraisal team. At least one line is"
              + " needed.");

  public static final Of0 NO_LEAD =
      problem(
          Kind.UNPROCESSABLE,
          "no-lead",
          "Danh sách không có tổ trưởng (vai trò lead). Thêm một dòng cho tổ trưởng.",
          "The register has no lead. Add a line for the lead.");

  public static final Of1<String> ONE_LEAD =
      problem(
          Kind.UNPROCESSABLE,
          "one-lead",
          "{place}: {value} đã là tổ trưởng trong cùng thời gian. Mỗi lúc chỉ có một tổ trưởng.",
          "{place}: {value} is the lead in the same days already. There is one lead at a time.",
          text("value"));

  public static final Of2<UnitCode, String> DEPUTY_OF_LEADS_BODY =
      problem(
          Kind.UNPROCESSABLE,
          "deputy-of-leads-body",
          "{place}: tổ trưởng và tổ phó ({value}) cùng thuộc {unit}, nên không ai thẩm định được cơ"
              + " quan đó thay tổ trưởng. Cử tổ phó của cơ quan khác.",
          "{place}: lead and deputy ({value}) are both of {unit}, so that nobody could stand in for"
              + " the lead there. Appoint a deputy of another body.",
          unit("unit"),
          text("value"));

  public static final Of2<UnitCode, Collection<String>> BODY_NOT_OF_TEAM =
      problem(
          Kind.UNPROCESSABLE,
          "body-not-of-team",
          "{place}: {unit} không thuộc các cơ quan cử người vào tổ thẩm định của đợt ({bodies}).",
          "{place}: {unit} is none of the bodies that staff the campaign's appraisal team"
              + " ({bodies}).",
          unit("unit"),
          texts("bodies"));

  public static final Of2<Bilingual, UnitCode> ROLE_OF_BODY =
      problem(
          Kind.UNPROCESSABLE,
          "role-of-body",
          "{place}: {roleVi} của đợt này phải thuộc {unit}.",
          "{place}: the {role} of this campaign must be of {unit}.",
          both("role"),
          unit("unit"));

  public static final Of1<String> NO_SUCH_SUBSTITUTE =
      problem(
          Kind.UNPROCESSABLE,
          "no-such-substitute",
          "{place}: người thay “{value}” phải là một thành viên khác có chấm điểm trong chính danh"
              + " sách này.",
          "{place}: the substitute “{value}” must be another member of this very register, and one"
              + " who marks.",
          text("value"));

  public static final Of0 SHARE_OF_ALL =
      problem(
          Kind.UNPROCESSABLE,
          "share-of-all",
          "“{place}”: cần nêu tiêu chí, đơn vị hoặc cả hai.",
          "“{place}”: name a criterion, units, or both.");

  public static final Of1<String> NO_SUCH_MEMBER =
      problem(
          Kind.UNPROCESSABLE,
          "no-such-member",
          "“{place}”: tài khoản “{value}” không phải thành viên có chấm điểm của tổ thẩm định. Xem"
              + " danh sách tổ.",
          "“{place}”: account “{value}” is no member of the appraisal team who marks. See the"
              + " team's register.",
          text("value"));

  public static final Of3<String, UnitCode, Bilingual> MEMBER_RECUSED =
      problem(
          Kind.UNPROCESSABLE,
          "member-recused",
          "“{place}”: {account} không được thẩm định đơn vị {unit} ({causeVi}). Giao cho thành viên"
              + " khác.",
          "“{place}”: {account} has no part in appraising unit {unit} ({cause}). Give it to another"
              + " member.",
          text("account"),
          unit("unit"),
          both("cause"));

  public static final Of1<CampaignId> NO_APPRAISERS =
      problem(
          Kind.CONFLICT,
          "no-appraisers",
          "Hôm nay tổ thẩm định của đợt {campaign} không có thành viên nào (vai trò appraiser) để"
              + " chia việc. Kiểm tra thời hạn trong danh sách tổ.",
          "Today the appraisal team of campaign {campaign} has no appraiser among whom work could"
              + " be shared out. Look at the days in the team's register.",
          campaign("campaign"));

  private TeamProblem() {}
}
