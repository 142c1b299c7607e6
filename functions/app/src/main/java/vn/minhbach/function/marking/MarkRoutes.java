package vn.minhbach.function.marking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.AgreeBlock;
import vn.minhbach.core.appraise.marking.CellView;
import vn.minhbach.core.appraise.marking.MarkCriterion;
import vn.minhbach.core.appraise.marking.MarkDraft;
import vn.minhbach.core.appraise.marking.ReadMarks;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Problems;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** Marks: the sheet of a unit, one mark, and agreement with many units at once. */
public final class MarkRoutes implements Routes {

  private final ReadMarks sheets;
  private final MarkCriterion marks;
  private final AgreeBlock blocks;

  public MarkRoutes(ReadMarks sheets, MarkCriterion marks, AgreeBlock blocks) {
    this.sheets = sheets;
    this.marks = marks;
    this.blocks = blocks;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_MARKS, this::read,
        Route.MARK_CRITERION, this::mark,
        Route.AGREE_BLOCK, this::agree);
  }

  private Outcome<Reply> read(Exchange on) {
    return on.act()
        .flatMap(act -> sheets.read(on.campaign(), on.unit(), act))
        .map(sheet -> Reply.ok(SheetReply.of(on, sheet)).etag(sheet.form().form().head().etag()));
  }

  private Outcome<Reply> mark(Exchange on) {
    return on.criterion()
        .flatMap(criterion ->
            on.json()
                .flatMap(sent ->
                    marks.mark(
                        on.campaign(),
                        on.unit(),
                        criterion,
                        sent.act(),
                        on.condition(),
                        sent.as(MarkDraft::read))))
        .map(MarkRoutes::marked);
  }

  private static Reply marked(CellView view) {
    Reply reply = Reply.ok(CellReply.of(view, Optional.empty(), false, Optional.empty()));
    return view.etag().map(reply::etag).orElse(reply);
  }

  private Outcome<Reply> agree(Exchange on) {
    return on.json()
        .flatMap(sent -> blocks.agree(on.campaign(), sent.act(), sent.as(AgreeBlock::read)))
        .map(result -> Reply.ok(BlockReply.of(result, on.request().language())));
  }

  /**
   * The sheet of a unit.
   *
   * @param open how many cells stand against closing
   */
  private record SheetReply(
      UnitCode unit,
      String name,
      int group,
      State state,
      Points selfPoints,
      Points selfMax,
      int open,
      List<CellReply> items)
      implements ReplyPart {

    private static SheetReply of(Exchange on, ReadMarks.Sheet sheet) {
      return new SheetReply(
          on.unit().code(),
          on.unit().name(),
          on.unit().group(),
          sheet.form().form().head().state(),
          sheet.form().scorecard().points(),
          sheet.form().scorecard().max(),
          (int)
              sheet.lines().stream().filter(line -> !line.view().marking().state().done()).count(),
          sheet.lines().stream()
              .map(line ->
                  CellReply.of(
                      line.view(),
                      line.reading(),
                      sheet.named(),
                      Optional.of(
                          sheet.inspected().contains(line.view().cell().id())
                              ? "inspection"
                              : "documents")))
              .toList());
    }
  }

  /** What a block came to. */
  private record BlockReply(List<MarkedReply> marked, List<SkippedReply> skipped)
      implements ReplyPart {

    private static BlockReply of(AgreeBlock.Result result, Language language) {
      return new BlockReply(
          result.marked().stream().map(MarkedReply::of).toList(),
          result.skipped().stream().map(one -> SkippedReply.of(one, language)).toList());
    }
  }

  /** A cell that is marked. */
  private record MarkedReply(UnitCode unit, CriterionId criterion, String etag)
      implements ReplyPart {

    private static MarkedReply of(CellView view) {
      return new MarkedReply(view.cell().unit(), view.cell().id(), view.etag().orElseThrow());
    }
  }

  /**
   * A cell that was passed over.
   *
   * @param unit as it was sent
   */
  private record SkippedReply(String unit, String type, String detail) implements ReplyPart {

    private static SkippedReply of(AgreeBlock.Skipped one, Language language) {
      Refusal cause = one.cause();
      return new SkippedReply(one.unit(), Problems.type(cause.problem()), cause.detail(language));
    }
  }
}
