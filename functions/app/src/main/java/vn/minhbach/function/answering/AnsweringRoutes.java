package vn.minhbach.function.answering;

import java.util.List;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.ContestTyped;
import vn.minhbach.core.assess.answering.FillParticulars;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.AnswerReply;

/** What is written into a form. */
public final class AnsweringRoutes implements Routes {

  private final SaveAnswer save;
  private final FillParticulars fill;
  private final ContestTyped contest;
  private final Hints hints;

  public AnsweringRoutes(SaveAnswer save, FillParticulars fill, ContestTyped contest, Hints hints) {
    this.save = save;
    this.fill = fill;
    this.contest = contest;
    this.hints = hints;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.SAVE_ANSWER, this::save,
        Route.FILL_FORM_HEAD, this::fill,
        Route.CONTEST_TYPED, this::contest);
  }

  private Outcome<Reply> save(Exchange on) {
    return on.criterion()
        .flatMap(criterion ->
            on.json()
                .flatMap(sent ->
                    save.save(
                        on.campaign(),
                        on.unit(),
                        criterion,
                        sent.act(),
                        on.condition(),
                        sent.as(AnswerDraft::read))))
        .map(saved -> Reply.ok(shown(on, saved)).etag(saved.answer().etag()));
  }

  private SavedReply shown(Exchange on, SaveAnswer.Saved saved) {
    return new SavedReply(
        AnswerReply.of(saved.answer()),
        hints
            .afterSaving(on.campaign(), on.unit(), saved.form(), saved.answer().criterion())
            .stream()
            .map(OddityReply::of)
            .toList());
  }

  private Outcome<Reply> fill(Exchange on) {
    return on.json()
        .flatMap(sent ->
            fill.fill(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(tree -> FillParticulars.read(tree, on.unit(), sent.act()))))
        .map(filled -> Reply.ok(ParticularsReply.of(filled)).etag(filled.etag()));
  }

  private Outcome<Reply> contest(Exchange on) {
    return on.json()
        .flatMap(sent ->
            contest.contest(on.campaign(), on.unit(), sent.act(), sent.as(ContestTyped::read)))
        .map(answer -> Reply.created(AnswerReply.of(answer)).etag(answer.etag()));
  }

  /** The answer stands already; what looks odd about it is said beside it. */
  private record SavedReply(@Wire(inline = true) AnswerReply answer, List<OddityReply> warnings)
      implements ReplyPart {}
}
