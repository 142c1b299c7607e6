package vn.minhbach.function.papers;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.paper.DraftPaper;
import vn.minhbach.core.paper.PaperWriter;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The papers of a campaign, to be edited, numbered and signed. */
public final class PaperRoutes implements Routes {

  private final DraftPaper draftPaper;
  private final PaperWriter writer;

  public PaperRoutes(DraftPaper draftPaper, PaperWriter writer) {
    this.draftPaper = draftPaper;
    this.writer = writer;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.DRAFT_PAPER, this::draft);
  }

  private Outcome<Reply> draft(Exchange on) {
    return draftPaper
        .draft(on.campaign(), on.request().parameter("paper"), on.now())
        .map(paper -> Reply.file(writer.write(paper), Reply.DOCX, paper.fileName() + ".docx"));
  }
}
