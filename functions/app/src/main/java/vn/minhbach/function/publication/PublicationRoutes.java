package vn.minhbach.function.publication;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.publish.publication.ApprovalDraft;
import vn.minhbach.core.publish.publication.ApproveResult;
import vn.minhbach.core.publish.publication.ExcuseUnit;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.CampaignReply;

/** A result is reported, approved or sent back, published, and taken up for correction. */
public final class PublicationRoutes implements Routes {

  private final PublishResult publish;
  private final ApproveResult approve;
  private final ExcuseUnit excuse;

  public PublicationRoutes(PublishResult publish, ApproveResult approve, ExcuseUnit excuse) {
    this.publish = publish;
    this.approve = approve;
    this.excuse = excuse;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.REPORT_RESULT, this::report,
        Route.APPROVE_RESULT, this::approve,
        Route.CONFIRM_APPROVAL, this::confirm,
        Route.SEND_RESULT_BACK, this::sendBack,
        Route.PUBLISH_RESULT, this::publish,
        Route.REISSUE_RESULT, this::reissue,
        Route.EXCUSE_UNIT, this::excuse);
  }

  private Outcome<Reply> report(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent -> publish.report(on.campaign().id(), sent.act()))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> approve(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(
            sent -> approve.approve(on.campaign().id(), sent.act(), sent.as(ApprovalDraft::read)))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> confirm(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(
            sent -> approve.confirm(on.campaign().id(), sent.act(), sent.as(ApprovalDraft::seen)))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> sendBack(Exchange on) {
    return on.json()
        .flatMap(sent ->
            approve.sendBack(on.campaign().id(), sent.act(), sent.as(PublishResult::reason)))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> publish(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent -> publish.publish(on.campaign().id(), sent.act()))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> reissue(Exchange on) {
    return on.json()
        .flatMap(
            sent -> publish.reissue(on.campaign().id(), sent.act(), sent.as(PublishResult::reason)))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> excuse(Exchange on) {
    return on.json()
        .flatMap(sent -> excuse.excuse(on.campaign(), on.unit(), sent.act(), sent.tree()))
        .map(CampaignReply::shown);
  }
}
