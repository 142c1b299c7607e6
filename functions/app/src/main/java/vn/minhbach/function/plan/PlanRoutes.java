package vn.minhbach.function.plan;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.publish.plan.MarkMeasure;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.ReadPlan;
import vn.minhbach.core.publish.plan.WritePlan;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** A unit's improvement plan, and what became of the one before. */
public final class PlanRoutes implements Routes {

  private final ReadPlan read;
  private final WritePlan write;
  private final MarkMeasure mark;

  public PlanRoutes(ReadPlan read, WritePlan write, MarkMeasure mark) {
    this.read = read;
    this.write = write;
    this.mark = mark;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_PLAN, this::read,
        Route.WRITE_PLAN, this::write,
        Route.MARK_MEASURE, this::mark);
  }

  private Outcome<Reply> read(Exchange on) {
    return Outcome.accepted(shown(on));
  }

  private Outcome<Reply> write(Exchange on) {
    return on.json()
        .flatMap(sent ->
            write.write(
                on.campaign(), on.unit(), sent.act(), on.condition(), sent.as(WritePlan::read)))
        .map(plan -> shown(on));
  }

  private Reply shown(Exchange on) {
    ReadPlan.Shown shown = read.of(on.campaign(), on.unit());
    Reply reply = Reply.ok(PlanReply.of(on.unit(), shown));
    return shown.plan().map(Plan::etag).map(reply::etag).orElse(reply);
  }

  private Outcome<Reply> mark(Exchange on) {
    return on.json()
        .flatMap(sent ->
            mark.mark(
                on.campaign(),
                on.unit(),
                on.request().parameter("n"),
                sent.act(),
                on.condition(),
                sent.as(MarkMeasure::read)))
        .map(then -> {
          Reply reply = Reply.ok(PlanReply.EarlierReply.of(then));
          return then.stored().map(said -> reply.etag(said.etag())).orElse(reply);
        });
  }
}
