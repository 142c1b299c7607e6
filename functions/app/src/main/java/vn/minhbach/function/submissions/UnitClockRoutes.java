package vn.minhbach.function.submissions;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.assess.term.NoteArrival;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HeadView;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;

/** The unit's side of the clock: when its form arrived, and asking for more time. */
public final class UnitClockRoutes {

  private final NoteArrival noteArrival;
  private final ExtendDeadline extend;

  public UnitClockRoutes(NoteArrival noteArrival, ExtendDeadline extend) {
    this.noteArrival = noteArrival;
    this.extend = extend;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.NOTE_ARRIVAL, this::noteArrival,
        Route.ASK_EXTENSION, this::askExtension);
  }

  private Outcome<Reply> noteArrival(Exchange on) {
    return on.withJson(
            false,
            (act, body) -> noteArrival.note(on.campaign(), on.unit(), act, on.condition(), body))
        .map(head ->
            Reply.ok(tree(on, head)).etag(head.term().arrival().map(Arrival::etag).orElseThrow()));
  }

  private Outcome<Reply> askExtension(Exchange on) {
    return on.withJson(false, (act, body) -> extend.ask(on.campaign(), on.unit(), act, body))
        .map(head -> Reply.created(tree(on, head)).etag(head.etag()));
  }

  private static Map<String, Object> tree(Exchange on, Head head) {
    return HeadView.of(on.campaign(), on.unit(), head).build();
  }
}
