package vn.minhbach.function.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** What a unit was in an earlier campaign. */
public final class LineageRoutes implements Routes {

  private final Campaigns campaigns;
  private final Units units;

  public LineageRoutes(Campaigns campaigns, Units units) {
    this.campaigns = campaigns;
    this.units = units;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_LINEAGE, this::lineage);
  }

  private Outcome<Reply> lineage(Exchange on) {
    String against = on.request().query("against").orElse("");
    Optional<Campaign> before =
        CampaignId.valid(against) ? campaigns.find(new CampaignId(against)) : Optional.empty();
    return before
        .map(earlier -> Outcome.accepted(Reply.ok(lineage(on, earlier))))
        .orElseGet(() -> Outcome.refused(CampaignProblem.UNKNOWN_CAMPAIGN.of(against)));
  }

  private LineageReply lineage(Exchange on, Campaign earlier) {
    Lineage lineage = Lineage.of(on.unit(), register(on.campaign()), register(earlier));
    return new LineageReply(
        on.unit().code(),
        on.unit().name(),
        earlier.id(),
        lineage.relation(),
        lineage.relation().comparable(),
        lineage.predecessors().stream()
            .map(unit -> new NamedReply(unit.code(), unit.name()))
            .toList());
  }

  private List<Unit> register(Campaign campaign) {
    return campaign.unitsVersion() == 0
        ? List.of()
        : units.all(campaign.id(), campaign.unitsVersion());
  }

  private record LineageReply(
      UnitCode unit,
      String name,
      CampaignId against,
      Lineage.Relation relation,
      boolean comparable,
      List<NamedReply> predecessors)
      implements ReplyPart {}

  private record NamedReply(UnitCode unit, String name) implements ReplyPart {}
}
