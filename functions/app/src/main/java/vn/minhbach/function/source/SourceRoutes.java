package vn.minhbach.function.source;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.correction.SourceDifferences;
import vn.minhbach.core.assess.correction.SourceDifferences.Cursor;
import vn.minhbach.core.prepare.source.ConfirmFigures;
import vn.minhbach.core.prepare.source.ImportSource;
import vn.minhbach.core.prepare.source.SourceHead;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** Figures that the province holds: brought in, confirmed, held against what units answered. */
public final class SourceRoutes implements Routes {

  private static final int PAGE = 100;

  private final ImportSource importSource;
  private final ConfirmFigures confirm;
  private final SourceDifferences differences;

  public SourceRoutes(
      ImportSource importSource, ConfirmFigures confirm, SourceDifferences differences) {
    this.importSource = importSource;
    this.confirm = confirm;
    this.differences = differences;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.IMPORT_SOURCE, this::importSource,
        Route.CONFIRM_FIGURES, this::confirm,
        Route.LIST_SOURCE_DIFFERENCES, this::differences);
  }

  // The head travels in the query: a header takes no Vietnamese, and the body is the file as the
  // system gave it.
  private Outcome<Reply> importSource(Exchange on) {
    return on.source()
        .flatMap(source ->
            on.withCsv((act, csv) ->
                SourceHead.read(on.request().queryTree(), act.now())
                    .flatMap(head ->
                        importSource.bring(
                            on.campaign().id(),
                            source,
                            act,
                            new ImportSource.Sent(head, csv, Request::tree)))))
        .map(extraction -> Reply.ok(ExtractionReply.of(extraction)));
  }

  private Outcome<Reply> confirm(Exchange on) {
    return on.source()
        .flatMap(source ->
            on.json()
                .flatMap(sent ->
                    sent.as(ConfirmFigures::seen)
                        .flatMap(seen ->
                            confirm.confirm(
                                on.campaign().id(), source, on.unit().code(), sent.act(), seen))))
        .map(extraction -> Reply.ok(ExtractionReply.of(extraction)));
  }

  private Outcome<Reply> differences(Exchange on) {
    return on.source()
        .flatMap(source ->
            on.request()
                .limit(PAGE)
                .flatMap(limit ->
                    on.request()
                        .cursor(SourceRoutes::cursor)
                        .flatMap(after ->
                            differences.page(
                                on.campaign(), source, on.caller().recused(), after, limit))))
        .map(page -> Reply.ok(DifferencesReply.of(page)));
  }

  private static Optional<Cursor> cursor(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 2 && UnitCode.valid(parts[0]) && CriterionId.valid(parts[1])
        ? Optional.of(new Cursor(new UnitCode(parts[0]), new CriterionId(parts[1])))
        : Optional.empty();
  }
}
