package vn.minhbach.function.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Extension;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Returned;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.LatePolicy;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.ReplyPart;

/**
 * The head of a form as every capability shows it: state, clock, signature.
 *
 * @param reopened the criteria that may be changed again though the form is sent
 * @param returned why and by when it is awaited anew, until it is signed again
 */
public record HeadReply(
    UnitCode unit,
    String name,
    int group,
    Optional<UnitCode> parent,
    State state,
    String stateVi,
    Instant receivedAt,
    Optional<ArrivalReply> arrival,
    Instant dueAt,
    Instant closesAt,
    Optional<Instant> forwardBy,
    Optional<ExtensionReply> extension,
    LatePolicy latePolicy,
    long formVersion,
    String etag,
    Optional<ClosingReply> closing,
    Optional<SignatureReply> signature,
    Optional<Instant> forwardedAt,
    Optional<List<ReopenedReply>> reopened,
    Optional<ReturnedReply> returned)
    implements ReplyPart {

  public static HeadReply of(Campaign campaign, Unit unit, Head head) {
    return new HeadReply(
        unit.code(),
        unit.name(),
        unit.group(),
        unit.parent(),
        head.state(),
        head.state().vietnamese(),
        head.term().receivedAt(),
        head.term().arrival().map(ArrivalReply::of),
        head.dueAt(),
        head.closesAt(),
        Forms.clock(campaign, unit, head.facts()).forwardBy(),
        head.term().extension().map(ExtensionReply::of),
        campaign.settings().deadlineRules().latePolicy(),
        head.formVersion(),
        head.etag(),
        head.inForce().map(closing -> ClosingReply.of(head, closing)),
        head.signature().map(SignatureReply::of),
        head.forwardedAt(),
        ReplyPart.some(head.reopened().stream().map(ReopenedReply::of).toList()),
        head.returned().flatMap(back -> ReturnedReply.of(head, back)));
  }

  /** When the paper came in at the unit. */
  public record ArrivalReply(LocalDate date, String number, Instant enteredAt, String etag)
      implements ReplyPart {

    private static ArrivalReply of(Arrival arrival) {
      return new ArrivalReply(
          arrival.date(), arrival.number(), arrival.enteredAt(), arrival.etag());
    }
  }

  /** What was asked for and what was decided on it. */
  public record ExtensionReply(
      Optional<LocalDate> until, Optional<RequestReply> request, Optional<DecisionReply> decision)
      implements ReplyPart {

    private static ExtensionReply of(Extension extension) {
      return new ExtensionReply(
          extension.until(),
          extension
              .asked()
              .map(asked ->
                  new RequestReply(extension.id(), asked.until(), asked.reason(), asked.at())),
          extension
              .decided()
              .map(decided ->
                  new DecisionReply(
                      decided.granted(), decided.until(), decided.reason(), decided.at())));
    }
  }

  /** The unit's request for more time. */
  public record RequestReply(String request, LocalDate until, String reason, Instant at)
      implements ReplyPart {}

  /** The office's decision. */
  public record DecisionReply(boolean granted, Optional<LocalDate> until, String reason, Instant at)
      implements ReplyPart {}

  /** A closing in force. */
  public record ClosingReply(
      String checkCode, String formHash, Instant closedAt, Optional<Instant> signBy)
      implements ReplyPart {

    private static ClosingReply of(Head head, Closing closing) {
      return new ClosingReply(
          closing.checkCode(),
          closing.formHash(),
          closing.at(),
          Optional.of(closing.signBy()).filter(by -> head.state() == State.CLOSED));
    }
  }

  /** Who signed, by account or on paper. */
  public record SignatureReply(
      Instant at,
      Instant sentAt,
      Optional<String> checkCode,
      Optional<String> signedEvidenceId,
      String name,
      String title,
      Optional<LetterReply> letter,
      boolean late,
      Optional<String> lateReason)
      implements ReplyPart {

    private static SignatureReply of(Head.Signature signature) {
      return new SignatureReply(
          signature.at(),
          signature.sentAt(),
          signature.checkCode(),
          signature.evidence(),
          signature.name(),
          signature.title(),
          signature.letter().map(letter -> new LetterReply(letter.number(), letter.date())),
          signature.late(),
          signature.lateReason());
    }
  }

  /** What was returned, to be mended; by the district or the team, and never by whom. */
  public record ReturnedReply(
      Instant at, String by, String byVi, String reason, Instant until, boolean whole)
      implements ReplyPart {

    private static Optional<ReturnedReply> of(Head head, Returned back) {
      return back.reason()
          .map(reason ->
              new ReturnedReply(
                  back.at(),
                  back.by().name(),
                  back.by().label().vietnamese(),
                  reason,
                  back.until(),
                  head.state().editable()));
    }
  }

  /** A criterion that may be changed again. */
  public record ReopenedReply(
      CriterionId criterion,
      Instant until,
      Optional<String> evidenceId,
      Optional<Integer> correction)
      implements ReplyPart {

    private static ReopenedReply of(Head.Reopened open) {
      return new ReopenedReply(open.criterion(), open.until(), open.evidence(), open.correction());
    }
  }
}
