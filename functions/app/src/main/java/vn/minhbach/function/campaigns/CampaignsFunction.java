package vn.minhbach.function.campaigns;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.prepare.campaign.PrepareCampaign;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** The standing office's routes. */
public final class CampaignsFunction {

  private static final int PAGE = 100;

  private final Campaigns campaigns;
  private final Units units;
  private final PrepareCampaign prepare;
  private final OpenCampaign open;
  private final PublishResult publish;

  public CampaignsFunction(
      Campaigns campaigns,
      Units units,
      PrepareCampaign prepare,
      OpenCampaign open,
      PublishResult publish) {
    this.campaigns = campaigns;
    this.units = units;
    this.prepare = prepare;
    this.open = open;
    this.publish = publish;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    var handlers = new EnumMap<Route, Handler>(Route.class);
    handlers.put(Route.CREATE_CAMPAIGN, this::create);
    handlers.put(Route.LIST_CAMPAIGNS, this::list);
    handlers.put(Route.READ_ONE_CAMPAIGN, on -> Outcome.accepted(shown(on.campaign(), 200)));
    handlers.put(Route.IMPORT_UNITS, this::importUnits);
    handlers.put(Route.IMPORT_CRITERIA, this::importCriteria);
    handlers.put(
        Route.OPEN_CAMPAIGN, on -> withJson(on, (act, body) -> open.open(id(on), act, body)));
    handlers.put(Route.READ_LINEAGE, this::lineage);
    handlers.put(
        Route.REPORT_RESULT, on -> withJson(on, (act, body) -> publish.report(id(on), act)));
    handlers.put(
        Route.APPROVE_RESULT,
        on -> withJson(on, (act, body) -> publish.approve(id(on), act, body)));
    handlers.put(
        Route.PUBLISH_RESULT, on -> withJson(on, (act, body) -> publish.publish(id(on), act)));
    return handlers;
  }

  private Outcome<Reply> create(Exchange exchange) {
    return exchange
        .withJson(false, prepare::create)
        .map(campaign -> shown(campaign, 201).location("/campaigns/" + campaign.id()));
  }

  private Outcome<Reply> list(Exchange exchange) {
    return exchange
        .request()
        .limit(PAGE)
        .flatMap(limit ->
            exchange.request().cursor(CampaignsFunction::cursor).map(after -> page(after, limit)));
  }

  private static Optional<CampaignId> cursor(String text) {
    return Optional.of(text).filter(CampaignId::valid).map(CampaignId::new);
  }

  private Reply page(Optional<CampaignId> after, int limit) {
    List<Campaign> found = campaigns.list(after, limit);
    Optional<String> next =
        found.size() < limit ? Optional.empty() : Optional.of(found.getLast().id().value());
    return Reply.ok(Tree.list(found.stream().map(CampaignView::of).toList(), next));
  }

  /** A use that takes a register as CSV and answers the campaign. */
  public interface CsvImport {
    Outcome<Campaign> bring(CampaignId campaign, Act act, String csv);
  }

  /** The handler of such a use. */
  public static Handler importing(CsvImport use) {
    return exchange ->
        exchange
            .act()
            .flatMap(
                act -> exchange.request().csv().flatMap(csv -> use.bring(id(exchange), act, csv)))
            .map(campaign -> shown(campaign, 200));
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

  private Outcome<Reply> lineage(Exchange on) {
    String against = on.request().query("against").orElse("");
    Optional<Campaign> before =
        CampaignId.valid(against) ? campaigns.find(new CampaignId(against)) : Optional.empty();
    return before
        .map(earlier ->
            Outcome.accepted(
                Reply.ok(
                    LineageView.of(
                        on.unit(),
                        earlier,
                        Lineage.of(on.unit(), register(on.campaign()), register(earlier))))))
        .orElseGet(() -> Outcome.refused(CampaignProblem.UNKNOWN_CAMPAIGN.of(against)));
  }

  private List<Unit> register(Campaign campaign) {
    return campaign.unitsVersion() == 0
        ? List.of()
        : units.all(campaign.id(), campaign.unitsVersion());
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
