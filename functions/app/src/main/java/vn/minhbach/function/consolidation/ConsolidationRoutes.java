package vn.minhbach.function.consolidation;

import java.util.List;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.consolidation.Communes;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.HeadReply;

/** A district sees its communes' forms and forwards them. */
public final class ConsolidationRoutes implements Routes {

  private final Communes communes;
  private final ConsolidateCommunes consolidate;

  public ConsolidationRoutes(Communes communes, ConsolidateCommunes consolidate) {
    this.communes = communes;
    this.consolidate = consolidate;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.LIST_COMMUNES, this::communes, Route.CONSOLIDATE_COMMUNES, this::consolidate);
  }

  private Outcome<Reply> communes(Exchange on) {
    return communes
        .board(on.campaign(), on.unit(), on.caller().recused())
        .map(lines ->
            Reply.ok(
                ListReply.whole(
                    lines.stream()
                        .map(line -> HeadReply.of(on.campaign(), line.unit(), line.head()))
                        .toList())));
  }

  private Outcome<Reply> consolidate(Exchange on) {
    return on.json()
        .flatMap(sent ->
            consolidate.consolidate(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(ConsolidateCommunes::read)))
        .map(forwarded -> Reply.ok(new ForwardedReply(forwarded)));
  }

  private record ForwardedReply(List<UnitCode> forwarded) implements ReplyPart {}
}
