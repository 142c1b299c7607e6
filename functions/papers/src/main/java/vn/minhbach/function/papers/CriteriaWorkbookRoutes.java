package vn.minhbach.function.papers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.workbook.CriteriaBook;
import vn.minhbach.core.workbook.CriteriaPages;
import vn.minhbach.core.workbook.Page;
import vn.minhbach.core.workbook.WorkbookReader;
import vn.minhbach.core.workbook.WorkbookWriter;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;

/** Criteria sets as workbooks. */
public final class CriteriaWorkbookRoutes {

  private final CriteriaSets criteriaSets;
  private final WorkbookWriter writer;
  private final WorkbookReader reader;

  public CriteriaWorkbookRoutes(
      CriteriaSets criteriaSets, WorkbookWriter writer, WorkbookReader reader) {
    this.criteriaSets = criteriaSets;
    this.writer = writer;
    this.reader = reader;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    var handlers = new EnumMap<Route, Handler>(Route.class);
    handlers.put(Route.READ_CRITERIA_WORKBOOK, this::read);
    handlers.put(Route.CONVERT_CRITERIA_WORKBOOK, this::convert);
    return handlers;
  }

  private Outcome<Reply> convert(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.request()
                .workbook()
                .flatMap(reader::read)
                .flatMap(book -> CriteriaBook.read(book, group)))
        .map(Reply::ok);
  }

  private Outcome<Reply> read(Exchange on) {
    return on.group()
        .flatMap(group -> {
          Campaign campaign = on.campaign();
          Optional<Object> tree =
              Optional.ofNullable(campaign.pointers().criteria().get(group))
                  .flatMap(version -> criteriaSets.tree(campaign.id(), group, version));
          if (tree.isEmpty()) {
            return Outcome.refused(CriteriaProblem.NO_CRITERIA_YET.of(campaign.id(), group));
          }
          List<Page> pages = CriteriaPages.of(tree.get());
          return Outcome.accepted(
              Reply.file(
                  writer.write(pages),
                  Reply.XLSX,
                  "Bộ tiêu chí %s nhóm %d.xlsx".formatted(campaign.id(), group)));
        });
  }
}
