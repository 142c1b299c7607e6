package vn.minhbach.core.publish.feed;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;

import java.util.Collection;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;

/** Why a mapping to the PAR index is not taken, or a feed not given. */
public final class ParProblem {

  public static final Of1<CampaignId> NO_PAR_MAPPING =
      problem(
          Kind.NOT_FOUND,
          "no-par-mapping",
          "Đợt {campaign} chưa có bảng ánh xạ sang Chỉ số CCHC. Nhập bảng (PUT …/par-mapping) rồi"
              + " lấy số liệu.",
          "Campaign {campaign} has no mapping to the PAR index. Bring one (PUT …/par-mapping), then"
              + " read the feed.",
          campaign("campaign"));

  public static final Of2<CampaignId, Number> NO_SUCH_PAR_MAPPING =
      problem(
          Kind.NOT_FOUND,
          "no-such-par-mapping",
          "Đợt {campaign} không có bảng ánh xạ phiên bản {version}. Bỏ tham số mapping để dùng bản"
              + " đang áp dụng.",
          "Campaign {campaign} has no mapping of version {version}. Leave the parameter out for the"
              + " one in force.",
          campaign("campaign"),
          number("version"));

  public static final Of1<CampaignId> RESULT_NOT_APPROVED =
      problem(
          Kind.CONFLICT,
          "result-not-approved",
          "Kết quả của đợt {campaign} chưa được phê duyệt. Số liệu cho Chỉ số CCHC có ngay sau khi"
              + " phê duyệt, không chờ công bố.",
          "The result of campaign {campaign} is not approved yet. The feed is there as soon as it"
              + " is, before its publication.",
          campaign("campaign"));

  public static final Of1<Number> NOT_OF_PAR_INDEX =
      problem(
          Kind.UNPROCESSABLE,
          "not-of-par-index",
          "“{place}”: nhóm {group} không dùng được; Chỉ số CCHC chỉ lấy nhóm 1 (sở, ban, ngành) và"
              + " nhóm 2 (UBND cấp huyện) đã có bộ tiêu chí.",
          "“{place}”: group {group} cannot be used; the PAR index takes group 1 (departments) and 2"
              + " (districts) once they have criteria.",
          number("group"));

  public static final Of0 ONE_PAR_SOURCE =
      problem(
          Kind.UNPROCESSABLE,
          "one-par-source",
          "“{place}”: nêu đúng một nguồn: criterion, criteriaGroup, hoặc index là true.",
          "“{place}”: name exactly one source: criterion, criteriaGroup, or index as true.");

  public static final Of2<String, Number> UNKNOWN_PAR_SOURCE =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-par-source",
          "“{place}”: bộ tiêu chí của nhóm {group} không có “{source}”.",
          "“{place}”: the criteria of group {group} have no “{source}”.",
          text("source"),
          number("group"));

  public static final Of1<Collection<String>> PAR_LEVELS =
      problem(
          Kind.UNPROCESSABLE,
          "par-levels",
          "“{place}”: điểm theo mức chỉ dùng cho chỉ số, đủ các mức {levels}, mỗi mức không quá"
              + " maxPoints.",
          "“{place}”: points by level go with the index alone, for all of {levels}, none above"
              + " maxPoints.",
          texts("levels"));

  private ParProblem() {}
}
