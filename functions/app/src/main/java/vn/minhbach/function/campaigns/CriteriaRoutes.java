package vn.minhbach.function.campaigns;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.criteria.ReadCriteria;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.ExemptUnits;
import vn.minhbach.core.publish.publication.RehearseCriteria;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** Routes of the criteria by which a group is judged: read, corrected, tried on earlier answers. */
public final class CriteriaRoutes {

  /** A whole group of a province fits into one page unless the client asks for less. */
  private static final int PAGE = 200;

  private final ReadCriteria read;
  private final CorrectCriteria correct;
  private final RehearseCriteria rehearse;
  private final ExemptUnits exempt;

  public CriteriaRoutes(
      ReadCriteria read, CorrectCriteria correct, RehearseCriteria rehearse, ExemptUnits exempt) {
    this.read = read;
    this.correct = correct;
    this.rehearse = rehearse;
    this.exempt = exempt;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    var handlers = new EnumMap<Route, Handler>(Route.class);
    handlers.put(Route.READ_CRITERIA, this::criteria);
    handlers.put(Route.CORRECT_CRITERIA, this::correct);
    handlers.put(Route.LIST_CORRECTIONS, this::corrections);
    handlers.put(Route.REHEARSE_CRITERIA, this::rehearse);
    handlers.put(Route.EXEMPT_UNITS, this::exempt);
    handlers.put(Route.LIST_EXEMPTIONS, this::exemptions);
    return handlers;
  }

  private Outcome<Reply> criteria(Exchange on) {
    return on.group()
        .flatMap(group ->
            version(on.request())
                .flatMap(version -> read.read(pointer(on.campaign(), group), version)))
        .map(found -> Reply.ok(CriteriaView.set(found)));
  }

  private Outcome<Reply> corrections(Exchange on) {
    return on.group()
        .map(group ->
            Reply.ok(
                Tree.list(
                    read.corrections(pointer(on.campaign(), group)).stream()
                        .map(one -> CriteriaView.correction(on.campaign(), one).build())
                        .toList(),
                    Optional.empty())));
  }

  private Outcome<Reply> correct(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.withJson(false, (act, body) -> correct.correct(on.campaign(), group, act, body)))
        .map(made ->
            made.dryRun()
                ? Reply.ok(CriteriaView.made(on.campaign(), made))
                : Reply.created(CriteriaView.made(on.campaign(), made)));
  }

  private Outcome<Reply> exempt(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.withJson(false, (act, body) -> exempt.exempt(on.campaign(), group, act, body)))
        .map(made -> Reply.created(CriteriaView.exemption(made)));
  }

  private Outcome<Reply> exemptions(Exchange on) {
    return on.group()
        .map(group ->
            Reply.ok(
                Tree.list(
                    on.campaign().exemptions().stream()
                        .filter(one -> one.group() == group)
                        .map(CriteriaView::exemption)
                        .toList(),
                    Optional.empty())));
  }

  private Outcome<Reply> rehearse(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.request()
                .limit(PAGE)
                .flatMap(limit ->
                    on.request()
                        .number("cursor", 0, 0, Integer.MAX_VALUE)
                        .flatMap(from ->
                            on.withJson(
                                    false,
                                    (act, body) ->
                                        rehearse.rehearse(on.campaign(), group, on.caller(), body))
                                .map(played ->
                                    on.request().prefers("text/csv")
                                        ? Reply.csv(
                                            RehearsalView.csv(played),
                                            "chay-thu-"
                                                + on.campaign().id()
                                                + "-nhom-"
                                                + group
                                                + ".csv")
                                        : Reply.ok(RehearsalView.page(played, from, limit))))));
  }

  private static ReadCriteria.Pointer pointer(Campaign campaign, int group) {
    return new ReadCriteria.Pointer(
        campaign.id(),
        group,
        Optional.ofNullable(campaign.criteriaVersions().get(group)),
        campaign.corrections(group));
  }

  private static Outcome<Optional<Long>> version(Request request) {
    Optional<String> text = request.query("version");
    return text.isEmpty() || text.get().matches("\\d{1,16}")
        ? Outcome.accepted(text.map(Long::valueOf))
        : Outcome.refused(RequestProblem.INVALID_PARAMETER.of("version", text.get(), "số/number"));
  }
}
