package vn.minhbach.function.term;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.assess.term.NoteArrival;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.HeadReply;

/** The unit's side of the clock: when its form arrived, and asking for more time. */
public final class TermRoutes implements Routes {

  private final NoteArrival noteArrival;
  private final ExtendDeadline extend;

  public TermRoutes(NoteArrival noteArrival, ExtendDeadline extend) {
    this.noteArrival = noteArrival;
    this.extend = extend;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.NOTE_ARRIVAL, this::note, Route.ASK_EXTENSION, this::ask);
  }

  private Outcome<Reply> note(Exchange on) {
    return on.json()
        .flatMap(sent ->
            noteArrival.note(
                on.campaign(), on.unit(), sent.act(), on.condition(), sent.as(NoteArrival::read)))
        .map(head ->
            Reply.ok(shown(on, head)).etag(head.term().arrival().map(Arrival::etag).orElseThrow()));
  }

  private Outcome<Reply> ask(Exchange on) {
    return on.json()
        .flatMap(sent ->
            extend.ask(on.campaign(), on.unit(), sent.act(), sent.as(ExtendDeadline::asked)))
        .map(head -> Reply.created(shown(on, head)).etag(head.etag()));
  }

  private static HeadReply shown(Exchange on, Head head) {
    return HeadReply.of(on.campaign(), on.unit(), head);
  }
}
