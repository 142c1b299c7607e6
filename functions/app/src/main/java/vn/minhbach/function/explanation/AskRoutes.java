package vn.minhbach.function.explanation;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.explanation.AskExplanation;
import vn.minhbach.core.appraise.explanation.HearExplanations;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The team's side of an explanation. */
public final class AskRoutes implements Routes {

  private final AskExplanation asking;
  private final HearExplanations hearings;

  public AskRoutes(AskExplanation asking, HearExplanations hearings) {
    this.asking = asking;
    this.hearings = hearings;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.ASK_EXPLANATION, this::ask);
  }

  // What silence has decided by now is no longer open, and may be asked about again.
  private Outcome<Reply> ask(Exchange on) {
    return on.json()
        .flatMap(sent ->
            hearings
                .read(on.campaign(), on.unit(), on.now())
                .flatMap(before ->
                    asking.ask(
                        on.campaign(), on.unit(), sent.act(), sent.as(AskExplanation::read))))
        .map(asked -> ExplanationRoutes.list(on, asked));
  }
}
