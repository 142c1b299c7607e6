package vn.minhbach.function.campaigns;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.correction.SourceDifferences;
import vn.minhbach.core.assess.correction.SourceDifferences.Cursor;
import vn.minhbach.core.prepare.source.ConfirmFigures;
import vn.minhbach.core.prepare.source.ImportSource;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** Routes of the province's own figures. */
public final class SourceRoutes {

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

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    var handlers = new EnumMap<Route, Handler>(Route.class);
    handlers.put(Route.IMPORT_SOURCE, this::importSource);
    handlers.put(Route.CONFIRM_FIGURES, this::confirm);
    handlers.put(Route.LIST_SOURCE_DIFFERENCES, this::differences);
    return handlers;
  }

  // The head travels in the query: a header takes no Vietnamese, and the body is the file as the
  // system gave it.
  private Outcome<Reply> importSource(Exchange on) {
    return on.source()
        .flatMap(source ->
            on.act()
                .flatMap(act ->
                    on.request()
                        .csv()
                        .flatMap(csv ->
                            importSource.bring(
                                on.campaign().id(),
                                source,
                                act,
                                new ImportSource.Sent(
                                    on.request().queryTree(), csv, Request::tree)))))
        .map(extraction -> Reply.ok(SourceView.extraction(extraction).build()));
  }

  private Outcome<Reply> confirm(Exchange on) {
    return on.source()
        .flatMap(source ->
            on.withJson(
                false,
                (act, body) ->
                    confirm.confirm(on.campaign().id(), source, on.unit().code(), act, body)))
        .map(extraction -> Reply.ok(SourceView.extraction(extraction).build()));
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
                                on.campaign(), source, on.caller().unit(), after, limit))))
        .map(SourceRoutes::shown);
  }

  private static Reply shown(SourceDifferences.Page page) {
    List<Map<String, Object>> lines = page.lines().stream().map(SourceView::difference).toList();
    var list = Tree.list(lines, page.next().map(at -> at.unit() + "/" + at.criterion()));
    list.put("extraction", SourceView.extraction(page.extraction()).build());
    return Reply.ok(list);
  }

  private static Optional<Cursor> cursor(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 2 && UnitCode.valid(parts[0]) && CriterionId.valid(parts[1])
        ? Optional.of(new Cursor(new UnitCode(parts[0]), new CriterionId(parts[1])))
        : Optional.empty();
  }
}
