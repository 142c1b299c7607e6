package vn.minhbach.core.appraise.assignment;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
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

  public static final Of2<UnitCode, Bilingual> RECUSED =
      problem(
          Kind.FORBIDDEN,
          "recused",
          "Người này không tham gia thẩm định đơn vị {unit} ({causeVi}). Thành viên khác làm việc"
              + " này.",
          "This person has no part in what is decided about unit {unit} ({cause}). Another member"
              + " does this.",
          unit("unit"),
          both("cause"));

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

  private TeamProblem() {}
}
