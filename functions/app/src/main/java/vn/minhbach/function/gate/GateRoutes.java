package vn.minhbach.function.gate;

import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.gate.RemarkOnCriterion;
import vn.minhbach.core.assess.gate.ReturnForm;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.HeadReply;
import vn.minhbach.function.view.RemarkReply;

/** A form goes back to its unit; a district remarks on its communes' criteria. */
public final class GateRoutes implements Routes {

  private final ReturnForm giveBack;
  private final RemarkOnCriterion remark;

  public GateRoutes(ReturnForm giveBack, RemarkOnCriterion remark) {
    this.giveBack = giveBack;
    this.remark = remark;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.RETURN_FORM, this::giveBack, Route.REMARK_ON_CRITERION, this::remark);
  }

  private Outcome<Reply> giveBack(Exchange on) {
    return on.json()
        .flatMap(sent ->
            giveBack.giveBack(
                on.campaign(), on.unit(), sent.act(), on.condition(), sent.as(ReturnForm::read)))
        .map(head -> Reply.ok(HeadReply.of(on.campaign(), on.unit(), head)).etag(head.etag()));
  }

  private Outcome<Reply> remark(Exchange on) {
    return on.criterion()
        .flatMap(criterion ->
            on.json()
                .flatMap(sent ->
                    remark.remark(
                        on.campaign(),
                        on.unit(),
                        criterion,
                        sent.act(),
                        on.condition(),
                        sent.as(RemarkOnCriterion::read))))
        .map(remark -> Reply.ok(RemarkReply.of(remark)).etag(remark.etag()));
  }
}
