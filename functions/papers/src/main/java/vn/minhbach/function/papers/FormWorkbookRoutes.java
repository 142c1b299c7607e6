package vn.minhbach.function.papers;

import java.util.List;
import java.util.Map;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.offline.MergePlan;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.workbook.FormBookWriter;
import vn.minhbach.core.workbook.FormBooks;
import vn.minhbach.core.workbook.FormReturn;
import vn.minhbach.core.workbook.WorkbookReader;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** A unit's form as a workbook, there and back. */
public final class FormWorkbookRoutes implements Routes {

  private final ReadForm readForm;
  private final FormReturn formReturn;
  private final FormBookWriter writer;
  private final WorkbookReader reader;

  public FormWorkbookRoutes(
      ReadForm readForm, FormReturn formReturn, FormBookWriter writer, WorkbookReader reader) {
    this.readForm = readForm;
    this.formReturn = formReturn;
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_FORM_WORKBOOK, this::download,
        Route.READ_RETURNED_WORKBOOK, this::bringBack);
  }

  private Outcome<Reply> download(Exchange on) {
    return readForm
        .readWithSums(on.campaign(), on.unit(), on.employer(), on.now())
        .map(sheet ->
            Reply.file(
                    writer.write(FormBooks.of(on.campaign(), on.unit(), sheet)),
                    Reply.XLSX,
                    "Phiếu %s %s.xlsx".formatted(on.campaign().id(), on.unit().code()))
                .etag(sheet.view().form().head().etag()));
  }

  private Outcome<Reply> bringBack(Exchange on) {
    return on.act()
        .flatMap(act ->
            on.request()
                .workbook()
                .flatMap(reader::read)
                .flatMap(book -> formReturn.read(on.campaign(), on.unit(), act, book)))
        .map(returned -> Reply.ok(ReturnedReply.of(returned)));
  }

  /**
   * What a workbook says, ready to be sent on.
   *
   * @param preview for the reader; it may stay in
   */
  private record ReturnedReply(
      Map<String, Object> basedOn, Map<String, Object> answers, PreviewReply preview)
      implements ReplyPart {

    private static ReturnedReply of(FormReturn.Returned returned) {
      MergePlan plan = returned.plan();
      return new ReturnedReply(
          returned.basedOn(),
          returned.answers(),
          new PreviewReply(
              returned.changed().stream().map(ChangedReply::of).toList(),
              returned.unchanged(),
              plan.kept().stream().map(Answer::criterion).toList(),
              plan.conflicts().stream().map(MergePlan.Conflict::criterion).toList()));
    }
  }

  private record PreviewReply(
      List<ChangedReply> changed,
      int unchanged,
      List<CriterionId> kept,
      List<CriterionId> conflicts)
      implements ReplyPart {}

  private record ChangedReply(String criterion, String title, String cell, String from, String to)
      implements ReplyPart {

    private static ChangedReply of(FormReturn.Changed changed) {
      return new ChangedReply(
          changed.criterion(), changed.title(), changed.cell(), changed.from(), changed.to());
    }
  }
}
