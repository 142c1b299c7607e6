package vn.minhbach.function.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.consolidation.Communes;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.core.assess.consolidation.ForwardInstead;
import vn.minhbach.core.assess.consolidation.Transmittal;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.HeadReply;

/** A district sees its communes' forms and forwards them; the office does where it is late. */
public final class ConsolidationRoutes implements Routes {

  private final Communes communes;
  private final Transmittals transmittals;
  private final ConsolidateCommunes consolidate;
  private final ForwardInstead instead;

  public ConsolidationRoutes(
      Communes communes,
      Transmittals transmittals,
      ConsolidateCommunes consolidate,
      ForwardInstead instead) {
    this.communes = communes;
    this.transmittals = transmittals;
    this.consolidate = consolidate;
    this.instead = instead;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.LIST_COMMUNES, this::communes,
        Route.LIST_TRANSMITTALS, this::transmittals,
        Route.CONSOLIDATE_COMMUNES, this::consolidate,
        Route.OVERRIDE_DISTRICT, this::override);
  }

  private Outcome<Reply> communes(Exchange on) {
    return communes
        .board(on.campaign(), on.unit(), on.caller().recused())
        .flatMap(lines ->
            consolidate
                .own(on.campaign(), on.unit())
                .map(own -> Reply.ok(board(on, lines)).etag(own.etag())));
  }

  private ListReply<CommuneReply> board(Exchange on, List<Communes.Line> lines) {
    Map<Integer, Transmittal> batches =
        transmittals.of(on.campaign().id(), on.unit().code()).stream()
            .collect(Collectors.toMap(Transmittal::number, Function.identity()));
    return ListReply.whole(
        lines.stream()
            .map(line ->
                new CommuneReply(
                    HeadReply.of(on.campaign(), line.unit(), line.head()),
                    line.head()
                        .signing()
                        .transmittal()
                        .map(batches::get)
                        .map(TransmittalReply.Part::of)))
            .toList());
  }

  private Outcome<Reply> transmittals(Exchange on) {
    return communes
        .board(on.campaign(), on.unit(), on.caller().recused())
        .map(board ->
            Reply.ok(
                ListReply.whole(
                    transmittals.of(on.campaign().id(), on.unit().code()).stream()
                        .map(TransmittalReply::of)
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

  private Outcome<Reply> override(Exchange on) {
    return on.json()
        .flatMap(sent ->
            instead.override(on.campaign(), on.unit(), sent.act(), sent.as(ForwardInstead::read)))
        .map(forwarded -> Reply.ok(new ForwardedReply(forwarded)));
  }

  private record ForwardedReply(List<UnitCode> forwarded) implements ReplyPart {}

  /**
   * A line of the board.
   *
   * @param transmittal in which batch the form went on
   */
  record CommuneReply(
      @Wire(inline = true) HeadReply head, Optional<TransmittalReply.Part> transmittal)
      implements ReplyPart {}
}
