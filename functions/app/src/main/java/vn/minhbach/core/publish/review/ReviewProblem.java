package vn.minhbach.core.publish.review;

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

/** Why a review is not taken, or not decided so. */
public final class ReviewProblem {

  public static final Of1<CampaignId> REVIEW_BEFORE_PUBLICATION =
      problem(
          Kind.CONFLICT,
          "review-before-publication",
          "Đợt {campaign} chưa công bố kết quả. Trước khi công bố, đơn vị gửi đề nghị xem xét lại"
              + " điểm; phúc tra là việc sau ngày công bố.",
          "Campaign {campaign} is not published yet. Until then a unit petitions; a review is asked"
              + " for after that day.",
          campaign("campaign"));

  public static final Of2<CampaignId, LocalDate> REVIEW_TERM_OVER =
      problem(
          Kind.CONFLICT,
          "review-term-over",
          "Thời hạn đề nghị phúc tra của đợt {campaign} đã hết ({until}).",
          "The term for reviews of campaign {campaign} is over ({until}).",
          campaign("campaign"),
          day("until"));

  public static final Of2<LocalDate, LocalDate> REVIEW_LETTER_OUT_OF_TERM =
      problem(
          Kind.UNPROCESSABLE,
          "review-letter-out-of-term",
          "Công văn đề nghị phúc tra phải đề ngày từ ngày công bố {published} đến hết {until}, và"
              + " không sau hôm nay.",
          "A letter that asks for a review is dated from the publication on {published} until"
              + " {until}, and not after today.",
          day("published"),
          day("until"));

  public static final Of1<UnitCode> REVIEW_WITHOUT_MARKS =
      problem(
          Kind.CONFLICT,
          "review-without-marks",
          "Đơn vị {unit} không có phiếu được thẩm định nên không có điểm để phúc tra.",
          "Unit {unit} has no form that was appraised, so there are no points to review.",
          unit("unit"));

  public static final Of0 REVIEW_SIGNER =
      problem(
          Kind.UNPROCESSABLE,
          "review-signer",
          "Đơn vị tự gửi thì ghi họ tên và chức vụ người ký (signedBy); nhập thay đơn vị thì chỉ"
              + " ghi công văn (letter).",
          "A unit that sends itself names who signs (signedBy); who enters it for a unit gives the"
              + " letter alone.");

  public static final Of2<UnitCode, CriterionId> REVIEW_ALREADY_ASKED =
      problem(
          Kind.CONFLICT,
          "review-already-asked",
          "Đơn vị {unit} đã đề nghị phúc tra tiêu chí {criterion} của lần công bố này; mỗi tiêu"
              + " chí một đề nghị.",
          "Unit {unit} has asked for a review of criterion {criterion} of this issue; there is one"
              + " a criterion.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, String> UNKNOWN_REVIEW =
      problem(
          Kind.NOT_FOUND,
          "unknown-review",
          "Đơn vị {unit} không có đề nghị phúc tra “{review}”; mã gồm lần công bố và tiêu chí,"
              + " ví dụ 1-II.12.",
          "Unit {unit} has no review “{review}”; its id is issue and criterion, as 1-II.12.",
          unit("unit"),
          text("review"));

  public static final Of2<UnitCode, CriterionId> REVIEW_DECIDED =
      problem(
          Kind.CONFLICT,
          "review-decided",
          "Đề nghị phúc tra tiêu chí {criterion} của đơn vị {unit} đã có quyết định; quyết định là"
              + " cuối cùng.",
          "The review of criterion {criterion} of unit {unit} is decided; the decision is final.",
          unit("unit"),
          criterion("criterion"));

  public static final Of2<UnitCode, CriterionId> REVIEW_OWN_MARK =
      problem(
          Kind.FORBIDDEN,
          "review-own-mark",
          "Bạn đã chấm hoặc đã quyết định tiêu chí {criterion} của đơn vị {unit}; người khác phải"
              + " quyết định phúc tra.",
          "You marked or decided criterion {criterion} of unit {unit}; somebody else decides the"
              + " review.",
          unit("unit"),
          criterion("criterion"));

  public static final Of1<CampaignId> REVIEW_NEEDS_CORRECTION =
      problem(
          Kind.CONFLICT,
          "review-needs-correction",
          "Điểm đã công bố không sửa tại chỗ. Cơ quan thường trực mở lại kết quả đợt {campaign} để"
              + " đính chính (reissue), mở lại thẩm định của đơn vị, rồi mới quyết định điểm mới.",
          "Published points are not changed in place. Take the result of campaign {campaign} up for"
              + " correction (reissue), reopen the unit's appraisal, then decide new points.",
          campaign("campaign"));

  public static final Of1<CriterionId> REVIEW_NOTHING_NEW =
      problem(
          Kind.UNPROCESSABLE,
          "review-nothing-new",
          "Điểm của tiêu chí {criterion} vẫn như cũ; giữ nguyên thì quyết định là kept.",
          "The points of criterion {criterion} are what they were; to leave them so, decide kept.",
          criterion("criterion"));

  public static final Of1<Number> REVIEWS_STILL_OPEN =
      problem(
          Kind.CONFLICT,
          "reviews-still-open",
          "Chưa lập báo cáo được: còn {count} đề nghị phúc tra chưa có quyết định.",
          "No report yet: {count} reviews wait for their decision.",
          number("count"));

  public static final Of0 REVIEW_OPEN =
      problem(
          Kind.CONFLICT,
          "review-open",
          "“{place}” đang chờ quyết định phúc tra.",
          "“{place}” waits for the decision on its review.");

  private ReviewProblem() {}
}
