package vn.minhbach.function.petition;

import java.time.Instant;
import java.util.Map;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.marking.CloseAppraisal;
import vn.minhbach.core.appraise.petition.ShowProvisional;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The office shows every unit its provisional result. */
public final class ProvisionalRoutes implements Routes {

  private final ShowProvisional showing;

  public ProvisionalRoutes(ShowProvisional showing) {
    this.showing = showing;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.SHOW_PROVISIONAL, this::show);
  }

  private Outcome<Reply> show(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent ->
            sent.as(CloseAppraisal::nothing)
                .flatMap(read -> showing.show(on.campaign().id(), sent.act())))
        .map(campaign -> Reply.ok(ShownReply.of(campaign)));
  }

  /** That it is shown, and until when petitions are taken. */
  private record ShownReply(
      CampaignId campaign, Stage stage, int number, Instant shownAt, Instant petitionsUntil)
      implements ReplyPart {

    private static ShownReply of(Campaign campaign) {
      Campaign.Provisional shown = campaign.provisional().orElseThrow();
      return new ShownReply(
          campaign.id(), campaign.stage(), shown.number(), shown.at(), shown.until());
    }
  }
}
