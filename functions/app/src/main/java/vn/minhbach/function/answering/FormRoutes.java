package vn.minhbach.function.answering;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.gate.Remark;
import vn.minhbach.core.assess.gate.Remarks;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.publish.plan.EarlierPlan;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.EvidenceReply;

/** A unit's form with everything that helps to fill it in. */
public final class FormRoutes implements Routes {

  private final ReadForm readForm;
  private final Hints hints;
  private final QuestionDesk questions;
  private final FlagSharedEvidence shared;
  private final Remarks remarks;
  private final EarlierPlan earlier;

  public FormRoutes(
      ReadForm readForm,
      Hints hints,
      QuestionDesk questions,
      FlagSharedEvidence shared,
      Remarks remarks,
      EarlierPlan earlier) {
    this.readForm = readForm;
    this.hints = hints;
    this.questions = questions;
    this.shared = shared;
    this.remarks = remarks;
    this.earlier = earlier;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_UNIT_FORM, this::form);
  }

  private Outcome<Reply> form(Exchange on) {
    return readForm
        .readWithSums(on.campaign(), on.unit(), on.employer(), on.now())
        .map(sheet ->
            Reply.ok(
                    FormReply.of(
                        on.campaign(),
                        on.unit(),
                        sheet,
                        EvidenceReply.Reader.of(on, shared),
                        help(on, sheet)))
                .etag(sheet.view().form().head().etag()));
  }

  private FormReply.Help help(Exchange on, FormSheet sheet) {
    return new FormReply.Help(
        hints.of(on.campaign(), on.unit(), sheet.view()),
        questions.published(on.campaign(), on.unit().group()),
        remarks(on, sheet),
        earlier.of(on.campaign(), on.unit()));
  }

  // None before a form was ever sent, and none on a form that no district sees.
  private Map<CriterionId, Remark> remarks(Exchange on, FormSheet sheet) {
    Head head = sheet.view().form().head();
    boolean sent = head.signature().isPresent() || head.returned().isPresent();
    return on.unit().consolidated() && sent
        ? remarks.of(on.campaign().id(), on.unit().code()).stream()
            .collect(Collectors.toMap(Remark::criterion, Function.identity()))
        : Map.of();
  }
}
