package vn.minhbach.function.signing;

import java.time.Instant;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.signing.SignatureDraft;
import vn.minhbach.core.assess.signing.SubmitForm;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.HeadReply;

/** A form is closed, signed and so sent. */
public final class SigningRoutes implements Routes {

  private final CloseForm close;
  private final SubmitForm submit;

  public SigningRoutes(CloseForm close, SubmitForm submit) {
    this.close = close;
    this.submit = submit;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.CLOSE_FORM, this::close, Route.SUBMIT_FORM, this::submit);
  }

  private Outcome<Reply> close(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent ->
            close.close(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(CloseForm::lateReason)))
        .map(closed -> Reply.ok(ClosedReply.of(on.unit().code(), closed)).etag(closed.etag()));
  }

  private Outcome<Reply> submit(Exchange on) {
    return on.json()
        .flatMap(sent ->
            submit.submit(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(SignatureDraft::read)))
        .map(head -> Reply.ok(HeadReply.of(on.campaign(), on.unit(), head)).etag(head.etag()));
  }

  private record ClosedReply(
      UnitCode unit,
      String checkCode,
      String formHash,
      Instant closedAt,
      Instant signBy,
      String etag)
      implements ReplyPart {

    private static ClosedReply of(UnitCode unit, CloseForm.Closed closed) {
      return new ClosedReply(
          unit,
          closed.checkCode(),
          closed.formHash(),
          closed.closedAt(),
          closed.signBy(),
          closed.etag());
    }
  }
}
