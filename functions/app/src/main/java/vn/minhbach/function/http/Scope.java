package vn.minhbach.function.http;

import java.util.Optional;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.access.Target;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** Finds what a path names and holds it against the access table, before any use runs. */
public final class Scope {

  private final Campaigns campaigns;
  private final Units units;

  public Scope(Campaigns campaigns, Units units) {
    this.campaigns = campaigns;
    this.units = units;
  }

  /** Campaign and unit of the path, if the caller may go there. */
  Outcome<Exchange.Found> admit(Route route, Request request, Caller caller) {
    if (route.access() != Access.PUBLIC
        && route.access().reaches().keySet().stream().noneMatch(caller::is)) {
      // Before any read: whoever has no role learns nothing of what exists.
      return route.access().admit(caller, Target.CAMPAIGN).map(never -> null);
    }
    return found(route, request)
        .flatMap(found ->
            route.access() == Access.PUBLIC
                ? Outcome.accepted(found)
                : route
                    .access()
                    .admit(caller, target(route, request, caller, found))
                    .map(admitted -> found));
  }

  private Outcome<Exchange.Found> found(Route route, Request request) {
    if (!route.names("c")) {
      return Outcome.accepted(new Exchange.Found(Optional.empty(), Optional.empty()));
    }
    String id = request.parameter("c");
    Optional<Campaign> campaign =
        CampaignId.valid(id) ? campaigns.find(new CampaignId(id)) : Optional.empty();
    if (campaign.isEmpty()) {
      return Outcome.refused(Problem.UNKNOWN_CAMPAIGN, "campaign", id);
    }
    if (!route.names("u")) {
      return Outcome.accepted(new Exchange.Found(campaign, Optional.empty()));
    }
    String code = request.parameter("u");
    Optional<Unit> unit =
        UnitCode.valid(code) && campaign.get().unitsVersion() > 0
            ? units.find(campaign.get().id(), campaign.get().unitsVersion(), new UnitCode(code))
            : Optional.empty();
    return unit.isPresent()
        ? Outcome.accepted(new Exchange.Found(campaign, unit))
        : Outcome.refused(Problem.UNKNOWN_UNIT, "campaign", id, "unit", code);
  }

  private Target target(Route route, Request request, Caller caller, Exchange.Found found) {
    if (found.unit().isPresent()) {
      return Target.of(found.unit().get());
    }
    if (route.access() != Access.READ_DRAFT_RANKING) {
      return Target.CAMPAIGN;
    }
    Campaign campaign = found.campaign().orElseThrow();
    Optional<Integer> employerGroup =
        caller
            .unit()
            .flatMap(code -> units.find(campaign.id(), campaign.unitsVersion(), code))
            .map(Unit::group);
    String group = request.parameter("group");
    return Target.draftOf(group.matches("\\d{1,3}") ? Integer.parseInt(group) : 0, employerGroup);
  }
}
