package vn.minhbach.function.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Assignment;
import vn.minhbach.core.appraise.assignment.Assignments;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** Who of the appraisal team reads what. */
public final class AssignmentRoutes implements Routes {

  private final Assignments assignments;

  public AssignmentRoutes(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_ASSIGNMENTS, this::read);
  }

  private Outcome<Reply> read(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                Stream.of(1, 2, 3)
                    .flatMap(group -> assignments.of(on.campaign(), group).stream())
                    .map(AssignmentReply::of)
                    .toList())));
  }

  /** What is assigned in a group. */
  private record AssignmentReply(int group, long version, List<ShareReply> shares)
      implements ReplyPart {

    private static AssignmentReply of(Assignment assignment) {
      return new AssignmentReply(
          assignment.group(),
          assignment.version(),
          assignment.shares().stream().map(ShareReply::of).toList());
    }
  }

  /** What an account was given. */
  private record ShareReply(
      Optional<CriterionId> criterion, Optional<List<UnitCode>> units, String account)
      implements ReplyPart {

    private static ShareReply of(Assignment.Share share) {
      return new ShareReply(share.criterion(), ReplyPart.some(share.units()), share.account());
    }
  }
}
