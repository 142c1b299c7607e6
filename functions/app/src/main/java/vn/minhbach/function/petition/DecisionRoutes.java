package vn.minhbach.function.petition;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.petition.DecidePetition;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The team decides petitions. */
public final class DecisionRoutes implements Routes {

  private final DecidePetition deciding;

  public DecisionRoutes(DecidePetition deciding) {
    this.deciding = deciding;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.DECIDE_PETITION, this::decide);
  }

  private Outcome<Reply> decide(Exchange on) {
    return on.json()
        .flatMap(sent ->
            deciding.decide(
                on.campaign(),
                on.unit(),
                on.request().parameter("p"),
                sent.act(),
                on.condition(),
                sent.as(DecidePetition::read)))
        .map(one -> Reply.ok(PetitionReply.of(one, true)).etag(one.etag()));
  }
}
