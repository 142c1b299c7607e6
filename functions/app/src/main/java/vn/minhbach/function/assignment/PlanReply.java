package vn.minhbach.function.assignment;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Employer;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.AssignWork;
import vn.minhbach.core.appraise.assignment.Assignment;
import vn.minhbach.core.appraise.assignment.Workload;
import vn.minhbach.function.http.ReplyPart;

/**
 * Assignments, and what they mean for everybody today.
 *
 * @param dryRun whether nothing was written
 */
record PlanReply(
    boolean dryRun, List<AssignmentReply> items, List<LoadReply> load, List<OpenReply> open)
    implements ReplyPart {

  static PlanReply of(AssignWork.Plan plan) {
    return new PlanReply(
        plan.dryRun(),
        plan.assignments().stream().map(AssignmentReply::of).toList(),
        plan.workload().loads().stream().map(LoadReply::of).toList(),
        plan.workload().open().stream().map(OpenReply::of).toList());
  }

  /** What is assigned in a group. */
  record AssignmentReply(int group, long version, List<ShareReply> shares) implements ReplyPart {

    private static AssignmentReply of(Assignment assignment) {
      return new AssignmentReply(
          assignment.group(),
          assignment.version(),
          assignment.shares().stream().map(ShareReply::of).toList());
    }
  }

  /** What an account was given. */
  record ShareReply(Optional<CriterionId> criterion, Optional<List<UnitCode>> units, String account)
      implements ReplyPart {

    private static ShareReply of(Assignment.Share share) {
      return new ShareReply(share.criterion(), ReplyPart.some(share.units()), share.account());
    }
  }

  /** How much a member reads. */
  record LoadReply(String account, String body, int first, int standIn, int second)
      implements ReplyPart {

    private static LoadReply of(Workload.Load load) {
      return new LoadReply(
          load.member().account(),
          load.member().body().map(UnitCode::value).orElse(Employer.NONE),
          load.first(),
          load.standIn(),
          load.second());
    }
  }

  /** What nobody reads, and why. */
  record OpenReply(
      int group,
      CriterionId criterion,
      Workload.Cause cause,
      String causeVi,
      String causeEn,
      List<UnitCode> units)
      implements ReplyPart {

    private static OpenReply of(Workload.Open open) {
      return new OpenReply(
          open.group(),
          open.criterion(),
          open.cause(),
          open.cause().words().vietnamese(),
          open.cause().words().english(),
          List.copyOf(open.units()));
    }
  }
}
