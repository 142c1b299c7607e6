package vn.minhbach.function.papers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.offline.MergePlan;
import vn.minhbach.core.workbook.FormBookWriter;
import vn.minhbach.core.workbook.FormBooks;
import vn.minhbach.core.workbook.FormReturn;
import vn.minhbach.core.workbook.WorkbookReader;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** A unit's form as a workbook, there and back. */
public final class FormWorkbookRoutes {

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

  /** Every route with its use. */
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
        .map(returned -> Reply.ok(tree(returned)));
  }

  // Ready to be sent on; the preview may stay in.
  private static Map<String, Object> tree(FormReturn.Returned returned) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("basedOn", returned.basedOn());
    tree.put("answers", returned.answers());
    tree.put(
        "preview",
        new Tree()
            .with("changed", returned.changed().stream().map(FormWorkbookRoutes::changed).toList())
            .with("unchanged", returned.unchanged())
            .with("kept", ids(returned.plan()))
            .with(
                "conflicts",
                returned.plan().conflicts().stream()
                    .map(conflict -> conflict.criterion().value())
                    .toList())
            .build());
    return tree;
  }

  private static List<String> ids(MergePlan plan) {
    return plan.kept().stream().map(answer -> answer.criterion().value()).toList();
  }

  private static Map<String, Object> changed(FormReturn.Changed changed) {
    return new Tree()
        .with("criterion", changed.criterion())
        .with("title", changed.title())
        .with("cell", changed.cell())
        .with("from", changed.from())
        .with("to", changed.to())
        .build();
  }
}
