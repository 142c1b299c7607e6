package vn.minhbach.function.custody;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.takedown.AskTakedown;
import vn.minhbach.core.assess.takedown.DecideTakedown;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.DecisionReply;

/** Files that should never have been uploaded: asked by one body, decided by another. */
public final class TakedownRoutes implements Routes {

  private final AskTakedown ask;
  private final DecideTakedown decide;
  private final Takedowns takedowns;

  public TakedownRoutes(AskTakedown ask, DecideTakedown decide, Takedowns takedowns) {
    this.ask = ask;
    this.decide = decide;
    this.takedowns = takedowns;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.ASK_TAKEDOWN, this::ask,
        Route.DECIDE_TAKEDOWN, this::decide,
        Route.READ_TAKEDOWN, this::read,
        Route.LIST_TAKEDOWNS, this::list);
  }

  private Outcome<Reply> ask(Exchange on) {
    return on.json()
        .flatMap(sent ->
            ask.ask(
                on.campaign(),
                on.unit(),
                on.request().parameter("e"),
                sent.act(),
                sent.as(tree -> AskTakedown.read(tree, on.campaign(), sent.act()))))
        .map(asked -> Reply.created(TakedownReply.of(asked)));
  }

  private Outcome<Reply> decide(Exchange on) {
    return on.json()
        .flatMap(sent ->
            decide.decide(
                on.campaign(),
                on.unit(),
                on.request().parameter("e"),
                sent.act(),
                sent.as(DecideTakedown::read)))
        .map(decided -> Reply.ok(TakedownReply.of(decided)));
  }

  private Outcome<Reply> read(Exchange on) {
    return ask.seen(on.campaign(), on.unit(), on.request().parameter("e"), on.caller())
        .map(takedown -> Reply.ok(TakedownReply.of(takedown)));
  }

  private Outcome<Reply> list(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                takedowns.all(on.campaign().id()).stream()
                    .filter(one -> !on.caller().recused().contains(one.unit()))
                    .map(TakedownReply::of)
                    .toList())));
  }

  /** Who asked, by which document, and what became of it. */
  private record TakedownReply(
      UnitCode unit,
      String evidenceId,
      String fileName,
      String sha256,
      Takedown.State state,
      DecisionReply decision,
      String reason,
      HandReply asked,
      Optional<HandReply> decided,
      Optional<String> declinedBecause,
      Optional<Instant> removedAt)
      implements ReplyPart {

    private static TakedownReply of(Takedown takedown) {
      Takedown.Order order = takedown.asked().order();
      return new TakedownReply(
          takedown.unit(),
          takedown.evidence(),
          takedown.fileName(),
          takedown.sha256(),
          takedown.state(),
          new DecisionReply(order.number(), order.date()),
          takedown.asked().reason(),
          HandReply.of(takedown.asked().hand()),
          takedown.decided().map(decided -> HandReply.of(decided.hand())),
          takedown.decided().filter(decided -> !decided.confirmed()).map(Takedown.Decided::reason),
          takedown.removedAt());
    }
  }

  private record HandReply(String by, Optional<UnitCode> body, Instant at) implements ReplyPart {

    private static HandReply of(Takedown.Hand hand) {
      return new HandReply(hand.by(), hand.body(), hand.at());
    }
  }
}
