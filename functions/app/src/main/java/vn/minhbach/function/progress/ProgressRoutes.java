package vn.minhbach.function.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.function.http.CsvLine;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyFields;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** How far all units are; whoever sees points there before they are public is noted. */
public final class ProgressRoutes implements Routes {

  private final Overview overview;
  private final WatchDrafts watch;

  public ProgressRoutes(Overview overview, WatchDrafts watch) {
    this.overview = overview;
    this.watch = watch;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.LIST_PROGRESS, this::progress);
  }

  private Outcome<Reply> progress(Exchange on) {
    return filter(on.request())
        .flatMap(filter -> overview.lines(on.campaign(), filter, on.now()))
        .map(lines -> board(on, lines));
  }

  private Reply board(Exchange on, List<Overview.Line> lines) {
    Set<Integer> unveiled =
        lines.stream()
            .map(line -> line.unit().group())
            .filter(on::seesPointsOf)
            .collect(Collectors.toSet());
    if (!unveiled.isEmpty()) {
      watch.note(
          on.campaign(),
          DraftOpenings.View.PROGRESS,
          unveiled.size() == 1 ? unveiled.stream().findFirst() : Optional.empty(),
          on.caller(),
          on.now());
    }
    List<ProgressReply> shown =
        lines.stream()
            .map(line ->
                ProgressReply.of(
                    line,
                    unveiled.contains(line.unit().group())
                        && on.seesPointsAlone(line.unit().code())))
            .toList();
    return on.request().prefers("text/csv")
        ? Reply.csv(csv(shown), "progress-" + on.campaign().id() + ".csv")
        : Reply.ok(ListReply.whole(shown));
  }

  private static String csv(List<ProgressReply> lines) {
    return CsvLine.START
        + Stream.concat(
                Stream.of(ReplyFields.names(ProgressReply.class)),
                lines.stream().map(ReplyFields::cells))
            .map(CsvLine::of)
            .collect(Collectors.joining());
  }

  private static Outcome<Overview.Filter> filter(Request request) {
    Optional<String> group = request.query("group");
    Optional<String> parent = request.query("parent");
    Optional<String> state = request.query("state");
    Optional<String> late = request.query("late");
    Optional<String> overdue = request.query("overdue");
    List<String> states = Arrays.stream(State.values()).map(State::name).toList();
    return known("group", group, List.of("1", "2", "3"))
        .flatMap(ok -> known("state", state, states))
        .flatMap(ok -> known("late", late, List.of("true", "false")))
        .flatMap(ok -> known("overdue", overdue, List.of("true", "false")))
        .flatMap(ok ->
            parent.isEmpty() || UnitCode.valid(parent.get())
                ? Outcome.accepted(
                    new Overview.Filter(
                        group.map(Integer::valueOf),
                        parent.map(UnitCode::new),
                        state.map(State::valueOf),
                        late.map(Boolean::valueOf),
                        overdue.map(Boolean::valueOf)))
                : Outcome.refused(
                    RequestProblem.INVALID_PARAMETER.of("parent", parent.get(), "mã/code")));
  }

  private static Outcome<Optional<String>> known(
      String name, Optional<String> value, List<String> known) {
    return value.isEmpty() || known.contains(value.get())
        ? Outcome.accepted(value)
        : Outcome.refused(
            RequestProblem.INVALID_PARAMETER.of(name, value.get(), String.join(", ", known)));
  }
}
