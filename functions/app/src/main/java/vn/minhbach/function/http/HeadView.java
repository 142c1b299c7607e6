package vn.minhbach.function.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Extension;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** The head of a form as every route group shows it: state, clock, signature. */
public final class HeadView {

  private HeadView() {}

  public static Tree of(Campaign campaign, Unit unit, Head head) {
    Optional<Instant> forwardBy = Forms.clock(campaign, unit, head.facts()).forwardBy();
    return new Tree()
        .with("unit", unit.code())
        .with("name", unit.name())
        .with("group", unit.group())
        .with("parent", unit.parent())
        .with("state", head.state().name())
        .with("stateVi", head.state().vietnamese())
        .with("receivedAt", head.term().receivedAt())
        .with("arrival", head.term().arrival().map(HeadView::arrival))
        .with("dueAt", head.dueAt())
        .with("closesAt", head.closesAt())
        .with("forwardBy", forwardBy)
        .with("extension", head.term().extension().map(HeadView::extension))
        .with("latePolicy", campaign.settings().deadlineRules().latePolicy().name())
        .with("formVersion", head.formVersion())
        .with("etag", head.etag())
        .with("closing", head.inForce().map(closing -> closing(head, closing)))
        .with("signature", head.signature().map(HeadView::signature))
        .with("forwardedAt", head.forwardedAt())
        .with("reopened", head.reopened().isEmpty() ? null : reopened(head));
  }

  /** The criteria that may be changed again though the form is sent. */
  private static List<Map<String, Object>> reopened(Head head) {
    return head.reopened().stream()
        .map(open ->
            new Tree()
                .with("criterion", open.criterion())
                .with("until", open.until())
                .with("evidenceId", open.evidence())
                .with("correction", open.correction())
                .build())
        .toList();
  }

  private static Map<String, Object> arrival(Arrival arrival) {
    return new Tree()
        .with("date", arrival.date())
        .with("number", arrival.number())
        .with("enteredAt", arrival.enteredAt())
        .with("etag", arrival.etag())
        .build();
  }

  private static Map<String, Object> extension(Extension extension) {
    return new Tree()
        .with("until", extension.until())
        .with(
            "request",
            extension
                .asked()
                .map(asked ->
                    new Tree()
                        .with("request", extension.id())
                        .with("until", asked.until())
                        .with("reason", asked.reason())
                        .with("at", asked.at())
                        .build()))
        .with(
            "decision",
            extension
                .decided()
                .map(decided ->
                    new Tree()
                        .with("granted", decided.granted())
                        .with("until", decided.until())
                        .with("reason", decided.reason())
                        .with("at", decided.at())
                        .build()))
        .build();
  }

  private static Map<String, Object> closing(Head head, Closing closing) {
    return new Tree()
        .with("checkCode", closing.checkCode())
        .with("formHash", closing.formHash())
        .with("closedAt", closing.at())
        .with("signBy", head.state() == State.CLOSED ? closing.signBy() : null)
        .build();
  }

  private static Map<String, Object> signature(Head.Signature signature) {
    return new Tree()
        .with("at", signature.at())
        .with("sentAt", signature.sentAt())
        .with("checkCode", signature.checkCode())
        .with("signedEvidenceId", signature.evidence())
        .with("name", signature.name())
        .with("title", signature.title())
        .with(
            "letter",
            signature
                .letter()
                .map(letter ->
                    new Tree().with("number", letter.number()).with("date", letter.date()).build()))
        .with("late", signature.late())
        .with("lateReason", signature.lateReason())
        .build();
  }
}
