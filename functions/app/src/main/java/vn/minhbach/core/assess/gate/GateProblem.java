package vn.minhbach.core.assess.gate;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;

import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;

/** Why nothing is returned. */
public final class GateProblem {

  public static final Of1<CriterionId> NOTHING_TO_MEND =
      problem(
          Kind.UNPROCESSABLE,
          "nothing-to-mend",
          "“{place}”: tiêu chí {criterion} do hệ thống tự tính, đơn vị không sửa được nên không"
              + " trả lại. Bỏ tiêu chí này khỏi danh sách.",
          "“{place}”: criterion {criterion} is computed by the system; the unit cannot mend it, so"
              + " it is not returned. Leave it out.",
          criterion("criterion"));

  private GateProblem() {}
}
