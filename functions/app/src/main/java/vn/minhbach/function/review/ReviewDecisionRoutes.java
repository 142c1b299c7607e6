package vn.minhbach.function.review;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.petition.DecidePetition;
import vn.minhbach.core.publish.review.DecideReview;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The team decides reviews. */
public final class ReviewDecisionRoutes implements Routes {

  private final DecideReview deciding;

  public ReviewDecisionRoutes(DecideReview deciding) {
    this.deciding = deciding;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.DECIDE_REVIEW, this::decide);
  }

  private Outcome<Reply> decide(Exchange on) {
    return on.json()
        .flatMap(sent ->
            deciding.decide(
                on.campaign(),
                on.unit(),
                on.request().parameter("r"),
                sent.act(),
                on.condition(),
                sent.as(DecidePetition::read)))
        .map(one -> Reply.ok(ReviewReply.of(one, true)).etag(one.etag()));
  }
}
