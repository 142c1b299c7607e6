package vn.minhbach.function.term;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.HeadReply;

/** The office's side of the clock: it grants or refuses more time. */
public final class ExtensionRoutes implements Routes {

  private final ExtendDeadline extend;

  public ExtensionRoutes(ExtendDeadline extend) {
    this.extend = extend;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.DECIDE_EXTENSION, this::decide);
  }

  private Outcome<Reply> decide(Exchange on) {
    return on.json()
        .flatMap(sent ->
            extend.decide(on.campaign(), on.unit(), sent.act(), sent.as(ExtendDeadline::ruling)))
        .map(head -> Reply.created(HeadReply.of(on.campaign(), on.unit(), head)).etag(head.etag()));
  }
}
