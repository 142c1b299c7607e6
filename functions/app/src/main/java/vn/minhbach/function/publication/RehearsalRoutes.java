package vn.minhbach.function.publication;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.publish.publication.RehearseCriteria;
import vn.minhbach.core.publish.publication.Rehearsed;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** A criteria set tried on the answers of an earlier campaign. */
public final class RehearsalRoutes implements Routes {

  /** A whole group of a province fits into one page unless the client asks for less. */
  private static final int PAGE = 200;

  private final RehearseCriteria rehearse;

  public RehearsalRoutes(RehearseCriteria rehearse) {
    this.rehearse = rehearse;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.REHEARSE_CRITERIA, this::rehearse);
  }

  private Outcome<Reply> rehearse(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.request()
                .limit(PAGE)
                .flatMap(limit ->
                    on.request()
                        .number("cursor", 0, 0, Integer.MAX_VALUE)
                        .flatMap(from ->
                            played(on, group).map(played -> shown(on, played, from, limit)))));
  }

  private Outcome<Rehearsed> played(Exchange on, int group) {
    return on.json()
        .flatMap(sent -> sent.as(RehearseCriteria::order))
        .flatMap(order -> rehearse.rehearse(on.campaign(), group, on.caller(), order));
  }

  private static Reply shown(Exchange on, Rehearsed played, int from, int limit) {
    return on.request().prefers("text/csv")
        ? Reply.csv(
            RehearsalCsv.of(played),
            "chay-thu-" + on.campaign().id() + "-nhom-" + played.group() + ".csv")
        : Reply.ok(RehearsalReply.page(played, from, limit));
  }
}
