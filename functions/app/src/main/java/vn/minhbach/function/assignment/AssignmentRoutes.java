package vn.minhbach.function.assignment;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.assignment.AssignWork;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** Who of the appraisal team reads what. */
public final class AssignmentRoutes implements Routes {

  private final AssignWork assignWork;

  public AssignmentRoutes(AssignWork assignWork) {
    this.assignWork = assignWork;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_ASSIGNMENTS, this::read, Route.ASSIGN_WORK, this::assign);
  }

  private Outcome<Reply> read(Exchange on) {
    return on.act()
        .flatMap(act -> assignWork.read(on.campaign(), act))
        .map(plan -> Reply.ok(PlanReply.of(plan)));
  }

  private Outcome<Reply> assign(Exchange on) {
    return dryRun(on)
        .flatMap(dry ->
            on.act()
                .flatMap(act ->
                    sent(on, dry).flatMap(sent -> assignWork.assign(on.campaign(), act, sent))))
        .map(plan -> Reply.ok(PlanReply.of(plan)));
  }

  private static Outcome<AssignWork.Sent> sent(Exchange on, boolean dryRun) {
    return on.request().sendsCsv()
        ? on.request().csv().map(csv -> new AssignWork.Sent.Lines(csv, dryRun))
        : on.request().json().map(tree -> new AssignWork.Sent.Tree(tree, dryRun));
  }

  private static Outcome<Boolean> dryRun(Exchange on) {
    Optional<String> said = on.request().query("dryRun");
    return said.isEmpty() || said.get().equals("true") || said.get().equals("false")
        ? Outcome.accepted(said.filter("true"::equals).isPresent())
        : Outcome.refused(RequestProblem.INVALID_PARAMETER.of("dryRun", said.get(), "true, false"));
  }
}
