package vn.minhbach.function.inspection;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.inspection.KeepMinutes;
import vn.minhbach.core.appraise.inspection.NoteFinding;
import vn.minhbach.core.appraise.inspection.PlanInspection;
import vn.minhbach.core.appraise.inspection.ReadInspections;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The team's inspections. */
public final class InspectionRoutes implements Routes {

  private final PlanInspection plans;
  private final NoteFinding findings;
  private final KeepMinutes minutes;
  private final ReadInspections inspections;

  public InspectionRoutes(
      PlanInspection plans,
      NoteFinding findings,
      KeepMinutes minutes,
      ReadInspections inspections) {
    this.plans = plans;
    this.findings = findings;
    this.minutes = minutes;
    this.inspections = inspections;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.PLAN_INSPECTION, this::plan,
        Route.LIST_INSPECTIONS, this::list,
        Route.NOTE_FINDING, this::note,
        Route.READ_FINDINGS, this::read,
        Route.KEEP_MINUTES, this::keep);
  }

  private Outcome<Reply> plan(Exchange on) {
    return PlanInspection.number(on.request().parameter("n"))
        .flatMap(number ->
            on.json()
                .flatMap(sent ->
                    plans.plan(
                        on.campaign().id(),
                        number,
                        sent.act(),
                        on.condition(),
                        sent.as(PlanInspection::read))))
        .map(plan -> Reply.ok(InspectionReply.of(plan)).etag(plan.etag()));
  }

  private Outcome<Reply> list(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                inspections.plans(on.campaign(), on.caller()).stream()
                    .map(InspectionReply::of)
                    .toList())));
  }

  private Outcome<Reply> note(Exchange on) {
    return on.json()
        .flatMap(
            sent -> findings.note(on.campaign(), on.unit(), sent.act(), sent.as(NoteFinding::read)))
        .map(finding -> Reply.created(FindingReply.of(finding, false)));
  }

  private Outcome<Reply> read(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            FindingsReply.of(
                inspections.at(on.campaign(), on.unit(), on.caller()),
                on.campaign().settings().uploadLimits(),
                on.caller())));
  }

  private Outcome<Reply> keep(Exchange on) {
    return PlanInspection.number(on.request().parameter("n"))
        .flatMap(number ->
            on.json()
                .flatMap(sent ->
                    minutes.keep(
                        on.campaign(), on.unit(), number, sent.act(), sent.as(KeepMinutes::read))))
        .map(kept -> Reply.ok(MinutesReply.of(kept, false)));
  }
}
