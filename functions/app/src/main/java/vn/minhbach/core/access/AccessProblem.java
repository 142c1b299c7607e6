package vn.minhbach.core.access;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.each;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.util.Collection;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of4;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

/** Who may not, and why. */
public final class AccessProblem {

  public static final Of1<Collection<Role>> NOT_ALLOWED =
      problem(
          Kind.FORBIDDEN,
          "not-allowed",
          "Tài khoản này không có vai trò cần cho việc này (cần một trong: {roles}).",
          "This account lacks the role that this needs (one of: {roles}).",
          each("roles", Role::label));

  public static final Of1<String> OTHER_UNIT =
      problem(
          Kind.FORBIDDEN,
          "other-unit",
          "Tài khoản này không hành động thay cho đơn vị {unit}. Hãy đăng nhập bằng tài khoản của"
              + " đơn vị.",
          "This account does not act for unit {unit}. Sign in with an account of that unit.",
          text("unit"));

  public static final Of1<String> OWN_UNIT =
      problem(
          Kind.FORBIDDEN,
          "own-unit",
          "Không ai xem hay xử lý phiếu của chính cơ quan mình dưới vai trò khác ({unit}). Việc này"
              + " do thành viên của cơ quan khác làm.",
          "Nobody sees or handles the form of the unit that employs them in another role ({unit})."
              + " A member from another body does this.",
          text("unit"));

  public static final Of2<UnitCode, Bilingual> RECUSED =
      problem(
          Kind.FORBIDDEN,
          "recused",
          "Tài khoản này không xem và không quyết định gì về đơn vị {unit} ({causeVi}). Người khác,"
              + " không có xung đột lợi ích, làm việc này.",
          "This account neither sees nor decides anything about unit {unit} ({cause}). Somebody"
              + " without a conflict of interest does this.",
          unit("unit"),
          both("cause"));

  public static final Of3<String, String, String> BODY_DIFFERS =
      problem(
          Kind.FORBIDDEN,
          "body-differs",
          "Tài khoản {account} nêu cơ quan công tác là {employer}, nhưng danh sách tổ thẩm định ghi"
              + " {body}. Đề nghị cơ quan thường trực sửa danh sách, hoặc người quản trị sửa tài"
              + " khoản rồi đăng nhập lại.",
          "Account {account} states {employer} as its employer, but the appraisal team's register"
              + " says {body}. Ask the standing office to mend the register, or the administrator"
              + " to mend the account and sign in again.",
          text("account"),
          text("employer"),
          text("body"));

  public static final Of2<Number, String> OWN_GROUP_DRAFT =
      problem(
          Kind.FORBIDDEN,
          "own-group-draft",
          "Thứ hạng tạm của nhóm {group} không hiển thị cho người thuộc đơn vị trong nhóm ({unit})"
              + " trước khi kết quả được báo cáo. Sau đó chỉ người lập, kiểm tra và ký báo cáo xem"
              + " được; mọi người khác xem khi công bố.",
          "Draft ranks of group {group} are not shown to anyone employed by a unit of that group"
              + " ({unit}) before the result is reported. From then on those see them who write,"
              + " check and sign it; everybody else on publication.",
          number("group"),
          text("unit"));

  public static final Of1<Number> DRAFT_NOT_FROZEN =
      problem(
          Kind.FORBIDDEN,
          "draft-not-frozen",
          "Vai trò của bạn xem thứ hạng tạm của nhóm {group} khi kết quả đã được báo cáo, chưa phải"
              + " bây giờ.",
          "Your role sees draft ranks of group {group} once the result is reported, and not yet.",
          number("group"));

  public static final Of3<String, String, String> EMPLOYER_NOT_STATED =
      problem(
          Kind.FORBIDDEN,
          "employer-not-stated",
          "Tài khoản {account} chưa nêu đúng cơ quan công tác (custom:unit là “{value}”). Vai trò"
              + " của cơ quan thường trực, tổ thẩm định và cấp trên chỉ có hiệu lực khi tài khoản"
              + " nêu đúng một mã đơn vị (đúng từng ký tự, không dấu cách, không danh sách), hoặc"
              + " {none} nếu không thuộc đơn vị nào được xếp hạng. Đề nghị người quản trị sửa tài"
              + " khoản rồi đăng nhập lại.",
          "Account {account} does not state its employer (custom:unit is “{value}”). A role of the"
              + " office, the team or above acts only for an account that states exactly one unit"
              + " code (to the letter, no blanks, no list), or {none} for none of the ranked units."
              + " Ask the administrator to mend the account, then sign in again.",
          text("account"),
          text("value"),
          text("none"));

  public static final Of4<String, UnitCode, CampaignId, String> EMPLOYER_NOT_IN_REGISTER =
      problem(
          Kind.FORBIDDEN,
          "employer-not-in-register",
          "Tài khoản {account} nêu cơ quan công tác là {unit}, nhưng danh mục đơn vị của đợt"
              + " {campaign} không có mã này. Mã phải đúng từng ký tự, kể cả chữ hoa; nếu không"
              + " thuộc đơn vị nào được xếp hạng thì ghi {none}. Đề nghị người quản trị sửa tài"
              + " khoản rồi đăng nhập lại.",
          "Account {account} states {unit} as its employer, which the register of campaign"
              + " {campaign} does not have. Codes must match to the letter, capitals included; whom"
              + " no ranked unit employs states {none}. Ask the administrator to mend the account,"
              + " then sign in again.",
          text("account"),
          unit("unit"),
          campaign("campaign"),
          text("none"));

  public static final Of0 ACCOUNT_WITHOUT_UNIT =
      problem(
          Kind.FORBIDDEN,
          "account-without-unit",
          "Tài khoản chưa gắn với đơn vị nào. Đề nghị cơ quan thường trực gán đơn vị cho tài"
              + " khoản.",
          "This account is bound to no unit. Ask the standing office to bind it.");

  public static final Of2<String, CampaignId> ACCOUNT_NOT_IN_FORCE =
      problem(
          Kind.FORBIDDEN,
          "account-not-in-force",
          "Tài khoản này hiện không được phân công cho đơn vị {unit} trong đợt {campaign} (chưa có"
              + " tên, chưa đến ngày hoặc đã thôi). Đề nghị cơ quan thường trực cập nhật danh sách"
              + " tài khoản.",
          "This account is not appointed for unit {unit} in campaign {campaign} now (not listed,"
              + " not yet, or no longer). Ask the standing office to update the accounts.",
          text("unit"),
          campaign("campaign"));

  public static final Of1<String> SIGNER_NEEDED =
      problem(
          Kind.FORBIDDEN,
          "signer-needed",
          "Chỉ tài khoản có vai trò signer của đơn vị {unit} được ký và nộp phiếu.",
          "Only an account listed as signer of unit {unit} may sign and send the form.",
          text("unit"));

  public static final Of1<String> TYPIST_NEEDED =
      problem(
          Kind.FORBIDDEN,
          "typist-needed",
          "Chỉ cán bộ nhập liệu (typist) của đơn vị {unit} được chốt phiếu; cán bộ phối hợp"
              + " (contributor) thì không.",
          "Only a typist of unit {unit} closes the form; a contributor does not.",
          text("unit"));

  private AccessProblem() {}
}
