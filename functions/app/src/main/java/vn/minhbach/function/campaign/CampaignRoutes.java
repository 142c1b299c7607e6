package vn.minhbach.function.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.prepare.campaign.PrepareCampaign;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.CampaignReply;

/** A campaign from its draft until the forms are out. */
public final class CampaignRoutes implements Routes {

  private static final int PAGE = 100;

  private final Campaigns campaigns;
  private final PrepareCampaign prepare;
  private final OpenCampaign open;

  public CampaignRoutes(Campaigns campaigns, PrepareCampaign prepare, OpenCampaign open) {
    this.campaigns = campaigns;
    this.prepare = prepare;
    this.open = open;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.CREATE_CAMPAIGN,
        this::create,
        Route.LIST_CAMPAIGNS,
        this::list,
        Route.READ_ONE_CAMPAIGN,
        on -> Outcome.accepted(CampaignReply.shown(on.campaign())),
        Route.IMPORT_UNITS,
        this::importUnits,
        Route.OPEN_CAMPAIGN,
        this::open);
  }

  private Outcome<Reply> create(Exchange on) {
    return on.json()
        .flatMap(
            sent -> sent.as(NewCampaign::read).flatMap(order -> prepare.create(sent.act(), order)))
        .map(
            campaign -> CampaignReply.shown(campaign, 201).location("/campaigns/" + campaign.id()));
  }

  private Outcome<Reply> list(Exchange on) {
    return on.request()
        .limit(PAGE)
        .flatMap(
            limit -> on.request().cursor(CampaignRoutes::cursor).map(after -> page(after, limit)));
  }

  private static Optional<CampaignId> cursor(String text) {
    return Optional.of(text).filter(CampaignId::valid).map(CampaignId::new);
  }

  private Reply page(Optional<CampaignId> after, int limit) {
    List<Campaign> found = campaigns.list(after, limit);
    Optional<String> next =
        found.size() < limit ? Optional.empty() : Optional.of(found.getLast().id().value());
    return Reply.ok(new ListReply<>(found.stream().map(CampaignReply::of).toList(), next));
  }

  private Outcome<Reply> importUnits(Exchange on) {
    return on.withCsv((act, csv) -> prepare.importUnits(on.campaign().id(), act, csv))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> open(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent ->
            sent.as(OpenCampaign::said)
                .flatMap(said -> open.open(on.campaign().id(), sent.act(), said)))
        .map(CampaignReply::shown);
  }
}
