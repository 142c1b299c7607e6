package vn.minhbach.function.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.campaign.OpenCampaign;
import vn.minhbach.core.campaign.PrepareCampaign;
import vn.minhbach.core.publication.PublishResult;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** The standing office's routes. */
public final class CampaignsFunction {

  private static final int PAGE = 100;

  private final Campaigns campaigns;
  private final PrepareCampaign prepare;
  private final OpenCampaign open;
  private final PublishResult publish;
  private final Overview overview;

  public CampaignsFunction(
      Campaigns campaigns,
      PrepareCampaign prepare,
      OpenCampaign open,
      PublishResult publish,
      Overview overview) {
    this.campaigns = campaigns;
    this.prepare = prepare;
    this.open = open;
    this.publish = publish;
    this.overview = overview;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.CREATE_CAMPAIGN,
        this::create,
        Route.LIST_CAMPAIGNS,
        this::list,
        Route.READ_ONE_CAMPAIGN,
        exchange -> Outcome.accepted(shown(exchange.campaign(), 200)),
        Route.IMPORT_UNITS,
        this::importUnits,
        Route.IMPORT_CRITERIA,
        this::importCriteria,
        Route.OPEN_CAMPAIGN,
        exchange -> withJson(exchange, (act, body) -> open.open(id(exchange), act)),
        Route.LIST_PROGRESS,
        this::progress,
        Route.REPORT_RESULT,
        exchange -> withJson(exchange, (act, body) -> publish.report(id(exchange), act)),
        Route.APPROVE_RESULT,
        exchange -> withJson(exchange, (act, body) -> publish.approve(id(exchange), act, body)),
        Route.PUBLISH_RESULT,
        exchange -> withJson(exchange, (act, body) -> publish.publish(id(exchange), act)));
  }

  private Outcome<Reply> create(Exchange exchange) {
    return exchange
        .withJson(false, prepare::create)
        .map(campaign -> shown(campaign, 201).header("location", "/campaigns/" + campaign.id()));
  }

  private Outcome<Reply> list(Exchange exchange) {
    return exchange
        .request()
        .limit(PAGE)
        .map(limit -> {
          List<Campaign> found =
              campaigns.list(
                  exchange.request().query("cursor").filter(CampaignId::valid).map(CampaignId::new),
                  limit);
          Optional<String> next =
              found.size() < limit ? Optional.empty() : Optional.of(found.getLast().id().value());
          return Reply.ok(Tree.list(found.stream().map(CampaignView::of).toList(), next));
        });
  }

  private Outcome<Reply> importUnits(Exchange exchange) {
    return exchange
        .act()
        .flatMap(act ->
            exchange.request().csv().flatMap(csv -> prepare.importUnits(id(exchange), act, csv)))
        .map(campaign -> shown(campaign, 200));
  }

  private Outcome<Reply> importCriteria(Exchange exchange) {
    return exchange
        .group()
        .flatMap(group ->
            withJson(
                exchange, (act, body) -> prepare.importCriteria(id(exchange), group, act, body)));
  }

  private Outcome<Reply> progress(Exchange exchange) {
    return overview
        .lines(exchange.campaign())
        .map(lines ->
            Reply.ok(Tree.list(lines.stream().map(ProgressView::of).toList(), Optional.empty())));
  }

  private static Outcome<Reply> withJson(
      Exchange exchange, BiFunction<Act, Object, Outcome<Campaign>> use) {
    return exchange.withJson(true, use).map(campaign -> shown(campaign, 200));
  }

  private static Reply shown(Campaign campaign, int status) {
    return Reply.json(status, CampaignView.of(campaign)).etag("c" + campaign.version());
  }

  private static CampaignId id(Exchange exchange) {
    return exchange.campaign().id();
  }
}
