package vn.minhbach.function.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The routes of results. */
public final class RankingRoutes implements Routes {

  /** A whole group of a province fits into one page unless the client asks for less. */
  private static final int PAGE = 200;

  private static final int LOG_PAGE = 100;

  /** The issue that is read unless the client names one. */
  private static final int LATEST = 0;

  private static final int ISSUES_MAX = 1_000;

  private static final String PUBLIC_CACHE = "public, max-age=60";

  private final ReadResult results;

  private final WatchDrafts watch;

  public RankingRoutes(ReadResult results, WatchDrafts watch) {
    this.results = results;
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
        Route.READ_SCORECARD, this::scorecard,
        Route.READ_DRAFT_RANKING_OF_GROUP, this::draftRanking,
        Route.LIST_DRAFT_OPENINGS, this::openings,
        Route.READ_DRAFT_SCORECARD_OF_UNIT, this::draftScorecard);
  }

  private Outcome<Reply> firstPage(Exchange on) {
    Optional<Campaign> current = results.current();
    String page =
        current
            .map(campaign -> FirstPage.html(results.summary(campaign), tables(campaign)))
            .orElseGet(FirstPage::empty);
    return Outcome.accepted(
        Reply.html(page)
            .header("cache-control", "public, max-age=10")
            .header(
                "content-security-policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'"));
  }

  private List<ReadResult.Page> tables(Campaign campaign) {
    return campaign.criteriaVersions().keySet().stream()
        .flatMap(group ->
            results
                .published(campaign, group, LATEST, 0, Integer.MAX_VALUE)
                .fold(notPublished -> Stream.<ReadResult.Page>empty(), Stream::of))
        .toList();
  }

  private Outcome<Reply> summary(Exchange on) {
    return Outcome.accepted(
        Reply.ok(SummaryReply.of(results.summary(on.campaign())))
            .header("cache-control", "public, max-age=10"));
  }

  private Outcome<Reply> ranking(Exchange on) {
    return on.group()
        .flatMap(group ->
            issue(on)
                .flatMap(issue ->
                    paged(
                        on,
                        (from, limit) ->
                            results.published(on.campaign(), group, issue, from, limit))))
        .map(
            page -> shown(on, page).header("cache-control", PUBLIC_CACHE).header("vary", "accept"));
  }

  private Outcome<Reply> draftRanking(Exchange on) {
    return on.group()
        .flatMap(group ->
            paged(
                on,
                (from, limit) ->
                    Outcome.accepted(results.draft(on.campaign(), group, from, limit, on.now()))))
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
    return issue(on)
        .flatMap(issue -> results.publishedReport(on.campaign(), issue))
        .map(groups -> Reply.ok(GroupReportReply.of(groups)).header("cache-control", PUBLIC_CACHE));
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

  private static Outcome<Integer> issue(Exchange on) {
    return on.request().number("issue", LATEST, 1, ISSUES_MAX);
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

  private Outcome<Reply> scorecard(Exchange on) {
    return results
        .publishedCard(on.campaign(), on.unit())
        .map(card ->
            Reply.ok(ScorecardReply.of(on.unit(), card)).header("cache-control", PUBLIC_CACHE));
  }

  private Outcome<Reply> draftScorecard(Exchange on) {
    return results
        .draftCard(on.campaign(), on.unit(), on.caller().staff())
        .map(card -> Reply.ok(ScorecardReply.of(on.unit(), card)));
  }

  private interface Pages {
    Outcome<ReadResult.Page> read(int from, int limit);
  }

  private static Outcome<ReadResult.Page> paged(Exchange on, Pages pages) {
    return on.request()
        .limit(PAGE)
        .flatMap(limit ->
            on.request()
                .number("cursor", 0, 0, Integer.MAX_VALUE)
                .flatMap(from -> pages.read(from, limit)));
  }

  private static Reply shown(Exchange on, ReadResult.Page page) {
    return on.request().prefers("text/csv")
        ? Reply.csv(
            RankingCsv.of(page.rows()),
            "xep-hang-" + on.campaign().id() + "-nhom-" + page.table().group() + ".csv")
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
