package vn.minhbach.function.campaigns;

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
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Holiday;
import vn.minhbach.core.prepare.campaign.Holidays;
import vn.minhbach.core.prepare.campaign.SetHolidays;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.function.http.CsvLine;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HeadView;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** The office's side of the clock: holidays, extensions, the progress board. */
public final class OfficeClockRoutes {

  private final SetHolidays setHolidays;
  private final ExtendDeadline extend;
  private final Overview overview;
  private final WatchDrafts watch;

  public OfficeClockRoutes(
      SetHolidays setHolidays, ExtendDeadline extend, Overview overview, WatchDrafts watch) {
    this.setHolidays = setHolidays;
    this.extend = extend;
    this.overview = overview;
    this.watch = watch;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.LIST_PROGRESS, this::progress,
        Route.READ_HOLIDAYS, this::holidays,
        Route.SET_HOLIDAYS, this::setHolidays,
        Route.DECIDE_EXTENSION, this::decideExtension);
  }

  private Outcome<Reply> progress(Exchange exchange) {
    return filter(exchange.request())
        .flatMap(filter -> overview.lines(exchange.campaign(), filter, exchange.now()))
        .map(lines -> board(exchange, lines));
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
    List<Map<String, Object>> shown =
        lines.stream()
            .map(line -> ProgressView.of(line, unveiled.contains(line.unit().group())))
            .toList();
    return on.request().prefers("text/csv")
        ? Reply.csv(ProgressView.csv(shown), "progress-" + on.campaign().id() + ".csv")
        : Reply.ok(Tree.list(shown, Optional.empty()));
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

  private Outcome<Reply> holidays(Exchange exchange) {
    return Outcome.accepted(
        exchange.request().prefers("text/csv")
            ? Reply.csv(
                csv(exchange.campaign().settings().deadlineRules().holidays()),
                "holidays-" + exchange.campaign().id() + ".csv")
            : shown(exchange.campaign()));
  }

  private Outcome<Reply> setHolidays(Exchange exchange) {
    return exchange
        .act()
        .flatMap(act ->
            exchange
                .request()
                .csv()
                .flatMap(csv -> setHolidays.set(exchange.campaign().id(), act, csv)))
        .map(OfficeClockRoutes::shown);
  }

  private Outcome<Reply> decideExtension(Exchange on) {
    return on.withJson(false, (act, body) -> extend.decide(on.campaign(), on.unit(), act, body))
        .map(head ->
            Reply.created(HeadView.of(on.campaign(), on.unit(), head).build()).etag(head.etag()));
  }

  /** With the years for which the office has still to enter a table. */
  private static Reply shown(Campaign campaign) {
    Holidays table = campaign.settings().deadlineRules().holidays();
    return Reply.ok(
        new Tree()
            .with("items", table.days().stream().map(OfficeClockRoutes::day).toList())
            .with(
                "yearsWithout",
                table.unknownYears(campaign.calendar().firstYear(), campaign.calendar().lastYear()))
            .build());
  }

  private static Map<String, Object> day(Holiday day) {
    return new Tree()
        .with("date", day.date())
        .with("kind", kind(day))
        .with("name", day.name())
        .build();
  }

  /** As it is sent: what is read can be edited and sent back. */
  private static String csv(Holidays table) {
    return CsvLine.START
        + Stream.concat(
                Stream.of(List.of("date", "kind", "name")),
                table.days().stream()
                    .map(day -> List.of(day.date().toString(), kind(day), day.name())))
            .map(CsvLine::of)
            .collect(Collectors.joining());
  }

  private static String kind(Holiday day) {
    return day.kind() == Holiday.Kind.OFF ? "off" : "work";
  }
}
