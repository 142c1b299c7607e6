package vn.minhbach.function.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.inspection.Inspection;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.LetterReply;

/**
 * A planned inspection.
 *
 * @param criteria left out where whatever is worth it is looked at
 */
record InspectionReply(
    int number,
    LetterReply decision,
    LocalDate from,
    LocalDate until,
    List<String> members,
    List<UnitCode> units,
    Optional<List<CriterionId>> criteria,
    String etag)
    implements ReplyPart {

  static InspectionReply of(Inspection plan) {
    return new InspectionReply(
        plan.number(),
        new LetterReply(plan.decision().number(), plan.decision().date()),
        plan.from(),
        plan.until(),
        plan.members(),
        plan.units(),
        ReplyPart.some(plan.criteria()),
        plan.etag());
  }
}
