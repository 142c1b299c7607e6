package vn.minhbach.function.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.appraise.session.Session;
import vn.minhbach.core.prepare.upload.SignedPapers;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The minutes of the team's closing session. */
public final class SessionRoutes implements Routes {

  private final HoldSession session;
  private final SignedPapers papers;

  public SessionRoutes(HoldSession session, SignedPapers papers) {
    this.session = session;
    this.papers = papers;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.HOLD_SESSION, this::hold, Route.READ_SESSION, this::read);
  }

  private Outcome<Reply> hold(Exchange on) {
    return on.json()
        .flatMap(sent ->
            session.hold(
                on.campaign().id(), sent.act(), on.condition(), sent.as(HoldSession::read)))
        .map(this::shown);
  }

  private Outcome<Reply> read(Exchange on) {
    return session.read(on.campaign()).map(this::shown);
  }

  private Reply shown(Session kept) {
    String link = papers.open(kept.campaign(), kept.paper()).toString();
    return Reply.ok(SessionReply.of(kept, link)).etag(kept.etag());
  }

  /**
   * The minutes.
   *
   * @param paper SHA-256 of the signed PDF
   * @param url short link to it
   */
  private record SessionReply(
      String number,
      LocalDate day,
      List<String> present,
      Optional<List<DissentReply>> dissents,
      String paper,
      String url,
      Instant at,
      String etag)
      implements ReplyPart {

    private static SessionReply of(Session kept, String link) {
      return new SessionReply(
          kept.number(),
          kept.day(),
          kept.present(),
          ReplyPart.some(
              kept.dissents().stream().map(one -> new DissentReply(one.by(), one.text())).toList()),
          kept.paper(),
          link,
          kept.at(),
          kept.etag());
    }
  }

  /** An opinion that a member kept, by opaque id. */
  private record DissentReply(String by, String text) implements ReplyPart {}
}
