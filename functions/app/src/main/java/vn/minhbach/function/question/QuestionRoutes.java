package vn.minhbach.function.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.question.ReferQuestion;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.PublishedReply;

/** Questions on criteria: asked by units, answered by the office, read by the group. */
public final class QuestionRoutes implements Routes {

  private static final int PAGE = 100;

  private final QuestionDesk desk;
  private final ReferQuestion referring;
  private final Units units;

  public QuestionRoutes(QuestionDesk desk, ReferQuestion referring, Units units) {
    this.desk = desk;
    this.referring = referring;
    this.units = units;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.ASK_QUESTION, this::ask,
        Route.ANSWER_QUESTION, this::answer,
        Route.REFER_QUESTION, this::refer,
        Route.READ_QUESTIONS, this::read,
        Route.LIST_QUESTIONS, this::list);
  }

  private Outcome<Reply> ask(Exchange on) {
    return on.json()
        .flatMap(
            sent -> desk.ask(on.campaign(), on.unit(), sent.act(), sent.as(QuestionDesk::asked)))
        .map(question -> Reply.created(QuestionReply.of(question)).etag(question.etag()));
  }

  private Outcome<Reply> answer(Exchange on) {
    return on.json()
        .flatMap(sent ->
            desk.answer(
                on.campaign(),
                on.unit(),
                on.request().parameter("q"),
                sent.act(),
                on.condition(),
                sent.as(tree -> QuestionDesk.reply(tree, sent.act()))))
        .map(question -> Reply.ok(QuestionReply.of(question)).etag(question.etag()));
  }

  private Outcome<Reply> refer(Exchange on) {
    return on.json()
        .flatMap(sent ->
            referring.refer(
                on.campaign(),
                on.unit(),
                on.request().parameter("q"),
                sent.act(),
                on.condition(),
                sent.as(tree -> ReferQuestion.read(tree, sent.act()))))
        .map(question -> Reply.ok(QuestionReply.of(question)).etag(question.etag()));
  }

  // A published answer is the group's, whoever asked: here without those that stand above it.
  private Outcome<Reply> read(Exchange on) {
    List<Question> own = desk.ofUnit(on.campaign(), on.unit());
    Set<String> ids = own.stream().map(Question::id).collect(Collectors.toSet());
    return Outcome.accepted(
        Reply.ok(
            new OwnReply(
                ListReply.whole(own.stream().map(QuestionReply::of).toList()),
                desk.published(on.campaign(), on.unit().group()).stream()
                    .filter(copy -> !ids.contains(copy.id()))
                    .map(PublishedReply::of)
                    .toList())));
  }

  private Outcome<Reply> list(Exchange on) {
    return on.request()
        .limit(PAGE)
        .flatMap(limit ->
            filter(on.request())
                .flatMap(filter ->
                    page(on, desk.register(on.campaign(), filter, on.caller().recused()), limit)));
  }

  // Cursor: unit and id of the last question of a page. One that was answered meanwhile is no
  // longer among the open ones; to begin anew would be a list without an end.
  private Outcome<Reply> page(Exchange on, List<Question> register, int limit) {
    List<String> cursors = register.stream().map(QuestionRoutes::cursor).toList();
    return on.request()
        .cursor(text -> Optional.of(cursors.indexOf(text)).filter(at -> at >= 0))
        .map(after -> page(on, register, after.orElse(-1), limit));
  }

  private Reply page(Exchange on, List<Question> register, int after, int limit) {
    List<Question> page = register.stream().skip(after + 1L).limit(limit).toList();
    Optional<String> next =
        after + 1 + page.size() < register.size() && !page.isEmpty()
            ? Optional.of(cursor(page.getLast()))
            : Optional.empty();
    if (!on.request().prefers("text/csv")) {
      return Reply.ok(new ListReply<>(page.stream().map(QuestionReply::of).toList(), next));
    }
    Map<UnitCode, String> names =
        units.all(on.campaign().id(), on.campaign().unitsVersion()).stream()
            .collect(Collectors.toMap(Unit::code, Unit::name));
    Reply csv = Reply.csv(QuestionCsv.of(page, names), "questions-" + on.campaign().id() + ".csv");
    return next.map(cursor -> csv.header("next-cursor", cursor)).orElse(csv);
  }

  private static String cursor(Question question) {
    return question.unit() + "/" + question.id();
  }

  private static Outcome<QuestionDesk.Filter> filter(Request request) {
    Optional<String> criterion = request.query("criterion");
    Optional<String> answered = request.query("answered");
    Optional<String> group = request.query("group");
    if (criterion.filter(id -> !CriterionId.valid(id)).isPresent()) {
      return refused("criterion", criterion.get(), "I.1");
    }
    for (String flag : List.of("answered", "referred")) {
      Optional<String> wanted = request.query(flag);
      if (wanted.filter(text -> !List.of("true", "false").contains(text)).isPresent()) {
        return refused(flag, wanted.get(), "true, false");
      }
    }
    if (group.filter(text -> !List.of("1", "2", "3").contains(text)).isPresent()) {
      return refused("group", group.get(), "1, 2, 3");
    }
    return Outcome.accepted(
        new QuestionDesk.Filter(
            criterion.map(CriterionId::new),
            answered.map(Boolean::valueOf),
            group.map(Integer::valueOf),
            request.query("referred").map(Boolean::valueOf)));
  }

  private static Outcome<QuestionDesk.Filter> refused(String name, String value, String expected) {
    return Outcome.refused(RequestProblem.INVALID_PARAMETER.of(name, value, expected));
  }

  /** A unit's own questions, and what the office answered to others for all. */
  private record OwnReply(
      @Wire(inline = true) ListReply<QuestionReply> own, List<PublishedReply> published)
      implements ReplyPart {}
}
