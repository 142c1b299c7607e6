package vn.minhbach.function.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.ListCommendable;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Sheet;

/** The routes of results. */
public final class RankingRoutes implements Routes {

  /** A whole group of a province fits into one page unless the client asks for less. */
  private static final int PAGE = 200;

  private static final int LOG_PAGE = 100;

  /** How many ranks of a group are commended unless the client says so. */
  private static final int TOP = 3;

  private static final int TOP_MAX = 500;

  static final String PUBLIC_CACHE = "public, max-age=60";

  private final ReadResult results;

  private final ListCommendable commendable;

  private final WatchDrafts watch;

  public RankingRoutes(ReadResult results, ListCommendable commendable, WatchDrafts watch) {
    this.results = results;
    this.commendable = commendable;
    this.watch = watch;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.FIRST_PAGE, this::firstPage,
        Route.READ_SUMMARY, this::summary,
        Route.READ_RANKING, this::ranking,
        Route.READ_REPORT, this::report,
        Route.READ_DRAFT_REPORT, this::draftReport,
        Route.READ_DRAFT_RANKING_OF_GROUP, this::draftRanking,
        Route.LIST_COMMENDATIONS, this::commendations,
        Route.LIST_DRAFT_OPENINGS, this::openings);
  }

  private Outcome<Reply> firstPage(Exchange on) {
    Optional<Campaign> current = results.current();
    String page =
        current
            .map(campaign ->
                FirstPage.html(results.summary(campaign), results.wholeTables(campaign)))
            .orElseGet(FirstPage::empty);
    return Outcome.accepted(
        Reply.html(page)
            .header("cache-control", "public, max-age=10")
            .header(
                "content-security-policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'"));
  }

  private Outcome<Reply> summary(Exchange on) {
    return Outcome.accepted(
        Reply.ok(SummaryReply.of(results.summary(on.campaign())))
            .cached(on.request(), "public, max-age=10"));
  }

  private Outcome<Reply> ranking(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.issue()
                .flatMap(issue ->
                    paged(on, part -> results.published(on.campaign(), group, issue, part))))
        .map(page -> shown(on, page).header("vary", "accept").cached(on.request(), PUBLIC_CACHE));
  }

  private Outcome<Reply> draftRanking(Exchange on) {
    return on.group()
        .flatMap(group ->
            paged(
                on, part -> Outcome.accepted(results.draft(on.campaign(), group, part, on.now()))))
        .map(page -> {
          watch.note(
              on.campaign(),
              DraftOpenings.View.RANKING,
              Optional.of(page.table().group()),
              on.caller(),
              on.now());
          return shown(on, page);
        });
  }

  private Outcome<Reply> report(Exchange on) {
    return on.issue()
        .flatMap(issue -> results.publishedReport(on.campaign(), issue))
        .map(groups -> Reply.ok(GroupReportReply.of(groups)).cached(on.request(), PUBLIC_CACHE));
  }

  private Outcome<Reply> draftReport(Exchange on) {
    return results
        .report(on.campaign())
        .map(groups -> {
          watch.note(
              on.campaign(), DraftOpenings.View.REPORT, Optional.empty(), on.caller(), on.now());
          return Reply.ok(GroupReportReply.of(groups));
        });
  }

  private Outcome<Reply> openings(Exchange on) {
    return on.request()
        .limit(LOG_PAGE)
        .flatMap(limit ->
            on.request()
                .cursor(text -> Optional.of(text).filter(DraftOpenings.Opening::isCursor))
                .map(after -> log(watch.list(on.campaign(), after, limit), limit)));
  }

  private static Reply log(List<DraftOpenings.Opening> noted, int limit) {
    return Reply.ok(
        new ListReply<>(
            noted.stream().map(OpeningReply::of).toList(),
            noted.size() < limit ? Optional.empty() : Optional.of(noted.getLast().cursor())));
  }

  private Outcome<Reply> commendations(Exchange on) {
    return rules(on)
        .flatMap(rules ->
            commendable
                .of(on.campaign(), rules)
                .map(groups -> {
                  watch.note(
                      on.campaign(),
                      DraftOpenings.View.COMMENDATIONS,
                      Optional.empty(),
                      on.caller(),
                      on.now());
                  return Reply.ok(CommendationsReply.of(on.campaign().issue(), rules, groups));
                }));
  }

  private static Outcome<ListCommendable.Rules> rules(Exchange on) {
    Optional<String> level = on.request().query("level").map(String::strip);
    return on.request()
        .number("top", TOP, 0, TOP_MAX)
        .flatMap(top ->
            improvement(on).map(improvement -> new ListCommendable.Rules(top, level, improvement)));
  }

  private static Outcome<Optional<Points>> improvement(Exchange on) {
    Optional<String> told = on.request().query("improvement").map(String::strip);
    return told.filter(text -> !text.matches("\\d{1,3}(\\.\\d{1,2})?"))
        .<Outcome<Optional<Points>>>map(text ->
            Outcome.refused(
                RequestProblem.INVALID_PARAMETER.of("improvement", text, "0…100, 5.00")))
        .orElseGet(() -> Outcome.accepted(told.map(Points::of)));
  }

  private interface Pages {
    Outcome<ReadResult.Page> read(ReadResult.Part part);
  }

  private static Outcome<ReadResult.Page> paged(Exchange on, Pages pages) {
    return on.request()
        .limit(PAGE)
        .flatMap(limit ->
            on.request()
                .number("cursor", 0, 0, Integer.MAX_VALUE)
                .flatMap(from -> TableQuery.read(on.request(), from, limit).flatMap(pages::read)));
  }

  private static Reply shown(Exchange on, ReadResult.Page page) {
    return Sheet.wanted(on.request())
        ? TableQuery.linked(
            RankingSheet.of(on.campaign().id(), page).reply(on.request()), on.request(), page)
        : Reply.ok(RankingReply.of(on.campaign(), page));
  }

  /** Who looked at a draft. Names nobody: who an account is, the register says. */
  private record OpeningReply(
      Instant at,
      String by,
      List<String> roles,
      String employer,
      DraftOpenings.View view,
      Optional<Integer> group)
      implements ReplyPart {

    private static OpeningReply of(DraftOpenings.Opening opening) {
      return new OpeningReply(
          opening.at(),
          opening.by(),
          opening.roles().stream().map(Role::label).toList(),
          opening.employer().map(Object::toString).orElse(Employer.NONE),
          opening.view(),
          opening.group());
    }
  }
}
