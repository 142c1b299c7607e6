package vn.minhbach.core.appraise.petition;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.UnitCode;

/** Why a provisional result is not shown, and a petition not taken or decided. */
public final class PetitionProblem {

  public static final Of1<Number> PROVISIONAL_NOT_READY =
      problem(
          Kind.CONFLICT,
          "provisional-not-ready",
          "Chưa công khai được kết quả dự kiến cho các đơn vị: còn {count} việc chưa xong.",
          "The provisional result cannot be shown yet: {count} things are open.",
          number("count"));

  public static final Of0 UNIT_NOT_READY =
      problem(
          Kind.CONFLICT,
          "unit-not-ready",
          "Đơn vị {place} còn tiêu chí chưa thẩm định xong.",
          "Unit {place} has criteria whose appraisal is not done.");

  public static final Of2<CampaignId, LocalDate> PROVISIONAL_ALREADY_SHOWN =
      problem(
          Kind.CONFLICT,
          "provisional-already-shown",
          "Kết quả dự kiến của đợt {campaign} đã được thông báo, đơn vị đề nghị xem xét lại đến hết"
              + " {until}; từ đó chưa có điểm dự kiến nào mới để thông báo.",
          "The provisional result of campaign {campaign} is shown, petitions are taken until"
              + " {until}; no mark was cut since that a unit has not seen.",
          campaign("campaign"),
          day("until"));

  public static final Of1<CampaignId> PROVISIONAL_NOT_SHOWN =
      problem(
          Kind.NOT_FOUND,
          "provisional-not-shown",
          "Đợt {campaign} chưa thông báo kết quả dự kiến cho các đơn vị.",
          "The provisional result of campaign {campaign} is not shown to the units yet.",
          campaign("campaign"));

  public static final Of2<CampaignId, LocalDate> PETITION_TERM_OVER =
      problem(
          Kind.CONFLICT,
          "petition-term-over",
          "Thời hạn đề nghị xem xét lại điểm của đợt {campaign} đã hết ({until}).",
          "The term for petitions of campaign {campaign} is over ({until}).",
          campaign("campaign"),
          day("until"));

  public static final Of2<CampaignId, LocalDate> PETITION_TERM_RUNS =
      problem(
          Kind.CONFLICT,
          "petition-term-runs",
          "Chưa lập báo cáo được: các đơn vị của đợt {campaign} còn quyền đề nghị xem xét lại điểm"
              + " đến hết {until}.",
          "No report yet: the units of campaign {campaign} may petition until {until}.",
          campaign("campaign"),
          day("until"));

  public static final Of1<CampaignId> PROVISIONAL_FIRST =
      problem(
          Kind.CONFLICT,
          "provisional-first",
          "Chưa lập báo cáo được: các đơn vị của đợt {campaign} chưa được thông báo kết quả dự"
              + " kiến. Thông báo và chờ hết thời hạn đề nghị xem xét lại.",
          "No report yet: the units of campaign {campaign} were not shown their provisional result."
              + " Show it and wait for the end of the term for petitions.",
          campaign("campaign"));

  public static final Of1<Number> UNITS_STILL_HEARD =
      problem(
          Kind.CONFLICT,
          "units-still-heard",
          "Chưa lập báo cáo được: còn {count} giải trình hoặc đề nghị xem xét lại chưa xong.",
          "No report yet: {count} explanations or petitions are open.",
          number("count"));

  public static final Of1<UnitCode> PETITION_WITHOUT_FORM =
      problem(
          Kind.CONFLICT,
          "petition-without-form",
          "Đơn vị {unit} không có phiếu được thẩm định nên không có điểm để xem xét lại.",
          "Unit {unit} has no form that was appraised, so there are no points to reconsider.",
          unit("unit"));

  public static final Of2<UnitCode, CriterionId> PETITION_ALREADY_SIGNED =
      problem(
          Kind.CONFLICT,
          "petition-already-signed",
          "Đề nghị xem xét lại tiêu chí {criterion} của đơn vị {unit} đã được ký hoặc đã có quyết"
              + " định; mỗi tiêu chí chỉ có một đề nghị.",
          "The petition of unit {unit} on criterion {criterion} is signed or decided; there is one"
              + " petition a criterion.",
          unit("unit"),
          criterion("criterion"));

  public static final Of0 PETITION_LETTER_NEEDED =
      problem(
          Kind.UNPROCESSABLE,
          "petition-letter-needed",
          "Nhập thay đơn vị thì phải ghi số và ngày công văn của đơn vị (letter).",
          "What is entered on a unit's behalf needs the number and date of the unit's letter.");

  public static final Of0 PETITION_LETTER_BY_SIGNER =
      problem(
          Kind.UNPROCESSABLE,
          "petition-letter-by-signer",
          "Đơn vị tự viết thì số và ngày công văn ghi khi ký, không ghi ở đây.",
          "A unit that writes itself gives number and date of its letter when it signs, not here.");

  public static final Of2<LocalDate, LocalDate> PETITION_LETTER_TOO_LATE =
      problem(
          Kind.UNPROCESSABLE,
          "petition-letter-too-late",
          "Công văn ngày {date} không nằm trong thời hạn đề nghị xem xét lại (đến hết {until}).",
          "A letter of {date} is not within the term for petitions (until {until}).",
          day("date"),
          day("until"));

  public static final Of2<UnitCode, String> UNKNOWN_PETITION =
      problem(
          Kind.NOT_FOUND,
          "unknown-petition",
          "Đơn vị {unit} không có đề nghị xem xét lại nào mang mã “{petition}”; mã là mã tiêu chí.",
          "Unit {unit} has no petition “{petition}”; its id is the criterion's.",
          unit("unit"),
          text("petition"));

  public static final Of2<UnitCode, CriterionId> PETITION_NOT_SIGNED =
      problem(
          Kind.CONFLICT,
          "petition-not-signed",
          "Đơn vị {unit} chưa ký đề nghị xem xét lại tiêu chí {criterion} nên chưa có gì để quyết"
              + " định.",
          "Unit {unit} has not signed its petition on criterion {criterion}: there is nothing to"
              + " decide.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> PETITION_DECIDED =
      problem(
          Kind.CONFLICT,
          "petition-decided",
          "Đề nghị xem xét lại tiêu chí {criterion} của đơn vị {unit} đã có quyết định; quyết định"
              + " là cuối cùng.",
          "The petition of unit {unit} on criterion {criterion} is decided; the decision is final.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> PETITION_OWN_MARK =
      problem(
          Kind.FORBIDDEN,
          "petition-own-mark",
          "Bạn đã chấm tiêu chí {criterion} của đơn vị {unit}; người khác phải quyết định đề nghị"
              + " này.",
          "You marked criterion {criterion} of unit {unit}; somebody else decides this petition.",
          unit("unit"),
          criterion("criterion"));

  public static final Of0 PETITION_POINTS =
      problem(
          Kind.UNPROCESSABLE,
          "petition-points",
          "Quyết định newPoints đi cùng đúng một trong points hoặc inputs; quyết định kept thì"
              + " không kèm điểm.",
          "The decision newPoints comes with exactly one of points and inputs; kept comes with"
              + " neither.");

  public static final Of1<CriterionId> PETITION_NOTHING_NEW =
      problem(
          Kind.UNPROCESSABLE,
          "petition-nothing-new",
          "Điểm của tiêu chí {criterion} vẫn như cũ; giữ nguyên thì quyết định là kept.",
          "The points of criterion {criterion} are what they were; to leave them so, decide kept.",
          criterion("criterion"));

  public static final Of1<UnitCode> NO_PETITION_TO_SIGN =
      problem(
          Kind.CONFLICT,
          "no-petition-to-sign",
          "Đơn vị {unit} không có đề nghị xem xét lại nào chờ ký.",
          "Unit {unit} has no petition that waits for its signature.",
          unit("unit"));

  public static final Of1<String> PETITION_FILE_NOT_THERE =
      problem(
          Kind.UNPROCESSABLE,
          "petition-file-not-there",
          "Tài liệu {file} không có trong minh chứng của tiêu chí này, chưa tải lên xong hoặc đã bị"
              + " loại.",
          "File {file} is not among the evidence of this criterion, has not arrived, or was"
              + " rejected.",
          text("file"));

  private PetitionProblem() {}
}
