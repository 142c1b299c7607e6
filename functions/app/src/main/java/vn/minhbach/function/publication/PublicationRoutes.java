package vn.minhbach.function.publication;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.CampaignReply;

/** A result is reported, approved, published. */
public final class PublicationRoutes implements Routes {

  private final PublishResult publish;

  public PublicationRoutes(PublishResult publish) {
    this.publish = publish;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.REPORT_RESULT, this::report,
        Route.APPROVE_RESULT, this::approve,
        Route.PUBLISH_RESULT, this::publish);
  }

  private Outcome<Reply> report(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent -> publish.report(on.campaign().id(), sent.act()))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> approve(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent ->
            sent.as(PublishResult::decision)
                .flatMap(decision -> publish.approve(on.campaign().id(), sent.act(), decision)))
        .map(CampaignReply::shown);
  }

  private Outcome<Reply> publish(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent -> publish.publish(on.campaign().id(), sent.act()))
        .map(CampaignReply::shown);
  }
}
