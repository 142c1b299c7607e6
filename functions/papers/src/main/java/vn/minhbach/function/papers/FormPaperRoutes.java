package vn.minhbach.function.papers;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.print.FormPaper;
import vn.minhbach.core.print.PdfPrinter;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The form as a paper to be signed. */
public final class FormPaperRoutes implements Routes {

  private static final String PDF = "application/pdf";

  private final ReadForm readForm;
  private final PdfPrinter printer;

  public FormPaperRoutes(ReadForm readForm, PdfPrinter printer) {
    this.readForm = readForm;
    this.printer = printer;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.PRINT_FORM, this::print);
  }

  private Outcome<Reply> print(Exchange on) {
    return readForm
        .read(on.campaign(), on.unit(), on.now())
        .map(sheet -> reply(on, sheet).etag(sheet.view().form().head().etag()));
  }

  private Reply reply(Exchange on, FormSheet sheet) {
    String page = FormPaper.of(on.campaign(), on.unit(), sheet);
    if (on.request().prefers("text/html")) {
      return Reply.html(page)
          .header("cache-control", "no-store")
          .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    }
    return Reply.file(
        printer.print(page),
        PDF,
        "Phiếu tự đánh giá %s %s.pdf".formatted(on.campaign().id(), on.unit().code()));
  }
}
