package vn.minhbach.function.explanation;

import java.util.List;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.appraise.explanation.AnswerExplanation;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.explanation.HearExplanations;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The unit's side of an explanation, and what everybody reads of it. */
public final class ExplanationRoutes implements Routes {

  private final AnswerExplanation answers;
  private final HearExplanations hearings;

  public ExplanationRoutes(AnswerExplanation answers, HearExplanations hearings) {
    this.answers = answers;
    this.hearings = hearings;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_EXPLANATIONS, this::read,
        Route.ANSWER_EXPLANATION, this::answer,
        Route.SUBMIT_EXPLANATIONS, this::submit);
  }

  private Outcome<Reply> read(Exchange on) {
    return hearings
        .read(on.campaign(), on.unit(), on.now())
        .map(all -> list(on, all).etag(AnswerExplanation.etag(all)));
  }

  private Outcome<Reply> answer(Exchange on) {
    return on.criterion()
        .flatMap(criterion ->
            on.json()
                .flatMap(sent ->
                    answers.answer(
                        on.campaign(),
                        on.unit(),
                        criterion,
                        sent.act(),
                        on.condition(),
                        sent.as(tree -> AnswerExplanation.draft(tree, on.campaign())))))
        .map(one -> Reply.ok(ExplanationReply.of(one, true, false)).etag(one.etag()));
  }

  private Outcome<Reply> submit(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent ->
            answers.submit(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(AnswerExplanation::submission)))
        .flatMap(done -> hearings.read(on.campaign(), on.unit(), on.now()))
        .map(all -> list(on, all).etag(AnswerExplanation.etag(all)));
  }

  static Reply list(Exchange on, List<Explanation> all) {
    boolean own = on.caller().unit().filter(on.unit().code()::equals).isPresent();
    boolean named = on.caller().is(Role.LEAD) || on.caller().is(Role.DEPUTY);
    return Reply.ok(
        ListReply.whole(
            all.stream().map(one -> ExplanationReply.of(one, own, named && !own)).toList()));
  }
}
