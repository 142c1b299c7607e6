package vn.minhbach.function.feed;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.publish.feed.ReadParFeed;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** What the PAR index takes from an approved result. */
public final class FeedRoutes implements Routes {

  private static final int UNLESS_SAID = 0;
  private static final int MAX = 1_000;

  private final ReadParFeed feed;
  private final WatchDrafts watch;

  public FeedRoutes(ReadParFeed feed, WatchDrafts watch) {
    this.feed = feed;
    this.watch = watch;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_PAR_FEED, this::read);
  }

  private Outcome<Reply> read(Exchange on) {
    return asked(on)
        .flatMap(asked -> feed.read(on.campaign(), asked))
        .map(read -> {
          watch.note(
              on.campaign(), DraftOpenings.View.PAR_FEED, Optional.empty(), on.caller(), on.now());
          Reply shown =
              on.request().prefers("text/csv")
                  ? Reply.csv(
                      FeedCsv.of(read),
                      "chi-so-cchc-" + on.campaign().id() + "-" + read.origin().issue() + ".csv")
                  : Reply.ok(FeedReply.of(read));
          return shown.header("vary", "accept");
        });
  }

  private static Outcome<ReadParFeed.Asked> asked(Exchange on) {
    return number(on, "issue")
        .flatMap(issue ->
            number(on, "mapping")
                .flatMap(mapping ->
                    number(on, "since")
                        .map(since -> new ReadParFeed.Asked(issue, mapping, since))));
  }

  private static Outcome<Integer> number(Exchange on, String name) {
    return on.request().number(name, UNLESS_SAID, 1, MAX);
  }
}
