package vn.minhbach.function.assignment;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.appraise.assignment.AppointTeam;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The register of the appraisal team. */
public final class TeamRoutes implements Routes {

  private final AppointTeam appointTeam;
  private final Teams teams;

  public TeamRoutes(AppointTeam appointTeam, Teams teams) {
    this.appointTeam = appointTeam;
    this.teams = teams;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.APPOINT_TEAM, this::appoint, Route.READ_TEAM, this::read);
  }

  // The decision travels in the query, as the head of a source does: the body is the file.
  private Outcome<Reply> appoint(Exchange on) {
    return on.withCsv((act, csv) ->
            AppointTeam.decision(on.campaign(), act, on.request().queryTree())
                .flatMap(decision -> appointTeam.appoint(on.campaign().id(), act, decision, csv)))
        .map(changed -> shown(on, changed));
  }

  private Outcome<Reply> read(Exchange on) {
    return Outcome.accepted(shown(on, on.campaign()));
  }

  private Reply shown(Exchange on, Campaign campaign) {
    boolean reasons =
        on.caller().is(Role.OFFICE) || on.caller().is(Role.LEAD) || on.caller().is(Role.DEPUTY);
    return Reply.ok(TeamReply.of(teams.of(campaign), reasons));
  }
}
