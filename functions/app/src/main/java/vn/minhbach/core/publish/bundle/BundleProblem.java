package vn.minhbach.core.publish.bundle;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.unit;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.UnitCode;

/** Why there is no bundle, or no proof. */
public final class BundleProblem {

  public static final Of1<CampaignId> BUNDLE_BEING_BUILT =
      problem(
          Kind.BUSY,
          "bundle-being-built",
          "Gói dữ liệu của đợt {campaign} đang được lập sau khi công bố. Tải lại sau vài phút.",
          "The bundle of campaign {campaign} is being built after its publication. Try again in a"
              + " few minutes.",
          campaign("campaign"));

  public static final Of2<CampaignId, Number> BUNDLE_NEVER_BUILT =
      problem(
          Kind.NOT_FOUND,
          "bundle-never-built",
          "Lần công bố {issue} của đợt {campaign} được mở lại để đính chính trước khi gói dữ liệu"
              + " kịp lập; bảng xếp hạng và phiếu điểm của lần đó vẫn xem được.",
          "Issue {issue} of campaign {campaign} was taken up for correction before its bundle was"
              + " built; its rankings and scorecards are still there.",
          campaign("campaign"),
          number("issue"));

  public static final Of2<CampaignId, Number> NO_CHECKPOINT_OF_SIZE =
      problem(
          Kind.NOT_FOUND,
          "no-checkpoint-of-size",
          "Nhật ký của đợt {campaign} chưa bao giờ có điểm kiểm tra cỡ {size}. Nếu bạn giữ một điểm"
              + " kiểm tra như vậy có chữ ký đúng, hãy báo cơ quan thường trực: nhật ký đã bị"
              + " thay.",
          "The log of campaign {campaign} never had a checkpoint of size {size}. If you hold one"
              + " with a good signature, tell the standing office: the log was exchanged.",
          campaign("campaign"),
          number("size"));

  public static final Of1<UnitCode> NOT_ANCHORED_YET =
      problem(
          Kind.NOT_FOUND,
          "not-anchored-yet",
          "Nhật ký điểm của {unit} chưa được neo vào nhật ký. Việc neo làm mỗi ngày một lần; xem"
              + " lại vào ngày mai.",
          "The ledger of {unit} is not anchored in the log yet. That is done once a day; look again"
              + " tomorrow.",
          unit("unit"));

  private BundleProblem() {}
}
