package vn.minhbach.function.review;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.publish.review.AskReview;
import vn.minhbach.core.publish.review.ReadReviews;
import vn.minhbach.core.publish.review.ReviewTerm;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** Units ask for a review of what was published about them. */
public final class ReviewRoutes implements Routes {

  private final ReadReviews read;
  private final AskReview ask;

  public ReviewRoutes(ReadReviews read, AskReview ask) {
    this.read = read;
    this.ask = ask;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_REVIEWS, this::ofUnit,
        Route.ASK_REVIEW, this::ask,
        Route.LIST_REVIEWS, this::list);
  }

  private Outcome<Reply> ofUnit(Exchange on) {
    boolean named = leads(on) && on.caller().unit().filter(on.unit().code()::equals).isEmpty();
    return Outcome.accepted(
        Reply.ok(
            new ReviewReply.OfUnit(
                ReviewTerm.of(on.campaign()).map(ReviewTerm::until),
                read.ofUnit(on.campaign(), on.unit()).stream()
                    .map(one -> ReviewReply.of(one, named))
                    .toList())));
  }

  private Outcome<Reply> ask(Exchange on) {
    return on.json()
        .flatMap(sent -> ask.ask(on.campaign(), on.unit(), sent.act(), sent.as(AskReview::read)))
        .map(one -> Reply.created(ReviewReply.of(one, false)).etag(one.etag()));
  }

  private Outcome<Reply> list(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                read.list(on.campaign(), on.caller()).stream()
                    .map(line ->
                        ReviewReply.of(line.review(), leads(on))
                            .at(line.unit().code(), line.unit().name()))
                    .toList())));
  }

  private static boolean leads(Exchange on) {
    return on.caller().is(Role.LEAD) || on.caller().is(Role.DEPUTY);
  }
}
