package vn.minhbach.function.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.publication.ReadHistory;
import vn.minhbach.core.publish.publication.ReadScorecard;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Sheet;

/** The routes of single units' results: one, several side by side, and one over the years. */
public final class ScorecardRoutes implements Routes {

  /** As many columns as a page of A4 holds. */
  private static final int COMPARED_MAX = 6;

  private final ReadScorecard scorecards;
  private final ReadHistory history;

  public ScorecardRoutes(ReadScorecard scorecards, ReadHistory history) {
    this.scorecards = scorecards;
    this.history = history;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_SCORECARD, this::scorecard,
        Route.READ_RESULTS, this::results,
        Route.COMPARE_UNITS, this::comparison,
        Route.READ_DRAFT_SCORECARD_OF_UNIT, this::draftScorecard);
  }

  private Outcome<Reply> scorecard(Exchange on) {
    return on.issue()
        .flatMap(issue -> scorecards.published(on.campaign(), on.unit(), issue))
        .map(sheet ->
            shown(on, sheet)
                .header("vary", "accept")
                .cached(on.request(), RankingRoutes.PUBLIC_CACHE));
  }

  private Outcome<Reply> results(Exchange on) {
    return history
        .of(on.campaign(), on.unit())
        .map(years ->
            Reply.ok(ResultsReply.of(years)).cached(on.request(), RankingRoutes.PUBLIC_CACHE));
  }

  private Outcome<Reply> comparison(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.issue()
                .flatMap(issue -> scorecards.compared(on.campaign(), group, issue, units(on))))
        .map(sheets ->
            Reply.ok(ComparisonReply.of(sheets)).cached(on.request(), RankingRoutes.PUBLIC_CACHE));
  }

  private static Outcome<List<UnitCode>> units(Exchange on) {
    String told = on.request().query("units").orElse("");
    List<String> codes =
        Arrays.stream(told.split(",")).map(String::strip).filter(code -> !code.isEmpty()).toList();
    boolean sound =
        codes.size() >= 2
            && codes.size() <= COMPARED_MAX
            && codes.stream().distinct().count() == codes.size()
            && codes.stream().allMatch(UnitCode::valid);
    return sound
        ? Outcome.accepted(codes.stream().map(UnitCode::new).toList())
        : Outcome.refused(
            RequestProblem.INVALID_PARAMETER.of(
                "units", told, "2…" + COMPARED_MAX + " mã khác nhau/different codes: A,B"));
  }

  private Outcome<Reply> draftScorecard(Exchange on) {
    return scorecards
        .draft(on.campaign(), on.unit(), on.caller().staff())
        .map(sheet -> shown(on, sheet));
  }

  private static Reply shown(Exchange on, ReadScorecard.Sheet sheet) {
    return Sheet.wanted(on.request())
        ? ScorecardSheet.of(on.campaign().id(), sheet).reply(on.request())
        : Reply.ok(ScorecardReply.of(sheet));
  }
}
