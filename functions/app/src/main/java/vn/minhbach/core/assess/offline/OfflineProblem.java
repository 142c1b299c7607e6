package vn.minhbach.core.assess.offline;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;

import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of5;

/** Why a copy that was filled in offline does not go in. */
public final class OfflineProblem {

  public static final Of2<Number, Number> COPY_CONFLICTS =
      problem(
          Kind.CONFLICT,
          "copy-conflicts",
          "Bản điền ngoại tuyến chưa được ghi: {conflicts} tiêu chí hai bên cùng sửa và {faults}"
              + " chỗ không ghi được, nêu dưới đây. Với mỗi tiêu chí hai bên cùng sửa, chọn số liệu"
              + " rồi gửi lại kèm etag mới.",
          "The offline copy was not saved: {conflicts} criteria were changed on both sides and"
              + " {faults} places cannot be saved, named below. Settle each criterion and send it"
              + " again with the newer etag.",
          number("conflicts"),
          number("faults"));

  public static final Of1<Number> COPY_FAULTY =
      problem(
          Kind.UNPROCESSABLE,
          "copy-faulty",
          "Bản điền ngoại tuyến chưa được ghi: {faults} chỗ không ghi được, nêu dưới đây. Sửa rồi"
              + " gửi lại toàn bộ.",
          "The offline copy was not saved: {faults} places cannot be saved, named below. Mend them"
              + " and send the whole again.",
          number("faults"));

  public static final Of5<CriterionId, String, String, String, String> CHANGED_ON_BOTH_SIDES =
      problem(
          Kind.CONFLICT,
          "changed-on-both-sides",
          "Tiêu chí {criterion}: bản gửi lên ghi {mine}; trong phiếu đã có {theirs} (etag {etag});"
              + " lúc tải phiếu là {base}.",
          "Criterion {criterion}: the copy says {mine}; the form has {theirs} by now (etag {etag});"
              + " the copy began from {base}.",
          criterion("criterion"),
          text("mine"),
          text("theirs"),
          text("etag"),
          text("base"));

  public static final Of3<CriterionId, Number, Number> CRITERION_CHANGED =
      problem(
          Kind.CONFLICT,
          "criterion-changed",
          "Tiêu chí {criterion} đã được sửa sau khi bạn tải phiếu (bản {seen}, nay là bản"
              + " {version}). Tải lại phiếu rồi điền lại tiêu chí này.",
          "Criterion {criterion} was corrected after you took your copy (version {seen}, now"
              + " {version}). Download the form again and answer it anew.",
          criterion("criterion"),
          number("seen"),
          number("version"));

  public static final Of1<CriterionId> COMPUTED_CRITERION =
      problem(
          Kind.UNPROCESSABLE,
          "computed-criterion",
          "Tiêu chí {criterion} do hệ thống tự tính, không nhập được. Bỏ số liệu đã ghi ở tiêu chí"
              + " này.",
          "Criterion {criterion} is computed by the system and cannot be typed. Leave it out.",
          criterion("criterion"));

  public static final Of2<Number, Number> TOO_MANY_ANSWERS =
      problem(
          Kind.UNPROCESSABLE,
          "too-many-answers",
          "“{place}”: {count} tiêu chí thay đổi, một lần ghi tối đa {limit}. Gửi làm nhiều lần.",
          "“{place}”: {count} criteria are changed, at most {limit} are saved at once. Send them in"
              + " parts.",
          number("count"),
          number("limit"));

  private OfflineProblem() {}
}
