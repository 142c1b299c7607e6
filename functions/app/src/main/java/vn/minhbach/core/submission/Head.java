package vn.minhbach.core.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;

/**
 * The head of a submission: the one item that every change of it must pass.
 *
 * @param dueAt last moment in time; decides late
 * @param closesAt last moment at which the unit may change anything; the hard lock
 * @param formVersion rises by one with each change of the form; the form's ETag
 * @param tip end of the submission's chain; its seq is what a commit is conditioned on
 * @param reopened criteria that are open again because a file was rejected after submission
 * @param filesUntil wall clock: end of the latest upload grant; empty without one
 */
public record Head(
    CampaignId campaign,
    UnitCode unit,
    State state,
    Instant receivedAt,
    Instant dueAt,
    Instant closesAt,
    long formVersion,
    Optional<Signature> signature,
    Optional<Instant> forwardedAt,
    ChainTip tip,
    List<Reopened> reopened,
    Optional<Instant> filesUntil) {

  public Head {
    reopened = List.copyOf(reopened);
  }

  /** A head with no file granted and nothing open again. */
  public Head(
      CampaignId campaign,
      UnitCode unit,
      State state,
      Instant receivedAt,
      Instant dueAt,
      Instant closesAt,
      long formVersion,
      Optional<Signature> signature,
      Optional<Instant> forwardedAt,
      ChainTip tip) {
    this(
        campaign,
        unit,
        state,
        receivedAt,
        dueAt,
        closesAt,
        formVersion,
        signature,
        forwardedAt,
        tip,
        List.of(),
        Optional.empty());
  }

  /**
   * Who sent the form, and when.
   *
   * @param by opaque id of the account
   * @param late whether {@code at} is after {@code dueAt} as it was then
   */
  public record Signature(
      Instant at, String by, String name, String title, Optional<Letter> letter, boolean late) {}

  /**
   * A criterion of a sent form that its unit may change again.
   *
   * @param until domain clock
   * @param evidence id of the rejected file
   */
  public record Reopened(CriterionId criterion, Instant until, String evidence) {}

  /** The covering letter (<i>công văn</i>). */
  public record Letter(String number, LocalDate date) {}

  public ChainId chain() {
    return ChainId.of(campaign, unit);
  }

  /** Whether anything was ever written; a form exists by derivation until then. */
  public boolean stored() {
    return tip.seq() > 0;
  }

  /** Whether the lock is shut at this moment. */
  public boolean lockedAt(Instant now) {
    return now.isAfter(closesAt);
  }

  /** The head after a change of the form. */
  public Head changed(State next, ChainTip newTip) {
    return copy(next, formVersion + 1, signature, forwardedAt, newTip, reopened, filesUntil);
  }

  /** The head after something that leaves the form as it was, as a scan's result. */
  public Head noted(ChainTip newTip) {
    return copy(state, formVersion, signature, forwardedAt, newTip, reopened, filesUntil);
  }

  public Head withSignature(Signature newSignature) {
    return copy(
        state, formVersion, Optional.of(newSignature), forwardedAt, tip, reopened, filesUntil);
  }

  public Head withForwardedAt(Instant at) {
    return copy(state, formVersion, signature, Optional.of(at), tip, reopened, filesUntil);
  }

  Head withReopened(List<Reopened> criteria) {
    return copy(state, formVersion, signature, forwardedAt, tip, criteria, filesUntil);
  }

  /** The head after a grant: files may be open until then at least. */
  Head withFilesUntil(Instant expiresAt) {
    Instant latest = filesUntil.filter(expiresAt::isBefore).orElse(expiresAt);
    return copy(state, formVersion, signature, forwardedAt, tip, reopened, Optional.of(latest));
  }

  /** The state of a form that its unit changes: a criterion that is open again moves no state. */
  State touched() {
    return state.editable() ? State.IN_PROGRESS : state;
  }

  /** The criteria that are open again at this moment. */
  public List<Reopened> reopenedAt(Instant now) {
    return reopened.stream().filter(criterion -> !now.isAfter(criterion.until())).toList();
  }

  /** Whether the unit may change this criterion though the form is sent. */
  boolean reopenedFor(CriterionId criterion, Instant now) {
    return reopenedAt(now).stream().anyMatch(open -> open.criterion().equals(criterion));
  }

  private Head copy(
      State newState,
      long newFormVersion,
      Optional<Signature> newSignature,
      Optional<Instant> newForwardedAt,
      ChainTip newTip,
      List<Reopened> newReopened,
      Optional<Instant> newFilesUntil) {
    return new Head(
        campaign,
        unit,
        newState,
        receivedAt,
        dueAt,
        closesAt,
        newFormVersion,
        newSignature,
        newForwardedAt,
        newTip,
        newReopened,
        newFilesUntil);
  }

  /** What closing, submission and consolidation must have read: the form as a whole. */
  public String etag() {
    return "f" + formVersion;
  }
}
