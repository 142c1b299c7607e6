package vn.minhbach.core.assess.consolidation;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.slot;
import static vn.minhbach.core.Slot.text;

import java.time.LocalDate;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.assess.submission.State;

/** Why communes are not consolidated. */
public final class ConsolidationProblem {

  public static final Of0 NOTHING_READY =
      problem(
          Kind.CONFLICT,
          "nothing-ready",
          "Chưa có phiếu cấp xã nào sẵn sàng để chuyển.",
          "No commune's form is ready to be forwarded.");

  public static final Of1<Number> COMMUNES_NOT_READY =
      problem(
          Kind.CONFLICT,
          "communes-not-ready",
          "Chưa chuyển được: {count} đơn vị nêu dưới đây chưa nộp phiếu cho cấp huyện.",
          "Not forwarded: {count} units named below have not submitted to the district.",
          number("count"));

  public static final Of3<String, State, Bilingual> COMMUNE_NOT_READY =
      problem(
          Kind.CONFLICT,
          "commune-not-ready",
          "{unit}: trạng thái {state}, không phải chờ cấp huyện. Ở trạng thái này có thể:"
              + " {allowedVi}.",
          "{unit}: state {state}, not waiting at the district. What can be done now: {allowed}.",
          text("unit"),
          slot("state", State::name),
          both("allowed"));

  public static final Of0 NOTHING_OVERDUE =
      problem(
          Kind.CONFLICT,
          "nothing-overdue",
          "Không có phiếu cấp xã nào đã quá ngày cấp huyện phải chuyển.",
          "No commune's form has lain at the district beyond its day.");

  public static final Of2<String, LocalDate> DISTRICT_HAS_TIME =
      problem(
          Kind.CONFLICT,
          "district-has-time",
          "{unit}: cấp huyện còn được chuyển phiếu đến hết ngày {day}. Cơ quan thường trực chỉ"
              + " chuyển thay sau ngày đó.",
          "{unit}: its district may pass the form on until the end of {day}. The office acts in its"
              + " place only after that.",
          text("unit"),
          day("day"));

  public static final Of2<String, String> NOT_A_COMMUNE_OF =
      problem(
          Kind.UNPROCESSABLE,
          "not-a-commune-of",
          "“{place}”: {value} không thuộc {unit}.",
          "“{place}”: {value} does not belong to {unit}.",
          text("value"),
          text("unit"));

  private ConsolidationProblem() {}
}
