package vn.minhbach.function.criteria;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.correction.AssignAgain;
import vn.minhbach.core.prepare.campaign.ExemptUnits;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.DecisionReply;

/** Criteria that named units are not assigned. */
public final class ExemptionRoutes implements Routes {

  private final ExemptUnits exempt;
  private final AssignAgain assign;

  public ExemptionRoutes(ExemptUnits exempt, AssignAgain assign) {
    this.exempt = exempt;
    this.assign = assign;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.EXEMPT_UNITS, this::exempt,
        Route.ASSIGN_AGAIN, this::assign,
        Route.LIST_EXEMPTIONS, this::list);
  }

  private Outcome<Reply> exempt(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.json().flatMap(sent -> exempt.exempt(on.campaign(), group, sent.act(), sent.tree())))
        .map(made -> Reply.created(ExemptionReply.of(made)));
  }

  private Outcome<Reply> assign(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.json()
                .flatMap(sent ->
                    assign.assign(
                        on.campaign(),
                        group,
                        on.request().parameter("n"),
                        sent.act(),
                        sent.tree())))
        .map(ended -> Reply.ok(ExemptionReply.of(ended)));
  }

  private Outcome<Reply> list(Exchange on) {
    return on.group()
        .map(group ->
            Reply.ok(
                ListReply.whole(
                    on.campaign().exemptions().stream()
                        .filter(one -> one.group() == group)
                        .map(ExemptionReply::of)
                        .toList())));
  }

  private record ExemptionReply(
      int number,
      CriterionId criterion,
      List<UnitCode> units,
      DecisionReply decision,
      Instant at,
      Optional<List<AgainReply>> assignedAgain)
      implements ReplyPart {

    private static ExemptionReply of(Exemption exemption) {
      return new ExemptionReply(
          exemption.number(),
          exemption.criterion(),
          exemption.units(),
          DecisionReply.of(exemption),
          exemption.at(),
          ReplyPart.some(exemption.ended().stream().map(AgainReply::of).toList()));
    }
  }

  private record AgainReply(List<UnitCode> units, DecisionReply decision, Instant at)
      implements ReplyPart {

    private static AgainReply of(Exemption.Ended end) {
      return new AgainReply(end.units(), DecisionReply.of(end.decision()), end.at());
    }
  }
}
