package vn.minhbach.core.assess.consolidation;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.slot;
import static vn.minhbach.core.Slot.text;

import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
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

  public static final Of2<String, State> COMMUNE_NOT_READY =
      problem(
          Kind.CONFLICT,
          "commune-not-ready",
          "{unit}: trạng thái {state}, chưa ở bước chờ cấp huyện.",
          "{unit}: state {state}, not waiting at the district.",
          text("unit"),
          slot("state", State::name));

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
