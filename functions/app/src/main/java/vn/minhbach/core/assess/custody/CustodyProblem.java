package vn.minhbach.core.assess.custody;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.UnitCode;

/** Why a file is not taken, kept, opened or given back. */
public final class CustodyProblem {

  public static final Of2<String, Bilingual> EVIDENCE_NOT_OPEN =
      problem(
          Kind.CONFLICT,
          "evidence-not-open",
          "Tệp “{fileName}” {stateVi}. Chỉ mở được tệp đã được chấp nhận (ACCEPTED).",
          "File “{fileName}” {state}. Only ACCEPTED files can be opened.",
          text("fileName"),
          both("state"));

  public static final Of2<UnitCode, String> ONLY_ITS_PAPER =
      problem(
          Kind.FORBIDDEN,
          "only-its-paper",
          "Thay cho đơn vị {unit}, tài khoản này chỉ tải lên được phiếu giấy đã ký của đơn vị"
              + " (“purpose”: “{known}”).",
          "For unit {unit} this account may upload nothing but the unit's signed paper form"
              + " (“purpose”: “{known}”).",
          unit("unit"),
          text("known"));

  public static final Of2<UnitCode, String> ONLY_INSPECTION_FILES =
      problem(
          Kind.FORBIDDEN,
          "only-inspection-files",
          "Ở đơn vị {unit}, Tổ thẩm định chỉ tải lên được tệp kiểm tra thực tế (“purpose”:"
              + " “{known}”); minh chứng là của đơn vị.",
          "At unit {unit} the team may upload nothing but what it brings from an inspection"
              + " (“purpose”: “{known}”); evidence is the unit's own.",
          unit("unit"),
          text("known"));

  public static final Of1<String> NOT_OF_THE_TEAM =
      problem(
          Kind.FORBIDDEN,
          "not-of-the-team",
          "Chỉ thành viên Tổ thẩm định tải lên được tệp kiểm tra thực tế (“purpose”: “{known}”).",
          "None but members of the appraisal team may upload what an inspection brings"
              + " (“purpose”: “{known}”).",
          text("known"));

  public static final Of0 STATE_SECRET =
      problem(
          Kind.UNPROCESSABLE,
          "state-secret",
          "Tài liệu thuộc danh mục bí mật nhà nước (Mật, Tối mật, Tuyệt mật) không được tải lên hệ"
              + " thống này. Hãy nêu số, ký hiệu văn bản trong phần ghi chú và gửi theo đường văn"
              + " bản mật.",
          "A state secret of any degree must not be uploaded here. Name its number in the note and"
              + " send it by the channel for classified documents.");

  public static final Of1<String> PAPER_IN_USE =
      problem(
          Kind.CONFLICT,
          "paper-in-use",
          "Phiếu giấy {evidence} là căn cứ của số liệu đã nhập thay nên không rút được. Nếu số liệu"
              + " sai, hãy phản đối hoặc tự trả lời.",
          "Paper form {evidence} is what answers were typed from and cannot be withdrawn. Contest"
              + " what is wrong, or answer it yourself.",
          text("evidence"));

  public static final Of1<CampaignId> NO_AUDIT =
      problem(
          Kind.NOT_FOUND,
          "no-audit",
          "Đợt {campaign} chưa kiểm tra lại kho minh chứng lần nào. Gọi POST"
              + " evidence-verification.",
          "The evidence of campaign {campaign} was never verified. POST evidence-verification"
              + " does.",
          campaign("campaign"));

  public static final Of1<String> EVIDENCE_LOCKED =
      problem(
          Kind.CONFLICT,
          "evidence-locked",
          "Tài liệu {evidence} đã được ký nộp cùng phiếu nên không rút được nữa.",
          "Evidence {evidence} was signed for with the form; it can no longer be withdrawn.",
          text("evidence"));

  public static final Of2<Bilingual, Bilingual> FILE_TYPE_REFUSED =
      problem(
          Kind.UNPROCESSABLE,
          "file-type-refused",
          "“{place}”: loại tệp {valueVi} không được nhận. Lưu hoặc xuất tệp thành loại được nhận"
              + " rồi tải lên: {knownVi}.",
          "“{place}”: file type {value} is not accepted. Save or export the file as an accepted"
              + " type and upload that: {known}.",
          both("value"),
          both("known"));

  public static final Of2<Number, String> FILE_TOO_LARGE =
      problem(
          Kind.UNPROCESSABLE,
          "file-too-large",
          "“{place}”: tệp dài {value} byte, tối đa {limit} mỗi tệp. Chia thành nhiều tệp, hoặc quét"
              + " lại với độ phân giải thấp hơn.",
          "“{place}”: {value} bytes, at most {limit} a file. Split it, or scan it again with a"
              + " lower resolution.",
          number("value"),
          text("limit"));

  public static final Of2<String, String> TOO_MUCH_EVIDENCE =
      problem(
          Kind.UNPROCESSABLE,
          "too-much-evidence",
          "Với tệp này đơn vị {unit} vượt {limit} dành cho tài liệu minh chứng. Rút bớt tệp không"
              + " cần, hoặc dùng tệp nhẹ hơn.",
          "With this file unit {unit} is over the {limit} for evidence. Withdraw files that are not"
              + " needed, or use a smaller file.",
          text("unit"),
          text("limit"));

  public static final Of2<String, Number> TOO_MANY_GRANTS =
      problem(
          Kind.TOO_MANY,
          "too-many-grants",
          "Đơn vị {unit} xin tải lên quá nhanh (tối đa {limit} tệp mỗi phút). Chờ một phút rồi làm"
              + " tiếp; các tệp đã xin vẫn tải lên được.",
          "Unit {unit} asks for uploads too fast (at most {limit} files a minute). Wait a minute"
              + " and go on; what was granted can still be uploaded.",
          text("unit"),
          number("limit"));

  public static final Of2<String, Number> TOO_MANY_FILES =
      problem(
          Kind.UNPROCESSABLE,
          "too-many-files",
          "Đơn vị {unit} đã có {limit} bản ghi minh chứng, kể cả tệp đã rút; không thêm được nữa."
              + " Đề nghị báo cơ quan thường trực.",
          "Unit {unit} has {limit} evidence records, withdrawn ones included; no more can be added."
              + " Please tell the standing office.",
          text("unit"),
          number("limit"));

  public static final Of2<String, String> FILE_HELD =
      problem(
          Kind.CONFLICT,
          "file-held",
          "Tệp “{fileName}” đang được giữ, chưa ai mở được: trong tệp có dấu chỉ độ mật “{stamp}”."
              + " Nếu là bí mật nhà nước, đơn vị rút tệp; phiếu đã ký nộp thì báo cơ quan thường"
              + " trực. Nếu không phải, cơ quan thường trực ghi lý do và cho mở.",
          "File “{fileName}” is held and opened to nobody: it bears the stamp of a state secret,"
              + " “{stamp}”. If it is one, the unit withdraws it, or tells the standing office once"
              + " the form is signed. If it is none, the office releases it with its reason.",
          text("fileName"),
          text("stamp"));

  public static final Of2<String, String> TAKEDOWN_PENDING =
      problem(
          Kind.CONFLICT,
          "takedown-pending",
          "Tệp “{fileName}” đang được đề nghị gỡ bỏ theo văn bản {number} nên chưa ai mở được. Chờ"
              + " cơ quan thứ hai xác nhận hoặc từ chối.",
          "File “{fileName}” is asked to be taken down by document {number} and opens to nobody."
              + " Wait until a second body confirms or declines it.",
          text("fileName"),
          text("number"));

  public static final Of2<String, LocalDate> UPLOAD_TAKEN_DOWN =
      problem(
          Kind.UNPROCESSABLE,
          "upload-taken-down",
          "Đúng tệp này đã bị gỡ bỏ khỏi đợt đánh giá theo văn bản {number} ngày {date} nên không"
              + " nhận lại. Tải lên tài liệu khác.",
          "These very bytes were taken down in this campaign by document {number} of {date} and are"
              + " not taken again. Upload another document.",
          text("number"),
          day("date"));

  public static final Of1<String> FILE_NOT_HELD =
      problem(
          Kind.CONFLICT,
          "file-not-held",
          "Tệp “{fileName}” không bị giữ vì dấu chỉ độ mật nên không có gì để cho mở. Xem mục"
              + " “facts” của tệp.",
          "File “{fileName}” is not held for the stamp of a state secret; there is nothing to"
              + " release. Its facts say what was found.",
          text("fileName"));

  public static final Of1<String> FACTS_OF_PDF_ONLY =
      problem(
          Kind.NOT_FOUND,
          "facts-of-pdf-only",
          "Tệp “{fileName}” không phải PDF; hệ thống chỉ đọc số trang và chữ ký số của tệp PDF. Mở"
              + " tệp để xem.",
          "File “{fileName}” is no PDF; pages and digital signatures are read of PDFs alone. Open"
              + " the file to see it.",
          text("fileName"));

  public static final Of1<String> FACTS_NOT_READ =
      problem(
          Kind.NOT_FOUND,
          "facts-not-read",
          "Tệp “{fileName}” chưa được đọc. Tệp PDF được đọc trong ít phút sau khi được chấp nhận"
              + " (ACCEPTED); hãy thử lại sau.",
          "File “{fileName}” was not read yet. PDFs are read within minutes after they are"
              + " ACCEPTED; try again later.",
          text("fileName"));

  private CustodyProblem() {}
}
