package vn.minhbach.function.papers;

import java.util.EnumMap;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.source.CheckSource;
import vn.minhbach.core.unit.UnitRegister;
import vn.minhbach.core.workbook.ListBook;
import vn.minhbach.core.workbook.WorkbookReader;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/**
 * Lists as workbooks: what comes out is the CSV that the import takes, checked as the import does,
 * and nothing is written.
 */
public final class ListWorkbookRoutes implements Routes {

  private final WorkbookReader reader;
  private final CheckSource checkSource;

  public ListWorkbookRoutes(WorkbookReader reader, CheckSource checkSource) {
    this.reader = reader;
    this.checkSource = checkSource;
  }

  @Override
  public Map<Route, Handler> handlers() {
    var handlers = new EnumMap<Route, Handler>(Route.class);
    handlers.put(Route.CONVERT_SOURCE_WORKBOOK, this::source);
    handlers.put(Route.CONVERT_UNITS_WORKBOOK, this::units);
    return handlers;
  }

  private Outcome<Reply> source(Exchange on) {
    return on.source()
        .flatMap(source ->
            on.request()
                .workbook()
                .flatMap(reader::read)
                .flatMap(book ->
                    ListBook.ofSource()
                        .read(
                            book,
                            csv -> checkSource.read(on.campaign(), source, csv, Request::tree)))
                .map(csv -> Reply.csv(csv, source + ".csv")));
  }

  private Outcome<Reply> units(Exchange on) {
    return on.request()
        .workbook()
        .flatMap(reader::read)
        .flatMap(book -> ListBook.ofUnits().read(book, UnitRegister::read))
        .map(csv -> Reply.csv(csv, "units.csv"));
  }
}
