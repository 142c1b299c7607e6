package vn.minhbach.function.criteria;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.criteria.CriteriaDocument;
import vn.minhbach.core.criteria.ReadCriteria;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.PrepareCampaign;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Request;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.CampaignReply;

/** The criteria sets of a campaign, and what was corrected in them after the forms were out. */
public final class CriteriaRoutes implements Routes {

  private final PrepareCampaign prepare;
  private final ReadCriteria read;
  private final CorrectCriteria correct;

  public CriteriaRoutes(PrepareCampaign prepare, ReadCriteria read, CorrectCriteria correct) {
    this.prepare = prepare;
    this.read = read;
    this.correct = correct;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.IMPORT_CRITERIA, this::bring,
        Route.READ_CRITERIA, this::read,
        Route.CORRECT_CRITERIA, this::correct,
        Route.LIST_CORRECTIONS, this::corrections);
  }

  private Outcome<Reply> bring(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.jsonOrNothing()
                .flatMap(sent ->
                    sent.as(CriteriaDocument::read)
                        .flatMap(document ->
                            prepare.importCriteria(
                                on.campaign().id(), group, sent.act(), document))))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> read(Exchange on) {
    return on.group()
        .flatMap(group ->
            version(on.request())
                .flatMap(version -> read.read(pointer(on.campaign(), group), version)))
        .map(found ->
            Reply.ok(
                new SetReply(found.version(), found.inForce(), found.corrections(), found.tree())));
  }

  private Outcome<Reply> corrections(Exchange on) {
    return on.group()
        .map(group ->
            Reply.ok(
                ListReply.whole(
                    read.corrections(pointer(on.campaign(), group)).stream()
                        .map(one -> CorrectionReply.of(on.campaign(), one))
                        .toList())));
  }

  private Outcome<Reply> correct(Exchange on) {
    return on.group()
        .flatMap(group ->
            on.json()
                .flatMap(sent ->
                    sent.as(CorrectCriteria::order)
                        .flatMap(
                            order -> correct.correct(on.campaign(), group, sent.act(), order))))
        .map(made ->
            Reply.json(made.dryRun() ? 200 : 201, CorrectionReply.made(on.campaign(), made)));
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

  /**
   * A set.
   *
   * @param set as it was imported, so that it can be edited and sent back
   */
  private record SetReply(long version, boolean inForce, int correction, Object set)
      implements ReplyPart {}
}
