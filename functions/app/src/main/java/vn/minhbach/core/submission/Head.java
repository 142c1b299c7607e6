package vn.minhbach.core.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.campaign.Deadlines;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;

/**
 * The head of a submission: the one item that every change of it must pass.
 *
 * @param dueAt last moment in time; decides late
 * @param closesAt last moment at which the unit may change anything; the hard lock
 * @param formVersion rises by one with each change of the form; the form's ETag
 * @param tip end of the submission's chain; its seq is what a commit is conditioned on
 * @param arrival the dispatch as the unit's registry took it in, where that was entered
 * @param extension what was asked and decided about more time
 * @param lockNotedAt when the ledger noted that the form is locked; empty again once it reopens
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
    Optional<Arrival> arrival,
    Optional<Extension> extension,
    Optional<Instant> lockNotedAt) {

  /** A head on which nothing but the sending bears. */
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
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Who sent the form, and when.
   *
   * @param by opaque id of the account
   * @param late whether {@code at} is after {@code dueAt} as it was then
   * @param lateReason why it is late, where the unit said so
   */
  public record Signature(
      Instant at,
      String by,
      String name,
      String title,
      Optional<Letter> letter,
      boolean late,
      Optional<String> lateReason) {

    /** A signature without a word on being late. */
    public Signature(
        Instant at, String by, String name, String title, Optional<Letter> letter, boolean late) {
      this(at, by, name, title, letter, late, Optional.empty());
    }
  }

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

  /** What the clock needs to know of this unit. */
  public Deadlines.Facts facts() {
    return new Deadlines.Facts(arrival.map(Arrival::date), extension.flatMap(Extension::until));
  }

  /** What was asked and decided about more time; empty at first. */
  Extension extensionOrNone() {
    return extension.orElse(Extension.NONE);
  }

  /** The head after a change of the form. */
  public Head changed(State next, ChainTip newTip) {
    return copy(
        next, formVersion + 1, signature, forwardedAt, newTip, arrival, extension, lockNotedAt);
  }

  /** The head after something that leaves the form as it was, as a scan's result. */
  public Head noted(ChainTip newTip) {
    return copy(
        state, formVersion, signature, forwardedAt, newTip, arrival, extension, lockNotedAt);
  }

  public Head withSignature(Signature newSignature) {
    return copy(
        state,
        formVersion,
        Optional.of(newSignature),
        forwardedAt,
        tip,
        arrival,
        extension,
        lockNotedAt);
  }

  public Head withForwardedAt(Instant at) {
    return copy(
        state, formVersion, signature, Optional.of(at), tip, arrival, extension, lockNotedAt);
  }

  Head withArrival(Arrival entered) {
    return copy(
        state,
        formVersion,
        signature,
        forwardedAt,
        tip,
        Optional.of(entered),
        extension,
        lockNotedAt);
  }

  Head withExtension(Extension next) {
    return copy(
        state, formVersion, signature, forwardedAt, tip, arrival, Optional.of(next), lockNotedAt);
  }

  Head withLockNotedAt(Instant at) {
    return copy(
        state, formVersion, signature, forwardedAt, tip, arrival, extension, Optional.of(at));
  }

  /** The head under another clock. A lock that was noted and is open again is noted anew. */
  Head under(Deadlines.Clock clock, Instant now) {
    return new Head(
        campaign,
        unit,
        state,
        clock.receivedAt(),
        clock.dueAt(),
        clock.closesAt(),
        formVersion,
        signature,
        forwardedAt,
        tip,
        arrival,
        extension,
        lockNotedAt.filter(noted -> now.isAfter(clock.closesAt())));
  }

  private Head copy(
      State newState,
      long newFormVersion,
      Optional<Signature> newSignature,
      Optional<Instant> newForwardedAt,
      ChainTip newTip,
      Optional<Arrival> newArrival,
      Optional<Extension> newExtension,
      Optional<Instant> newLockNotedAt) {
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
        newArrival,
        newExtension,
        newLockNotedAt);
  }

  /** What closing, submission and consolidation must have read: the form as a whole. */
  public String etag() {
    return "f" + formVersion;
  }
}
