package vn.minhbach.function.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.queue.WorkList;
import vn.minhbach.function.http.ReplyPart;

/**
 * How far a member is with a criterion.
 *
 * @param cells that are the member's
 * @param toDo of those, in how many it has something to do
 */
record WorkReply(
    int group,
    CriterionId criterion,
    String title,
    Points maxPoints,
    int cells,
    int toDo,
    List<WaitingReply> waiting)
    implements ReplyPart {

  static WorkReply of(WorkList.Column column) {
    return new WorkReply(
        column.group(),
        column.criterion().id(),
        column.criterion().title(),
        column.criterion().maxPoints(),
        column.cells(),
        column.toDo(),
        column.waiting().stream().map(WaitingReply::of).toList());
  }

  /**
   * A cell that waits.
   *
   * @param sign whether the member may give a signature that is missing; left out where not
   * @param hearing what of it its unit has said
   * @param until when silence decides; left out of a petition, which waits for as long as it takes
   */
  record WaitingReply(
      UnitCode unit,
      String name,
      Marking.State state,
      String stateVi,
      Optional<Boolean> sign,
      Optional<Hearings.Phase> hearing,
      Optional<Instant> until)
      implements ReplyPart {

    private static WaitingReply of(WorkList.Waiting one) {
      Marking marking = one.cell().view().marking();
      Optional<Hearings.Open> said =
          one.heard()
              .filter(open ->
                  open.phase() == Hearings.Phase.EXPLAINED
                      || open.phase() == Hearings.Phase.PETITIONED);
      return new WaitingReply(
          one.cell().unit().code(),
          one.cell().unit().name(),
          marking.state(),
          marking.told().vietnamese(),
          Optional.of(one.cell().signs()).filter(Boolean::booleanValue),
          said.map(Hearings.Open::phase),
          said.map(Hearings.Open::until).filter(until -> until.isBefore(Instant.MAX)));
    }
  }
}
