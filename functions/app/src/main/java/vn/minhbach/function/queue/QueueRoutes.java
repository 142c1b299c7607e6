package vn.minhbach.function.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.marking.CellView;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.appraise.queue.ColumnStart;
import vn.minhbach.core.appraise.queue.Rank;
import vn.minhbach.core.appraise.queue.Reason;
import vn.minhbach.core.appraise.queue.RiskQueue;
import vn.minhbach.core.appraise.queue.WorkList;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Problems;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.AnswerReply;

/** What a member of the appraisal team has to do: criterion by criterion, and as a whole. */
public final class QueueRoutes implements Routes {

  /** Group, criterion and, within a criterion, the last cell: {@code 3/II.12/1/4/06652}. */
  private static final Pattern CURSOR =
      Pattern.compile("([123])/([^/]{1,40})(?:/([01])/(\\d{1,3})/([^/]{1,40}))?");

  private final RiskQueue queue;
  private final WorkList work;

  public QueueRoutes(RiskQueue queue, WorkList work) {
    this.queue = queue;
    this.work = work;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_QUEUE, this::read, Route.READ_WORK, this::work);
  }

  private Outcome<Reply> read(Exchange on) {
    return asked(on.request())
        .flatMap(asked -> on.act().flatMap(act -> queue.read(on.campaign(), act, asked)))
        .map(page ->
            Reply.ok(
                new ListReply<>(
                    page.lines().stream().map(LineReply::of).toList(),
                    page.next().map(QueueRoutes::cursor))));
  }

  private Outcome<Reply> work(Exchange on) {
    Request request = on.request();
    Optional<String> signatures = request.query("signatures");
    if (signatures.filter(text -> !text.matches("true|false")).isPresent()) {
      return Outcome.refused(
          RequestProblem.INVALID_PARAMETER.of("signatures", signatures.get(), "true, false"));
    }
    return request
        .number("limit", WorkList.COLUMNS_MAX / 2, 1, WorkList.COLUMNS_MAX)
        .flatMap(limit ->
            request
                .cursor(QueueRoutes::column)
                .map(from ->
                    new WorkList.Asked(signatures.filter("true"::equals).isPresent(), from, limit)))
        .flatMap(asked -> on.act().flatMap(act -> work.read(on.campaign(), act, asked)))
        .map(page ->
            Reply.ok(
                new ListReply<>(
                    page.columns().stream().map(WorkReply::of).toList(),
                    page.next().map(place -> place.group() + "/" + place.criterion()))));
  }

  private static Optional<ColumnStart> column(String cursor) {
    return place(cursor)
        .filter(place -> place.after().isEmpty())
        .map(place -> new ColumnStart(place.group(), place.criterion()));
  }

  private static Outcome<RiskQueue.Asked> asked(Request request) {
    Optional<String> group = request.query("group");
    Optional<String> criterion = request.query("criterion");
    if (group.filter(text -> !text.matches("[123]")).isPresent()) {
      return Outcome.refused(RequestProblem.INVALID_PARAMETER.of("group", group.get(), "1, 2, 3"));
    }
    if (criterion.filter(id -> !CriterionId.valid(id)).isPresent()) {
      return Outcome.refused(
          RequestProblem.INVALID_PARAMETER.of("criterion", criterion.get(), "I.1"));
    }
    return request
        .number("limit", RiskQueue.PAGE_MAX, 1, RiskQueue.PAGE_MAX)
        .flatMap(limit ->
            request
                .cursor(QueueRoutes::place)
                .map(from ->
                    new RiskQueue.Asked(
                        group.map(Integer::valueOf),
                        criterion.map(CriterionId::new),
                        from,
                        limit)));
  }

  private static String cursor(RiskQueue.Place place) {
    return place.group()
        + "/"
        + place.criterion()
        + place
            .after()
            .map(last -> "/" + (last.toDo() ? 1 : 0) + "/" + last.weight() + "/" + last.unit())
            .orElse("");
  }

  private static Optional<RiskQueue.Place> place(String cursor) {
    Matcher parts = CURSOR.matcher(cursor);
    if (!parts.matches()
        || !CriterionId.valid(parts.group(2))
        || parts.group(5) != null && !UnitCode.valid(parts.group(5))) {
      return Optional.empty();
    }
    return Optional.of(
        new RiskQueue.Place(
            Integer.parseInt(parts.group(1)),
            new CriterionId(parts.group(2)),
            Optional.ofNullable(parts.group(5))
                .map(unit ->
                    new Rank(
                        parts.group(3).equals("1"),
                        Integer.parseInt(parts.group(4)),
                        new UnitCode(unit)))));
  }

  /**
   * A cell that is the member's.
   *
   * @param yours as which of its readers the member has to judge it
   * @param answer what the unit declares, so that a whole column can be judged from the queue
   * @param selfPoints left out where the unit says that the criterion does not apply
   * @param toDo whether the member has anything to do in it
   * @param seen to be sent back with a mark or in a block
   * @param etag to be sent as If-Match; left out where nothing is there to overwrite
   */
  private record LineReply(
      UnitCode unit,
      String name,
      int group,
      CriterionId criterion,
      String title,
      Marking.State state,
      String stateVi,
      Optional<Duty.Reading> yours,
      boolean toDo,
      Optional<AnswerReply> answer,
      Optional<Points> selfPoints,
      Points maxPoints,
      int files,
      int weight,
      List<ReasonReply> reasons,
      String seen,
      Optional<String> etag)
      implements ReplyPart {

    private static LineReply of(RiskQueue.Line line) {
      CellView view = line.cell().view();
      return new LineReply(
          line.cell().unit().code(),
          line.cell().unit().name(),
          line.cell().unit().group(),
          view.cell().id(),
          view.cell().criterion().title(),
          view.marking().state(),
          view.marking().told().vietnamese(),
          line.cell().reading(),
          line.cell().toDo(),
          view.cell().answer().map(AnswerReply::of),
          Optional.of(view.cell().own()).filter(Worth::applicable).map(Worth::points),
          view.cell().criterion().maxPoints(),
          line.cell().files().size(),
          Reason.weight(line.reasons()),
          line.reasons().stream().map(ReasonReply::of).toList(),
          view.cell().now().token(),
          view.etag());
    }
  }

  /** Why to look early. */
  private record ReasonReply(Reason.Kind kind, String type, String vi, String en)
      implements ReplyPart {

    private static ReasonReply of(Reason reason) {
      return new ReasonReply(
          reason.kind(),
          Problems.type(reason.fault().problem()),
          reason.fault().detail(Language.VI),
          reason.fault().detail(Language.EN));
    }
  }
}
