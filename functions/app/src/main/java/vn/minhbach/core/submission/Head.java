package vn.minhbach.core.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
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
    ChainTip tip) {

  /**
   * Who sent the form, and when.
   *
   * @param by opaque id of the account
   * @param late whether {@code at} is after {@code dueAt} as it was then
   */
  public record Signature(
      Instant at, String by, String name, String title, Optional<Letter> letter, boolean late) {}

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
    return new Head(
        campaign,
        unit,
        next,
        receivedAt,
        dueAt,
        closesAt,
        formVersion + 1,
        signature,
        forwardedAt,
        newTip);
  }

  /** The head after something that leaves the form as it was, as a scan's result. */
  public Head noted(ChainTip newTip) {
    return new Head(
        campaign,
        unit,
        state,
        receivedAt,
        dueAt,
        closesAt,
        formVersion,
        signature,
        forwardedAt,
        newTip);
  }

  public Head withSignature(Signature newSignature) {
    return new Head(
        campaign,
        unit,
        state,
        receivedAt,
        dueAt,
        closesAt,
        formVersion,
        Optional.of(newSignature),
        forwardedAt,
        tip);
  }

  public Head withForwardedAt(Instant at) {
    return new Head(
        campaign,
        unit,
        state,
        receivedAt,
        dueAt,
        closesAt,
        formVersion,
        signature,
        Optional.of(at),
        tip);
  }

  /** What closing, submission and consolidation must have read: the form as a whole. */
  public String etag() {
    return "f" + formVersion;
  }
}
